package io.zhike.access;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.SystemFields;
import io.zhike.expression.Expression;
import io.zhike.expression.sql.SqlCompiler;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Row scopes as SQL. */
public final class ScopeConditions {
    private static final SqlCompiler SQL = new SqlCompiler();

    private ScopeConditions() {}

    /** The scope as a condition in a statement over the entity's table under its own, qualified name. */
    public static Condition of(Grants grants, EntityDefinition entity, RowScope scope) {
        return of(grants, entity, scope, grants.schema().table(entity.code()));
    }

    /** The scope as a condition over {@code table}, by which name the statement knows the entity's table. */
    public static Condition of(Grants grants, EntityDefinition entity, RowScope scope, Table<?> table) {
        return of(grants, entity, scope, table, false);
    }

    /** As {@link #of} for one of the {@link RowScope#branches} of a scope: what is shared is looked up by its ids. */
    public static Condition branch(Grants grants, EntityDefinition entity, RowScope branch, Table<?> table) {
        return of(grants, entity, branch, table, true);
    }

    /** What is shared by a branch that is {@link RowScope#sharing}; {@link RowScope#besideSharing} is not asked there. */
    public static NewestShared newest(Grants grants, EntityDefinition entity, RowScope.Shared shared) {
        return new RecordShares(grants.schema()).newest(entity.code(), shared, grants.today());
    }

    private static Condition of(Grants grants, EntityDefinition entity, RowScope scope, Table<?> table, boolean byIds) {
        RecordScope records = new RecordScope(grants, entity, table, RecordScope.Sight.EVERYTHING);
        return scope.toCondition(new RowScope.Columns() {
            @Override
            public Field<UUID> owner() {
                return records.column(SystemFields.OWNER, SQLDataType.UUID);
            }

            @Override
            public Field<UUID> department() {
                return records.column(SystemFields.DEPARTMENT, SQLDataType.UUID);
            }

            @Override
            public Condition matching(Expression condition) {
                Condition sql = SQL.condition(condition, records);
                // What is the same for all who ask is written out, so that PostgreSQL knows how much it
                // leaves: the plan that it keeps then is as good as one made anew. What is not would be another
                // statement for each of them.
                return condition.usesCaller() || condition.usesNow() ? sql : DSL.inlined(sql);
            }

            @Override
            public Condition shared(RowScope.Shared with) {
                Field<UUID> id = records.column(SystemFields.ID, SQLDataType.UUID);
                var shared = new RecordShares(grants.schema()).reached(entity.code(), with, grants.today());
                // A list of ids is what the planner begins with; as a question it would rather look at record after
                // record.
                return byIds ? id.eq(DSL.any(DSL.array(shared))) : id.in(shared);
            }
        });
    }
}

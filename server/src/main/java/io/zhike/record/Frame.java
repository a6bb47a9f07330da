package io.zhike.record;

import io.zhike.access.RecordScope;
import io.zhike.access.ScopeConditions;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.Storage;
import io.zhike.entity.SystemFields;
import io.zhike.expression.Expression;
import io.zhike.expression.Type;
import io.zhike.expression.Vocabulary;
import io.zhike.expression.sql.SqlCompiler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The FROM of one statement over an entity: its table, and the tables that paths lead to, joined when they are first asked
 * for. A joined record that is deleted or outside the caller's row scope joins as nothing, so that all its fields are
 * blank. Build everything else of the statement before {@link #from()}.
 */
final class Frame {
    private static final String ROOT = "r";

    private final Lens lens;
    private final EntityDefinition entity;
    private final Table<Record> root;
    private final Map<List<String>, Joined> joined = new LinkedHashMap<>();

    Frame(Lens lens, EntityDefinition entity) {
        this.lens = lens;
        this.entity = entity;
        this.root = lens.grants().schema().table(entity.code()).as(ROOT);
    }

    /** A table that a path leads to; {@code people} or a record of an entity. */
    private record Joined(Table<Record> table, Condition on) {}

    EntityDefinition entity() {
        return entity;
    }

    <T> org.jooq.Field<T> system(String code, org.jooq.DataType<T> type) {
        return DSL.field(DSL.name(ROOT, code), type);
    }

    org.jooq.Field<UUID> id() {
        return system(SystemFields.ID, SQLDataType.UUID);
    }

    /** All tables that were asked for. */
    Table<?> from() {
        Table<?> from = root;
        for (Joined join : joined.values()) {
            from = from.leftJoin(join.table()).on(join.on());
        }
        return from;
    }

    /** The records of the entity that the caller reads: living ones, or those in the bin that the caller may delete. */
    Condition rows(boolean deleted) {
        org.jooq.Field<?> deletedAt = DSL.field(DSL.name(ROOT, SystemFields.DELETED_AT));
        Condition read = scope(entity, root, lens.grant(entity).read());
        return deleted
                ? deletedAt.isNotNull().and(read).and(scope(entity, root, lens.grant(entity).delete()))
                : deletedAt.isNull().and(read);
    }

    /** The value of a path as expressions use it; its names were looked up through the {@link Lens}. */
    org.jooq.Field<?> value(Leaf leaf) {
        return switch (leaf) {
            case Leaf.OfRecord(List<String> relations, EntityDefinition of, Field field) ->
                value(relations, of, field);
            case Leaf.OfPeople people ->
                DSL.field(table(people.relations()).getUnqualifiedName().append(people.code()));
        };
    }

    Condition condition(Expression expression) {
        return SqlCompiler.condition(expression, new FrameScope(this, lens));
    }

    /** The value of an expression whose names were looked up through the {@link Lens}. */
    org.jooq.Field<?> computed(Expression expression) {
        return SqlCompiler.compile(expression, new FrameScope(this, lens));
    }

    private Condition scope(EntityDefinition of, Table<?> table, io.zhike.access.RowScope scope) {
        return ScopeConditions.of(lens.grants(), of, scope, table);
    }
}

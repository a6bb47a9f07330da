package io.zhike.access;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.Storage;
import io.zhike.entity.SystemFields;
import io.zhike.expression.Environment;
import io.zhike.expression.Symbol;
import io.zhike.expression.Type;
import io.zhike.expression.Vocabulary;
import io.zhike.expression.sql.SqlCompiler;
import io.zhike.expression.sql.SqlScope;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The records of one table as expressions see them in SQL. What lies beyond a relation is a correlated subquery, so that
 * an expression fits anywhere in a statement, in the condition of a join too. A related record that is deleted, or outside
 * the caller's row scope where that counts, is blank.
 */
public final class RecordScope implements SqlScope {
    private final Grants grants;
    private final EntityDefinition entity;
    private final Table<?> table;
    private final Sight sight;
    private final int depth;

    /** Whose eyes an expression has. */
    public enum Sight {
        /** Those of the caller: other records are seen within the caller's row scopes. */
        CALLER,
        /** All-seeing, for the conditions of roles. */
        EVERYTHING
    }

    /** @param table as the statement calls it */
    public RecordScope(Grants grants, EntityDefinition entity, Table<?> table, Sight sight) {
        this(grants, entity, table, sight, 0);
    }

    private RecordScope(Grants grants, EntityDefinition entity, Table<?> table, Sight sight, int depth) {
        this.grants = grants;
        this.entity = entity;
        this.table = table;
        this.sight = sight;
        this.depth = depth;
    }

    @Override
    public Environment environment() {
        return grants.environment();
    }

    @Override
    public org.jooq.Field<?> path(List<String> codes) {
        Field field = entity.fields().get(codes.getFirst());
        if (codes.size() == 1) {
            return value(field);
        }
        List<String> rest = codes.subList(1, codes.size());
        return switch (field.type().valueType()) {
            case Type.RecordOf(String target) -> beyond(target, value(field), rest);
            case Type.Member _ -> people(Vocabulary.MEMBER, value(field), rest);
            case Type.Department _ -> people(Vocabulary.DEPARTMENT, value(field), rest);
            default -> throw new IllegalStateException("'" + field.code() + "' leads nowhere");
        };
    }

    /** The value of a field of this record. */
    public org.jooq.Field<?> value(Field field) {
        return switch (field.type().storage()) {
            case Storage.Column(DataType<?> type) -> column(field.code(), type);
            case Storage.Parts(Map<String, DataType<?>> parts) -> column(field.code() + "__address", SQLDataType.CLOB);
            case Storage.Links _ -> links(field);
            case Storage.Children(String child, String parent) -> children(child, parent);
            case Storage.Computed _ -> SqlCompiler.value(grants.catalog().formula(entity, field), this);
        };
    }

    /** A column of this record's table. */
    public <T> org.jooq.Field<T> column(String name, DataType<T> type) {
        return DSL.field(name(name), type);
    }

    private Name name(String column) {
        return table.getQualifiedName().append(DSL.quotedName(column));
    }

    private org.jooq.Field<?> beyond(String target, org.jooq.Field<?> id, List<String> rest) {
        EntityDefinition of = grants.catalog()
                .find(target)
                .orElseThrow(() -> new IllegalStateException("no entity '" + target + "'"));
        RecordScope inner = inner(of);
        return DSL.field(DSL.select(inner.path(rest))
                .from(inner.table)
                .where(inner.id().eq(id.coerce(SQLDataType.UUID)))
                .and(inner.reached()));
    }

    private org.jooq.Field<?> people(String kind, org.jooq.Field<?> id, List<String> rest) {
        String name = kind.equals(Vocabulary.MEMBER) ? "member" : "department";
        Table<Record> people = grants.schema().table(name).as(alias(name));
        Symbol symbol = grants.catalog()
                .vocabulary()
                .find(kind, rest.getFirst())
                .orElseThrow(() -> new IllegalStateException("no '" + rest.getFirst() + "'"));
        org.jooq.Field<?> column =
                DSL.field(people.getQualifiedName().append(DSL.quotedName(symbol.code())), dataType(symbol.type()));
        org.jooq.Field<UUID> key = DSL.field(people.getQualifiedName().append(DSL.quotedName("id")), SQLDataType.UUID);
        return column;
    }

    private static DataType<?> dataType(Type type) {
        return SQLDataType.CLOB;
    }

    private org.jooq.Field<?> links(Field field) {
        return DSL.inline((String) null);
    }

    private org.jooq.Field<?> children(String child, String parent) {
        return DSL.inline((String) null);
    }

    @Override
    public Children children(String code) {
        throw new UnsupportedOperationException();
    }

    private org.jooq.Field<UUID> id() {
        return column(SystemFields.ID, SQLDataType.UUID);
    }

    /** Whether the record is there for whoever looks. */
    Condition reached() {
        Condition living = column(SystemFields.DELETED_AT, SQLDataType.INSTANT).isNull();
        return sight == Sight.EVERYTHING
                ? living
                : living.and(ScopeConditions.of(
                        grants, entity, grants.on(entity.code()).read(), table));
    }

    private RecordScope inner(EntityDefinition of) {
        return new RecordScope(grants, of, grants.schema().table(of.code()).as(alias(of.code())), sight, depth + 1);
    }

    private String alias(String name) {
        return table.getName() + "_" + depth + name;
    }
}

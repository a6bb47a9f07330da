package io.zhike.access;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.Many;
import io.zhike.entity.Storage;
import io.zhike.entity.SystemFields;
import io.zhike.expression.Environment;
import io.zhike.expression.Type;
import io.zhike.expression.sql.SqlCompiler;
import io.zhike.expression.sql.SqlScope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DataType;
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
    private static final SqlCompiler SQL = new SqlCompiler();
    private static final List<String> ITSELF = List.of(SystemFields.ID);

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
        if (codes.equals(ITSELF)) {
            return id();
        }
        Field field = entity.fields().get(codes.getFirst());
        if (codes.size() == 1) {
            return value(field);
        }
        List<String> rest = codes.subList(1, codes.size());
        org.jooq.Field<UUID> id = value(field).coerce(SQLDataType.UUID);
        return switch (field.type().valueType()) {
            case Type.RecordOf(String target) -> beyond(target, id, rest);
            default -> People.beyond(grants.schema(), field.type().valueType(), id, rest, alias("p"));
        };
    }

    /** The value of a field of this record, as the language has it. */
    public org.jooq.Field<?> value(Field field) {
        return switch (field.type().storage()) {
            case Storage.Column column -> column(field.code(), column.raw());
            case Storage.Parts _ -> column(field.code() + "__address", SQLDataType.CLOB);
            case Storage.Links _, Storage.Children _ -> ids(field);
            case Storage.Computed _ ->
                grants.catalog()
                        .formula(entity.code(), field.code())
                        .<org.jooq.Field<?>>map(formula -> SQL.compile(formula, this))
                        .orElseGet(() -> DSL.castNull(SQLDataType.CLOB));
        };
    }

    /** A column of this record's table. */
    public <T> org.jooq.Field<T> column(String name, DataType<T> type) {
        return DSL.field(table.getQualifiedName().append(DSL.quotedName(name)), type);
    }

    private org.jooq.Field<?> beyond(String target, org.jooq.Field<UUID> id, List<String> rest) {
        RecordScope inner = inner(target);
        return DSL.field(DSL.select(inner.path(rest))
                .from(inner.table)
                .where(inner.id().eq(id))
                .and(inner.reached()));
    }

    /** The ids of the records that belong to this one by {@code field}, in their order; blank where there are none. */
    private org.jooq.Field<UUID[]> ids(Field field) {
        Children children = children(field.code());
        RecordScope inner = (RecordScope) children.scope();
        org.jooq.Field<?> order = field.type().storage() instanceof Storage.Links
                ? DSL.field(DSL.quotedName(alias("l"), "position"), SQLDataType.INTEGER)
                : inner.column(SystemFields.NUMBER, SQLDataType.BIGINT);
        return DSL.field(DSL.select(DSL.arrayAgg(inner.id()).orderBy(order))
                .from(children.from())
                .where(children.link()));
    }

    @Override
    public Children children(String code) {
        int dot = code.lastIndexOf('.');
        if (dot < 0) {
            return children(entity, code, id());
        }
        List<String> relations = List.of(code.substring(0, dot).split("\\."));
        List<String> path = new ArrayList<>(relations);
        path.addAll(ITSELF);
        return children(at(relations), code.substring(dot + 1), path(path).coerce(SQLDataType.UUID));
    }

    /** The entity that {@code relations} lead to. */
    private EntityDefinition at(List<String> relations) {
        EntityDefinition at = entity;
        for (String code : relations) {
            if (!(at.fields().get(code).type().valueType() instanceof Type.RecordOf(String target))) {
                throw new IllegalStateException("'" + code + "' leads to no record");
            }
            at = grants.catalog().get(target);
        }
        return at;
    }

    /** The records that belong to the record {@code id} of {@code of}. */
    private Children children(EntityDefinition of, String code, org.jooq.Field<UUID> id) {
        Many many = grants.catalog()
                .many(of.code(), code)
                .orElseThrow(() -> new IllegalStateException("no records '" + code + "' of '" + of.code() + "'"));
        RecordScope inner = inner(many.entity());
        return switch (many.way()) {
            case Many.Way.PointHere(String field) ->
                new Children(
                        inner.table,
                        inner.column(field, SQLDataType.UUID).eq(id).and(inner.reached()),
                        inner);
            case Many.Way.LinkHere(String field) -> linked(inner, many.entity() + "__" + field, "target", "source", id);
            case Many.Way.LinkedFromHere(String field) ->
                linked(inner, of.code() + "__" + field, "source", "target", id);
        };
    }

    private Children linked(RecordScope inner, String links, String here, String there, org.jooq.Field<UUID> id) {
        Table<Record> pairs = grants.schema().table(links).as(alias("l"));
        return new Children(
                inner.table.join(pairs).on(pair(pairs, there).eq(inner.id())),
                pair(pairs, here).eq(id).and(inner.reached()),
                inner);
    }

    @Override
    public org.jooq.Field<UUID> departmentOf(org.jooq.Field<UUID> member) {
        return People.beyond(grants.schema(), Type.MEMBER, member, List.of("department"), alias("m"))
                .coerce(SQLDataType.UUID);
    }

    @Override
    public org.jooq.Field<UUID> supervisorOf(org.jooq.Field<UUID> member) {
        return People.beyond(grants.schema(), Type.MEMBER, member, List.of("supervisor"), alias("m"))
                .coerce(SQLDataType.UUID);
    }

    @Override
    public Condition isInDepartment(org.jooq.Field<UUID> department, org.jooq.Field<UUID> root) {
        return People.isBelow(grants.schema(), department, root, alias("d"));
    }

    private static org.jooq.Field<UUID> pair(Table<Record> pairs, String end) {
        return DSL.field(pairs.getQualifiedName().append(DSL.quotedName(end)), SQLDataType.UUID);
    }

    private org.jooq.Field<UUID> id() {
        return column(SystemFields.ID, SQLDataType.UUID);
    }

    /** Whether the record is there for whoever looks: not deleted, and within the row scope where that counts. */
    public Condition reached() {
        Condition living = column(SystemFields.DELETED_AT, SQLDataType.INSTANT).isNull();
        return sight == Sight.EVERYTHING
                ? living
                : living.and(ScopeConditions.of(
                        grants, entity, grants.on(entity.code()).read(), table));
    }

    private RecordScope inner(String target) {
        EntityDefinition of = grants.catalog().get(target);
        return new RecordScope(grants, of, grants.schema().table(target).as(alias("s")), sight, depth + 1);
    }

    /** No two tables that are nested in each other have the same one. */
    private String alias(String letter) {
        return table.getName() + letter + depth;
    }
}

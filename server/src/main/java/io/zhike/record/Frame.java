package io.zhike.record;

import io.zhike.access.People;
import io.zhike.access.RecordScope;
import io.zhike.access.RowScope;
import io.zhike.access.ScopeConditions;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.Storage;
import io.zhike.entity.SystemFields;
import io.zhike.expression.Environment;
import io.zhike.expression.Expression;
import io.zhike.expression.Type;
import io.zhike.expression.sql.SqlCompiler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DataType;
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
    private static final SqlCompiler SQL = new SqlCompiler();

    private final Lens lens;
    private final EntityDefinition entity;
    private final Node.OfRecord root;
    private final Map<List<String>, Joined> joined = new LinkedHashMap<>();

    Frame(Lens lens, EntityDefinition entity) {
        this.lens = lens;
        this.entity = entity;
        this.root =
                new Node.OfRecord(lens.grants().schema().table(entity.code()).as(ROOT), entity);
    }

    /** A table of the statement. */
    private sealed interface Node {
        Table<Record> table();

        record OfRecord(Table<Record> table, EntityDefinition entity) implements Node {}

        /** Members or departments. */
        record OfPeople(Table<Record> table, String kind) implements Node {}
    }

    private record Joined(Node node, Condition on) {}

    Environment environment() {
        return lens.grants().environment();
    }

    EntityDefinition entity() {
        return entity;
    }

    <T> org.jooq.Field<T> system(String code, DataType<T> type) {
        return DSL.field(DSL.name(ROOT, code), type);
    }

    org.jooq.Field<UUID> id() {
        return system(SystemFields.ID, SQLDataType.UUID);
    }

    /** All tables that were asked for. */
    Table<?> from() {
        Table<?> from = root.table();
        for (Joined join : joined.values()) {
            from = from.leftJoin(join.node().table()).on(join.on());
        }
        return from;
    }

    /** The records of the entity that the caller reads: living ones, or those in the bin that the caller may delete. */
    Condition rows(boolean deleted) {
        org.jooq.Field<?> deletedAt = system(SystemFields.DELETED_AT, SQLDataType.INSTANT);
        Condition read = scope(root, lens.grant(entity).read());
        return deleted
                ? deletedAt
                        .isNotNull()
                        .and(read)
                        .and(scope(root, lens.grant(entity).delete()))
                : deletedAt.isNull().and(read);
    }

    /**
     * Ways of which each record of {@link #rows} that is not in the bin is reached by one at least; see
     * {@link RowScope#branches}.
     */
    List<Branch> branches() {
        return lens.grant(entity).read().branches(this::served).stream()
                .map(this::branch)
                .toList();
    }

    private Branch branch(RowScope scope) {
        Condition living = system(SystemFields.DELETED_AT, SQLDataType.INSTANT).isNull();
        return new Branch(
                living.and(ScopeConditions.branch(lens.grants(), entity, scope, root.table())),
                scope.sharing()
                        .map(shared -> new Branch.FromShares(
                                ScopeConditions.newest(lens.grants(), entity, shared),
                                living.and(scope(root, scope.besideSharing())))));
    }

    /** Whether the index of a field gives the records in the order of lists. */
    private boolean served(Expression condition) {
        return condition
                        instanceof
                        Expression.Compare(Expression.Comparison comparison, Expression.Path path, Expression.Literal _)
                && comparison == Expression.Comparison.EQ
                && path.codes().size() == 1
                && entity.field(path.codes().getFirst()).filter(Field::indexed).isPresent();
    }

    Condition condition(Expression expression) {
        return SQL.condition(expression, new FrameScope(this, List.of()));
    }

    /** The value of a path as expressions use it; its names were looked up through the {@link Lens}. */
    org.jooq.Field<?> value(Leaf leaf) {
        return leaf instanceof Leaf.OfColumn(Field field)
                ? system(field.code(), Bookkeeping.type(field))
                : value(leaf.path());
    }

    org.jooq.Field<?> value(List<String> path) {
        List<String> relations = path.subList(0, path.size() - 1);
        return switch (node(relations)) {
            case Node.OfRecord record -> value(record, record.entity().fields().get(path.getLast()), relations);
            case Node.OfPeople(Table<Record> table, String kind) -> People.column(table, kind, path.getLast());
        };
    }

    private org.jooq.Field<?> value(Node.OfRecord record, Field field, List<String> relations) {
        Optional<Expression> formula =
                lens.grants().catalog().formula(record.entity().code(), field.code());
        return formula.isPresent()
                ? SQL.compile(formula.get(), new FrameScope(this, relations))
                : scope(record).value(field);
    }

    /** The value of an expression whose names were looked up through the {@link Lens}. */
    org.jooq.Field<?> computed(Expression expression) {
        return SQL.compile(expression, new FrameScope(this, List.of()));
    }

    /** All columns that the value of a path is read from; of what is encrypted, the id of its record is the second. */
    List<org.jooq.Field<?>> columns(Leaf leaf) {
        if (leaf instanceof Leaf.OfRecord(List<String> relations, EntityDefinition _, Field field, boolean _)
                && field.type().storage() instanceof Storage.Parts(Map<String, DataType<?>> parts)
                && node(relations) instanceof Node.OfRecord record) {
            List<org.jooq.Field<?>> columns = new ArrayList<>();
            parts.forEach((part, type) -> columns.add(scope(record).column(field.code() + "__" + part, type)));
            return columns;
        }
        if (leaf instanceof Leaf.OfRecord(List<String> relations, EntityDefinition _, Field field, boolean _)
                && field.type().encrypted()) {
            return List.of(value(leaf), records(relations).column(SystemFields.ID, SQLDataType.UUID));
        }
        return List.of(value(leaf));
    }

    /** What the column of an encrypted field of a record holds, plain. */
    String open(Leaf.OfRecord leaf, UUID record, String sealed) {
        return lens.sealed()
                .open(lens.grants().schema(), leaf.entity().code(), leaf.field().code(), record, sealed);
    }

    /** What the record at the end of {@code relations} has beside single values. */
    RecordScope records(List<String> relations) {
        if (node(relations) instanceof Node.OfRecord record) {
            return scope(record);
        }
        throw new IllegalArgumentException("not a record: " + relations);
    }

    private RecordScope scope(Node.OfRecord record) {
        return new RecordScope(lens.grants(), record.entity(), record.table(), RecordScope.Sight.CALLER);
    }

    private Node node(List<String> relations) {
        if (relations.isEmpty()) {
            return root;
        }
        Joined before = joined.get(relations);
        if (before != null) {
            return before.node();
        }
        org.jooq.Field<UUID> id = value(relations).coerce(SQLDataType.UUID);
        Joined join = join(type(relations), id, "j" + joined.size());
        joined.put(List.copyOf(relations), join);
        return join.node();
    }

    /** What kind of value {@code path} has. */
    private Type type(List<String> path) {
        return switch (node(path.subList(0, path.size() - 1))) {
            case Node.OfRecord(Table<Record> _, EntityDefinition of) ->
                of.fields().get(path.getLast()).type().valueType();
            case Node.OfPeople(Table<Record> _, String kind) -> People.type(kind, path.getLast());
        };
    }

    private Joined join(Type type, org.jooq.Field<UUID> id, String alias) {
        if (!(type instanceof Type.RecordOf(String target))) {
            String kind = People.kind(type);
            Table<Record> table = People.table(lens.grants().schema(), kind).as(alias);
            return new Joined(new Node.OfPeople(table, kind), People.id(table).eq(id));
        }
        EntityDefinition of = lens.grants().catalog().get(target);
        Node.OfRecord node =
                new Node.OfRecord(lens.grants().schema().table(target).as(alias), of);
        RecordScope records = scope(node);
        return new Joined(
                node, records.column(SystemFields.ID, SQLDataType.UUID).eq(id).and(records.reached()));
    }

    private Condition scope(Node.OfRecord record, RowScope scope) {
        return ScopeConditions.of(lens.grants(), record.entity(), scope, record.table());
    }
}

package io.zhike.entity.table;

import static org.jooq.impl.DSL.quotedName;

import io.zhike.entity.Computation;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Rollup;
import io.zhike.entity.Storage;
import io.zhike.entity.SystemFields;
import io.zhike.entity.TableNames;
import io.zhike.expression.Environment;
import io.zhike.expression.Evaluator;
import io.zhike.expression.Expression;
import io.zhike.expression.Row;
import io.zhike.expression.Type;
import io.zhike.store.Database;
import io.zhike.store.WorkspaceSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Row2;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Computes a roll-up's column anew, some parents at a time. Their rows are locked first, as the gate locks them before it
 * adds a delta: a child that is not yet committed is added by its own delta afterwards, and one that is, is counted here.
 */
final class RollupFill {
    private static final int PARENTS = 500;
    private static final String CHILDREN = "children";
    private static final Field<UUID> ID = DSL.field(quotedName(SystemFields.ID), SQLDataType.UUID);

    private final Database database;
    private final WorkspaceSchema schema;
    private final Environment environment;
    private final Evaluator evaluator = new Evaluator();

    RollupFill(Database database, WorkspaceSchema schema, Environment environment) {
        this.database = database;
        this.schema = schema;
        this.environment = environment;
    }

    void run(EntityCatalog catalog, Rollup rollup) {
        UUID last = new UUID(0, 0);
        while (true) {
            UUID from = last;
            List<UUID> parents = database.write(ctx -> batch(ctx, catalog, rollup, from));
            if (parents.size() < PARENTS) {
                return;
            }
            last = parents.getLast();
        }
    }

    private List<UUID> batch(DSLContext ctx, EntityCatalog catalog, Rollup rollup, UUID after) {
        Table<Record> table = schema.table(TableNames.table(rollup.entity()));
        List<UUID> parents = ctx.select(ID)
                .from(table)
                .where(ID.gt(after))
                .orderBy(ID)
                .limit(PARENTS)
                .forUpdate()
                .fetch(ID);
        if (!parents.isEmpty()) {
            write(ctx, table, catalog, rollup, parents, children(ctx, catalog, rollup, parents));
        }
        return parents;
    }

    private Map<UUID, List<Child>> children(DSLContext ctx, EntityCatalog catalog, Rollup rollup, List<UUID> parents) {
        EntityDefinition child = catalog.get(rollup.child());
        Map<String, Field<?>> fields = new HashMap<>();
        rollup.reads().forEach(code -> fields.put(code, column(child, code)));
        Field<UUID> parent = DSL.field(quotedName(rollup.parent()), SQLDataType.UUID);
        fields.put(rollup.parent(), parent);
        Map<UUID, List<Child>> children = new HashMap<>();
        ctx.select(List.copyOf(fields.values()))
                .from(schema.table(TableNames.table(rollup.child())))
                .where(parent.in(parents))
                .and(DSL.field(quotedName(SystemFields.DELETED_AT), SQLDataType.INSTANT)
                        .isNull())
                .forEach(row -> children.computeIfAbsent(row.get(parent), ignored -> new ArrayList<>())
                        .add(new Child(catalog, rollup.child(), fields, row)));
        return children;
    }

    private static Field<?> column(EntityDefinition child, String code) {
        return switch (child.fields().get(code).type().storage()) {
            case Storage.Column(DataType<?> type) -> DSL.field(quotedName(code), type);
            case Storage.Parts(var parts) ->
                DSL.field(
                        quotedName(TableNames.part(
                                code, List.copyOf(parts.keySet()).getLast())),
                        SQLDataType.CLOB);
            case Storage.Links ignored -> throw new IllegalArgumentException("roll-ups read no links: " + code);
            case Storage.Children ignored -> throw new IllegalArgumentException("roll-ups read no children: " + code);
            case Storage.Computed ignored -> throw new IllegalArgumentException("formulas have no column: " + code);
        };
    }

    private void write(
            DSLContext ctx,
            Table<Record> table,
            EntityCatalog catalog,
            Rollup rollup,
            List<UUID> parents,
            Map<UUID, List<Child>> children) {
        DataType<?> type = TableFacts.type(catalog.get(rollup.entity()).fields().get(rollup.field()));
        Expression figure = figure(rollup);
        Map<UUID, @Nullable Object> figures = new LinkedHashMap<>();
        for (UUID parent : parents) {
            Parent row = new Parent(children.getOrDefault(parent, List.of()));
            figures.put(parent, evaluator.evaluate(figure, row, environment));
        }
        set(ctx, table, rollup.field(), type, figures);
    }

    private static <T> void set(
            DSLContext ctx, Table<Record> table, String code, DataType<T> type, Map<UUID, @Nullable Object> figures) {
        List<Row2<UUID, T>> rows = new ArrayList<>(figures.size());
        figures.forEach((parent, value) -> rows.add(DSL.row(
                DSL.val(parent, SQLDataType.UUID).cast(SQLDataType.UUID),
                DSL.val(value, type).cast(type))));
        @SuppressWarnings({"unchecked", "rawtypes"})
        Table<?> made = DSL.values((Row2[]) rows.toArray(Row2[]::new)).as("made", "id", "figure");
        Field<T> fresh = DSL.field(quotedName("made", "figure"), type);
        ctx.update(table)
                .set(DSL.field(quotedName(code), type), fresh)
                .from(made)
                .where(DSL.field(table.getQualifiedName().append(SystemFields.ID), SQLDataType.UUID)
                        .eq(DSL.field(quotedName("made", "id"), SQLDataType.UUID)))
                .and(DSL.field(table.getQualifiedName().append(code), type).isDistinctFrom(fresh))
                .execute();
    }

    /** The language's own aggregate, so that a roll-up is what a formula over the children would be. */
    private static Expression figure(Rollup rollup) {
        Expression.Aggregation function = switch (rollup.fn()) {
            case COUNT -> Expression.Aggregation.COUNT;
            case SUM -> Expression.Aggregation.SUM;
            case AVG -> Expression.Aggregation.AVERAGE;
            case MIN -> Expression.Aggregation.MIN;
            case MAX -> Expression.Aggregation.MAX;
        };
        Expression of = rollup.fn() == Computation.Fn.COUNT ? null : rollup.of().orElseThrow();
        Type type = of == null ? Type.NUMBER : of.type();
        return new Expression.Aggregate(
                function, CHILDREN, of, null, rollup.where().orElse(null), type);
    }

    /** A parent as the aggregate sees it: its children, nothing else. */
    private record Parent(List<Child> rows) implements Row {
        @Override
        public @Nullable Object value(List<String> path) {
            throw new IllegalArgumentException("a roll-up reads its children only, not " + path);
        }

        @Override
        public Iterable<? extends Row> children(String code) {
            return rows;
        }
    }

    /** A child: its stored fields, and formulas over them. */
    private final class Child implements Row {
        private final EntityCatalog catalog;
        private final String entity;
        private final Map<String, Field<?>> fields;
        private final Record row;

        Child(EntityCatalog catalog, String entity, Map<String, Field<?>> fields, Record row) {
            this.catalog = catalog;
            this.entity = entity;
            this.fields = fields;
            this.row = row;
        }

        @Override
        public @Nullable Object value(List<String> path) {
            String code = path.getFirst();
            Field<?> stored = fields.get(code);
            return stored != null
                    ? row.get(stored)
                    : evaluator.evaluate(catalog.formula(entity, code).orElseThrow(), this, environment);
        }

        @Override
        public Iterable<? extends Row> children(String code) {
            throw new IllegalArgumentException("a roll-up reads no children of children: " + code);
        }
    }
}

package io.zhike.entity.table;

import io.zhike.entity.EntityDescription;
import io.zhike.entity.EntityError;
import io.zhike.entity.FieldType;
import io.zhike.entity.Storage;
import io.zhike.entity.SystemFields;
import io.zhike.entity.TableNames;
import io.zhike.entity.ValueContext;
import io.zhike.store.Ddl;
import io.zhike.store.Ids;
import io.zhike.store.WorkspaceSchema;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The part of a publish that becomes real with it. New tables first; then, writers locked out, what has to read rows
 * (uniqueness, the last changes of a type); then, everybody locked out for a moment, names alone.
 */
final class Application {
    private static final int ATTEMPTS = 60;
    private static final String UNIQUE_VIOLATION = "23505";

    private final WorkspaceSchema schema;
    private final ValueContext values;
    private final TrashRows trash;
    private final Instant now;
    private final List<EntityStep> steps;

    Application(WorkspaceSchema schema, ValueContext values, Instant now, List<EntityStep> steps) {
        this.schema = schema;
        this.values = values;
        this.trash = new TrashRows(schema);
        this.now = now;
        this.steps = List.copyOf(steps);
    }

    void run(DSLContext ctx) {
        steps.forEach(step -> {
            if (step instanceof EntityStep.CreateEntity made) {
                create(ctx, made);
            }
        });
        Set<String> written = tables(step ->
                step instanceof EntityStep.MakeUnique || step instanceof EntityStep.ChangeType change && moves(change));
        Set<String> altered = tables(Application::alters);
        boolean done = Ddl.patiently(ctx, ATTEMPTS, inner -> {
            Ddl.lockWriters(inner, present(inner, written));
            steps.forEach(step -> readRows(inner, step));
            Ddl.lockOut(inner, present(inner, altered));
            steps.forEach(step -> rename(inner, step));
        });
        if (!done) {
            Set<String> all = new LinkedHashSet<>(written);
            all.addAll(altered);
            throw EntityError.TABLE_BUSY.problem(String.join(", ", all));
        }
    }

    /** Whether a change of type needs another column, or only another reading of the same values. */
    static boolean moves(EntityStep.ChangeType change) {
        return change.rewritten() > 0
                || change.refused() > 0
                || change.before().columns().getFirst().kind()
                        != change.after().columns().getFirst().kind();
    }

    static Batches<?, ?> batches(WorkspaceSchema schema, EntityStep.ChangeType change, ValueContext values) {
        FieldType from = EntityDescription.type(change.from());
        FieldType to = EntityDescription.type(change.to());
        return new Batches<>(
                schema.table(TableNames.table(change.entity())),
                change.field(),
                column(from),
                column(to),
                new ValueConversion(from, to, values));
    }

    private static DataType<?> column(FieldType type) {
        return switch (type.storage()) {
            case Storage.Column(DataType<?> column) -> column;
            case Storage.Parts ignored -> throw new IllegalArgumentException("several columns");
            case Storage.Links ignored -> throw new IllegalArgumentException("a link table");
            case Storage.Children ignored -> throw new IllegalArgumentException("a child table");
            case Storage.Computed ignored -> throw new IllegalArgumentException("no column");
        };
    }

    private static boolean alters(EntityStep step) {
        return switch (step) {
            case EntityStep.TrashEntity ignored -> true;
            case EntityStep.TrashField ignored -> true;
            case EntityStep.RestoreField ignored -> true;
            case EntityStep.DropField ignored -> true;
            case EntityStep.DropIndex ignored -> true;
            case EntityStep.ChangeType change -> moves(change);
            case EntityStep.AddField ignored -> false;
            case EntityStep.RestoreEntity ignored -> false;
            case EntityStep.CreateEntity ignored -> false;
            case EntityStep.RenameField ignored -> false;
            case EntityStep.Require ignored -> false;
            case EntityStep.MakeUnique ignored -> false;
            case EntityStep.BuildIndex ignored -> false;
            case EntityStep.Link ignored -> false;
            case EntityStep.Compute ignored -> false;
        };
    }

    private Set<String> tables(java.util.function.Predicate<EntityStep> which) {
        Set<String> tables = new LinkedHashSet<>();
        steps.stream().filter(which).forEach(step -> tables.add(TableNames.table(step.entity())));
        return tables;
    }

    private List<Table<Record>> present(DSLContext ctx, Set<String> tables) {
        return tables.stream()
                .filter(table -> Ddl.hasTable(ctx, schema, table))
                .sorted()
                .map(schema::table)
                .toList();
    }

    private void create(DSLContext ctx, EntityStep.CreateEntity made) {
        String name = TableNames.table(made.entity());
        Table<Record> table = schema.table(name);
        var columns = ctx.createTable(table);
        var more = columns.columns(
                TableShape.SYSTEM.stream().map(Application::declared).toList());
        for (FieldShape field : made.fields()) {
            for (ColumnShape column : field.columns()) {
                more = more.column(declared(column));
            }
        }
        more.constraint(DSL.constraint(DSL.quotedName(TableShape.primaryKey(made.entity())))
                        .primaryKey(DSL.quotedName(SystemFields.ID)))
                .execute();
        made.indexes().forEach(index -> index.create(ctx, schema, name, false));
        made.fields().forEach(field -> links(ctx, field));
    }

    private static org.jooq.Field<?> declared(ColumnShape column) {
        return DSL.field(DSL.quotedName(column.name()), column.declared());
    }

    private void links(DSLContext ctx, FieldShape field) {
        if (field.links() == null) {
            return;
        }
        String name = field.links().table();
        ctx.createTable(schema.table(name))
                .column(DSL.quotedName(TableNames.SOURCE), SQLDataType.UUID.notNull())
                .column(DSL.quotedName(TableNames.TARGET), SQLDataType.UUID.notNull())
                .column(DSL.quotedName(TableNames.POSITION), SQLDataType.INTEGER.notNull())
                .constraint(DSL.constraint(DSL.quotedName(TableShape.linkKey(name)))
                        .primaryKey(DSL.quotedName(TableNames.SOURCE), DSL.quotedName(TableNames.TARGET)))
                .execute();
        TableShape.linkIndex(name).create(ctx, schema, name, false);
    }

    /** What reads rows, while readers go on. */
    private void readRows(DSLContext ctx, EntityStep step) {
        if (step instanceof EntityStep.ChangeType change && moves(change)) {
            long refused = batches(schema, change, values).catchUp(ctx);
            if (refused > 0 && change.refused() == 0) {
                throw EntityError.CHANGED_MEANWHILE.problem(change.entityLabel(), change.label());
            }
        } else if (step instanceof EntityStep.MakeUnique unique
                && !comesLater(unique)
                && Ddl.hasColumn(ctx, schema, TableNames.table(unique.entity()), column(unique))) {
            makeUnique(ctx, unique);
        }
    }

    /** Whether the column has not its name yet: what has that now is another, on its way out. */
    private boolean comesLater(EntityStep.MakeUnique unique) {
        return steps.stream()
                .anyMatch(step -> (step instanceof EntityStep.TrashField
                                || step instanceof EntityStep.DropField
                                || step instanceof EntityStep.RestoreField)
                        && step.entity().equals(unique.entity())
                        && step.field().equals(unique.field()));
    }

    /** Under its own name, or, where the index of a column that goes has that still, under another for a moment. */
    private void makeUnique(DSLContext ctx, EntityStep.MakeUnique unique) {
        IndexShape index = unique.index().over(unique.field(), column(unique));
        String name = Ddl.indexState(ctx, schema, index.name()) == Ddl.IndexState.ABSENT ? index.name() : coming(index);
        try {
            new IndexShape(name, true, index.method(), index.parts(), index.rows())
                    .create(ctx, schema, TableNames.table(unique.entity()), false);
        } catch (DataAccessException e) {
            throw UNIQUE_VIOLATION.equals(state(e)) ? EntityError.NOT_UNIQUE.problem(unique.title()) : e;
        }
    }

    private String column(EntityStep.MakeUnique unique) {
        boolean moves = steps.stream()
                .anyMatch(step -> step instanceof EntityStep.ChangeType change
                        && moves(change)
                        && change.entity().equals(unique.entity())
                        && change.field().equals(unique.field()));
        return moves ? Apart.coming(unique.field()) : unique.field();
    }

    private static String coming(IndexShape index) {
        return TableNames.fit(TableNames.APART + index.name());
    }

    private static @Nullable String state(DataAccessException e) {
        SQLException cause = e.getCause(SQLException.class);
        return cause == null ? null : cause.getSQLState();
    }

    /** What is a change of the catalogue alone. */
    private void rename(DSLContext ctx, EntityStep step) {
        switch (step) {
            case EntityStep.TrashField field -> trashField(ctx, field);
            case EntityStep.DropField field -> drop(ctx, field);
            case EntityStep.RestoreField field -> restoreField(ctx, field);
            case EntityStep.AddField field -> add(ctx, field);
            case EntityStep.DropIndex index -> dropIndex(ctx, index.index());
            case EntityStep.ChangeType change when moves(change) -> swap(ctx, change);
            case EntityStep.ChangeType ignored -> {}
            case EntityStep.MakeUnique unique -> settle(ctx, unique);
            case EntityStep.TrashEntity entity -> new EntityMoves(ctx, schema, trash).trash(entity, now);
            case EntityStep.RestoreEntity entity -> new EntityMoves(ctx, schema, trash).restore(entity);
            case EntityStep.CreateEntity ignored -> {}
            case EntityStep.RenameField ignored -> {}
            case EntityStep.Require ignored -> {}
            case EntityStep.BuildIndex ignored -> {}
            case EntityStep.Link ignored -> {}
            case EntityStep.Compute ignored -> {}
        }
    }

    private void trashField(DSLContext ctx, EntityStep.TrashField step) {
        FieldShape shape = step.shape();
        String table = TableNames.table(step.entity());
        detach(ctx, step.entity(), shape);
        if (shape.links() != null) {
            EntityMoves.apart(ctx, schema, shape.links().table(), step.turn());
        }
        shape.columns()
                .forEach(column -> ctx.alterTable(schema.table(table))
                        .renameColumn(DSL.quotedName(column.name()))
                        .to(DSL.quotedName(Apart.name(column.name(), step.turn())))
                        .execute());
        keep(ctx, step.entity(), shape, step.label(), table, step.turn(), step.held());
    }

    private void keep(
            DSLContext ctx,
            String entity,
            FieldShape shape,
            io.zhike.message.Label label,
            String table,
            int turn,
            long held) {
        TrashRows.Kept kept = new TrashRows.Kept(turn, List.of(shape), null);
        trash.add(ctx, new TrashRows.Row(Ids.at(now), entity, shape.code(), label, table, kept, held, now));
    }

    private void detach(DSLContext ctx, String entity, FieldShape shape) {
        shape.indexes().forEach(index -> dropIndex(ctx, index.name()));
        TableShape.keys(entity, shape).forEach((key, table) -> dropKey(ctx, table, key.name()));
    }

    private void dropKey(DSLContext ctx, String table, String key) {
        if (Ddl.foreignKeys(ctx, schema, table).contains(key)) {
            ctx.alterTable(schema.table(table))
                    .dropConstraint(DSL.quotedName(key))
                    .execute();
        }
    }

    private void dropIndex(DSLContext ctx, String index) {
        Ddl.dropIndex(ctx, schema.qualify(index));
    }

    private void drop(DSLContext ctx, EntityStep.DropField step) {
        detach(ctx, step.entity(), step.shape());
        step.shape()
                .columns()
                .forEach(column -> ctx.alterTable(schema.table(TableNames.table(step.entity())))
                        .dropColumn(DSL.quotedName(column.name()))
                        .execute());
    }

    private void restoreField(DSLContext ctx, EntityStep.RestoreField step) {
        FieldShape shape = step.shape();
        if (shape.links() != null) {
            EntityMoves.back(ctx, schema, shape.links().table(), step.turn());
        }
        shape.columns()
                .forEach(column -> ctx.alterTable(schema.table(TableNames.table(step.entity())))
                        .renameColumn(DSL.quotedName(Apart.name(column.name(), step.turn())))
                        .to(DSL.quotedName(column.name()))
                        .execute());
        trash.remove(ctx, step.trash());
    }

    /** What could not be prepared because the name was taken until now. */
    private void add(DSLContext ctx, EntityStep.AddField step) {
        String table = TableNames.table(step.entity());
        List<ColumnShape> missing = step.shape().columns().stream()
                .filter(column -> !Ddl.hasColumn(ctx, schema, table, column.name()))
                .toList();
        Preparation.addColumns(ctx, schema.table(table), missing);
        links(ctx, step.shape());
    }

    private void swap(DSLContext ctx, EntityStep.ChangeType change) {
        Table<Record> table = schema.table(TableNames.table(change.entity()));
        change.before().indexes().forEach(index -> dropIndex(ctx, index.name()));
        ctx.alterTable(table)
                .dropColumn(DSL.quotedName(Apart.source(change.field())))
                .execute();
        ctx.alterTable(table)
                .renameColumn(DSL.quotedName(change.field()))
                .to(DSL.quotedName(Apart.name(change.field(), change.turn())))
                .execute();
        ctx.alterTable(table)
                .renameColumn(DSL.quotedName(Apart.coming(change.field())))
                .to(DSL.quotedName(change.field()))
                .execute();
        keep(
                ctx,
                change.entity(),
                change.before(),
                change.label(),
                TableNames.table(change.entity()),
                change.turn(),
                change.rewritten());
    }

    /** Makes sure of the index that {@link #makeUnique} could not make, or not under its own name. */
    private void settle(DSLContext ctx, EntityStep.MakeUnique unique) {
        String coming = coming(unique.index());
        if (Ddl.indexState(ctx, schema, coming) != Ddl.IndexState.ABSENT) {
            dropIndex(ctx, unique.index().name());
            Ddl.renameIndex(ctx, schema.qualify(coming), unique.index().name());
        } else if (Ddl.indexState(ctx, schema, unique.index().name()) == Ddl.IndexState.ABSENT) {
            makeUnique(ctx, unique);
        }
    }
}

package io.zhike.entity.table;

import io.zhike.entity.EntityError;
import io.zhike.entity.TableNames;
import io.zhike.entity.ValueContext;
import io.zhike.store.Database;
import io.zhike.store.Ddl;
import io.zhike.store.WorkspaceSchema;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * What can be done before the publish: columns that nobody knows of yet, and the back-fill of changed types. It does no
 * harm where the publish fails, and what it left then is thrown away when it is tried again.
 */
final class Preparation {
    private static final int ATTEMPTS = 60;

    private final Database database;
    private final WorkspaceSchema schema;
    private final ValueContext values;

    Preparation(Database database, WorkspaceSchema schema, ValueContext values) {
        this.database = database;
        this.schema = schema;
        this.values = values;
    }

    void run(List<EntityStep> steps) {
        for (EntityStep step : steps) {
            if (step instanceof EntityStep.AddField field && !makesRoom(steps, field)) {
                add(field.entity(), field.shape());
            } else if (step instanceof EntityStep.ChangeType change && Application.moves(change)) {
                fill(change);
            }
        }
    }

    /** Whether another step first has to take away what has this name now. */
    static boolean makesRoom(List<EntityStep> steps, EntityStep.AddField field) {
        return steps.stream()
                .anyMatch(step -> (step instanceof EntityStep.TrashField
                                || step instanceof EntityStep.DropField
                                || step instanceof EntityStep.RestoreEntity)
                        && step.entity().equals(field.entity())
                        && (step.field().isEmpty() || step.field().equals(field.field())));
    }

    private void add(String entity, FieldShape shape) {
        String name = TableNames.table(entity);
        patiently(name, ctx -> {
            for (ColumnShape column : shape.columns()) {
                // Left by a publish that failed; its type may have been another.
                if (Ddl.hasColumn(ctx, schema, name, column.name())) {
                    ctx.alterTable(schema.table(name))
                            .dropColumn(DSL.quotedName(column.name()))
                            .execute();
                }
            }
            addColumns(ctx, schema.table(name), shape.columns());
        });
    }

    /** Adds columns by a change of the catalogue alone; there is at least one. */
    static void addColumns(DSLContext ctx, Table<Record> table, List<ColumnShape> columns) {
        for (ColumnShape column : columns) {
            ctx.alterTable(table)
                    .addColumn(DSL.quotedName(column.name()), column.declared())
                    .execute();
        }
    }

    private void fill(EntityStep.ChangeType change) {
        String name = TableNames.table(change.entity());
        Table<Record> table = schema.table(name);
        String coming = Apart.coming(change.field());
        String source = Apart.source(change.field());
        patiently(name, ctx -> {
            for (String column : List.of(coming, source)) {
                if (Ddl.hasColumn(ctx, schema, name, column)) {
                    ctx.alterTable(table).dropColumn(DSL.quotedName(column)).execute();
                }
            }
            addColumns(
                    ctx,
                    table,
                    List.of(
                            change.after().columns().getFirst().renamed(coming),
                            change.before().columns().getFirst().renamed(source)));
        });
        Batches<?, ?> batches = Application.batches(schema, change, values);
        Optional<UUID> last = Optional.of(new UUID(0, 0));
        while (last.isPresent()) {
            UUID from = last.get();
            last = database.write(ctx -> batches.next(ctx, from));
        }
    }

    private void patiently(String table, Ddl.Work work) {
        boolean done = database.write(ctx -> Ddl.patiently(ctx, ATTEMPTS, work));
        if (!done) {
            throw EntityError.TABLE_BUSY.problem(table);
        }
    }
}

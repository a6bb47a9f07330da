package io.zhike.entity.table;

import static org.jooq.impl.DSL.quotedName;

import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityError;
import io.zhike.entity.Rollup;
import io.zhike.entity.SystemFields;
import io.zhike.entity.TableNames;
import io.zhike.store.Database;
import io.zhike.store.Ddl;
import io.zhike.store.WorkspaceSchema;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What follows the commit: foreign keys, indexes built while everybody works on, roll-ups. Every part finds what is done
 * already, and leaves alone what a later publish has taken away.
 */
final class Completion {
    private static final int ATTEMPTS = 60;

    private final Database database;
    private final WorkspaceSchema schema;
    private final Supplier<EntityCatalog> catalog;
    private final RollupFill fill;

    Completion(Database database, WorkspaceSchema schema, Supplier<EntityCatalog> catalog, RollupFill fill) {
        this.database = database;
        this.schema = schema;
        this.catalog = catalog;
        this.fill = fill;
    }

    void run(List<EntityStep> steps) {
        for (EntityStep step : steps) {
            if (step instanceof EntityStep.Link link) {
                link(link.table(), link.reference());
            } else if (step instanceof EntityStep.BuildIndex build) {
                index(TableNames.table(build.entity()), build.index());
            }
        }
        for (EntityStep step : steps) {
            if (step instanceof EntityStep.Compute compute) {
                compute(compute);
            }
        }
    }

    private void link(String table, KeyShape key) {
        boolean there = database.read(ctx -> Ddl.hasColumn(ctx, schema, table, key.column())
                && Ddl.hasTable(ctx, schema, TableNames.table(key.target())));
        if (!there) {
            return;
        }
        if (!database.read(ctx -> Ddl.foreignKeys(ctx, schema, table)).contains(key.name())) {
            boolean added = database.write(ctx -> Ddl.patiently(
                    ctx,
                    ATTEMPTS,
                    inner -> Ddl.addForeignKey(
                            inner,
                            schema.table(table),
                            key.name(),
                            key.column(),
                            schema.table(TableNames.table(key.target())),
                            key.onDelete())));
            if (!added) {
                throw EntityError.TABLE_BUSY.problem(table);
            }
        }
        database.writing(ctx -> mend(ctx, schema.table(table), key));
        database.read(ctx -> {
            Ddl.validate(ctx, schema.table(table), key.name());
            return true;
        });
    }

    /** Takes away what points to records that went while it lay in the trash. */
    private void mend(DSLContext ctx, Table<Record> table, KeyShape key) {
        Field<UUID> column = DSL.field(table.getQualifiedName().append(key.column()), SQLDataType.UUID);
        Table<Record> target = schema.table(TableNames.table(key.target())).as("target_of_key");
        Condition lost = column.isNotNull()
                .andNotExists(DSL.selectOne()
                        .from(target)
                        .where(DSL.field(quotedName("target_of_key", SystemFields.ID), SQLDataType.UUID)
                                .eq(column)));
        if (Ddl.hasColumn(ctx, schema, table.getName(), TableNames.POSITION)
                && !Ddl.hasColumn(ctx, schema, table.getName(), SystemFields.ID)) {
            ctx.deleteFrom(table).where(lost).execute();
        } else {
            ctx.update(table)
                    .setNull(DSL.field(quotedName(key.column()), SQLDataType.UUID))
                    .where(lost)
                    .execute();
        }
    }

    private void index(String table, IndexShape index) {
        boolean wanted = database.read(
                ctx -> index.parts().stream().allMatch(part -> Ddl.hasColumn(ctx, schema, table, part.column())));
        Ddl.IndexState state = database.read(ctx -> Ddl.indexState(ctx, schema, index.name()));
        if (!wanted || state == Ddl.IndexState.VALID) {
            return;
        }
        database.read(ctx -> {
            if (state == Ddl.IndexState.INVALID) {
                Ddl.dropIndexConcurrently(ctx, schema.qualify(index.name()));
            }
            index.create(ctx, schema, table, true);
            return true;
        });
    }

    private void compute(EntityStep.Compute step) {
        EntityCatalog now = catalog.get();
        for (Rollup rollup : now.rollupsOf(step.entity())) {
            if (rollup.field().equals(step.field())) {
                fill.run(now, rollup);
            }
        }
    }
}

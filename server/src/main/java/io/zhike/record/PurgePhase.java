package io.zhike.record;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.Storage;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * Before records go for ever: what points to them points to nothing afterwards, and what must point to one keeps it from
 * going.
 */
final class PurgePhase implements WritePhase {

    @Override
    public void run(WriteRun run) {
        List<PendingWrite> purges = run.pending(ChangeKind.PURGE).toList();
        if (purges.isEmpty()) {
            return;
        }
        for (EntityDefinition entity : run.catalog().all()) {
            for (Field field : entity.fields()) {
                if (field.type().target().filter(run.entity().code()::equals).isPresent()) {
                    release(run, new EntityTable(entity, run.schema()), field, purges);
                }
            }
        }
    }

    private static void release(WriteRun run, EntityTable table, Field field, List<PendingWrite> purges) {
        switch (field.type().storage()) {
            case Storage.Links _ ->
                table.links().stream()
                        .filter(link -> link.field().equals(field))
                        .forEach(link -> run.ctx()
                                .deleteFrom(link.table())
                                .where(EntityTable.Link.TARGET.in(ids(purges)))
                                .execute());
            case Storage.Column _ -> releaseColumn(run, table, field, purges);
            case Storage.Parts _, Storage.Children _, Storage.Computed _ -> {}
        }
    }

    private static void releaseColumn(WriteRun run, EntityTable table, Field field, List<PendingWrite> purges) {
        org.jooq.Field<UUID> column = table.column(field.code(), org.jooq.impl.SQLDataType.UUID);
        if (!field.required()) {
            run.ctx()
                    .update(table.table())
                    .set(column, DSL.castNull(column))
                    .where(column.in(ids(purges)))
                    .execute();
            return;
        }
        for (PendingWrite write : purges) {
            Condition pointing = column.eq(write.id());
            int count = run.ctx().fetchCount(table.table(), pointing);
            if (count > 0) {
                write.refuse(
                        "", RecordError.STILL_REFERENCED, count, table.entity().label(), field.label());
            }
        }
    }

    private static List<UUID> ids(List<PendingWrite> purges) {
        return purges.stream()
                .filter(write -> !write.refused())
                .map(PendingWrite::id)
                .toList();
    }
}

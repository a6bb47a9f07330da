package io.zhike.record;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.Storage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Before records go for ever: records of their child tables go with them, what else points to them points to nothing
 * afterwards, and what must point to one keeps it from going. Each of these is a write like any other, with its change in
 * the feed.
 */
final class PurgePhase implements WritePhase {
    private final List<WritePhase> writing;

    /** @param writing what stores pending writes and tells of them */
    PurgePhase(List<WritePhase> writing) {
        this.writing = List.copyOf(writing);
    }

    /** A relation that may point to what is purged. */
    private record Pointer(EntityTable table, Field field) {
        boolean owns() {
            return table.entity().parent().filter(field.code()::equals).isPresent();
        }

        org.jooq.Field<UUID> column() {
            return table.column(field.code(), SQLDataType.UUID);
        }

        Optional<EntityTable.Link> link() {
            return table.links().stream()
                    .filter(link -> link.field().equals(field))
                    .findFirst();
        }
    }

    @Override
    public void run(WriteRun run) {
        if (run.pending(ChangeKind.PURGE).findAny().isEmpty()) {
            return;
        }
        List<Pointer> pointers = pointers(run);
        for (Pointer pointer : pointers) {
            if (pointer.field().required() && !pointer.owns() && pointer.link().isEmpty()) {
                refuseWhereNeeded(run, pointer);
            }
        }
        pointers.stream().filter(Pointer::owns).forEach(pointer -> purgeChildren(run, pointer));
        pointers.stream().filter(pointer -> !pointer.owns()).forEach(pointer -> release(run, pointer));
    }

    private static List<Pointer> pointers(WriteRun run) {
        List<Pointer> pointers = new ArrayList<>();
        for (EntityDefinition entity : run.catalog().all()) {
            for (Field field : entity.fields()) {
                boolean stored = field.type().storage() instanceof Storage.Column
                        || field.type().storage() instanceof Storage.Links;
                if (stored
                        && field.type()
                                .target()
                                .filter(run.entity().code()::equals)
                                .isPresent()) {
                    pointers.add(new Pointer(EntityTable.of(entity, run.schema()), field));
                }
            }
        }
        return pointers;
    }

    private static Set<UUID> ids(WriteRun run) {
        Set<UUID> ids = new TreeSet<>();
        run.pending(ChangeKind.PURGE).forEach(write -> ids.add(write.id()));
        return ids;
    }

    /** What is purged in the same batch needs nothing any more. */
    private static void refuseWhereNeeded(WriteRun run, Pointer pointer) {
        Set<UUID> ids = ids(run);
        Condition stays = pointer.table().entity().code().equals(run.entity().code())
                ? pointer.table().id().notIn(ids)
                : DSL.noCondition();
        Map<UUID, Integer> needed = run.ctx()
                .select(pointer.column(), DSL.count())
                .from(pointer.table().table())
                .where(pointer.column().in(ids))
                .and(stays)
                .groupBy(pointer.column())
                .fetchMap(row -> row.value1(), row -> row.value2());
        run.pending(ChangeKind.PURGE).forEach(write -> {
            Integer count = needed.get(write.id());
            if (count != null) {
                write.refuse(
                        "",
                        RecordError.STILL_REFERENCED,
                        count,
                        pointer.table().entity().label(),
                        pointer.field().label());
            }
        });
    }

    private void purgeChildren(WriteRun run, Pointer pointer) {
        Set<UUID> parents = ids(run);
        Set<UUID> refused = new HashSet<>();
        while (true) {
            Condition living =
                    refused.isEmpty() ? DSL.noCondition() : pointer.table().id().notIn(refused);
            List<PendingWrite> writes = new ArrayList<>();
            new LockedRecords(run.ctx(), pointer.table())
                    .page(pointer.column().in(parents).and(living))
                    .forEach(
                            child -> writes.add(pending(run, writes.size(), new RecordWrite.Purge(child.id()), child)));
            if (writes.isEmpty()) {
                return;
            }
            WriteRun children = run.following(pointer.table(), writes);
            run(children);
            writing.forEach(phase -> phase.run(children));
            for (PendingWrite child : writes) {
                if (child.refused()) {
                    refused.add(child.id());
                    run.refuse(child.loaded().values().get(pointer.field().code()), child.issues());
                }
            }
        }
    }

    private void release(WriteRun run, Pointer pointer) {
        Set<UUID> targets = ids(run);
        Condition others = pointer.table().entity().code().equals(run.entity().code())
                ? pointer.table().id().notIn(targets)
                : DSL.noCondition();
        while (!targets.isEmpty()) {
            List<PendingWrite> writes = new ArrayList<>();
            new LockedRecords(run.ctx(), pointer.table())
                    .page(pointing(run, pointer, targets).and(others))
                    .forEach(record -> writes.add(released(run, pointer.field(), record, targets, writes.size())));
            if (writes.isEmpty()) {
                return;
            }
            WriteRun releasing = run.following(pointer.table(), writes);
            writing.forEach(phase -> phase.run(releasing));
        }
    }

    private static Condition pointing(WriteRun run, Pointer pointer, Set<UUID> targets) {
        return pointer.link()
                .map(link -> pointer.table()
                        .id()
                        .in(run.ctx()
                                .select(EntityTable.Link.SOURCE)
                                .from(link.table())
                                .where(EntityTable.Link.TARGET.in(targets))))
                .orElseGet(() -> pointer.column().in(targets));
    }

    private static PendingWrite released(WriteRun run, Field field, StoredRecord record, Set<UUID> targets, int index) {
        @Nullable
        Object left = record.values().get(field.code()) instanceof List<?> list && !targets.containsAll(list)
                ? list.stream().filter(target -> !targets.contains(target)).toList()
                : null;
        RecordValues values = RecordValues.NONE.with(field.code(), left);
        return pending(run, index, new RecordWrite.Update(record.id(), Optional.empty(), values), record);
    }

    private static PendingWrite pending(WriteRun run, int index, RecordWrite write, StoredRecord record) {
        return PendingWrite.of(index, write, record, run.ticks().next());
    }
}

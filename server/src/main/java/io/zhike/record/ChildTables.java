package io.zhike.record;

import static io.zhike.entity.SystemFields.DELETED_AT;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Row2;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The rows of child tables go into the recycle bin with their record and come back with it, whatever the caller may do with
 * them alone, and theirs in turn. A row bears the very moment at which its record went, so that a row which was deleted
 * before that stays where it is. Each is a write like any other, with its change in the feed and in the batch.
 */
final class ChildTables {
    private ChildTables() {}

    /** Refuses what cannot come back: a row without its record, and a record with a row whose place is taken by now. */
    static final class Check implements WritePhase {
        private final WritePhase unique;

        Check(WritePhase unique) {
            this.unique = unique;
        }

        @Override
        public void run(WriteRun run) {
            if (run.pending(ChangeKind.RESTORE).findAny().isPresent()) {
                refuseWithoutParent(run);
                refuseWithRefusedRows(run);
            }
        }

        private static void refuseWithoutParent(WriteRun run) {
            Optional<Field> field = run.entity().parent().flatMap(run.entity()::field);
            Optional<String> target = field.flatMap(found -> found.type().target());
            if (target.isEmpty()) {
                return;
            }
            EntityDefinition parent = run.catalog().get(target.get());
            EntityTable table = EntityTable.of(parent, run.schema());
            List<PendingWrite> restores = run.pending(ChangeKind.RESTORE).toList();
            Set<UUID> living = run.ctx()
                    .select(table.id())
                    .from(table.table())
                    .where(table.id()
                            .in(restores.stream()
                                    .map(write -> parentOf(write, field.get()))
                                    .toList()))
                    .and(deletedAt().isNull())
                    .fetchSet(table.id());
            Set<UUID> coming = new HashSet<>();
            if (parent.code().equals(run.entity().code())) {
                restores.forEach(write -> coming.add(write.id()));
            }
            restores.stream()
                    .filter(write -> parentOf(write, field.get()) instanceof UUID id
                            && !living.contains(id)
                            && !coming.contains(id))
                    .forEach(write -> write.refuse(
                            "", RecordError.PARENT_IN_BIN, run.entity().label(), parent.label()));
        }

        private void refuseWithRefusedRows(WriteRun run) {
            for (Rows rows : tables(run)) {
                List<PendingWrite> page = rows.restores(run, DSL.noCondition());
                while (!page.isEmpty()) {
                    WriteRun children = run.alongside(rows.table(), page);
                    unique.run(children);
                    refuseWithRefusedRows(children);
                    page.forEach(row -> rows.refuseParent(run, row));
                    page = rows.restores(
                            run, rows.table().id().gt(page.getLast().id()));
                }
            }
        }

        private static @Nullable UUID parentOf(PendingWrite write, Field field) {
            return (UUID) write.loaded().values().get(field.code());
        }
    }

    /** Lets the rows follow, once their records are stored. */
    static final class Follow implements WritePhase {
        private final List<WritePhase> writing;

        /** @param writing what stores pending writes and tells of them */
        Follow(List<WritePhase> writing) {
            this.writing = List.copyOf(writing);
        }

        @Override
        public void run(WriteRun run) {
            if (run.pending(ChangeKind.DELETE, ChangeKind.RESTORE).findAny().isEmpty()) {
                return;
            }
            for (Rows rows : tables(run)) {
                follow(run, rows);
            }
        }

        private void follow(WriteRun run, Rows rows) {
            while (true) {
                List<PendingWrite> page = new ArrayList<>(rows.deletes(run));
                page.addAll(rows.restores(run, DSL.noCondition()));
                if (page.isEmpty()) {
                    return;
                }
                WriteRun children = run.alongside(rows.table(), page);
                writing.forEach(phase -> phase.run(children));
                run(children);
            }
        }
    }

    private static List<Rows> tables(WriteRun run) {
        return run.catalog().childTables(run.entity().code()).stream()
                .map(child -> new Rows(
                        EntityTable.of(child, run.schema()), child.parent().orElseThrow()))
                .toList();
    }

    private static org.jooq.Field<OffsetDateTime> deletedAt() {
        return DSL.field(DSL.name(DELETED_AT), SQLDataType.TIMESTAMPWITHTIMEZONE);
    }

    /** One child table: which of its rows follow, a page at a time. */
    private record Rows(EntityTable table, String parent) {

        List<PendingWrite> deletes(WriteRun run) {
            Map<UUID, Instant> gone = new HashMap<>();
            run.pending(ChangeKind.DELETE).forEach(write -> gone.put(write.id(), write.deletedAt(run.now())));
            List<PendingWrite> writes = new ArrayList<>();
            Condition living = column().in(gone.keySet()).and(deletedAt().isNull());
            for (StoredRecord row : page(run, living)) {
                PendingWrite write =
                        pending(run, writes.size(), new RecordWrite.Delete(row.id(), Optional.empty()), row);
                write.setDeletedAt(Objects.requireNonNull(gone.get(parentOf(row))));
                writes.add(write);
            }
            return writes;
        }

        List<PendingWrite> restores(WriteRun run, Condition more) {
            List<Row2<UUID, OffsetDateTime>> back = run.pending(ChangeKind.RESTORE)
                    .map(write -> DSL.row(write.id(), wentAt(write).atOffset(ZoneOffset.UTC)))
                    .toList();
            Condition went = DSL.row(column(), deletedAt()).in(back);
            List<PendingWrite> writes = new ArrayList<>();
            for (StoredRecord row : page(run, went.and(more))) {
                writes.add(pending(run, writes.size(), new RecordWrite.Restore(row.id()), row));
            }
            return writes;
        }

        private static Instant wentAt(PendingWrite restore) {
            return (Instant) Objects.requireNonNull(restore.loaded().values().get(DELETED_AT));
        }

        private Collection<StoredRecord> page(WriteRun run, Condition which) {
            return new LockedRecords(run.ctx(), table).page(which);
        }

        private org.jooq.Field<UUID> column() {
            return table.column(parent, SQLDataType.UUID);
        }

        private UUID parentOf(StoredRecord row) {
            return (UUID) Objects.requireNonNull(row.values().get(parent));
        }

        void refuseParent(WriteRun run, PendingWrite row) {
            if (row.refused()) {
                run.refuse(parentOf(row.loaded()), row.issues());
            }
        }

        private static PendingWrite pending(WriteRun run, int index, RecordWrite write, StoredRecord row) {
            return PendingWrite.of(index, write, row, run.ticks().next());
        }
    }
}

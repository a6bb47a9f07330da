package io.zhike.record;

import static io.zhike.record.ChangeKind.CREATE;

import io.zhike.access.RowScope;
import io.zhike.access.ScopeConditions;
import io.zhike.message.Message;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Locks and loads the records that are there already, in the order of their ids so that two batches never wait for each
 * other in a circle, and refuses those that are not there, not the caller's, changed since, or in the wrong state.
 */
final class LoadPhase implements WritePhase {
    private final SealedValues sealed;

    LoadPhase(SealedValues sealed) {
        this.sealed = sealed;
    }

    @Override
    public void run(WriteRun run) {
        TreeSet<UUID> ids = new TreeSet<>();
        run.all().stream().filter(write -> !write.creates()).forEach(write -> ids.add(write.id()));
        if (ids.isEmpty()) {
            return;
        }
        Map<UUID, StoredRecord> found = load(run, ids);
        found.replaceAll((_, record) -> sealed.opened(run.schema(), run.entity(), record));
        for (PendingWrite write : run.all()) {
            if (write.kind() != CREATE) {
                admit(run, write, found.get(write.id()));
            }
        }
    }

    private static Map<UUID, StoredRecord> load(WriteRun run, TreeSet<UUID> ids) {
        LockedRecords.Scopes scopes = new LockedRecords.Scopes(
                scope(run, run.grant().read()),
                scope(run, run.grant().update()),
                scope(run, run.grant().delete()));
        return new LockedRecords(run.ctx(), run.table()).load(ids, scopes);
    }

    private static Condition scope(WriteRun run, RowScope scope) {
        return ScopeConditions.of(run.grants(), run.entity(), scope);
    }

    private static void admit(WriteRun run, PendingWrite write, @Nullable StoredRecord record) {
        if (record == null || !record.reach().read()) {
            write.refuse("", RecordError.RECORD_NOT_FOUND, run.entity().label(), write.id());
            return;
        }
        write.setBefore(record, run.ticks().next());
        boolean allowed = write.kind() == ChangeKind.UPDATE
                ? record.reach().update()
                : record.reach().delete();
        if (!allowed) {
            write.refuse(
                    "",
                    RecordError.RECORD_FORBIDDEN,
                    verb(write.kind()),
                    run.entity().label());
            return;
        }
        checkState(write, record, run.batch().origin() == ChangeOrigin.ERASURE);
    }

    /** Personal data is erased in the recycle bin, too. */
    private static void checkState(PendingWrite write, StoredRecord record, boolean erases) {
        switch (write.write()) {
            case RecordWrite.Update _, RecordWrite.Delete _ -> {
                if (record.deleted() && !erases) {
                    write.refuse("", RecordError.RECORD_IN_BIN);
                }
            }
            case RecordWrite.Restore _, RecordWrite.Purge _ -> {
                if (!record.deleted()) {
                    write.refuse("", RecordError.RECORD_NOT_IN_BIN);
                }
            }
            case RecordWrite.Create _ -> throw new IllegalStateException("a create has no record yet");
        }
        write.expectedVersion()
                .filter(seen -> seen != record.version())
                .ifPresent(seen -> write.refuse("", RecordError.VERSION_CONFLICT, seen, record.version()));
    }

    private static Message verb(ChangeKind kind) {
        return switch (kind) {
            case CREATE -> RecordVerb.CREATE.with();
            case UPDATE, COMPUTE -> RecordVerb.CHANGE.with();
            case DELETE -> RecordVerb.DELETE.with();
            case RESTORE -> RecordVerb.RESTORE.with();
            case PURGE -> RecordVerb.PURGE.with();
        };
    }
}

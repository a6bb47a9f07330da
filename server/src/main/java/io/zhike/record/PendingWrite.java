package io.zhike.record;

import io.zhike.message.Issue;
import io.zhike.message.MessageCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One write of a batch on its way through the phases: what was there, what will be, and what is wrong with it. */
final class PendingWrite {
    private final int index;
    private final RecordWrite write;
    private final List<Issue> issues = new ArrayList<>(0);
    private @Nullable StoredRecord before;
    private RecordValues incoming;
    private RecordValues after = RecordValues.NONE;
    private long number;
    private UUID id;
    private @Nullable Instant at;
    private @Nullable Instant deletedAt;

    PendingWrite(int index, RecordWrite write, UUID newId) {
        this.index = index;
        this.write = write;
        this.id = switch (write) {
            case RecordWrite.Create _ -> newId;
            case RecordWrite.Update update -> update.id();
            case RecordWrite.Delete delete -> delete.id();
            case RecordWrite.Restore restore -> restore.id();
            case RecordWrite.Purge purge -> purge.id();
        };
        this.incoming = switch (write) {
            case RecordWrite.Create create -> create.values();
            case RecordWrite.Update update -> update.values();
            case RecordWrite.Delete _, RecordWrite.Restore _, RecordWrite.Purge _ -> RecordValues.NONE;
        };
    }

    /** A write of a record that was locked and loaded already, such as one that follows the write of another. */
    static PendingWrite of(int index, RecordWrite write, StoredRecord record, Instant locked) {
        PendingWrite pending = new PendingWrite(index, write, record.id());
        pending.setBefore(record, locked);
        pending.setAfter(record.values().overlaidBy(pending.incoming));
        return pending;
    }

    int index() {
        return index;
    }

    RecordWrite write() {
        return write;
    }

    UUID id() {
        return id;
    }

    ChangeKind kind() {
        return switch (write) {
            case RecordWrite.Create _ -> ChangeKind.CREATE;
            case RecordWrite.Update _ -> ChangeKind.UPDATE;
            case RecordWrite.Delete _ -> ChangeKind.DELETE;
            case RecordWrite.Restore _ -> ChangeKind.RESTORE;
            case RecordWrite.Purge _ -> ChangeKind.PURGE;
        };
    }

    boolean creates() {
        return write instanceof RecordWrite.Create;
    }

    /** The version the caller saw, where it matters. */
    Optional<Integer> expectedVersion() {
        return switch (write) {
            case RecordWrite.Update update -> update.version();
            case RecordWrite.Delete delete -> delete.version();
            case RecordWrite.Create _, RecordWrite.Restore _, RecordWrite.Purge _ -> Optional.empty();
        };
    }

    /** What the caller wants to set. */
    RecordValues incoming() {
        return incoming;
    }

    void setIncoming(RecordValues values) {
        this.incoming = values;
    }

    Optional<StoredRecord> before() {
        return Optional.ofNullable(before);
    }

    /** @throws IllegalStateException for a create, and before the record was loaded */
    StoredRecord loaded() {
        return before().orElseThrow(() -> new IllegalStateException("no record was loaded for " + write));
    }

    /** @param locked when we had the record for us alone */
    void setBefore(StoredRecord record, Instant locked) {
        this.before = record;
        this.at = record.later(locked);
    }

    /** All values the record will have. */
    RecordValues after() {
        return after;
    }

    void setAfter(RecordValues values) {
        this.after = values;
    }

    /** The fields whose values become others. */
    RecordValues changes() {
        return before().map(StoredRecord::values).orElse(RecordValues.NONE).changedIn(after);
    }

    boolean changesAnything() {
        return switch (write) {
            case RecordWrite.Update _ -> !changes().isEmpty();
            case RecordWrite.Create _, RecordWrite.Delete _, RecordWrite.Restore _, RecordWrite.Purge _ -> true;
        };
    }

    long number() {
        return number;
    }

    void setNumber(long number) {
        this.number = number;
    }

    int newVersion() {
        return before().map(StoredRecord::version).orElse(0) + (changesAnything() ? 1 : 0);
    }

    /** When it happens: {@code now}, or when the record was locked; always after the record's change before this one. */
    Instant at(Instant now) {
        Instant time = at;
        return time == null ? now : time;
    }

    /** The moment by which a deleted record is known to have gone: its own, or that of the record it went with. */
    Instant deletedAt(Instant now) {
        Instant time = deletedAt;
        return time == null ? at(now) : time;
    }

    void setDeletedAt(Instant time) {
        this.deletedAt = time;
    }

    boolean refused() {
        return !issues.isEmpty();
    }

    List<Issue> issues() {
        return issues;
    }

    void refuse(String path, MessageCode code, Object... arguments) {
        issues.add(Issue.at(path, code, arguments));
    }
}

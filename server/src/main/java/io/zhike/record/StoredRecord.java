package io.zhike.record;

import java.time.Instant;
import java.util.UUID;

/**
 * A record as the table has it, locked for the running transaction.
 *
 * @param reach what the caller may do with it
 */
record StoredRecord(
        UUID id, long number, int version, Instant updatedAt, boolean deleted, Reach reach, RecordValues values) {

    /** {@code time}, or just after the record's last change where that lies in the future, by the clock of another node. */
    Instant later(Instant time) {
        Instant earliest = updatedAt.plusNanos(1_000);
        return earliest.isAfter(time) ? earliest : time;
    }

    /** What the caller's row scopes say of one record. */
    record Reach(boolean read, boolean update, boolean delete) {}
}

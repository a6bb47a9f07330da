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

    /** What the caller's row scopes say of one record. */
    record Reach(boolean read, boolean update, boolean delete) {}
}

package io.zhike.record;

import java.util.Optional;
import java.util.UUID;

/** One thing to do with one record. */
public sealed interface RecordWrite {

    /** Makes a record. Fields that {@code values} does not speak of get their default. */
    record Create(RecordValues values) implements RecordWrite {}

    /**
     * Changes the fields that {@code values} speaks of.
     *
     * @param version the version the caller saw; the write is refused when the record has another by now. Empty: no matter.
     */
    record Update(UUID id, Optional<Integer> version, RecordValues values) implements RecordWrite {}

    /** Puts a record into the recycle bin. */
    record Delete(UUID id, Optional<Integer> version) implements RecordWrite {}

    /** Brings a record back from the recycle bin. */
    record Restore(UUID id) implements RecordWrite {}

    /** Removes a record that is in the recycle bin for ever. What points to it points to nothing afterwards. */
    record Purge(UUID id) implements RecordWrite {}
}

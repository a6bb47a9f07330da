package io.zhike.record.file;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file beside its content.
 *
 * @param mediaType what its content was found to be, whatever the sender said
 * @param createdBy the member who sent it; null for the server itself
 * @param place where it is used; empty until a record names it
 */
public record StoredFile(
        UUID id,
        String name,
        String mediaType,
        long size,
        Instant createdAt,
        @Nullable UUID createdBy,
        Optional<Place> place) {

    /** The field of the record that names a file. */
    public record Place(String entity, UUID record, String field) {}
}

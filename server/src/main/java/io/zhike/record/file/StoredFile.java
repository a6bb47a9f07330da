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
 * @param place where it is used; empty until a record or a comment names it
 */
public record StoredFile(
        UUID id,
        String name,
        String mediaType,
        long size,
        Instant createdAt,
        @Nullable UUID createdBy,
        FileState state,
        Optional<Place> place) {

    /** What a file belongs to, and with which it goes. */
    public sealed interface Place {
        String entity();

        UUID record();

        /** The field of the record that names a file. */
        record InField(String entity, UUID record, String field) implements Place {}

        /** The comment about the record that a file came with. */
        record InComment(String entity, UUID record, UUID comment) implements Place {}
    }

    StoredFile as(FileState next) {
        return new StoredFile(id, name, mediaType, size, createdAt, createdBy, next, place);
    }

    /** Whether the content is what the name says, where that can be told; {@code .txt} says little, {@code .png} much. */
    public boolean isAsNamed() {
        return MediaType.matches(mediaType, name);
    }

    /** Whether the content is a picture, whatever the name says. */
    public boolean isPicture() {
        return mediaType.startsWith("image/");
    }
}

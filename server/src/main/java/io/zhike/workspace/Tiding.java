package io.zhike.workspace;

import io.zhike.message.Label;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that members are to be told.
 *
 * @param key the same thing is told a member once
 * @param to those who are not there any more, and {@code by}, are passed over
 * @param by who did it; null for the system
 * @param title says it without anything that a receiver might not be allowed to read
 * @param quote shown to receivers while they may read the record; null for nothing
 * @param about the record that it is about; null for none
 */
public record Tiding(
        String key,
        Kind kind,
        Set<UUID> to,
        @Nullable UUID by,
        Label title,
        @Nullable String quote,
        @Nullable Thing about) {

    public Tiding {
        to = Set.copyOf(to);
    }

    /** What sort of thing it is. */
    public enum Kind {
        /** Somebody spoke to them. */
        MENTION,
        /** Something is theirs now. */
        HAND_OVER
    }

    /** A record. */
    public record Thing(String entity, UUID record) {}
}

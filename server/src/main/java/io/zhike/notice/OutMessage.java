package io.zhike.notice;

import io.zhike.message.Label;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that leaves the house.
 *
 * @param attempts how often it was tried
 * @param error what went wrong last, for whoever reads it; null for nothing
 * @param next when it is tried (again); null where it is not
 */
record OutMessage(
        UUID id,
        Channel channel,
        String to,
        @Nullable String subject,
        String text,
        @Nullable String html,
        @Nullable ObjectNode details,
        MessageState state,
        int attempts,
        @Nullable Label error,
        @Nullable Instant next,
        Optional<About> about,
        String source,
        Instant at,
        @Nullable Instant sentAt) {}

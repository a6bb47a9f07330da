package io.zhike.notice;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that leaves the house.
 *
 * @param attempts how often it was tried
 * @param error what went wrong last; null for nothing
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
        @Nullable String error,
        @Nullable Instant next,
        Optional<About> about,
        String source,
        Instant at,
        @Nullable Instant sentAt) {}

package io.zhike.record.transfer;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import and how far it has come.
 *
 * @param actor the member whose rights it runs with
 * @param language the name of the {@link io.zhike.message.Language} that refusals are said in
 * @param total about how many rows the file has; empty where it does not tell
 * @param message why it failed
 */
record ImportStatus(
        UUID id,
        ImportPlan plan,
        ImportState state,
        @Nullable UUID actor,
        String language,
        OptionalLong total,
        Tally tally,
        Optional<String> message,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt) {}

package io.zhike.definition;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an app came into a workspace.
 *
 * @param template null for an app that was begun blank or came as a package
 * @param version of the template or package, null where it had none
 * @param installedBy null for the system
 * @param sampleBatch the batch of its sample data; null where there is none (any more)
 */
public record Installation(
        String app,
        @Nullable String template,
        @Nullable String version,
        Instant installedAt,
        @Nullable UUID installedBy,
        @Nullable UUID sampleBatch) {}

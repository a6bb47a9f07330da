package io.zhike.definition;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One publish.
 *
 * @param publishedBy null for the system
 * @param changes how many definitions it added, changed or deleted
 * @param steps what it did, by {@link PublishPart#name}
 * @param finishedAt null while work after the commit is still to be done
 */
public record Revision(
        long number,
        Instant publishedAt,
        @Nullable UUID publishedBy,
        int changes,
        JsonNode steps,
        @Nullable Instant finishedAt) {}

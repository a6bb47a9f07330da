package io.zhike.definition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A published definition, or one in the trash.
 *
 * @param version that of the draft it came from
 * @param revision the revision that made it so
 * @param deletedAt null for what is not in the trash
 */
record Published(
        Definition definition,
        long version,
        long revision,
        @Nullable Instant deletedAt) {}

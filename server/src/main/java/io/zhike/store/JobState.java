package io.zhike.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a job that is not done.
 *
 * @param due when it runs next, or was due when it is running
 * @param runningOn the node that runs it, or null
 * @param failures how many times in a row it has failed
 * @param lastError what it said at the last failure, or null
 */
public record JobState(
        JobKey job,
        Instant due,
        @Nullable String runningOn,
        int failures,
        @Nullable Instant lastFailure,
        @Nullable String lastError) {}

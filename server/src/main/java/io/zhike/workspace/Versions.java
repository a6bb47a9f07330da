package io.zhike.workspace;

import org.jspecify.annotations.Nullable;

/** Optimistic locking: a change says which version it starts from. */
final class Versions {
    private Versions() {}

    /** Throws {@code version-conflict} unless {@code expected} is null or {@code actual}. */
    static void check(long actual, @Nullable Long expected) {
        if (expected != null && expected != actual) {
            throw WorkspaceError.VERSION_CONFLICT.problem(actual, expected);
        }
    }
}

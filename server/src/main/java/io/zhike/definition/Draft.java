package io.zhike.definition;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A definition that has been changed and not yet published; seen by all builders of the workspace.
 *
 * @param definition as it shall be; null where it shall be deleted
 * @param app the app it belongs to, also where it shall be deleted
 * @param base the revision that was published when the draft was begun
 * @param version changes with every save; no two saves of a workspace have the same
 * @param changedBy null for the system
 */
public record Draft(
        DefinitionKey key,
        @Nullable Definition definition,
        @Nullable String app,
        long base,
        long version,
        @Nullable UUID changedBy,
        Instant changedAt) {}

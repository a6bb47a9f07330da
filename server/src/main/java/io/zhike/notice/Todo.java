package io.zhike.notice;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a member has to do.
 *
 * @param snoozed put aside until then; may have passed
 * @param doneBy null while it is open, and where the system did it
 * @param madeBy null for the system
 * @param givenBy who passed it on last; null where nobody did
 */
record Todo(
        UUID id,
        UUID assignee,
        String title,
        @Nullable String note,
        Optional<About> about,
        @Nullable Instant due,
        @Nullable Instant remind,
        @Nullable Instant snoozed,
        @Nullable Instant doneAt,
        @Nullable UUID doneBy,
        String source,
        @Nullable UUID madeBy,
        @Nullable UUID givenBy,
        Instant at) {
    static final int LONGEST_TITLE = 200;
    static final int LONGEST_NOTE = 5_000;

    boolean open() {
        return doneAt == null;
    }

    /** Whether {@code member} may know of it. */
    boolean concerns(UUID member) {
        return assignee.equals(member) || member.equals(madeBy) || member.equals(givenBy);
    }

    boolean overdue(Instant now) {
        return open() && due != null && due.isBefore(now);
    }
}

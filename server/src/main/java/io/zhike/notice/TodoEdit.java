package io.zhike.notice;

import io.zhike.http.Patch;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to become of a to-do; what is left out stays. */
record TodoEdit(
        @Nullable Boolean done,
        @Nullable String title,
        Patch<String> note,
        Patch<Instant> due,
        Patch<Instant> remind,
        Patch<Instant> snooze,
        @Nullable UUID assignee) {

    /** Whether it changes more than whether it is done. */
    boolean changesMore() {
        return title != null || assignee != null || note.given() || due.given() || remind.given() || snooze.given();
    }
}

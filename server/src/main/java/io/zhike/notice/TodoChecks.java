package io.zhike.notice;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What people may write into a to-do. */
final class TodoChecks {
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private TodoChecks() {}

    static String title(@Nullable String title) {
        String text = title == null ? "" : Texts.line(title);
        if (text.isEmpty() || text.length() > Todo.LONGEST_TITLE) {
            throw NoticeError.TODO_TITLE.problem(Todo.LONGEST_TITLE);
        }
        return text;
    }

    /** Null for none. */
    static @Nullable String note(@Nullable String note) {
        if (note == null || note.isBlank()) {
            return null;
        }
        if (note.length() > Todo.LONGEST_NOTE || note.indexOf('\0') >= 0) {
            throw NoticeError.TODO_NOTE.problem(Todo.LONGEST_NOTE);
        }
        return note.strip();
    }

    /** As the database keeps it. */
    static @Nullable Instant time(@Nullable Instant time) {
        if (time != null && (time.isBefore(EARLIEST) || time.isAfter(LATEST))) {
            throw NoticeError.TIME_FAR.problem(1970, 2199);
        }
        return micros(time);
    }

    static @Nullable Instant micros(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
    }
}

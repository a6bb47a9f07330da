package io.zhike.record;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** A span of the calendar that dates are grouped by. Weeks begin on Monday and are numbered by ISO 8601. */
public enum Bucket {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** The word in queries, and PostgreSQL's name for it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How answers call the bucket that begins on {@code first}: 2026-11-22, 2026-W47, 2026-11, 2026-Q4, 2026. */
    String key(LocalDate first) {
        return switch (this) {
            case DAY -> first.toString();
            case WEEK ->
                "%04d-W%02d"
                        .formatted(first.get(IsoFields.WEEK_BASED_YEAR), first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> "%04d-%02d".formatted(first.getYear(), first.getMonthValue());
            case QUARTER -> "%04d-Q%d".formatted(first.getYear(), first.get(IsoFields.QUARTER_OF_YEAR));
            case YEAR -> "%04d".formatted(first.getYear());
        };
    }
}

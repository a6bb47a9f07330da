package io.zhike.expression;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Dates and instants of the years 1 to 9999; what would fall outside is blank. */
final class Moments {
    static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    static final Instant FIRST_INSTANT = Instant.parse("0001-01-02T00:00:00Z");
    static final Instant LAST_INSTANT = Instant.parse("9999-12-30T00:00:00Z");

    private Moments() {}

    static boolean isInRange(LocalDate date) {
        return !date.isBefore(FIRST) && !date.isAfter(LAST);
    }

    static @Nullable Instant inRange(Instant instant) {
        return instant.isAfter(FIRST_INSTANT) && instant.isBefore(LAST_INSTANT) ? instant : null;
    }

    /** The date of that day count since 1970; null outside the range. */
    static @Nullable LocalDate day(BigDecimal epochDay) {
        boolean in = epochDay.compareTo(BigDecimal.valueOf(FIRST.toEpochDay())) >= 0
                && epochDay.compareTo(BigDecimal.valueOf(LAST.toEpochDay())) <= 0;
        return in ? LocalDate.ofEpochDay(epochDay.longValueExact()) : null;
    }

    /** The day {@code instant} falls on in {@code zone}. */
    static LocalDate dateOf(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The day of a date or of an instant. */
    static LocalDate dateOf(Object moment, ZoneId zone) {
        return moment instanceof LocalDate date ? date : dateOf((Instant) moment, zone);
    }

    /**
     * The instant of a wall-clock time. In the hour that a zone repeats it is the later one, in the hour that it skips
     * as long after the gap as the time is after its beginning: as PostgreSQL reads it.
     */
    static @Nullable Instant at(LocalDateTime time, ZoneId zone) {
        return inRange(ZonedDateTime.of(time, zone).withLaterOffsetAtOverlap().toInstant());
    }

    static @Nullable Instant startOf(LocalDate date, ZoneId zone) {
        return at(date.atStartOfDay(), zone);
    }

    static @Nullable Object plus(Object moment, Duration duration) {
        if (moment instanceof LocalDate date) {
            return day(BigDecimal.valueOf(date.toEpochDay() + Durations.days(duration)));
        }
        return inRange(((Instant) moment).plus(duration));
    }

    /** The time between two moments, where a date is the beginning of its day; null when it is too long. */
    static @Nullable Duration between(Object from, Object to, ZoneId zone) {
        Instant a = from instanceof LocalDate date ? startOf(date, zone) : (Instant) from;
        Instant b = to instanceof LocalDate date ? startOf(date, zone) : (Instant) to;
        return a == null || b == null ? null : Durations.inRange(Duration.between(a, b));
    }

    /** How two days lie to each other, of which one or both may be given as an instant. */
    static int compare(Object a, Object b, ZoneId zone) {
        return dateOf(a, zone).compareTo(dateOf(b, zone));
    }
}

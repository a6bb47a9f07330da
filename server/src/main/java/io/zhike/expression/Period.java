package io.zhike.expression;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period that moves with the present day: {@code today}, {@code yesterday}, {@code tomorrow}; {@code this_},
 * {@code last_} or {@code next_} with {@code week}, {@code month}, {@code quarter} or {@code year}; {@code last_30_days}
 * and the like with {@code days}, {@code weeks} or {@code months}, today included.
 *
 * @param count how many units; 0 for whole calendar units
 * @param offset for calendar units, how many before (negative) or after the present one; else the direction
 */
record Period(String unit, int count, int offset) {
    private static final Pattern CALENDAR = Pattern.compile("(this|last|next)_(week|month|quarter|year)");
    private static final Pattern ROLLING = Pattern.compile("(last|next)_([1-9][0-9]{0,3})_(day|week|month)s");

    static boolean isKnown(String name) {
        return switch (name) {
            case "today", "yesterday", "tomorrow" -> true;
            default -> CALENDAR.matcher(name).matches() || ROLLING.matcher(name).matches();
        };
    }

    /** The period of a name that {@link #isKnown}. */
    static Period of(String name) {
        return switch (name) {
            case "today" -> new Period("day", 0, 0);
            case "yesterday" -> new Period("day", 0, -1);
            case "tomorrow" -> new Period("day", 0, 1);
            default -> named(name);
        };
    }

    private static Period named(String name) {
        Matcher calendar = CALENDAR.matcher(name);
        if (calendar.matches()) {
            return new Period(calendar.group(2), 0, direction(calendar.group(1)));
        }
        Matcher rolling = ROLLING.matcher(name);
        if (!rolling.matches()) {
            throw new IllegalArgumentException("no period " + name);
        }
        return new Period(rolling.group(3), Integer.parseInt(rolling.group(2)), direction(rolling.group(1)));
    }

    private static int direction(String word) {
        return switch (word) {
            case "last" -> -1;
            case "next" -> 1;
            default -> 0;
        };
    }

    /** Its first day when {@code today} is the present one. */
    LocalDate start(LocalDate today) {
        if (count > 0) {
            return offset < 0 ? plus(today, -count).plusDays(1) : today;
        }
        return plus(start(today, unit), offset);
    }

    /** Its last day. */
    LocalDate end(LocalDate today) {
        if (count > 0) {
            return offset < 0 ? today : plus(today, count).minusDays(1);
        }
        return plus(start(today, unit), offset + 1).minusDays(1);
    }

    private LocalDate plus(LocalDate date, int amount) {
        return switch (unit) {
            case "day" -> date.plusDays(amount);
            case "week" -> date.plusWeeks(amount);
            case "month" -> date.plusMonths(amount);
            case "quarter" -> date.plusMonths(3L * amount);
            default -> date.plusYears(amount);
        };
    }

    /** The first day of the unit around {@code date}; weeks begin on Monday. */
    static LocalDate start(LocalDate date, String unit) {
        return switch (unit) {
            case "week" -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "month" -> date.withDayOfMonth(1);
            case "quarter" -> date.with(IsoFields.DAY_OF_QUARTER, 1);
            case "year" -> date.withDayOfYear(1);
            default -> date;
        };
    }

    /** The last day of the unit around {@code date}. */
    static LocalDate end(LocalDate date, String unit) {
        LocalDate start = start(date, unit);
        return switch (unit) {
            case "week" -> start.plusDays(6);
            case "month" -> start.plus(1, ChronoUnit.MONTHS).minusDays(1);
            case "quarter" -> start.plusMonths(3).minusDays(1);
            case "year" -> start.plusYears(1).minusDays(1);
            default -> date;
        };
    }
}

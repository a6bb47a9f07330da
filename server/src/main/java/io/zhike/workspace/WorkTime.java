package io.zhike.workspace;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * How time passes in a workspace: what is when so many minutes, days or working hours have gone by, and the other way round.
 * Both ways are monotone, in every zone: what began later is never over earlier, also where clocks are put forward and back.
 */
public record WorkTime(WorkCalendar calendar, ZoneId zone) {

    /** In what time is counted. */
    public enum Unit {
        MINUTES,
        HOURS,
        /** The same time of day so many days later. */
        DAYS,
        WORKING_HOURS,
        /**
         * The same time of day so many working days later. What begins on a free day begins with the next working day.
         */
        WORKING_DAYS
    }

    /**
     * When {@code amount} of {@code unit} have gone by since {@code start}.
     *
     * @param amount negative only for minutes, hours and days
     */
    public Instant plus(Instant start, int amount, Unit unit) {
        return switch (unit) {
            case MINUTES -> start.plus(amount, ChronoUnit.MINUTES);
            case HOURS -> start.plus(amount, ChronoUnit.HOURS);
            case DAYS -> instant(local(start).plusDays(amount));
            case WORKING_DAYS -> plusDays(start, positive(amount));
            case WORKING_HOURS -> plusHours(start, Duration.ofHours(positive(amount)));
        };
    }

    /**
     * The first start from which {@code amount} of {@code unit} take until {@code end} or longer, to the microsecond: what
     * began before it was over before {@code end}, what began then or after it was not.
     */
    public Instant firstStart(Instant end, int amount, Unit unit) {
        Duration reach = Duration.ofDays(1);
        Instant low = end.minus(reach);
        while (!plus(low, amount, unit).isBefore(end)) {
            reach = reach.multipliedBy(2);
            low = end.minus(reach);
        }
        Instant high = end;
        while (plus(high, amount, unit).isBefore(end)) {
            high = high.plus(reach);
        }
        long less = micros(low);
        long enough = micros(high) + 1;
        while (enough - less > 1) {
            long middle = less + (enough - less) / 2;
            if (plus(ofMicros(middle), amount, unit).isBefore(end)) {
                less = middle;
            } else {
                enough = middle;
            }
        }
        return ofMicros(enough);
    }

    /** The moment of a time of day: the first of two, and where the clock passes over it, the one at which it does. */
    public Instant instant(LocalDateTime local) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : ZonedDateTime.of(local, zone).toInstant();
    }

    /** The time of day of a moment; an hour that comes again stands still at its end. */
    public LocalDateTime local(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition change = rules.getTransition(local);
        boolean again =
                change != null && change.isOverlap() && rules.getOffset(instant).equals(change.getOffsetAfter());
        return again ? change.getDateTimeBefore() : local;
    }

    private Instant plusDays(Instant start, int days) {
        LocalDateTime local = local(start);
        LocalDate date = local.toLocalDate();
        LocalDate first = calendar.next(date);
        LocalTime time = first.equals(date) ? local.toLocalTime() : LocalTime.MIDNIGHT;
        return instant(calendar.plusDays(first, days).atTime(time));
    }

    private Instant plusHours(Instant start, Duration work) {
        Duration left = work;
        LocalDate day = LocalDate.ofInstant(start, zone);
        while (true) {
            for (WorkCalendar.Hours hours : calendar.hours(day)) {
                Instant opens = instant(day.atStartOfDay().plusMinutes(hours.from()));
                Instant from = opens.isBefore(start) ? start : opens;
                Instant closes = instant(day.atStartOfDay().plusMinutes(hours.to()));
                Duration open = from.isBefore(closes) ? Duration.between(from, closes) : Duration.ZERO;
                if (open.compareTo(left) >= 0) {
                    return from.plus(left);
                }
                left = left.minus(open);
            }
            day = day.plusDays(1);
        }
    }

    private static int positive(int amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("working time is counted forward: " + amount);
        }
        return amount;
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Instant ofMicros(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}

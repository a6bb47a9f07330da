package io.zhike.rule.timed;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.SystemFields;
import io.zhike.expression.Type;
import io.zhike.record.DueRecords.Found;
import io.zhike.record.DueRecords.Sought;
import io.zhike.rule.Span;
import io.zhike.rule.Trigger;
import io.zhike.workspace.LunarDate;
import io.zhike.workspace.WorkTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * When the moments of a trigger are, turned round: which values of the field they hang on have theirs in a window. Values are
 * monotone in their moments, so that a window of moments is a window of values.
 */
record Thresholds(WorkTime time, EntityDefinition entity, List<String> activities) {
    /** Nobody is older. */
    private static final int YEARS = 130;

    /** A window longer than that is a rule that slept: of what comes each year, a good year is made up. */
    private static final int MOST_DAYS = 400;

    /** What is due in {@code window}; nothing where no moment can lie in it. */
    Dues in(Trigger.Timed trigger, Window window) {
        return switch (trigger) {
            case Trigger.OnDate date -> date.eachYear() ? yearly(date, window) : Dues.of(once(date, window));
            case Trigger.Idle idle -> Dues.of(idle(idle, window));
            case Trigger.Schedule schedule ->
                Dues.of(Schedules.latest(schedule, time, window).stream()
                        .map(at -> new Due(new Sought.All(), _ -> "schedule/" + at, _ -> at))
                        .toList());
        };
    }

    private boolean isDay(String field) {
        return entity.field(field)
                .map(found -> found.type().valueType())
                .filter(Type.Date.class::isInstance)
                .isPresent();
    }

    private List<Due> once(Trigger.OnDate date, Window window) {
        String name = "date/" + said(date.offset());
        if (isDay(date.field())) {
            LocalDate from = firstDay(date, window.after());
            LocalDate to = firstDay(date, window.until()).minusDays(1);
            return from.isAfter(to)
                    ? List.of()
                    : List.of(new Due(
                            new Sought.Days(date.field(), from, to),
                            found -> name + "/" + found.at(),
                            found -> moment(date, Objects.requireNonNull(found.at()))));
        }
        if (date.at().isPresent()) {
            return List.of(new Due(
                    new Sought.Moments(
                            date.field(), start(firstDay(date, window.after())), start(firstDay(date, window.until()))),
                    found -> name + "/" + found.at(),
                    found -> moment(date, Objects.requireNonNull(found.at()))));
        }
        return List.of(new Due(
                new Sought.Moments(
                        date.field(),
                        first(next(window.after()), date.offset()),
                        first(next(window.until()), date.offset())),
                found -> name + "/" + found.at(),
                found -> moment(date, Objects.requireNonNull(found.at()))));
    }

    /** One look-up for each day of the window: the days of earlier years that return on it. */
    private Dues yearly(Trigger.OnDate date, Window window) {
        LocalDate to = firstDay(date, window.until());
        LocalDate from = firstDay(date, window.after());
        LocalDate first = from.isBefore(to.minusDays(MOST_DAYS)) ? to.minusDays(MOST_DAYS) : from;
        int days = (int) Math.max(0, ChronoUnit.DAYS.between(first, to));
        return new Dues(days, at -> returning(date, first.plusDays(at)));
    }

    private Due returning(Trigger.OnDate date, LocalDate day) {
        List<LocalDate> returning = returningOn(date, day);
        String period = "year/" + said(date.offset()) + "/" + day;
        Instant at = moment(date, day);
        Sought sought = isDay(date.field())
                ? new Sought.AnyDay(date.field(), returning)
                : new Sought.AnyMoment(
                        date.field(),
                        returning.stream()
                                .map(each -> new Sought.Moments(date.field(), start(each), start(each.plusDays(1))))
                                .toList());
        return new Due(sought, _ -> period, _ -> at);
    }

    /** The days of earlier years that come round on {@code day}. */
    static List<LocalDate> returningOn(Trigger.OnDate date, LocalDate day) {
        return date.lunar() ? LunarDate.returning(day, YEARS) : sameDay(day);
    }

    /** That day of this year and of those before; the 29th of February returns on the 28th where there is none. */
    static List<LocalDate> sameDay(LocalDate day) {
        List<LocalDate> days = new ArrayList<>();
        boolean lastOfShort = day.getMonthValue() == 2 && day.getDayOfMonth() == 28 && !day.isLeapYear();
        for (int year = day.getYear(); year >= day.getYear() - YEARS; year--) {
            LocalDate then = day.withYear(year);
            if (then.getDayOfMonth() == day.getDayOfMonth()) {
                days.add(then);
            }
            if (lastOfShort && then.isLeapYear()) {
                days.add(then.plusDays(1));
            }
        }
        return days;
    }

    /** Strictly longer: what has its moment exactly at the end of the window is not due yet. */
    private List<Due> idle(Trigger.Idle idle, Window window) {
        Instant from = first(window.after(), idle.span());
        Instant to = first(window.until(), idle.span());
        String name = "idle/" + said(idle.span());
        Function<Found, String> period = found -> name + "/" + found.at();
        Function<Found, Instant> at = found -> plus(began(found), idle.span());
        if (!from.isBefore(to)) {
            return List.of();
        }
        if (idle.since().equals(Trigger.Idle.FOLLOW_UP)) {
            List<Due> due = new ArrayList<>();
            activities.forEach(activity -> due.add(new Due(new Sought.LastActivity(activity, from, to), period, at)));
            due.add(new Due(new Sought.NoActivity(from, to), period, at));
            return due;
        }
        String field = idle.since().equals(Trigger.Idle.CHANGE) ? SystemFields.UPDATED_AT : idle.since();
        if (!isDay(field)) {
            return List.of(new Due(new Sought.Moments(field, from, to), period, at));
        }
        LocalDate first = firstStarting(from);
        LocalDate last = firstStarting(to).minusDays(1);
        return first.isAfter(last) ? List.of() : List.of(new Due(new Sought.Days(field, first, last), period, at));
    }

    /** The first day whose beginning is not before {@code moment}. */
    private LocalDate firstStarting(Instant moment) {
        LocalDate day = time.local(moment).toLocalDate();
        return start(day).isBefore(moment) ? day.plusDays(1) : day;
    }

    /** The first day whose moment is after {@code past}. */
    LocalDate firstDay(Trigger.OnDate date, Instant past) {
        LocalDate day = time.local(first(past, date.offset())).toLocalDate().minusDays(2);
        while (!moment(date, day).isAfter(past)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The moment that a day in the field stands for. */
    Instant moment(Trigger.OnDate date, LocalDate day) {
        LocalTime at = date.at().orElse(LocalTime.MIDNIGHT);
        Span offset = date.offset();
        return offset.unit() == Span.Unit.DAYS
                ? time.instant(day.plusDays(offset.amount()).atTime(at))
                : plus(time.instant(day.atTime(at)), offset);
    }

    private Instant began(Found found) {
        return began(Objects.requireNonNull(found.at()));
    }

    /** The beginning of a day, and a moment itself. */
    Instant began(Object value) {
        return value instanceof LocalDate day ? start(day) : (Instant) value;
    }

    /** The moment that a value in the field of a date that does not come each year stands for. */
    Instant moment(Trigger.OnDate date, Object value) {
        return switch (value) {
            case LocalDate day -> moment(date, day);
            case Instant moment
            when date.at().isPresent() -> moment(date, time.local(moment).toLocalDate());
            default -> plus((Instant) value, date.offset());
        };
    }

    private Instant start(LocalDate day) {
        return time.instant(day.atStartOfDay());
    }

    Instant first(Instant end, Span span) {
        return time.firstStart(end, span.amount(), unit(span));
    }

    Instant plus(Instant start, Span span) {
        return time.plus(start, span.amount(), unit(span));
    }

    private static Instant next(Instant moment) {
        return moment.plus(1, ChronoUnit.MICROS);
    }

    private static String said(Span span) {
        return span.amount() + span.unit().code();
    }

    private static WorkTime.Unit unit(Span span) {
        return switch (span.unit()) {
            case MINUTES -> WorkTime.Unit.MINUTES;
            case HOURS -> WorkTime.Unit.HOURS;
            case DAYS -> WorkTime.Unit.DAYS;
            case WORKING_HOURS -> WorkTime.Unit.WORKING_HOURS;
            case WORKING_DAYS -> WorkTime.Unit.WORKING_DAYS;
        };
    }

    /** The fields by which a trigger finds its records and that need an index; of activities, see {@link #activities}. */
    static Optional<String> field(Trigger.Timed trigger) {
        return switch (trigger) {
            case Trigger.OnDate date -> Optional.of(date.field());
            case Trigger.Idle idle ->
                switch (idle.since()) {
                    case Trigger.Idle.CHANGE -> Optional.of(SystemFields.UPDATED_AT);
                    case Trigger.Idle.FOLLOW_UP -> Optional.empty();
                    case String field -> Optional.of(field);
                };
            case Trigger.Schedule _ -> Optional.empty();
        };
    }
}

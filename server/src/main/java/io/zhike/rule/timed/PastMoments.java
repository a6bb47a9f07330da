package io.zhike.rule.timed;

import io.zhike.entity.SystemFields;
import io.zhike.record.PastActivities.Activity;
import io.zhike.record.PastRecords.Past;
import io.zhike.rule.Span;
import io.zhike.rule.Trigger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** When the moments of a trigger were in a window that is past, for records as they were then. */
final class PastMoments {
    private final Trigger.Timed trigger;
    private final Thresholds thresholds;
    private final Window window;
    private final List<Instant> times;
    private final Map<LocalDate, List<Instant>> returning = new HashMap<>();

    PastMoments(Trigger.Timed trigger, Thresholds thresholds, Window window) {
        this.trigger = trigger;
        this.thresholds = thresholds;
        this.window = window;
        this.times = trigger instanceof Trigger.Schedule schedule
                ? Schedules.all(schedule, thresholds.time(), window)
                : List.of();
        if (trigger instanceof Trigger.OnDate date && date.eachYear()) {
            LocalDate end = thresholds.firstDay(date, window.until());
            for (LocalDate day = thresholds.firstDay(date, window.after()); day.isBefore(end); day = day.plusDays(1)) {
                Instant moment = thresholds.moment(date, day);
                Thresholds.returningOn(date, day)
                        .forEach(each -> returning
                                .computeIfAbsent(each, _ -> new ArrayList<>())
                                .add(moment));
            }
        }
    }

    /**
     * The moments in a state of a record that lasts until {@code until}, the first one first.
     *
     * @param activities of the record, where the trigger asks for them
     */
    List<Instant> in(Past state, Instant until, List<Activity> activities) {
        if (!state.there()) {
            return List.of();
        }
        return moments(state, activities)
                .filter(moment -> window.holds(moment) && !moment.isBefore(state.from()) && moment.isBefore(until))
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<Instant> moments(Past state, List<Activity> activities) {
        return switch (trigger) {
            case Trigger.Schedule _ -> times.stream();
            case Trigger.OnDate date
            when date.eachYear() ->
                value(state, date.field()).map(value -> returning.getOrDefault(day(value), List.of())).stream()
                        .flatMap(List::stream);
            case Trigger.OnDate date ->
                value(state, date.field()).map(value -> thresholds.moment(date, value)).stream();
            case Trigger.Idle(Span span, String since) ->
                switch (since) {
                    case Trigger.Idle.FOLLOW_UP -> quiet(state, span, activities);
                    case Trigger.Idle.CHANGE -> after(state, SystemFields.UPDATED_AT, span);
                    case String field -> after(state, field, span);
                };
        };
    }

    private Stream<Instant> after(Past state, String field, Span span) {
        return value(state, field).map(value -> thresholds.plus(thresholds.began(value), span)).stream();
    }

    /** So long after each activity as nothing had followed it, and after the beginning where there was none at all. */
    private Stream<Instant> quiet(Past state, Span span, List<Activity> activities) {
        Stream<Instant> followed = activities.stream()
                .map(Activity::at)
                .distinct()
                .filter(at -> last(activities, thresholds.plus(at, span))
                        .filter(at::equals)
                        .isPresent())
                .map(at -> thresholds.plus(at, span));
        Stream<Instant> never = after(state, SystemFields.CREATED_AT, span)
                .filter(moment -> last(activities, moment).isEmpty());
        return Stream.concat(followed, never);
    }

    /** The last activity that was known at {@code moment}. */
    private static Optional<Instant> last(List<Activity> activities, Instant moment) {
        return activities.stream()
                .filter(each -> each.known(moment))
                .map(Activity::at)
                .max(Instant::compareTo);
    }

    private static Optional<Object> value(Past state, String field) {
        return Optional.ofNullable(state.values().get(field));
    }

    private LocalDate day(Object value) {
        return value instanceof LocalDate day
                ? day
                : thresholds.time().local((Instant) value).toLocalDate();
    }
}

package io.zhike.workspace;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * When a workspace works: the hours of each day of the week, the days off, and the days worked instead (调休). Where a date is
 * both, it is worked. A day worked instead has the hours of its own weekday, or where that is free, those of the first day of
 * the week that is not. Immutable.
 */
public final class WorkCalendar {
    private static final Hours OFFICE = new Hours(9 * 60, 18 * 60);

    /** Monday to Friday from nine to six; no holidays, since nobody can guess them. */
    public static final WorkCalendar USUAL = new WorkCalendar(
            Map.of(
                    DayOfWeek.MONDAY, List.of(OFFICE),
                    DayOfWeek.TUESDAY, List.of(OFFICE),
                    DayOfWeek.WEDNESDAY, List.of(OFFICE),
                    DayOfWeek.THURSDAY, List.of(OFFICE),
                    DayOfWeek.FRIDAY, List.of(OFFICE)),
            List.of(),
            List.of());

    private final Map<DayOfWeek, List<Hours>> week;
    private final List<NamedDay> holidays;
    private final List<NamedDay> workdays;
    private final Set<LocalDate> free;
    private final Set<LocalDate> worked;
    private final List<Hours> instead;

    /**
     * @param week the hours of days, in their order and apart from each other; a day that is missing is free
     * @param holidays days off although their weekday is worked
     * @param workdays days worked although they would be free
     * @throws IllegalArgumentException where no day of the week is worked, or hours overlap
     */
    public WorkCalendar(Map<DayOfWeek, List<Hours>> week, List<NamedDay> holidays, List<NamedDay> workdays) {
        Map<DayOfWeek, List<Hours>> days = new EnumMap<>(DayOfWeek.class);
        new TreeMap<>(week).forEach((day, hours) -> {
            if (!hours.isEmpty()) {
                days.put(day, List.copyOf(hours));
            }
        });
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a week without a working day");
        }
        if (!days.values().stream().allMatch(Hours::apart)) {
            throw new IllegalArgumentException("hours that overlap: " + days);
        }
        this.week = Collections.unmodifiableMap(days);
        this.instead = days.values().iterator().next();
        this.holidays = List.copyOf(holidays);
        this.workdays = List.copyOf(workdays);
        this.free = dates(holidays);
        this.worked = dates(workdays);
    }

    /**
     * A stretch of work within one day.
     *
     * @param from in minutes since midnight
     * @param to after {@code from}, at most 1440 for midnight
     */
    public record Hours(int from, int to) {
        static final int DAY = 24 * 60;

        public Hours {
            if (from < 0 || to <= from || to > DAY) {
                throw new IllegalArgumentException("hours from " + from + " to " + to);
            }
        }

        static boolean apart(List<Hours> hours) {
            for (int i = 1; i < hours.size(); i++) {
                if (hours.get(i).from() < hours.get(i - 1).to()) {
                    return false;
                }
            }
            return true;
        }
    }

    /** @param name what people call it, such as a festival; may be empty */
    public record NamedDay(LocalDate date, String name) {}

    public Map<DayOfWeek, List<Hours>> week() {
        return week;
    }

    public List<NamedDay> holidays() {
        return holidays;
    }

    public List<NamedDay> workdays() {
        return workdays;
    }

    /** The hours of that day; none where it is free. */
    public List<Hours> hours(LocalDate date) {
        List<Hours> usual = week.getOrDefault(date.getDayOfWeek(), List.of());
        if (worked.contains(date)) {
            return usual.isEmpty() ? instead : usual;
        }
        return free.contains(date) ? List.of() : usual;
    }

    public boolean works(LocalDate date) {
        return !hours(date).isEmpty();
    }

    /** The date itself where it is worked, else the first worked one after it. */
    public LocalDate next(LocalDate date) {
        LocalDate day = date;
        while (!works(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /**
     * The {@code days}th working day after {@code date}, or before it where negative; {@code date} itself for none. Costs a
     * step a day.
     */
    public LocalDate plusDays(LocalDate date, int days) {
        LocalDate day = date;
        int step = Integer.signum(days);
        for (int left = Math.abs(days); left > 0; ) {
            day = day.plusDays(step);
            if (works(day)) {
                left--;
            }
        }
        return day;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkCalendar that
                && week.equals(that.week)
                && holidays.equals(that.holidays)
                && workdays.equals(that.workdays);
    }

    @Override
    public int hashCode() {
        return week.hashCode() * 31 + holidays.hashCode();
    }

    private static Set<LocalDate> dates(List<NamedDay> days) {
        return days.stream().map(NamedDay::date).collect(Collectors.toUnmodifiableSet());
    }
}

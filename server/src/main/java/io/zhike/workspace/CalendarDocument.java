package io.zhike.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.workspace.WorkCalendar.Hours;
import io.zhike.workspace.WorkCalendar.NamedDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A working calendar as it is sent and stored.
 *
 * @param days by {@code mon} … {@code sun}, stretches such as {@code ["09:00", "18:00"]}; {@code 24:00} for midnight at the end
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CalendarDocument(
        @Nullable Map<String, List<List<String>>> days,
        @Nullable List<Day> holidays,
        @Nullable List<Day> workdays) {
    private static final int MOST_DAYS = 2_000;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_STRETCHES = 6;
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]|24:00");

    /** @param date such as {@code 2026-10-01} */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Day(@Nullable String date, @Nullable String name) {}

    static CalendarDocument of(WorkCalendar calendar) {
        Map<String, List<List<String>>> days = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Hours> hours = calendar.week().getOrDefault(day, List.of());
            days.put(
                    code(day),
                    hours.stream()
                            .map(each -> List.of(time(each.from()), time(each.to())))
                            .toList());
        }
        return new CalendarDocument(days, days(calendar.holidays()), days(calendar.workdays()));
    }

    /** The week of a calendar as people read it. */
    static String week(WorkCalendar calendar) {
        return calendar.week().entrySet().stream()
                .map(day -> code(day.getKey()) + " "
                        + day.getValue().stream()
                                .map(hours -> time(hours.from()) + "–" + time(hours.to()))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    /** @throws io.zhike.message.ProblemException naming everything that is wrong */
    WorkCalendar calendar() {
        Checks checks = new Checks();
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        Map<String, List<List<String>>> given = days == null ? Map.of() : days;
        given.forEach((code, stretches) -> day(code)
                .ifPresentOrElse(
                        day -> week.put(day, hours(checks, "days." + code, stretches)),
                        () -> checks.that(false, "days." + code, WorkspaceError.NO_WEEKDAY, code)));
        checks.that(given.values().stream().anyMatch(day -> !day.isEmpty()), "days", WorkspaceError.NO_WORKING_DAY);
        List<NamedDay> free = named(checks, "holidays", holidays);
        List<NamedDay> worked = named(checks, "workdays", workdays);
        Set<LocalDate> dates = free.stream().map(NamedDay::date).collect(Collectors.toSet());
        for (int i = 0; i < worked.size(); i++) {
            checks.that(
                    !dates.contains(worked.get(i).date()),
                    "workdays[" + i + "].date",
                    WorkspaceError.FREE_AND_WORKED,
                    worked.get(i).date().toString());
        }
        checks.orThrow(week);
        return new WorkCalendar(week, free, worked);
    }

    private static List<Hours> hours(Checks checks, String path, List<List<String>> stretches) {
        checks.that(stretches.size() <= MOST_STRETCHES, path, WorkspaceError.TOO_MANY_STRETCHES, MOST_STRETCHES);
        List<Hours> hours = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            String at = path + "[" + i + "]";
            List<String> ends = stretches.get(i);
            boolean times = ends.size() == 2
                    && ends.stream()
                            .allMatch(time -> time != null && TIME.matcher(time).matches());
            checks.that(times, at, WorkspaceError.NOT_HOURS);
            if (times) {
                int from = minutes(ends.getFirst());
                int to = minutes(ends.getLast());
                boolean later = hours.isEmpty() || hours.getLast().to() <= from;
                checks.that(from < to && later, at, WorkspaceError.HOURS_OUT_OF_ORDER, ends.getFirst(), ends.getLast());
                if (from < to) {
                    hours.add(new Hours(from, to));
                }
            }
        }
        return hours;
    }

    private static List<NamedDay> named(Checks checks, String path, @Nullable List<Day> given) {
        List<Day> days = given == null ? List.of() : given;
        checks.that(days.size() <= MOST_DAYS, path, WorkspaceError.TOO_MANY_DAYS, MOST_DAYS);
        List<NamedDay> named = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 0; i < Math.min(days.size(), MOST_DAYS); i++) {
            Day day = days.get(i);
            String at = path + "[" + i + "]";
            String name = day.name() == null ? "" : day.name().strip();
            checks.that(name.length() <= LONGEST_NAME, at + ".name", WorkspaceError.TOO_LONG, "name", LONGEST_NAME);
            String text = day.date() == null ? "" : day.date();
            Optional<LocalDate> date = date(text);
            checks.that(date.isPresent(), at + ".date", WorkspaceError.NOT_A_DAY, text);
            date.ifPresent(found -> {
                checks.that(seen.add(found), at + ".date", WorkspaceError.DAY_TWICE, text);
                named.add(new NamedDay(found, name));
            });
        }
        named.sort(Comparator.comparing(NamedDay::date));
        return named;
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(date -> date.getYear() >= 1900 && date.getYear() < 2200);
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private static List<Day> days(List<NamedDay> days) {
        return days.stream()
                .map(day -> new Day(day.date().toString(), day.name()))
                .toList();
    }

    private static Optional<DayOfWeek> day(String code) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (code(day).equals(code)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private static String code(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    private static int minutes(String time) {
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }

    private static String time(int minutes) {
        return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
    }
}

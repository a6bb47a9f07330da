package io.zhike.rule.timed;

import io.zhike.rule.Trigger;
import io.zhike.workspace.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** When schedules come. */
final class Schedules {
    private static final int HOURS_BACK = 24 * 31;
    private static final int DAYS_BACK = 400;

    private Schedules() {}

    /** The last time in {@code window}, which stands for all it missed; empty where it does not come in it. */
    static Optional<Instant> latest(Trigger.Schedule schedule, WorkTime time, Window window) {
        return schedule.every() == Trigger.Every.HOUR
                ? latestHour(schedule, time, window)
                : latestDay(schedule, time, window);
    }

    /** All its times in {@code window}, the first one first. */
    static List<Instant> all(Trigger.Schedule schedule, WorkTime time, Window window) {
        List<Instant> all = new ArrayList<>();
        Optional<Instant> last = latest(schedule, time, window);
        while (last.isPresent()) {
            all.add(last.get());
            Window before = new Window(window.after(), last.get().minus(1, ChronoUnit.MICROS));
            last = before.until().isAfter(window.after()) ? latest(schedule, time, before) : Optional.empty();
        }
        return all.reversed();
    }

    private static Optional<Instant> latestHour(Trigger.Schedule schedule, WorkTime time, Window window) {
        Instant hour = window.until();
        for (int back = 0; back < HOURS_BACK && hour.isAfter(window.after().minus(Duration.ofHours(1))); back++) {
            LocalDateTime local = LocalDateTime.ofInstant(hour, time.zone());
            Instant at = hour.plus(Duration.between(
                    local,
                    local.withMinute(schedule.at().getMinute()).withSecond(0).withNano(0)));
            boolean comes = !schedule.workingDays() || time.calendar().works(local.toLocalDate());
            if (comes && window.holds(at)) {
                return Optional.of(at);
            }
            hour = hour.minus(Duration.ofHours(1));
        }
        return Optional.empty();
    }

    private static Optional<Instant> latestDay(Trigger.Schedule schedule, WorkTime time, Window window) {
        LocalDate day = LocalDate.ofInstant(window.until(), time.zone());
        LocalDate first = LocalDate.ofInstant(window.after(), time.zone());
        for (int back = 0; back < DAYS_BACK && !day.isBefore(first); back++) {
            Instant at = time.instant(day.atTime(schedule.at()));
            if (window.holds(at) && comes(schedule, time, day)) {
                return Optional.of(at);
            }
            day = day.minusDays(1);
        }
        return Optional.empty();
    }

    private static boolean comes(Trigger.Schedule schedule, WorkTime time, LocalDate day) {
        if (schedule.workingDays() && !time.calendar().works(day)) {
            return false;
        }
        List<String> on = schedule.on();
        return switch (schedule.every()) {
            case HOUR, DAY -> true;
            case WEEK -> {
                String name = day.getDayOfWeek().name().substring(0, 3).toLowerCase(Locale.ROOT);
                yield on.isEmpty() ? name.equals("mon") : on.contains(name);
            }
            case MONTH -> {
                int length = YearMonth.from(day).lengthOfMonth();
                yield on.isEmpty()
                        ? day.getDayOfMonth() == 1
                        : on.stream().anyMatch(each -> dayOf(each, length) == day.getDayOfMonth());
            }
        };
    }

    /** A day that a month does not have is its last. */
    private static int dayOf(String said, int length) {
        int day = Integer.parseInt(said);
        return day < 0 ? length + 1 + day : Math.min(day, length);
    }
}

package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.workspace.WorkCalendar.Hours;
import io.zhike.workspace.WorkCalendar.NamedDay;
import io.zhike.workspace.WorkTime.Unit;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Working days across the holidays of October 2026, days worked instead, and clocks that are put forward and back. */
class WorkTimeTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Off from Thursday the 1st to Wednesday the 7th; Saturday the 10th is worked instead. */
    private static final WorkCalendar OCTOBER = new WorkCalendar(
            WorkCalendar.USUAL.week(),
            LocalDate.of(2026, 10, 1)
                    .datesUntil(LocalDate.of(2026, 10, 8))
                    .map(day -> new NamedDay(day, "国庆节"))
                    .toList(),
            List.of(new NamedDay(LocalDate.of(2026, 10, 10), "调休")));

    private static final WorkTime CHINA = new WorkTime(OCTOBER, SHANGHAI);

    @Test
    void workingDaysPassOverWeekendsAndHolidaysAndCountDaysWorkedInstead() {
        LocalDate wednesday = LocalDate.of(2026, 9, 30);
        assertThat(OCTOBER.plusDays(wednesday, 1)).isEqualTo("2026-10-08");
        assertThat(OCTOBER.plusDays(wednesday, 2)).isEqualTo("2026-10-09");
        assertThat(OCTOBER.plusDays(wednesday, 3)).isEqualTo("2026-10-10");
        assertThat(OCTOBER.plusDays(wednesday, 4)).isEqualTo("2026-10-12");
        assertThat(OCTOBER.plusDays(LocalDate.of(2026, 10, 12), -4)).isEqualTo(wednesday);
        assertThat(OCTOBER.plusDays(LocalDate.of(2026, 10, 3), 0)).isEqualTo("2026-10-03");
    }

    @Test
    void aDayWorkedInsteadHasTheHoursOfTheFirstWorkingDayOfTheWeek() {
        assertThat(OCTOBER.hours(LocalDate.of(2026, 10, 10))).containsExactly(new Hours(540, 1080));
        assertThat(OCTOBER.works(LocalDate.of(2026, 10, 11))).isFalse();
        assertThat(OCTOBER.works(LocalDate.of(2026, 10, 5))).isFalse();
    }

    @Test
    void aWorkingDayLaterIsTheSameTimeOfTheNextWorkingDay() {
        assertThat(CHINA.plus(at("2026-09-30T15:20"), 1, Unit.WORKING_DAYS)).isEqualTo(at("2026-10-08T15:20"));
        // What begins on a free day begins with the next working day.
        assertThat(CHINA.plus(at("2026-10-03T15:20"), 1, Unit.WORKING_DAYS)).isEqualTo(at("2026-10-09T00:00"));
    }

    @Test
    void workingHoursPassWhileTheDoorIsOpen() {
        assertThat(CHINA.plus(at("2026-09-30T16:00"), 4, Unit.WORKING_HOURS)).isEqualTo(at("2026-10-08T11:00"));
        assertThat(CHINA.plus(at("2026-09-30T16:00"), 2, Unit.WORKING_HOURS)).isEqualTo(at("2026-09-30T18:00"));
        assertThat(CHINA.plus(at("2026-10-10T06:00"), 9, Unit.WORKING_HOURS)).isEqualTo(at("2026-10-10T18:00"));
    }

    @Test
    void whatBeganFiveDaysAgoIsOverNotBefore() {
        Instant now = at("2026-11-20T10:00");
        assertThat(CHINA.firstStart(now, 5, Unit.DAYS)).isEqualTo(at("2026-11-15T10:00"));
        assertThat(CHINA.firstStart(now, 48, Unit.HOURS)).isEqualTo(at("2026-11-18T10:00"));
        assertThat(CHINA.firstStart(at("2026-10-08T11:00"), 4, Unit.WORKING_HOURS))
                .isEqualTo(at("2026-09-30T16:00"));
    }

    @Test
    void theHourThatIsPassedOverAndTheOneThatComesAgainAreNoHole() {
        WorkTime time = new WorkTime(WorkCalendar.USUAL, NEW_YORK);
        // 2026-03-08 02:30 does not exist, 2026-11-01 01:30 is there twice.
        Instant dayBefore =
                LocalDateTime.parse("2026-03-07T02:30").atZone(NEW_YORK).toInstant();
        assertThat(time.plus(dayBefore, 1, Unit.DAYS)).isEqualTo("2026-03-08T07:00:00Z");
        Instant again = Instant.parse("2026-11-01T06:30:00Z");
        assertThat(time.local(again)).isEqualTo("2026-11-01T02:00");
        assertThat(time.plus(again, 1, Unit.DAYS))
                .isEqualTo(
                        LocalDateTime.parse("2026-11-02T02:00").atZone(NEW_YORK).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "America/Santiago"})
    void bothWaysAreMonotoneAndAgreeInEveryZone(String zone) {
        Random random = new Random(zone.hashCode());
        WorkTime time = new WorkTime(calendar(random), ZoneId.of(zone));
        for (Unit unit : Unit.values()) {
            for (int i = 0; i < 150; i++) {
                int amount = 1 + random.nextInt(40);
                Instant one = moment(random);
                Instant later = one.plus(random.nextInt(200_000), ChronoUnit.SECONDS);
                assertThat(time.plus(later, amount, unit)).isAfterOrEqualTo(time.plus(one, amount, unit));
                Instant first = time.firstStart(one, amount, unit);
                assertThat(time.plus(first, amount, unit)).isAfterOrEqualTo(one);
                assertThat(time.plus(first.minus(1, ChronoUnit.MICROS), amount, unit))
                        .isBefore(one);
                assertThat(time.firstStart(later, amount, unit)).isAfterOrEqualTo(first);
            }
        }
    }

    @Test
    void aCalendarRefusesAWeekWithoutWorkAndHoursThatOverlap() {
        assertThatThrownBy(() -> new WorkCalendar(Map.of(), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WorkCalendar(
                        Map.of(DayOfWeek.MONDAY, List.of(new Hours(540, 720), new Hours(700, 1080))),
                        List.of(),
                        List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Hours(600, 600)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CHINA.plus(at("2026-09-30T16:00"), -1, Unit.WORKING_HOURS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static WorkCalendar calendar(Random random) {
        List<NamedDay> free = random.ints(40, 0, 730)
                .distinct()
                .mapToObj(day -> new NamedDay(LocalDate.of(2026, 1, 1).plusDays(day), ""))
                .toList();
        List<NamedDay> worked = random.ints(20, 0, 730)
                .distinct()
                .mapToObj(day -> new NamedDay(LocalDate.of(2026, 1, 1).plusDays(day), ""))
                .toList();
        Map<DayOfWeek, List<Hours>> week = Map.of(
                DayOfWeek.MONDAY, List.of(new Hours(0, 120), new Hours(120, 1440)),
                DayOfWeek.TUESDAY, List.of(new Hours(540, 720), new Hours(780, 1080)),
                DayOfWeek.FRIDAY, List.of(new Hours(1200, 1440)),
                DayOfWeek.SUNDAY, List.of(new Hours(60, 240)));
        return new WorkCalendar(week, free, worked);
    }

    private static Instant moment(Random random) {
        return Instant.parse("2026-01-01T00:00:00Z").plus(random.nextInt(700 * 24 * 60), ChronoUnit.MINUTES);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}

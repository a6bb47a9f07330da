package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference dates are those that the Hong Kong Observatory publishes. */
class LunarDateTest {
    /** The first day of the lunar year sixty years before 2026. */
    private static final LocalDate SIXTY_YEARS_BEFORE = LocalDate.of(1966, 1, 21);

    @ParameterizedTest
    @CsvSource({
        // first days of years
        "1985-02-20, 1985, 1, false, 1",
        "1995-01-31, 1995, 1, false, 1",
        "2000-02-05, 2000, 1, false, 1",
        "2024-02-10, 2024, 1, false, 1",
        "2025-01-29, 2025, 1, false, 1",
        "2026-02-17, 2026, 1, false, 1",
        "2033-01-31, 2033, 1, false, 1",
        "2034-02-19, 2034, 1, false, 1",
        // last days of years
        "2025-01-28, 2024, 12, false, 29",
        "2024-02-09, 2023, 12, false, 30",
        // festivals
        "2024-09-17, 2024, 8, false, 15",
        "2025-05-31, 2025, 5, false, 5",
        "2026-09-25, 2026, 8, false, 15",
        // leap months
        "2020-05-23, 2020, 4, true, 1",
        "2023-03-22, 2023, 2, true, 1",
        "2023-04-20, 2023, 3, false, 1",
        "2025-07-25, 2025, 6, true, 1",
        "2025-08-23, 2025, 7, false, 1",
        "2033-12-22, 2033, 11, true, 1",
        "1984-11-23, 1984, 10, true, 1",
        // where a new moon or a solar term is within minutes of midnight
        "1917-03-23, 1917, 2, true, 1",
        "1954-02-03, 1954, 1, false, 1",
        "1987-07-26, 1987, 6, true, 1",
        "1987-08-24, 1987, 7, false, 1",
        "2012-08-17, 2012, 7, false, 1",
        "2018-11-07, 2018, 9, false, 30",
        "2018-11-08, 2018, 10, false, 1",
        "2027-02-06, 2027, 1, false, 1",
        "2030-02-02, 2029, 12, false, 30",
        "2030-02-03, 2030, 1, false, 1"
    })
    void datesAreThoseOfThePublishedCalendar(LocalDate date, int year, int month, boolean leap, int day) {
        assertThat(LunarDate.of(date)).isEqualTo(new LunarDate(year, month, leap, day));
    }

    @Test
    void aDayReturnsOnTheSameDayOfTheLunarYear() {
        // The 15th of the 8th month: 2026-09-25, 2024-09-17, 1990-10-03.
        assertThat(LunarDate.returning(LocalDate.of(2026, 9, 25), 130))
                .contains(LocalDate.of(2026, 9, 25), LocalDate.of(2024, 9, 17), LocalDate.of(1990, 10, 3))
                .doesNotHaveDuplicates()
                .hasSizeBetween(131, 136);
    }

    @Test
    void aDayOfALeapMonthReturnsInTheUsualMonthOfThatNumber() {
        LocalDate bornInLeapSixth = LocalDate.of(2025, 7, 25);
        // The first day of the 6th month of 2026.
        assertThat(LunarDate.returning(LocalDate.of(2026, 7, 14), 130)).contains(bornInLeapSixth);
        assertThat(LunarDate.returning(bornInLeapSixth, 130)).isEmpty();
    }

    @Test
    void theThirtiethReturnsOnTheTwentyNinthOfAMonthThatHasNoMore() {
        LocalDate bornOnTheThirtieth = LocalDate.of(2024, 2, 9);
        assertThat(LunarDate.returning(LocalDate.of(2025, 1, 28), 130)).contains(bornOnTheThirtieth);
        assertThat(LunarDate.of(LocalDate.of(2027, 2, 5))).isEqualTo(new LunarDate(2026, 12, false, 29));
    }

    @Test
    void daysFollowEachOtherThroughTwoCenturies() {
        LunarDate before = LunarDate.of(LocalDate.of(1899, 12, 31));
        for (LocalDate day = LocalDate.of(1900, 1, 1); day.getYear() < 2101; day = day.plusDays(1)) {
            LunarDate now = LunarDate.of(day);
            boolean newMonth = now.day() == 1;
            assertThat(now.day()).describedAs("%s", day).isEqualTo(newMonth ? 1 : before.day() + 1);
            assertThat(newMonth && before.day() < 29).describedAs("%s", day).isFalse();
            assertThat(now.day()).isLessThanOrEqualTo(30);
            before = now;
        }
    }

    @Test
    void everyDayOfSixtyYearsReturnsOnceInAYear() {
        LocalDate first = LocalDate.of(2026, 2, 17);
        LocalDate nextYear = LocalDate.of(2027, 2, 6);
        var returned = Stream.iterate(first, day -> day.isBefore(nextYear), day -> day.plusDays(1))
                .flatMap(day -> LunarDate.returning(day, 60).stream())
                .sorted()
                .toList();
        var expected = Stream.iterate(SIXTY_YEARS_BEFORE, day -> day.isBefore(nextYear), day -> day.plusDays(1))
                .toList();
        assertThat(returned).isEqualTo(expected);
    }
}

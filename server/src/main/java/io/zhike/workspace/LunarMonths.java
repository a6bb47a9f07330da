package io.zhike.workspace;

import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The months of the Chinese calendar: ICU's, put right where the calendar in force is another. ICU reckons new moons and solar
 * terms to some minutes, so that one near midnight falls on the wrong day: in the months below, of 1900 to 2100, it differs
 * from the published calendar. ICU takes its time, so that each year is worked out once and kept.
 */
final class LunarMonths {
    private static final TimeZone BEIJING = TimeZone.getFrozenTimeZone("Asia/Shanghai");
    private static final int NOON_IN_BEIJING = 12 - 8;
    private static final int SHORT = 29;
    private static final Map<LocalDate, Month> PUT_RIGHT = new HashMap<>();
    private static final Map<Integer, NavigableMap<LocalDate, Month>> YEARS = new ConcurrentHashMap<>();

    static {
        List.of(
                        "1917-03-23 29 1917 2 leap",
                        "1917-04-21 30 1917 3",
                        "1922-06-25 29 1922 5 leap",
                        "1922-07-24 30 1922 6",
                        "1933-07-22 30 1933 6",
                        "1954-02-03 30 1954 1",
                        "1955-02-22 30 1955 2",
                        "1987-07-26 29 1987 6 leap",
                        "1987-08-24 30 1987 7",
                        "1999-01-17 30 1998 12",
                        "2012-08-17 30 2012 7",
                        "2018-10-09 30 2018 9",
                        "2018-11-08 29 2018 10",
                        "2027-02-06 30 2027 1",
                        "2030-01-04 30 2029 12",
                        "2030-02-03 29 2030 1",
                        "2070-03-12 30 2070 2")
                .stream()
                .map(Month::of)
                .forEach(month -> PUT_RIGHT.put(month.first(), month));
    }

    private LunarMonths() {}

    /** @param leap whether it comes again after the one of the same number */
    record Month(LocalDate first, int days, int year, int month, boolean leap) {
        private static Month of(String text) {
            String[] parts = text.split(" ");
            return new Month(
                    LocalDate.parse(parts[0]),
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]),
                    Integer.parseInt(parts[3]),
                    parts.length > 4);
        }

        /** Empty where it is not so long. */
        Optional<LocalDate> day(int day) {
            return day > days ? Optional.empty() : Optional.of(first.plusDays(day - 1L));
        }
    }

    /** The month that holds {@code date}. */
    static Month holding(LocalDate date) {
        Map.Entry<LocalDate, Month> month = year(date.getYear()).floorEntry(date);
        return month == null ? year(date.getYear() - 1).floorEntry(date).getValue() : month.getValue();
    }

    /** The months of that number in a year: one, or two with that which comes again. */
    static List<Month> called(int year, int month) {
        return year(year).values().stream()
                .filter(each -> each.month() == month)
                .toList();
    }

    private static NavigableMap<LocalDate, Month> year(int year) {
        return YEARS.computeIfAbsent(year, LunarMonths::worked);
    }

    private static NavigableMap<LocalDate, Month> worked(int year) {
        List<Month> reckoned = new ArrayList<>();
        LocalDate first = newYear(year);
        for (LunarDate date = reckoned(first); date.year() == year; date = reckoned(first)) {
            boolean isShort = reckoned(first.plusDays(SHORT)).day() == 1;
            reckoned.add(new Month(first, isShort ? SHORT : SHORT + 1, year, date.month(), date.leap()));
            first = first.plusDays(isShort ? SHORT : SHORT + 1);
        }
        NavigableMap<LocalDate, Month> months = new TreeMap<>();
        reckoned.stream()
                .filter(month -> PUT_RIGHT.values().stream().noneMatch(right -> same(right, month)))
                .forEach(month -> months.put(month.first(), month));
        PUT_RIGHT.values().stream()
                .filter(month -> month.year() == year)
                .forEach(month -> months.put(month.first(), month));
        return measured(months, beginning(year + 1));
    }

    /** Each month ends where the next one begins, which may have been put right. */
    private static NavigableMap<LocalDate, Month> measured(NavigableMap<LocalDate, Month> months, LocalDate end) {
        NavigableMap<LocalDate, Month> measured = new TreeMap<>();
        months.forEach((first, month) -> {
            LocalDate next = Optional.ofNullable(months.higherKey(first)).orElse(end);
            int days = (int) ChronoUnit.DAYS.between(first, next);
            measured.put(first, new Month(first, days, month.year(), month.month(), month.leap()));
        });
        return measured;
    }

    private static LocalDate beginning(int year) {
        return PUT_RIGHT.values().stream()
                .filter(month -> month.year() == year && month.month() == 1)
                .map(Month::first)
                .findFirst()
                .orElseGet(() -> newYear(year));
    }

    /** Whether they are the same month of the sky, a day apart or called by another name. */
    private static boolean same(Month one, Month other) {
        return Math.abs(ChronoUnit.DAYS.between(one.first(), other.first())) <= 2;
    }

    private static LunarDate reckoned(LocalDate date) {
        ChineseCalendar calendar = new ChineseCalendar(BEIJING, ULocale.ROOT);
        calendar.setTime(
                new Date(TimeUnit.DAYS.toMillis(date.toEpochDay()) + TimeUnit.HOURS.toMillis(NOON_IN_BEIJING)));
        return new LunarDate(
                calendar.get(ChineseCalendar.EXTENDED_YEAR),
                calendar.get(ChineseCalendar.MONTH) + 1,
                calendar.get(ChineseCalendar.IS_LEAP_MONTH) == 1,
                calendar.get(ChineseCalendar.DAY_OF_MONTH));
    }

    private static LocalDate newYear(int year) {
        ChineseCalendar calendar = new ChineseCalendar(BEIJING, ULocale.ROOT);
        calendar.clear();
        calendar.set(ChineseCalendar.EXTENDED_YEAR, year);
        calendar.set(ChineseCalendar.MONTH, 0);
        calendar.set(ChineseCalendar.IS_LEAP_MONTH, 0);
        calendar.set(ChineseCalendar.DAY_OF_MONTH, 1);
        calendar.set(ChineseCalendar.HOUR_OF_DAY, 12);
        return LocalDate.ofEpochDay(Math.floorDiv(calendar.getTimeInMillis(), TimeUnit.DAYS.toMillis(1)));
    }
}

package io.zhike.expression;

import static io.zhike.expression.FunctionSpec.Kind;
import static io.zhike.expression.FunctionSpec.Parameter;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Dates and their parts, in the workspace's time zone. */
final class DateFunctions {
    static final Parameter MOMENT = Parameter.of("日期", "date", Kind.MOMENT);
    static final Parameter DATE = Parameter.of("日期", "date", Kind.DATE);
    private static final Parameter AMOUNT = Parameter.of("数量", "amount", Kind.NUMBER);

    /** Months are stepped at most 4000 years, so that PostgreSQL stays in its range. */
    static final int MOST_MONTHS = 48_000;

    private DateFunctions() {}

    static List<FunctionSpec> all() {
        return Stream.of(made(), parts(), weeks(), durations())
                .flatMap(List::stream)
                .toList();
    }

    static FunctionSpec date(String name, String zh, String en) {
        return FunctionSpec.named(name, FunctionSpec.Group.DATE, zh, en);
    }

    private static List<FunctionSpec> made() {
        return List.of(
                date("TODAY", "今天", "Today")
                        .says("今天的日期。", "The present date.")
                        .takes(Kind.DATE)
                        .reading(TreeFacts.Reading.NOW)
                        .example("TODAY() = DATEOF(NOW())", "TRUE")
                        .runs(a -> Moments.dateOf(a.environment().now(), a.zone())),
                date("NOW", "现在", "Now")
                        .says("现在的日期和时间。", "The present date and time.")
                        .takes(Kind.DATETIME)
                        .reading(TreeFacts.Reading.NOW)
                        .example("NOW() - HOURS(1) < NOW()", "TRUE")
                        .runs(a -> a.environment().now()),
                date("DATE", "日期", "Date")
                        .says(
                                "由年月日组成的日期；月和日可以超出，会进位。",
                                "The date of a year, month and day; month and day may run over.")
                        .takes(
                                Kind.DATE,
                                Parameter.of("年", "year", Kind.NUMBER),
                                Parameter.of("月", "month", Kind.NUMBER),
                                Parameter.of("日", "day", Kind.NUMBER))
                        .example("DATE(2026, 1, 31)", "#2026-01-31#")
                        .example("DATE(2026, 13, 1)", "#2027-01-01#")
                        .example("DATE(2026, 3, 0)", "#2026-02-28#")
                        .example("DATE(0, 1, 1)", "BLANK")
                        .repeats(6)
                        .runs(DateFunctions::ofParts),
                date("DATETIME", "日期时间", "Date and time")
                        .says(
                                "由年月日时分秒组成的时间，或某一天的开始。",
                                "The moment of a year, month, day, hour, minute and second, or the beginning of a day.")
                        .takes(Kind.DATETIME, DATE)
                        .takes(
                                Kind.DATETIME,
                                Parameter.of("年", "year", Kind.NUMBER),
                                Parameter.of("月", "month", Kind.NUMBER),
                                Parameter.of("日", "day", Kind.NUMBER),
                                Parameter.of("时", "hour", Kind.NUMBER),
                                Parameter.of("分", "minute", Kind.NUMBER),
                                Parameter.of("秒", "second", Kind.NUMBER))
                        .example("DATEOF(DATETIME(2026, 1, 31, 23, 59, 59))", "#2026-01-31#")
                        .example("DATETIME(DATE(2026, 1, 31)) = DATETIME(2026, 1, 31, 0, 0, 0)", "TRUE")
                        .example("HOUR(DATETIME(2026, 1, 31, 25, 0, 0))", "1")
                        .repeats(6)
                        .runs(DateFunctions::dateTime),
                date("DATEOF", "取日期", "Date of")
                        .says("日期时间在工作区时区里是哪一天。", "The day a date and time falls on in the workspace's time zone.")
                        .takes(Kind.DATE, Parameter.of("日期时间", "datetime", Kind.DATETIME))
                        .example("DATEOF(DATETIME(2026, 1, 31, 23, 0, 0))", "#2026-01-31#")
                        .runs(a -> Moments.dateOf(a.instant(0), a.zone())));
    }

    private static @Nullable LocalDate ofParts(Arguments a) {
        return ofParts(a.whole(0, 0, 10_000), a.whole(1, -MOST_MONTHS, MOST_MONTHS), a.whole(2, -100_000, 100_000));
    }

    private static @Nullable LocalDate ofParts(int year, int month, int day) {
        long months = year * 12L + month - 1;
        if (months < 12 || months >= 120_000) {
            return null;
        }
        LocalDate first = LocalDate.of((int) (months / 12), (int) (months % 12) + 1, 1);
        return Moments.day(BigDecimal.valueOf(first.toEpochDay() + day - 1));
    }

    private static @Nullable Object dateTime(Arguments a) {
        if (a.count() == 1) {
            return Moments.startOf(a.date(0), a.zone());
        }
        LocalDate date = ofParts(a);
        if (date == null) {
            return null;
        }
        long seconds = a.whole(3, -100_000, 100_000) * 3600L
                + a.whole(4, -1_000_000, 1_000_000) * 60L
                + a.whole(5, -100_000_000, 100_000_000);
        return Moments.at(date.atStartOfDay().plusSeconds(seconds), a.zone());
    }

    private interface Part {
        long of(LocalDate date);
    }

    private static FunctionSpec part(String name, String zh, String en, String example, long answer, Part part) {
        return date(name, zh, en)
                .says("日期的" + zh + "。", "The " + en.toLowerCase(java.util.Locale.ROOT) + " of a date.")
                .takes(Kind.NUMBER, MOMENT)
                .example(name + "(" + example + ")", String.valueOf(answer))
                .runs(a -> BigDecimal.valueOf(part.of(day(a, 0))));
    }

    private interface TimePart {
        long of(ZonedDateTime time);
    }

    private static FunctionSpec timePart(String name, String zh, String en, long answer, TimePart part) {
        return date(name, zh, en)
                .says("时间的" + zh + "。", "The " + en.toLowerCase(java.util.Locale.ROOT) + " of a time.")
                .takes(Kind.NUMBER, Parameter.of("日期时间", "datetime", Kind.DATETIME))
                .example(name + "(DATETIME(2026, 1, 31, 9, 8, 7))", String.valueOf(answer))
                .runs(a -> BigDecimal.valueOf(part.of(a.instant(0).atZone(a.zone()))));
    }

    static LocalDate day(Arguments a, int index) {
        return Moments.dateOf(Objects.requireNonNull(a.get(index)), a.zone());
    }

    private static List<FunctionSpec> parts() {
        String day = "DATE(2026, 8, 9)";
        return List.of(
                part("YEAR", "年份", "Year", day, 2026, LocalDate::getYear),
                part("QUARTER", "季度", "Quarter", day, 3, d -> d.get(IsoFields.QUARTER_OF_YEAR)),
                part("MONTH", "月份", "Month", day, 8, LocalDate::getMonthValue),
                part("DAY", "日", "Day", day, 9, LocalDate::getDayOfMonth),
                part("DAYSINMONTH", "当月天数", "Days in the month", "DATE(2028, 2, 1)", 29, LocalDate::lengthOfMonth)
                        .repeats(2),
                timePart("HOUR", "小时", "Hour", 9, ZonedDateTime::getHour),
                timePart("MINUTE", "分钟", "Minute", 8, ZonedDateTime::getMinute),
                timePart("SECOND", "秒", "Second", 7, ZonedDateTime::getSecond));
    }

    private static List<FunctionSpec> weeks() {
        return List.of(
                date("WEEKDAY", "星期几", "Weekday")
                        .says(
                                "星期几。方式 1（默认）：周日是 1；方式 2：周一是 1；方式 3：周一是 0。",
                                "The day of the week. Way 1, the default: Sunday is 1; way 2: Monday is 1; way 3: Monday is 0.")
                        .takes(
                                Kind.NUMBER,
                                MOMENT,
                                Parameter.of("方式", "way", Kind.NUMBER).orNone())
                        .example("WEEKDAY(DATE(2026, 11, 22))", "1")
                        .example("WEEKDAY(DATE(2026, 11, 22), 2)", "7")
                        .example("WEEKDAY(DATE(2026, 11, 23), 3)", "0")
                        .repeats(6)
                        .runs(a -> BigDecimal.valueOf(weekday(day(a, 0), a.wholeOr(1, 1, 1, 3)))),
                date("WEEKNUM", "第几周", "Week of the year")
                        .says(
                                "一年里的第几周，一周从周日开始，1 月 1 日在第 1 周。",
                                "The week of the year; weeks begin on Sunday, 1 January is in week 1.")
                        .takes(Kind.NUMBER, MOMENT)
                        .example("WEEKNUM(DATE(2026, 1, 4))", "2")
                        .repeats(4)
                        .runs(a -> BigDecimal.valueOf(weekNumber(day(a, 0)))),
                date("ISOWEEKNUM", "国际周数", "ISO week")
                        .says("按 ISO 8601 的周数，一周从周一开始。", "The week number of ISO 8601; weeks begin on Monday.")
                        .takes(Kind.NUMBER, MOMENT)
                        .example("ISOWEEKNUM(DATE(2027, 1, 1))", "53")
                        .runs(a -> BigDecimal.valueOf(day(a, 0).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))),
                date("ISWEEKEND", "是周末", "Is a weekend")
                        .says("是否周六或周日。", "Whether it is a Saturday or Sunday.")
                        .takes(Kind.BOOL, MOMENT)
                        .lenient()
                        .example("ISWEEKEND(DATE(2026, 11, 22))", "TRUE")
                        .example("ISWEEKEND(DATE(2026, 11, 23))", "FALSE")
                        .runs(a -> a.get(0) != null && weekday(day(a, 0), 2) > 5),
                date("NETWORKDAYS", "工作日天数", "Working days between")
                        .says(
                                "两个日期之间（含首尾）周一到周五的天数，次序相反为负。",
                                "Mondays to Fridays between two dates, both included; negative in the opposite order.")
                        .takes(Kind.NUMBER, Parameter.of("开始", "from", Kind.DATE), Parameter.of("结束", "to", Kind.DATE))
                        .example("NETWORKDAYS(DATE(2026, 11, 20), DATE(2026, 11, 23))", "2")
                        .example("NETWORKDAYS(DATE(2026, 11, 23), DATE(2026, 11, 20))", "-2")
                        .repeats(10)
                        .runs(a -> BigDecimal.valueOf(workdaysBetween(a.date(0), a.date(1)))),
                date("WORKDAY", "几个工作日后", "After working days")
                        .says("若干个工作日（周一到周五）之后的日期，可为负。", "The date so many Mondays to Fridays later, or earlier.")
                        .takes(Kind.DATE, DATE, AMOUNT)
                        .example("WORKDAY(DATE(2026, 11, 20), 1)", "#2026-11-23#")
                        .example("WORKDAY(DATE(2026, 11, 22), -1)", "#2026-11-20#")
                        .example("WORKDAY(DATE(2026, 11, 22), 0)", "#2026-11-22#")
                        .repeats(24)
                        .runs(a -> workday(a.date(0), a.whole(1, -1_000_000, 1_000_000))));
    }

    private static int weekday(LocalDate date, int way) {
        int iso = date.getDayOfWeek().getValue();
        return switch (way) {
            case 2 -> iso;
            case 3 -> iso - 1;
            default -> iso % 7 + 1;
        };
    }

    private static int weekNumber(LocalDate date) {
        int before = date.getDayOfYear() - 1;
        int first = Math.floorMod(weekday(date, 1) - 1 - before, 7);
        return (before + first) / 7 + 1;
    }

    private static long workdaysBetween(LocalDate from, LocalDate to) {
        return from.isAfter(to)
                ? -(workdaysUntil(from.toEpochDay()) - workdaysUntil(to.toEpochDay() - 1))
                : workdaysUntil(to.toEpochDay()) - workdaysUntil(from.toEpochDay() - 1);
    }

    /** Mondays to Fridays up to a day, counted from a Monday of 1969. */
    private static long workdaysUntil(long epochDay) {
        long fromMonday = epochDay + 3;
        return Math.floorDiv(fromMonday, 7L) * 5 + Math.min(Math.floorMod(fromMonday, 7L) + 1, 5);
    }

    private static @Nullable LocalDate workday(LocalDate date, int steps) {
        if (steps == 0) {
            return date;
        }
        long fromMonday = date.toEpochDay() + 3;
        long monday = Math.floorDiv(fromMonday, 7L) * 7;
        long weekday = Math.min(Math.floorMod(fromMonday, 7L), steps > 0 ? 4 : 5);
        long target = weekday + steps;
        long day = monday + Math.floorDiv(target, 5L) * 7 + Math.floorMod(target, 5L) - 3;
        return Moments.day(BigDecimal.valueOf(day));
    }

    private static FunctionSpec duration(String name, String zh, String en, long seconds) {
        return date(name, zh, en)
                .says("若干" + zh + "的时长。", "A duration of so many " + en.toLowerCase(java.util.Locale.ROOT) + ".")
                .takes(Kind.DURATION, AMOUNT)
                .example(
                        "INMINUTES(" + name + "(2))",
                        Numbers.text(BigDecimal.valueOf(seconds * 2)
                                .divide(BigDecimal.valueOf(60), 10, java.math.RoundingMode.HALF_UP)))
                .runs(a -> Durations.of(a.number(0).multiply(BigDecimal.valueOf(seconds))));
    }

    private static FunctionSpec inUnits(String name, String zh, String en, long seconds) {
        return date(name, zh, en)
                .says("时长合多少" + zh.substring(1) + "，保留 10 位小数。", "A duration as a number, to 10 places.")
                .takes(Kind.NUMBER, Parameter.of("时长", "duration", Kind.DURATION))
                .example(
                        name + "(MINUTES(90))",
                        Numbers.text(BigDecimal.valueOf(5400)
                                .divide(BigDecimal.valueOf(seconds), 10, java.math.RoundingMode.HALF_UP)))
                .runs(a -> Numbers.divide(Durations.seconds(a.duration(0)), BigDecimal.valueOf(seconds)));
    }

    private static List<FunctionSpec> durations() {
        return List.of(
                duration("WEEKS", "周", "Weeks", 604_800),
                duration("DAYS", "天", "Days", 86_400)
                        .takes(Kind.NUMBER, Parameter.of("结束", "to", Kind.DATE), Parameter.of("开始", "from", Kind.DATE))
                        .example("DAYS(DATE(2026, 3, 1), DATE(2026, 2, 1))", "28")
                        .runs(DateFunctions::days),
                duration("HOURS", "时", "Hours", 3_600),
                duration("MINUTES", "分", "Minutes", 60),
                duration("SECONDS", "秒数", "Seconds", 1),
                inUnits("INDAYS", "合天数", "In days", 86_400),
                inUnits("INHOURS", "合小时数", "In hours", 3_600),
                inUnits("INMINUTES", "合分钟数", "In minutes", 60));
    }

    private static @Nullable Object days(Arguments a) {
        if (a.count() == 1) {
            return Durations.of(a.number(0).multiply(BigDecimal.valueOf(86_400)));
        }
        return BigDecimal.valueOf(a.date(0).toEpochDay() - a.date(1).toEpochDay());
    }

    /** The wall-clock time of an instant. */
    static LocalDateTime wall(Instant instant, Arguments a) {
        return LocalDateTime.ofInstant(instant, a.zone());
    }

    static long monthsOf(LocalDate date) {
        return date.getLong(ChronoField.PROLEPTIC_MONTH);
    }
}

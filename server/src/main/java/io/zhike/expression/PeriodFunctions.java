package io.zhike.expression;

import static io.zhike.expression.FunctionSpec.Kind;
import static io.zhike.expression.FunctionSpec.Parameter;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Steps along the calendar, differences, and the beginnings and ends of periods. */
final class PeriodFunctions {
    private static final List<String> UNITS =
            List.of("year", "quarter", "month", "week", "day", "hour", "minute", "second", "y", "m", "d");
    private static final List<String> CALENDAR_UNITS = List.of("year", "quarter", "month", "week", "day");
    private static final Parameter UNIT = Parameter.of("单位", "unit", Kind.TEXT).oneOf(UNITS);
    private static final Parameter PERIOD = Parameter.of("期间", "period", Kind.TEXT);
    private static final Parameter MONTHS = Parameter.of("月数", "months", Kind.NUMBER);

    private PeriodFunctions() {}

    static List<FunctionSpec> all() {
        return Stream.of(steps(), differences(), bounds(), relative())
                .flatMap(List::stream)
                .toList();
    }

    private static FunctionSpec date(String name, String zh, String en) {
        return DateFunctions.date(name, zh, en);
    }

    private static List<FunctionSpec> steps() {
        return List.of(
                date("DATEADD", "日期推移", "Step a date")
                        .says(
                                "日期向后推若干个单位（year、month、day、hour 等），月末对齐到月末以内。",
                                "A date so many units later (year, month, day, hour …); a day that the month lacks becomes its last.")
                        .takes(Kind.MOMENT, DateFunctions.MOMENT, Parameter.of("数量", "amount", Kind.NUMBER), UNIT)
                        .example("DATEADD(DATE(2026, 1, 31), 1, \"month\")", "#2026-02-28#")
                        .example("DATEADD(DATE(2024, 2, 29), -1, \"year\")", "#2023-02-28#")
                        .example(
                                "DATEADD(DATETIME(2026, 1, 31, 9, 0, 0), 2, \"hour\") = DATETIME(2026, 1, 31, 11, 0, 0)",
                                "TRUE")
                        .repeats(3)
                        .runs(PeriodFunctions::add),
                date("EDATE", "几个月后", "Months later")
                        .says("若干个月之后的同一天，可为负。", "The same day so many months later, or earlier.")
                        .takes(Kind.DATE, DateFunctions.DATE, MONTHS)
                        .example("EDATE(DATE(2026, 3, 31), -1)", "#2026-02-28#")
                        .repeats(3)
                        .runs(a ->
                                months(a.date(0), a.whole(1, -DateFunctions.MOST_MONTHS, DateFunctions.MOST_MONTHS))),
                date("EOMONTH", "月末", "End of month")
                        .says(
                                "若干个月之后那个月的最后一天，0 是当月。",
                                "The last day of the month so many months later; 0 is the same month.")
                        .takes(Kind.DATE, DateFunctions.DATE, MONTHS)
                        .example("EOMONTH(DATE(2026, 1, 15), 1)", "#2026-02-28#")
                        .example("EOMONTH(DATE(2028, 2, 1), 0)", "#2028-02-29#")
                        .repeats(3)
                        .expands(call -> new Expression.Call(
                                "ENDOF",
                                List.of(
                                        new Expression.Call("EDATE", call.parts(), Type.DATE),
                                        new Expression.Literal("month", Type.TEXT)),
                                Type.DATE)));
    }

    private static @Nullable Object add(Arguments a) {
        String unit = unit(a.text(2));
        int most = DateFunctions.MOST_MONTHS;
        return switch (unit) {
            case "year" -> step(a, 12L * a.whole(1, -most / 12, most / 12));
            case "quarter" -> step(a, 3L * a.whole(1, -most / 3, most / 3));
            case "month" -> step(a, a.whole(1, -most, most));
            case "week" -> days(a, 7L * a.whole(1, -100_000, 100_000));
            case "day" -> days(a, a.whole(1, -1_000_000, 1_000_000));
            default -> time(a, unit);
        };
    }

    private static @Nullable Object time(Arguments a, String unit) {
        int amount = a.whole(1, -1_000_000_000, 1_000_000_000);
        Duration by = Durations.of(BigDecimal.valueOf(amount * secondsIn(unit)));
        Object moment = a.get(0);
        return by == null || moment == null ? null : Moments.plus(moment, by);
    }

    static long secondsIn(String unit) {
        return switch (unit) {
            case "hour" -> 3_600;
            case "minute" -> 60;
            default -> 1;
        };
    }

    private static @Nullable Object step(Arguments a, long months) {
        if (a.get(0) instanceof LocalDate date) {
            return months(date, months);
        }
        return Moments.at(DateFunctions.wall(a.instant(0), a).plusMonths(months), a.zone());
    }

    private static @Nullable LocalDate months(LocalDate date, long months) {
        return inRange(date.plusMonths(months));
    }

    private static @Nullable LocalDate inRange(LocalDate date) {
        return Moments.isInRange(date) ? date : null;
    }

    private static @Nullable Object days(Arguments a, long days) {
        if (a.get(0) instanceof LocalDate date) {
            return Moments.day(BigDecimal.valueOf(date.toEpochDay() + days));
        }
        return Moments.at(DateFunctions.wall(a.instant(0), a).plusDays(days), a.zone());
    }

    /** The full name of a unit; Excel's letters are taken too. */
    static String unit(String typed) {
        return switch (typed) {
            case "y" -> "year";
            case "m" -> "month";
            case "d" -> "day";
            default -> typed;
        };
    }

    private static List<FunctionSpec> differences() {
        return List.of(
                date("DATEDIF", "日期差", "Difference of dates")
                        .says(
                                "从开始到结束有多少个完整的单位（year、month、day、hour 等），可为负。",
                                "How many whole units (year, month, day, hour …) lie between two dates; may be negative.")
                        .takes(
                                Kind.NUMBER,
                                Parameter.of("开始", "from", Kind.MOMENT),
                                Parameter.of("结束", "to", Kind.MOMENT),
                                UNIT)
                        .example("DATEDIF(DATE(2025, 12, 31), DATE(2026, 2, 28), \"month\")", "1")
                        .example("DATEDIF(DATE(2000, 2, 29), DATE(2026, 2, 28), \"Y\")", "25")
                        .example("DATEDIF(DATE(2026, 2, 1), DATE(2026, 1, 1), \"day\")", "-31")
                        .example("DATEDIF(DATE(2026, 1, 1), DATE(2026, 1, 2), \"hour\")", "24")
                        .repeats(3)
                        .runs(PeriodFunctions::difference),
                date("AGE", "年龄", "Age")
                        .says("从出生日到今天（或某一天）满多少岁。", "Whole years from a birthday until today, or until a date.")
                        .takes(
                                Kind.NUMBER,
                                Parameter.of("出生日期", "birthday", Kind.MOMENT),
                                Parameter.of("截至", "until", Kind.MOMENT).orNone())
                        .reading(TreeFacts.Reading.NOW)
                        .example("AGE(DATE(1990, 3, 7), DATE(2026, 3, 6))", "35")
                        .example("AGE(TODAY())", "0")
                        .repeats(3)
                        .expands(PeriodFunctions::age));
    }

    private static Expression age(Expression call) {
        Expression until =
                call.parts().size() > 1 ? call.parts().get(1) : new Expression.Call("TODAY", List.of(), Type.DATE);
        return new Expression.Call(
                "DATEDIF",
                List.of(call.parts().getFirst(), until, new Expression.Literal("year", Type.TEXT)),
                Type.NUMBER);
    }

    private static @Nullable Object difference(Arguments a) {
        String unit = unit(a.text(2));
        LocalDate from = DateFunctions.day(a, 0);
        LocalDate to = DateFunctions.day(a, 1);
        long months = (DateFunctions.monthsOf(to) * 32
                        + to.getDayOfMonth()
                        - DateFunctions.monthsOf(from) * 32
                        - from.getDayOfMonth())
                / 32;
        long days = to.toEpochDay() - from.toEpochDay();
        return switch (unit) {
            case "year" -> BigDecimal.valueOf(months / 12);
            case "quarter" -> BigDecimal.valueOf(months / 3);
            case "month" -> BigDecimal.valueOf(months);
            case "week" -> BigDecimal.valueOf(days / 7);
            case "day" -> BigDecimal.valueOf(days);
            default -> seconds(a, unit);
        };
    }

    private static @Nullable BigDecimal seconds(Arguments a, String unit) {
        Instant from = instant(a, 0);
        Instant to = instant(a, 1);
        if (from == null || to == null) {
            return null;
        }
        long micros = ChronoUnit.MICROS.between(from, to);
        return BigDecimal.valueOf(micros / 1_000_000 / secondsIn(unit));
    }

    private static @Nullable Instant instant(Arguments a, int index) {
        return a.get(index) instanceof LocalDate date ? Moments.startOf(date, a.zone()) : a.instant(index);
    }

    private static List<FunctionSpec> bounds() {
        Parameter unit = Parameter.of("单位", "unit", Kind.TEXT);
        return List.of(
                date("STARTOF", "期初", "Start of")
                        .says(
                                "所在年、季、月、周（周一起）、日、时的开始。",
                                "The beginning of its year, quarter, month, week (from Monday), day or hour.")
                        .takes(
                                Kind.MOMENT,
                                DateFunctions.MOMENT,
                                unit.oneOf(List.of("year", "quarter", "month", "week", "day", "hour")))
                        .example("STARTOF(DATE(2026, 8, 9), \"quarter\")", "#2026-07-01#")
                        .example("STARTOF(DATE(2026, 11, 22), \"week\")", "#2026-11-16#")
                        .example("HOUR(STARTOF(DATETIME(2026, 1, 31, 9, 8, 7), \"day\"))", "0")
                        .runs(PeriodFunctions::startOf),
                date("ENDOF", "期末", "End of")
                        .says(
                                "所在年、季、月、周（周日止）的最后一天。",
                                "The last day of its year, quarter, month or week (until Sunday).")
                        .takes(Kind.DATE, DateFunctions.DATE, unit.oneOf(CALENDAR_UNITS))
                        .example("ENDOF(DATE(2026, 8, 9), \"quarter\")", "#2026-09-30#")
                        .example("ENDOF(DATE(2026, 11, 22), \"week\")", "#2026-11-22#")
                        .runs(a -> inRange(Period.end(a.date(0), a.text(1)))));
    }

    private static @Nullable Object startOf(Arguments a) {
        String unit = a.text(1);
        if (a.get(0) instanceof LocalDate date) {
            return Period.start(date, unit);
        }
        LocalDateTime wall = DateFunctions.wall(a.instant(0), a);
        LocalDateTime start = unit.equals("hour")
                ? wall.truncatedTo(ChronoUnit.HOURS)
                : Period.start(wall.toLocalDate(), unit).atStartOfDay();
        return Moments.at(start, a.zone());
    }

    private static List<FunctionSpec> relative() {
        return List.of(
                date("PERIODSTART", "期间首日", "First day of a period")
                        .says(
                                "相对今天的期间的第一天，如 this_month、last_30_days。",
                                "The first day of a period such as this_month or last_30_days.")
                        .takes(Kind.DATE, PERIOD)
                        .writtenOut(0, (name, type) -> Period.isKnown(name), ExpressionError.UNKNOWN_PERIOD)
                        .reading(TreeFacts.Reading.NOW)
                        .example("PERIODSTART(\"today\") = TODAY()", "TRUE")
                        .example("PERIODSTART(\"last_30_days\") = TODAY() - 29", "TRUE")
                        .runs(a -> Period.of(a.text(0))
                                .start(Moments.dateOf(a.environment().now(), a.zone()))),
                date("PERIODEND", "期间末日", "Last day of a period")
                        .says("相对今天的期间的最后一天。", "The last day of a period such as this_month or last_30_days.")
                        .takes(Kind.DATE, PERIOD)
                        .writtenOut(0, (name, type) -> Period.isKnown(name), ExpressionError.UNKNOWN_PERIOD)
                        .reading(TreeFacts.Reading.NOW)
                        .example("PERIODEND(\"yesterday\") = TODAY() - 1", "TRUE")
                        .runs(a -> Period.of(a.text(0))
                                .end(Moments.dateOf(a.environment().now(), a.zone()))),
                date("DURING", "在期间内", "Falls in a period")
                        .says(
                                "日期是否落在相对今天的期间内，如 today、this_week、last_month、last_30_days、next_7_days。",
                                "Whether a date falls in a period such as today, this_week, last_month, last_30_days, next_7_days.")
                        .takes(Kind.BOOL, DateFunctions.MOMENT, PERIOD)
                        .writtenOut(1, (name, type) -> Period.isKnown(name), ExpressionError.UNKNOWN_PERIOD)
                        .reading(TreeFacts.Reading.NOW)
                        .example("DURING(NOW(), \"today\")", "TRUE")
                        .example("DURING(TODAY() - 30, \"last_30_days\")", "FALSE")
                        .repeats(2)
                        .expands(PeriodFunctions::during));
    }

    private static Expression during(Expression call) {
        Expression value = call.parts().get(0);
        List<Expression> period = List.of(call.parts().get(1));
        return new Expression.Logic(
                Expression.Connective.AND,
                List.of(
                        new Expression.Compare(
                                Expression.Comparison.GE, value, new Expression.Call("PERIODSTART", period, Type.DATE)),
                        new Expression.Compare(
                                Expression.Comparison.LE, value, new Expression.Call("PERIODEND", period, Type.DATE))));
    }
}

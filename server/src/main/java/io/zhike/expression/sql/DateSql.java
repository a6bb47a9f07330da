package io.zhike.expression.sql;

import java.util.Map;
import org.jooq.Field;

/** Dates and their parts. */
final class DateSql {
    static final int MOST_MONTHS = 48_000;

    /** Days since a Monday, the first of January of the year 1. */
    private static final String FROM_MONDAY = "({0} - date '0001-01-01')";

    private DateSql() {}

    static Map<String, SqlFunctions.Value> values() {
        return Map.ofEntries(
                Map.entry("DATE", DateSql::date),
                Map.entry("DATETIME", DateSql::dateTime),
                Map.entry("DATEOF", c -> c.day(0)),
                Map.entry("YEAR", c -> part("year", c)),
                Map.entry("QUARTER", c -> part("quarter", c)),
                Map.entry("MONTH", c -> part("month", c)),
                Map.entry("DAY", c -> part("day", c)),
                Map.entry(
                        "DAYSINMONTH",
                        c -> Sql.number(
                                "extract(day from date_trunc('month', cast({0} as timestamp)) "
                                        + "+ interval '1 month' - interval '1 day')",
                                c.day(0))),
                Map.entry("HOUR", c -> timePart("hour", c)),
                Map.entry("MINUTE", c -> timePart("minute", c)),
                Map.entry("SECOND", c -> timePart("second", c)),
                Map.entry("WEEKDAY", DateSql::weekday),
                Map.entry("WEEKNUM", DateSql::weekNumber),
                Map.entry("ISOWEEKNUM", c -> part("week", c)),
                Map.entry("NETWORKDAYS", DateSql::workdaysBetween),
                Map.entry("WORKDAY", DateSql::workday),
                Map.entry("WEEKS", c -> duration(c, 604_800)),
                Map.entry(
                        "DAYS",
                        c -> c.count() == 1 ? duration(c, 86_400) : Sql.number("({0} - {1})", c.value(0), c.value(1))),
                Map.entry("HOURS", c -> duration(c, 3_600)),
                Map.entry("MINUTES", c -> duration(c, 60)),
                Map.entry("SECONDS", c -> duration(c, 1)),
                Map.entry("INDAYS", c -> Sql.quotient(c.value(0), Sql.number("86400"))),
                Map.entry("INHOURS", c -> Sql.quotient(c.value(0), Sql.number("3600"))),
                Map.entry("INMINUTES", c -> Sql.quotient(c.value(0), Sql.number("60"))));
    }

    static Map<String, SqlFunctions.Test> tests() {
        return Map.of("ISWEEKEND", c -> Sql.test("extract(isodow from {0}) > 5", c.day(0)));
    }

    private static Field<?> date(SqlCall c) {
        String months = "nullif(nullif(least(greatest({0} * 12 + {1} - 1, 11), 120000), 120000), 11)";
        String first = "cast(date '0001-01-01' + make_interval(months => " + months + " - 12) as date)";
        return Sql.day(
                "(" + Sql.dayCount(first) + " + {2} - 1)",
                c.whole(0, 0, 10_000),
                c.whole(1, -MOST_MONTHS, MOST_MONTHS),
                c.whole(2, -100_000, 100_000));
    }

    private static Field<?> dateTime(SqlCall c) {
        if (c.count() == 1) {
            return c.instant(0);
        }
        return Sql.guardedTimestamp(
                "((cast({0} as timestamp) + make_interval(secs => {1} * 3600 + {2} * 60 + {3})) at time zone {4})",
                date(c),
                c.whole(3, -100_000, 100_000),
                c.whole(4, -1_000_000, 1_000_000),
                c.whole(5, -100_000_000, 100_000_000),
                c.zone());
    }

    private static Field<?> part(String part, SqlCall c) {
        return Sql.number("extract(" + part + " from {0})", c.day(0));
    }

    private static Field<?> timePart(String part, SqlCall c) {
        return Sql.number("floor(extract(" + part + " from {0} at time zone {1}))", c.value(0), c.zone());
    }

    private static Field<?> weekday(SqlCall c) {
        return Sql.number(
                "case {1} when 2 then extract(isodow from {0}) when 3 then extract(isodow from {0}) - 1 "
                        + "else extract(dow from {0}) + 1 + 0 * {1} end",
                c.day(0), c.wholeOr(1, 1, 1, 3));
    }

    private static Field<?> weekNumber(SqlCall c) {
        return Sql.number(
                "(cast(extract(doy from {0}) as int) - 1 + (cast(extract(dow from {0}) as int) "
                        + "- cast(extract(doy from {0}) as int) + 1 + 371) % 7) / 7 + 1",
                c.day(0));
    }

    /** Mondays to Fridays among the first days up to a day counted from a Monday. */
    private static String workdaysUntil(String days) {
        return "((" + days + ") / 7 * 5 + least((" + days + ") % 7 + 1, 5))";
    }

    private static Field<?> workdaysBetween(SqlCall c) {
        String from = FROM_MONDAY;
        String to = FROM_MONDAY.replace("{0}", "{1}");
        return Sql.number(
                "case when {0} <= {1} then " + workdaysUntil(to) + " - " + workdaysUntil(from + " - 1")
                        + " when {0} > {1} then -(" + workdaysUntil(from) + " - " + workdaysUntil(to + " - 1")
                        + ") end",
                c.value(0),
                c.value(1));
    }

    private static Field<?> workday(SqlCall c) {
        String weekday = "least(" + FROM_MONDAY + " % 7, case when {1} > 0 then 4 else 5 end)";
        String target = "(" + weekday + " + {1})";
        String day =
                Sql.dayCount("{0}") + " - " + FROM_MONDAY + " % 7 + " + target + " + 2 * floor(" + target + " / 5.0)";
        return Sql.day(
                "case when {1} = 0 then " + Sql.dayCount("{0}") + " else " + day + " end",
                c.value(0),
                c.whole(1, -1_000_000, 1_000_000));
    }

    private static Field<?> duration(SqlCall c, long seconds) {
        return Sql.duration("{0} * " + seconds, c.value(0));
    }
}

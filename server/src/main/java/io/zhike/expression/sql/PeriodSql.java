package io.zhike.expression.sql;

import io.zhike.expression.Type;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;

/** Steps along the calendar, differences, and the beginnings and ends of periods. */
final class PeriodSql {
    private static final int MOST = DateSql.MOST_MONTHS;

    private PeriodSql() {}

    static Map<String, SqlFunctions.Value> values() {
        return Map.of(
                "DATEADD", PeriodSql::add,
                "EDATE", c -> months(c, 1),
                "DATEDIF", PeriodSql::difference,
                "STARTOF", PeriodSql::startOf,
                "ENDOF", PeriodSql::endOf);
    }

    private static String unit(SqlCall c, int index) {
        String unit = Objects.requireNonNull(c.constantText(index), "the checker lets only constants pass");
        return switch (unit) {
            case "y" -> "year";
            case "m" -> "month";
            case "d" -> "day";
            default -> unit;
        };
    }

    private static boolean isTime(SqlCall c) {
        return c.type(0) instanceof Type.DateTime;
    }

    // ---- steps

    private static Field<?> add(SqlCall c) {
        String unit = unit(c, 2);
        return switch (unit) {
            case "year" -> months(c, 12);
            case "quarter" -> months(c, 3);
            case "month" -> months(c, 1);
            case "week" -> days(c, 7, 100_000);
            case "day" -> days(c, 1, 1_000_000);
            default -> time(c, seconds(unit));
        };
    }

    private static int seconds(String unit) {
        return switch (unit) {
            case "hour" -> 3_600;
            case "minute" -> 60;
            default -> 1;
        };
    }

    private static Field<?> months(SqlCall c, int factor) {
        String step = "make_interval(months => {1} * " + factor + ")";
        Field<Integer> amount = c.whole(1, -MOST / factor, MOST / factor);
        return isTime(c) ? onTheClock(c, step, amount) : Sql.guardedDate("({0} + " + step + ")", c.value(0), amount);
    }

    private static Field<?> days(SqlCall c, int factor, int most) {
        Field<Integer> amount = c.whole(1, -most, most);
        return isTime(c)
                ? onTheClock(c, "make_interval(days => {1} * " + factor + ")", amount)
                : Sql.day("(" + Sql.dayCount("{0}") + " + {1} * " + factor + ")", c.value(0), amount);
    }

    /** A step that keeps the time of day as the zone's clocks show it. */
    private static Field<?> onTheClock(SqlCall c, String step, Field<Integer> amount) {
        return Sql.guardedTimestamp(
                "((({0} at time zone {2}) + " + step + ") at time zone {2})", c.value(0), amount, c.zone());
    }

    private static Field<?> time(SqlCall c, int seconds) {
        Field<?> by = Sql.duration("cast({0} as numeric) * " + seconds, c.whole(1, -1_000_000_000, 1_000_000_000));
        return isTime(c)
                ? Sql.guardedTimestamp("({0} + {1} * 1000000 * interval '1 microsecond')", c.value(0), by)
                : Sql.day("(" + Sql.dayCount("{0}") + " + div({1}, 86400))", c.value(0), by);
    }

    // ---- differences

    private static Field<?> difference(SqlCall c) {
        return switch (unit(c, 2)) {
            case "year" -> monthsBetween(c, 12);
            case "quarter" -> monthsBetween(c, 3);
            case "month" -> monthsBetween(c, 1);
            case "week" -> Sql.number("({1} - {0}) / 7", c.day(0), c.day(1));
            case "day" -> Sql.number("({1} - {0})", c.day(0), c.day(1));
            default ->
                Sql.number(
                        "trunc(extract(epoch from ({1} - {0})) / " + seconds(unit(c, 2)) + ")",
                        c.instant(0),
                        c.instant(1));
        };
    }

    private static Field<?> monthsBetween(SqlCall c, int months) {
        String packed =
                "cast((extract(year from {i}) * 12 + extract(month from {i})) * 32 + extract(day from {i}) as int)";
        return Sql.number(
                "(" + packed.replace("{i}", "{1}") + " - " + packed.replace("{i}", "{0}") + ") / 32 / " + months,
                c.day(0),
                c.day(1));
    }

    // ---- bounds

    private static Field<?> startOf(SqlCall c) {
        String unit = unit(c, 1);
        return isTime(c)
                ? Sql.guardedTimestamp(
                        "(date_trunc('" + unit + "', {0} at time zone {1}) at time zone {1})", c.value(0), c.zone())
                : Sql.date("date_trunc('" + unit + "', cast({0} as timestamp))", c.value(0));
    }

    private static Field<?> endOf(SqlCall c) {
        String unit = unit(c, 1);
        String length = switch (unit) {
            case "year" -> "1 year";
            case "quarter" -> "3 months";
            case "month" -> "1 month";
            case "week" -> "7 days";
            default -> "1 day";
        };
        return Sql.guardedDate(
                "(date_trunc('" + unit + "', cast({0} as timestamp)) + interval '" + length + "' - interval '1 day')",
                c.value(0));
    }
}

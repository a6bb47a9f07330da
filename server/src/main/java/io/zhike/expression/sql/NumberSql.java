package io.zhike.expression.sql;

import io.zhike.expression.Type;
import java.util.Map;
import org.jooq.Field;

/** Functions on numbers. */
final class NumberSql {
    private static final int PLACES = 20;
    private static final String MOD = "mod(mod({0}, nullif({1}, 0)) + {1}, nullif({1}, 0))";

    private NumberSql() {}

    static Map<String, SqlFunctions.Value> values() {
        return Map.ofEntries(
                Map.entry("ROUND", c -> Sql.number("round({0}, {1})", c.value(0), places(c))),
                Map.entry("ROUNDDOWN", c -> Sql.number("trunc({0}, {1})", c.value(0), places(c))),
                Map.entry("ROUNDUP", NumberSql::roundUp),
                Map.entry("INT", c -> Sql.number("floor({0})", c.value(0))),
                Map.entry("CEILING", c -> toStep(c, true)),
                Map.entry("FLOOR", c -> toStep(c, false)),
                Map.entry("ABS", c -> Sql.number("abs({0})", c.value(0))),
                Map.entry("SIGN", c -> Sql.number("sign({0})", c.value(0))),
                Map.entry("MOD", c -> Sql.number(MOD, c.value(0), c.value(1))),
                Map.entry("QUOTIENT", c -> Sql.number("div({0}, nullif({1}, 0))", c.value(0), c.value(1))),
                Map.entry("POWER", NumberSql::power),
                Map.entry(
                        "SQRT",
                        c -> Sql.number(
                                "case when {0} >= 0 then round(sqrt({1}), 10) end",
                                c.value(0), Sql.widened(c.value(0)))),
                Map.entry(
                        "CLAMP",
                        c -> Sql.number(
                                "case when {0} is not null then least(greatest({0}, {1}), {2}) end",
                                c.value(0), c.value(1), c.value(2))),
                Map.entry("MEDIAN", NumberSql::median));
    }

    static Map<String, SqlFunctions.Test> tests() {
        return Map.of(
                "ISEVEN", c -> Sql.test("mod(trunc({0}), 2) = 0", c.value(0)),
                "ISODD", c -> Sql.test("mod(trunc({0}), 2) <> 0", c.value(0)));
    }

    private static Field<Integer> places(SqlCall c) {
        return c.wholeOr(0, 1, -PLACES, PLACES);
    }

    private static Field<?> roundUp(SqlCall c) {
        return Sql.number(
                "case when trunc({0}, {1}) = {0} then {0} "
                        + "else trunc({0}, {1}) + sign({0}) * round(power(cast(10 as numeric), -({1})), 20) end",
                c.value(0), places(c));
    }

    private static Field<?> toStep(SqlCall c, boolean up) {
        Field<?> number = c.value(0);
        Field<?> step = c.has(1) ? Sql.number("abs({0})", c.value(1)) : Sql.number("1");
        String over = MOD.replace("{0}", up ? "-{0}" : "{0}");
        return Sql.number("({0} " + (up ? "+ " : "- ") + over + ")", number, step);
    }

    private static Field<?> power(SqlCall c) {
        return Sql.number(
                "case when abs({0}) < 1000000000000000 and abs({1}) <= 100 and trunc({1}) = {1} "
                        + "and not ({0} = 0 and {1} < 0) then round(power({2}, {1}), 10) end",
                c.value(0), c.value(1), Sql.widened(c.value(0)));
    }

    private static Field<?> median(SqlCall c) {
        return Sql.number(
                "(select {1} from (select v, row_number() over (order by v) as r, count(*) over () as n "
                        + "from unnest({0}) as u(v) where v is not null) as s where r in ((n + 1) / 2, (n + 2) / 2))",
                c.collected(Type.NUMBER), Sql.quotient(Sql.number("sum(v)"), Sql.number("count(*)")));
    }
}

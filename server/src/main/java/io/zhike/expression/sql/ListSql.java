package io.zhike.expression.sql;

import io.zhike.expression.Expression;
import io.zhike.expression.Limits;
import io.zhike.expression.Type;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Functions on arrays, and the aggregates where they take a list or several arguments. */
final class ListSql {
    private ListSql() {}

    static Map<String, SqlFunctions.Value> values() {
        return Map.ofEntries(
                Map.entry("SIZE", c -> Sql.number("coalesce(cardinality({0}), 0)", c.value(0))),
                Map.entry("NTH", ListSql::nth),
                Map.entry("FIRST", c -> item("({0})[1]", c)),
                Map.entry("LAST", c -> item("({0})[cardinality({0})]", c)),
                Map.entry("JOIN", ListSql::join),
                Map.entry("UNIQUE", c -> rebuilt("select distinct v from unnest({0}) as u(v)", c)),
                Map.entry("SORT", c -> rebuilt("select v from unnest({0}) as u(v)", c)),
                Map.entry("COUNT", ListSql::count),
                Map.entry(
                        "COUNTUNIQUE",
                        c -> Sql.number("(select count(distinct v) from unnest({0}) as u(v))", c.value(0))),
                Map.entry(
                        "SUM",
                        c -> Sql.number(
                                "coalesce((select sum(v) from unnest({0}) as u(v)), 0)", c.collected(Type.NUMBER))),
                Map.entry("AVERAGE", ListSql::average),
                Map.entry("MIN", c -> extreme("asc", c)),
                Map.entry("MAX", c -> extreme("desc", c)));
    }

    static Map<String, SqlFunctions.Test> tests() {
        return Map.of(
                "CONTAINS", ListSql::contains,
                "CONTAINSANY", c -> Sql.test("{0} && {1}", c.value(0), c.value(1)),
                "CONTAINSALL", c -> Sql.test("({0} @> {1} and cardinality({1}) > 0)", c.value(0), c.value(1)));
    }

    private static Condition contains(SqlCall c) {
        return c.type(0) instanceof Type.ListOf(Type element)
                ? CompareSql.has(c.value(0), c.value(1), element)
                : TextSql.contains(c);
    }

    private static Field<?> item(String template, SqlCall c) {
        return DSL.field(template, Sql.dataType(c.call().type()), c.value(0));
    }

    private static Field<?> nth(SqlCall c) {
        return DSL.field(
                "({0})[case when {1} < 0 then cardinality({0}) + 1 + {1} else {1} end]",
                Sql.dataType(c.call().type()), c.value(0), c.whole(1, -Limits.RESULT, Limits.RESULT));
    }

    private static Field<?> join(SqlCall c) {
        Field<?> separator = c.has(1) ? c.value(1) : DSL.inline(",");
        return Sql.bounded("array_to_string({0}, coalesce({1}, ''))", c.value(0), separator);
    }

    /** Items in code point order where they are texts. */
    private static String order(Expression list) {
        Type element = list.type() instanceof Type.ListOf(Type of) ? of : list.type();
        return element instanceof Type.Text ? "v collate \"C\"" : "v";
    }

    private static Field<?> rebuilt(String items, SqlCall c) {
        return DSL.field(
                "(select array_agg(v order by " + order(c.argument(0)) + ") from (" + items + ") as s)",
                Sql.dataType(c.call().type()),
                c.value(0));
    }

    private static Field<?> count(SqlCall c) {
        return c.count() == 1 && c.type(0) instanceof Type.ListOf
                ? Sql.number("coalesce(cardinality({0}), 0)", c.value(0))
                : Sql.number("num_nonnulls({0})", c.values(0));
    }

    private static Field<?> average(SqlCall c) {
        return Sql.number(
                "(select {1} from unnest({0}) as u(v))",
                c.collected(Type.NUMBER), Sql.quotient(Sql.number("sum(v)"), Sql.number("count(v)")));
    }

    private static Field<?> extreme(String direction, SqlCall c) {
        return DSL.field(
                "(select v from unnest({0}) as u(v) where v is not null order by " + order(c.argument(0)) + " "
                        + direction + " limit 1)",
                Sql.dataType(c.call().type()),
                c.collected(c.call().type()));
    }
}

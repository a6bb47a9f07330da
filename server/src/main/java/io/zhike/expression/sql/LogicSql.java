package io.zhike.expression.sql;

import io.zhike.expression.Expression;
import io.zhike.expression.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** Choices and tests for blank. */
final class LogicSql {
    private LogicSql() {}

    static Map<String, SqlFunctions.Value> values() {
        return Map.of(
                "IF", LogicSql::chosen,
                "IFS", LogicSql::chosen,
                "SWITCH", LogicSql::switched,
                "IFBLANK", LogicSql::coalesce,
                "COALESCE", LogicSql::coalesce,
                "NULLIF", c -> DSL.field("nullif({0}, {1})", type(c), c.value(0), c.value(1)));
    }

    static Map<String, SqlFunctions.Test> tests() {
        return Map.of("XOR", LogicSql::xor, "ISBLANK", LogicSql::isBlank);
    }

    private static org.jooq.DataType<?> type(SqlCall c) {
        return Sql.dataType(c.call().type());
    }

    private static Field<?> coalesce(SqlCall c) {
        return DSL.field("coalesce({0})", type(c), c.values(0));
    }

    private static Field<?> chosen(SqlCall c) {
        List<QueryPart> parts = new ArrayList<>();
        StringBuilder sql = new StringBuilder("case");
        int i = 0;
        int pairs = c.call().function().equals("IF") ? 1 : c.count() / 2;
        for (; i < 2 * pairs; i += 2) {
            sql.append(" when {").append(i).append("} then {").append(i + 1).append("}");
            parts.add(c.holds(i));
            parts.add(c.value(i + 1));
        }
        return otherwise(c, sql, parts, i);
    }

    private static Field<?> switched(SqlCall c) {
        List<QueryPart> parts = new ArrayList<>();
        parts.add(c.value(0));
        StringBuilder sql = new StringBuilder("case {0}");
        int i = 1;
        for (; i + 1 < c.count(); i += 2) {
            sql.append(" when {").append(i).append("} then {").append(i + 1).append("}");
            parts.add(c.value(i));
            parts.add(c.value(i + 1));
        }
        return otherwise(c, sql, parts, i);
    }

    private static Field<?> otherwise(SqlCall c, StringBuilder sql, List<QueryPart> parts, int index) {
        if (c.has(index)) {
            sql.append(" else {").append(index).append("}");
            parts.add(c.value(index));
        }
        sql.append(" end");
        return DSL.field(sql.toString(), type(c), parts.toArray(QueryPart[]::new));
    }

    private static Condition xor(SqlCall c) {
        Condition odd = c.holds(0);
        for (int i = 1; i < c.count(); i++) {
            odd = Sql.test("((({0}) is true) <> (({1}) is true))", odd, c.holds(i));
        }
        return odd;
    }

    private static Condition isBlank(SqlCall c) {
        Expression operand = c.argument(0);
        Field<?> value = c.compilation().value(operand);
        return operand.type() instanceof Type.ListOf
                ? Sql.test("coalesce(cardinality({0}), 0) = 0", value)
                : Sql.test("{0} is null", value);
    }
}

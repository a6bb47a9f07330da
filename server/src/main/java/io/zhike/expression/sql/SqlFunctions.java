package io.zhike.expression.sql;

import io.zhike.expression.Expression;
import io.zhike.expression.Type;
import java.util.HashMap;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;

/** Which SQL stands for which function. */
final class SqlFunctions {

    /** A function that gives a value. */
    @FunctionalInterface
    interface Value {
        Field<?> of(SqlCall call);
    }

    /** A function that gives a condition: true exactly where the function is true. */
    @FunctionalInterface
    interface Test {
        Condition of(SqlCall call);
    }

    private static final Map<String, Value> VALUES = values();
    private static final Map<String, Test> TESTS = tests();

    private SqlFunctions() {}

    static boolean isCondition(Expression.Call call) {
        return call.type() instanceof Type.Bool && TESTS.containsKey(call.function());
    }

    static boolean isKnown(String function) {
        return TESTS.containsKey(function) || VALUES.containsKey(function);
    }

    static Condition condition(SqlCall call) {
        Test test = TESTS.get(call.call().function());
        if (test == null) {
            throw new IllegalStateException("no SQL for " + call.call().function());
        }
        return test.of(call);
    }

    static Field<?> value(SqlCall call) {
        Value value = VALUES.get(call.call().function());
        if (value == null) {
            throw new IllegalStateException("no SQL for " + call.call().function());
        }
        return value.of(call);
    }

    private static Map<String, Value> values() {
        Map<String, Value> all = new HashMap<>();
        all.putAll(TextSql.values());
        all.putAll(NumberSql.values());
        all.putAll(LogicSql.values());
        all.putAll(DateSql.values());
        all.putAll(PeriodSql.values());
        all.putAll(ListSql.values());
        all.putAll(MemberSql.values());
        return Map.copyOf(all);
    }

    private static Map<String, Test> tests() {
        Map<String, Test> all = new HashMap<>();
        all.putAll(TextSql.tests());
        all.putAll(NumberSql.tests());
        all.putAll(LogicSql.tests());
        all.putAll(DateSql.tests());
        all.putAll(ListSql.tests());
        all.putAll(MemberSql.tests());
        return Map.copyOf(all);
    }
}

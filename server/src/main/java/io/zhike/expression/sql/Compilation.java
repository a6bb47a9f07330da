package io.zhike.expression.sql;

import io.zhike.expression.Environment;
import io.zhike.expression.Evaluator;
import io.zhike.expression.Expression;
import io.zhike.expression.FunctionSpec;
import io.zhike.expression.Functions;
import io.zhike.expression.Row;
import io.zhike.expression.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * One expression becoming SQL in one scope. A condition exists in two forms: {@link #holds}, true exactly where the
 * expression is true, and {@link #fails}, true exactly where it is not; so SQL's third truth value never gets out.
 */
final class Compilation {
    /** Read from the environment, whatever is folded. */
    private static final Set<String> FROM_ENVIRONMENT =
            Set.of("NOW", "TODAY", "ME", "MYDEPARTMENT", "MYDEPARTMENTS", "PERIODSTART", "PERIODEND");

    private final SqlScope scope;
    private final boolean folding;

    Compilation(SqlScope scope, boolean folding) {
        this.scope = scope;
        this.folding = folding;
    }

    SqlScope scope() {
        return scope;
    }

    Environment environment() {
        return scope.environment();
    }

    // ---- values

    Field<?> value(Expression expression) {
        if (isFolded(expression)) {
            return Sql.bind(constant(expression), expression.type());
        }
        return switch (expression) {
            case Expression.Literal literal -> Sql.bind(literal.value(), literal.type());
            case Expression.Path path -> scope.path(path.codes());
            case Expression.ListLiteral list -> list(list);
            case Expression.Arithmetic arithmetic -> new ArithmeticSql(this).compile(arithmetic);
            case Expression.Negate negate -> Sql.number("(-{0})", number(negate.operand()));
            case Expression.Compare _, Expression.In _, Expression.Logic _, Expression.Not _ -> truth(expression);
            case Expression.Call call -> call(call);
            case Expression.Aggregate aggregate -> new AggregateSql(this, folding).compile(aggregate);
        };
    }

    /** A number or a duration's seconds, as {@code numeric} even where the column is an integer. */
    Field<?> number(Expression expression) {
        Field<?> field = value(expression);
        boolean numeric =
                !(expression instanceof Expression.Path) || field.getDataType().getSQLDataType() == SQLDataType.NUMERIC;
        return numeric ? field : Sql.number("{0}", field);
    }

    /** The truth of a condition as a value that is never null. */
    Field<Boolean> truth(Expression expression) {
        return DSL.field("(({0}) is true)", SQLDataType.BOOLEAN, holds(expression));
    }

    private Field<?> list(Expression.ListLiteral list) {
        Type element = ((Type.ListOf) list.type()).element();
        QueryPart items = DSL.list(list.items().stream().map(this::value).toList());
        String type = Sql.typeName(element) + "[]";
        return DSL.field(
                "nullif(array_remove(cast(array[{0}] as " + type + "), null), cast('{}' as " + type + "))",
                Sql.dataType(list.type()),
                items);
    }

    private Field<?> call(Expression.Call call) {
        Expression expansion = expansion(call);
        if (expansion != null) {
            return value(expansion);
        }
        if (SqlFunctions.isCondition(call)) {
            return truth(call);
        }
        return SqlFunctions.value(new SqlCall(this, call));
    }

    private static @Nullable Expression expansion(Expression.Call call) {
        Optional<FunctionSpec> spec = Functions.find(call.function());
        return spec.flatMap(found -> found.expand(call)).orElse(null);
    }

    // ---- constants

    /** Whether the expression depends on no row, so that it can be computed here. */
    boolean isConstant(Expression expression) {
        return switch (expression) {
            case Expression.Path _, Expression.Aggregate _ -> false;
            default -> expression.parts().stream().allMatch(this::isConstant);
        };
    }

    private boolean isFolded(Expression expression) {
        boolean environment = expression instanceof Expression.Call call && FROM_ENVIRONMENT.contains(call.function());
        return environment || folding && isConstant(expression);
    }

    /** The value of a constant expression. */
    @Nullable
    Object constant(Expression expression) {
        return new Evaluator().evaluate(expression, NoRow.INSTANCE, environment());
    }

    private enum NoRow implements Row {
        INSTANCE;

        @Override
        public @Nullable Object value(List<String> path) {
            throw new IllegalStateException("a constant reads " + path);
        }

        @Override
        public Iterable<? extends Row> children(String code) {
            throw new IllegalStateException("a constant reads " + code);
        }
    }

    // ---- conditions

    /** True exactly where the expression is true; false or null elsewhere. */
    Condition holds(Expression expression) {
        if (isFolded(expression)) {
            return always(Boolean.TRUE.equals(constant(expression)));
        }
        return switch (expression) {
            case Expression.Literal literal -> always(Boolean.TRUE.equals(literal.value()));
            case Expression.Logic logic -> logic(logic, false);
            case Expression.Not not -> fails(not.operand());
            case Expression.Compare compare -> new CompareSql(this).compile(compare);
            case Expression.In in -> new CompareSql(this).in(in);
            case Expression.Call call -> callHolds(call);
            case Expression.Aggregate aggregate
            when isExistence(aggregate) -> new AggregateSql(this, folding).exists(aggregate);
            case Expression.Path _,
                    Expression.Aggregate _,
                    Expression.Arithmetic _,
                    Expression.Negate _,
                    Expression.ListLiteral _ -> Sql.test("{0}", value(expression));
        };
    }

    /** True exactly where the expression is false or blank; never null. */
    Condition fails(Expression expression) {
        return switch (expression) {
            case Expression.Not not -> Sql.test("({0}) is true", holds(not.operand()));
            case Expression.Logic logic -> logic(logic, true);
            case Expression.Literal literal -> always(!Boolean.TRUE.equals(literal.value()));
            case Expression.Call call when call.function().equals("ISBLANK") -> notBlank(call);
            default -> Sql.test("({0}) is not true", holds(expression));
        };
    }

    private Condition notBlank(Expression.Call call) {
        Expression operand = call.arguments().getFirst();
        Field<?> field = value(operand);
        return operand.type() instanceof Type.ListOf
                ? Sql.test("coalesce(cardinality({0}), 0) > 0", field)
                : Sql.test("{0} is not null", field);
    }

    private Condition logic(Expression.Logic logic, boolean negated) {
        List<Condition> operands = new ArrayList<>();
        for (Expression operand : logic.operands()) {
            operands.add(negated ? fails(operand) : holds(operand));
        }
        boolean and = logic.connective() == Expression.Connective.AND;
        return and == negated ? DSL.or(operands) : DSL.and(operands);
    }

    private Condition callHolds(Expression.Call call) {
        Expression expansion = expansion(call);
        if (expansion != null) {
            return holds(expansion);
        }
        SqlCall prepared = new SqlCall(this, call);
        return SqlFunctions.isCondition(call)
                ? SqlFunctions.condition(prepared)
                : Sql.test("{0}", SqlFunctions.value(prepared));
    }

    private static boolean isExistence(Expression.Aggregate aggregate) {
        return aggregate.function() == Expression.Aggregation.ANY || aggregate.function() == Expression.Aggregation.ALL;
    }

    private static Condition always(boolean truth) {
        return truth ? DSL.trueCondition() : DSL.falseCondition();
    }

    /** A number as a whole one in a range; null when it is null. */
    Field<Integer> whole(Expression expression, int least, int most) {
        if (isConstant(expression)) {
            return constant(expression) instanceof BigDecimal number
                    ? DSL.val(clamped(number, least, most))
                    : DSL.field("cast(null as int)", SQLDataType.INTEGER);
        }
        String template = "case when {0} < " + least + " then " + least + " when {0} > " + most + " then " + most
                + " else trunc({0}) end";
        return Sql.whole(template, number(expression));
    }

    private static int clamped(BigDecimal number, int least, int most) {
        return number.max(BigDecimal.valueOf(least))
                .min(BigDecimal.valueOf(most))
                .intValue();
    }
}

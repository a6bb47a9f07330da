package io.zhike.expression.sql;

import io.zhike.expression.Expression;
import io.zhike.expression.Type;
import java.math.BigDecimal;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/** Aggregates over children as subqueries on their table. */
final class AggregateSql {
    private final Compilation outer;
    private final boolean folding;

    AggregateSql(Compilation outer, boolean folding) {
        this.outer = outer;
        this.folding = folding;
    }

    Field<?> compile(Expression.Aggregate aggregate) {
        SqlScope.Children children = outer.scope().children(aggregate.children());
        Compilation inner = new Compilation(children.scope(), folding);
        return switch (aggregate.function()) {
            case ANY, ALL -> outer.truth(aggregate);
            case COUNT -> count(aggregate, children, inner);
            case SUM -> sum(aggregate, children, inner);
            case AVERAGE -> average(aggregate, children, inner);
            case MIN -> extreme("min", aggregate, children, inner);
            case MAX -> extreme("max", aggregate, children, inner);
            case COUNTUNIQUE ->
                Sql.number(
                        "{0}",
                        select(Sql.number("count(distinct {0})", value(aggregate, inner)), aggregate, children, inner));
            case FIRST -> ordered("asc", aggregate, children, inner);
            case LAST -> ordered("desc", aggregate, children, inner);
        };
    }

    /** Whether any child fulfils the condition, or none fails it. */
    Condition exists(Expression.Aggregate aggregate) {
        SqlScope.Children children = outer.scope().children(aggregate.children());
        Compilation inner = new Compilation(children.scope(), folding);
        Expression where = Objects.requireNonNull(aggregate.where());
        boolean any = aggregate.function() == Expression.Aggregation.ANY;
        SelectConditionStep<Record1<Integer>> found = DSL.selectOne()
                .from(children.from())
                .where(children.link())
                .and(any ? inner.holds(where) : inner.fails(where));
        return any ? DSL.exists(found) : DSL.notExists(found);
    }

    private static <T> Field<T> select(
            Field<T> what, Expression.Aggregate aggregate, SqlScope.Children children, Compilation inner) {
        return DSL.field(from(what, aggregate, children, inner));
    }

    private static <T> SelectConditionStep<Record1<T>> from(
            Field<T> what, Expression.Aggregate aggregate, SqlScope.Children children, Compilation inner) {
        SelectConditionStep<Record1<T>> select =
                DSL.select(what).from(children.from()).where(children.link());
        return aggregate.where() == null ? select : select.and(inner.holds(aggregate.where()));
    }

    private static Field<?> value(Expression.Aggregate aggregate, Compilation inner) {
        Expression value = Objects.requireNonNull(aggregate.value());
        boolean number = value.type() instanceof Type.Number || value.type() instanceof Type.Duration;
        return number ? inner.number(value) : Sql.ordered(value, inner.value(value));
    }

    private static Field<?> count(Expression.Aggregate aggregate, SqlScope.Children children, Compilation inner) {
        Field<?> count =
                aggregate.value() == null ? Sql.number("count(*)") : Sql.number("count({0})", value(aggregate, inner));
        return select(count, aggregate, children, inner);
    }

    private static Field<?> sum(Expression.Aggregate aggregate, SqlScope.Children children, Compilation inner) {
        String sum = "coalesce(sum({0}), 0)";
        Field<?> value = value(aggregate, inner);
        return select(
                aggregate.type() instanceof Type.Duration ? Sql.duration(sum, value) : Sql.number(sum, value),
                aggregate,
                children,
                inner);
    }

    private static Field<?> average(Expression.Aggregate aggregate, SqlScope.Children children, Compilation inner) {
        Field<?> value = value(aggregate, inner);
        Field<BigDecimal> mean = Sql.quotient(Sql.number("sum({0})", value), Sql.number("count({0})", value));
        Field<BigDecimal> average = aggregate.type() instanceof Type.Duration ? Sql.duration("{0}", mean) : mean;
        return select(average, aggregate, children, inner);
    }

    private static Field<?> extreme(
            String function, Expression.Aggregate aggregate, SqlScope.Children children, Compilation inner) {
        Field<?> extreme = DSL.field(function + "({0})", Sql.dataType(aggregate.type()), value(aggregate, inner));
        return select(extreme, aggregate, children, inner);
    }

    private static Field<?> ordered(
            String direction, Expression.Aggregate aggregate, SqlScope.Children children, Compilation inner) {
        Expression by = Objects.requireNonNull(aggregate.by());
        Field<?> value = value(aggregate, inner);
        Field<?> key = Sql.ordered(by, inner.value(by));
        String order = "{0} " + direction;
        return DSL.field(from(value, aggregate, children, inner)
                .and(key.isNotNull())
                .and(value.isNotNull())
                .orderBy(DSL.field(order, key), DSL.field(order, value))
                .limit(DSL.inline(1)));
    }
}

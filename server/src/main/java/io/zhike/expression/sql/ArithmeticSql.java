package io.zhike.expression.sql;

import io.zhike.expression.Expression;
import io.zhike.expression.Type;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Arithmetic with numbers, durations and moments. */
final class ArithmeticSql {
    private final Compilation compilation;

    ArithmeticSql(Compilation compilation) {
        this.compilation = compilation;
    }

    Field<?> compile(Expression.Arithmetic arithmetic) {
        Expression left = arithmetic.left();
        Expression right = arithmetic.right();
        return switch (arithmetic.type()) {
            case Type.Text _ -> join(left, right);
            case Type.Number _ -> number(arithmetic.operator(), left, right);
            case Type.Duration _ -> duration(arithmetic.operator(), left, right);
            case Type.Date _, Type.DateTime _ -> step(arithmetic.operator(), left, right);
            case Type.Bool _, Type.Member _, Type.Department _, Type.RecordOf _, Type.ListOf _, Type.Blank _ ->
                throw new IllegalStateException(
                        "no arithmetic gives a " + arithmetic.type().code());
        };
    }

    private Field<?> join(Expression left, Expression right) {
        return Sql.bounded(
                "(coalesce({0}, '') || coalesce({1}, ''))", compilation.value(left), compilation.value(right));
    }

    private Field<?> number(Expression.Operator operator, Expression left, Expression right) {
        if (left.type() instanceof Type.Date) {
            return Sql.number("({0} - {1})", compilation.value(left), compilation.value(right));
        }
        Field<?> a = compilation.number(left);
        Field<?> b = compilation.number(right);
        return operator == Expression.Operator.DIVIDE
                ? Sql.quotient(a, b)
                : DSL.field("({0} " + operator.sign() + " {1})", Sql.dataType(Type.NUMBER), a, b);
    }

    private Field<?> duration(Expression.Operator operator, Expression left, Expression right) {
        if (left.type() instanceof Type.DateTime) {
            return Sql.duration("extract(epoch from ({0} - {1}))", compilation.value(left), compilation.value(right));
        }
        Field<?> a = compilation.number(left);
        Field<?> b = compilation.number(right);
        return operator == Expression.Operator.DIVIDE
                ? Sql.duration("{0}", Sql.quotient(a, b))
                : Sql.duration("({0} " + operator.sign() + " {1})", a, b);
    }

    private Field<?> step(Expression.Operator operator, Expression left, Expression right) {
        boolean momentFirst = left.type() instanceof Type.Date || left.type() instanceof Type.DateTime;
        Expression moment = momentFirst ? left : right;
        Expression by = momentFirst ? right : left;
        Field<?> at = compilation.value(moment);
        Field<?> step = compilation.number(by);
        String sign = operator.sign();
        if (moment.type() instanceof Type.DateTime) {
            return Sql.guardedTimestamp("({0} " + sign + " {1} * 1000000 * interval '1 microsecond')", at, step);
        }
        String days = by.type() instanceof Type.Duration ? "div({1}, 86400)" : "trunc({1})";
        return Sql.day("(" + Sql.dayCount("{0}") + " " + sign + " " + days + ")", at, step);
    }
}

package io.zhike.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which values can be added, subtracted, multiplied and divided, and what comes out. */
final class ArithmeticTypes {
    private ArithmeticTypes() {}

    /** The calculation; null when there is none for these types. */
    static @Nullable Expression combine(Expression.Operator operator, Expression left, Expression right) {
        Expression a = typed(left, right);
        Expression b = typed(right, left);
        if (operator == Expression.Operator.SUBTRACT
                && Types.isMoment(a.type())
                && Types.isMoment(b.type())
                && !a.type().equals(b.type())) {
            a = asDateTime(a);
            b = asDateTime(b);
        }
        Type type = result(operator, a.type(), b.type());
        return type == null ? null : new Expression.Arithmetic(operator, a, b, type);
    }

    /** A bare BLANK takes the type of what stands beside it. */
    private static Expression typed(Expression one, Expression other) {
        if (!(one.type() instanceof Type.Blank)) {
            return one;
        }
        boolean number = !(other.type() instanceof Type.Duration);
        return new Expression.Literal(null, number ? Type.NUMBER : other.type());
    }

    private static Expression asDateTime(Expression moment) {
        return moment.type() instanceof Type.DateTime
                ? moment
                : new Expression.Call("DATETIME", List.of(moment), Type.DATETIME);
    }

    private static @Nullable Type result(Expression.Operator operator, Type a, Type b) {
        return switch (operator) {
            case ADD -> sum(a, b);
            case SUBTRACT -> difference(a, b);
            case MULTIPLY -> product(a, b);
            case DIVIDE -> quotient(a, b);
            case JOIN -> Type.TEXT;
        };
    }

    private static @Nullable Type sum(Type a, Type b) {
        if (a.equals(b) && (a instanceof Type.Number || a instanceof Type.Duration)) {
            return a;
        }
        if (isStep(a, b)) {
            return a;
        }
        return isStep(b, a) ? b : null;
    }

    /** Whether {@code step} can be added to {@code moment}: a duration, or a number of days to a date. */
    private static boolean isStep(Type moment, Type step) {
        return Types.isMoment(moment) && step instanceof Type.Duration
                || moment instanceof Type.Date && step instanceof Type.Number;
    }

    private static @Nullable Type difference(Type a, Type b) {
        if (a instanceof Type.Date && b instanceof Type.Date) {
            return Type.NUMBER;
        }
        if (a instanceof Type.DateTime && b instanceof Type.DateTime) {
            return Type.DURATION;
        }
        boolean same = a.equals(b) && (a instanceof Type.Number || a instanceof Type.Duration);
        return same || isStep(a, b) ? a : null;
    }

    private static @Nullable Type product(Type a, Type b) {
        if (a instanceof Type.Number && (b instanceof Type.Number || b instanceof Type.Duration)) {
            return b;
        }
        return a instanceof Type.Duration && b instanceof Type.Number ? a : null;
    }

    private static @Nullable Type quotient(Type a, Type b) {
        if (b instanceof Type.Number && (a instanceof Type.Number || a instanceof Type.Duration)) {
            return a;
        }
        return a instanceof Type.Duration && b instanceof Type.Duration ? Type.NUMBER : null;
    }
}

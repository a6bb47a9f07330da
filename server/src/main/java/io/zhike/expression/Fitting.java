package io.zhike.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Converts expressions where nothing is lost.
 *
 * @param fromJson whether numbers and truth values may be written as texts, as clients do in JSON
 */
record Fitting(boolean fromJson) {

    /** {@code expression} as a value of {@code type}, converted where nothing is lost; null when it is not one. */
    @Nullable
    Expression fit(Expression expression, Type type) {
        Type own = expression.type();
        if (own.equals(type) || type instanceof Type.Blank) {
            return expression;
        }
        if (own instanceof Type.Blank) {
            return new Expression.Literal(null, type);
        }
        if (expression instanceof Expression.Literal(Object value, Type.Text _)) {
            if (value == null) {
                return new Expression.Literal(null, type);
            }
            return spelled((String) value, type);
        }
        if (expression instanceof Expression.ListLiteral list && type instanceof Type.ListOf(Type element)) {
            return fitItems(list, element);
        }
        if (own instanceof Type.Date && type instanceof Type.DateTime) {
            return new Expression.Call("DATETIME", List.of(expression), Type.DATETIME);
        }
        return own instanceof Type.DateTime && type instanceof Type.Date
                ? new Expression.Call("DATEOF", List.of(expression), Type.DATE)
                : null;
    }

    private @Nullable Expression fitItems(Expression.ListLiteral list, Type element) {
        List<Expression> items = new ArrayList<>();
        for (Expression item : list.items()) {
            Expression fitted = fit(item, element);
            if (fitted == null) {
                return null;
            }
            items.add(fitted);
        }
        return new Expression.ListLiteral(items, new Type.ListOf(element));
    }

    /** A literal text as what it spells; null where it spells no {@code type}. */
    @Nullable
    Expression spelled(String text, Type type) {
        if (type instanceof Type.DateTime) {
            Expression local = Literals.localTime(text);
            if (local != null) {
                return local;
            }
        }
        boolean readable = Types.isSpelled(type) || fromJson && type instanceof Type.Number;
        Object value = readable ? Literals.read(text, type) : null;
        return value == null ? null : new Expression.Literal(value, type);
    }
}

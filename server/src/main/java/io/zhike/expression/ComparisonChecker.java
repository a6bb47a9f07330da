package io.zhike.expression;

import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks what is held against each other: comparisons, memberships, and the items of a list. */
final class ComparisonChecker {
    private final Checker checker;

    ComparisonChecker(Checker checker) {
        this.checker = checker;
    }

    @Nullable
    Expression check(Syntax.Compare syntax) {
        Expression left = checker.check(syntax.left());
        Expression right = checker.check(syntax.right());
        if (left == null || right == null) {
            return null;
        }
        return compare(syntax, left, right);
    }

    private @Nullable Expression compare(Syntax.Compare syntax, Expression left, Expression right) {
        Expression.Comparison comparison = syntax.comparison();
        boolean equality = comparison == Expression.Comparison.EQ || comparison == Expression.Comparison.NE;
        boolean emptyRight = isEmptyText(syntax.right());
        if (equality && (emptyRight || isEmptyText(syntax.left()))) {
            Expression blank = new Expression.Call("ISBLANK", List.of(emptyRight ? left : right), Type.BOOL);
            return comparison == Expression.Comparison.EQ ? blank : new Expression.Not(blank);
        }
        Expression a = measuredBy(right, left, syntax.left());
        Expression b = measuredBy(left, right, syntax.right());
        if (a == null || b == null) {
            return null;
        }
        if (a.type() instanceof Type.ListOf || b.type() instanceof Type.ListOf) {
            return checker.refuse(syntax, ExpressionError.COMPARE_LIST);
        }
        boolean moments = Types.isMoment(a.type()) && Types.isMoment(b.type());
        if (!moments && !a.type().equals(b.type())) {
            return checker.refuse(
                    syntax,
                    ExpressionError.CANNOT_COMPARE,
                    a.type().label(),
                    b.type().label());
        }
        boolean options = hasOptions(a) || hasOptions(b);
        if (!equality && (options || !Types.isOrdered(a.type()))) {
            Label what = options ? new Label("选项", "option") : a.type().label();
            return checker.refuse(syntax, ExpressionError.CANNOT_ORDER, what);
        }
        return new Expression.Compare(comparison, a, b);
    }

    /** Whether {@code ""} was written, which asks whether the other side is blank. */
    private static boolean isEmptyText(Syntax syntax) {
        return syntax instanceof Syntax.Constant(Syntax.Place _, Object value, Type _) && "".equals(value);
    }

    private boolean hasOptions(Expression expression) {
        Symbol symbol = checker.symbolOf(expression);
        return symbol != null && !symbol.options().isEmpty();
    }

    /**
     * {@code value} as it is meant beside {@code other}: a label as the code of the option, a text as the date or id
     * that it spells. Comes back unchanged where there is nothing to change; null with a problem noted.
     */
    @Nullable
    Expression measuredBy(Expression other, Expression value, Syntax place) {
        if (!(value instanceof Expression.Literal literal)) {
            return value;
        }
        Symbol symbol = checker.symbolOf(other);
        if (symbol != null && !symbol.options().isEmpty() && literal.value() instanceof String text) {
            return option(symbol, text, place);
        }
        Type target = Types.element(other.type());
        if (literal.value() == null) {
            return target instanceof Type.Blank ? literal : new Expression.Literal(null, target);
        }
        if (Types.isMoment(literal.type()) && Types.isMoment(target)) {
            return value;
        }
        Expression fitted = checker.fit(value, target);
        if (fitted == null && target instanceof Type.DateTime && literal.value() instanceof String text) {
            fitted = checker.spelled(text, Type.DATE);
        }
        if (fitted == null && literal.value() instanceof String text && Types.isSpelled(target)) {
            ExpressionError error = Types.isMoment(target) || target instanceof Type.Duration
                    ? ExpressionError.BAD_MOMENT
                    : ExpressionError.NOT_AN_ID;
            return checker.refuse(place, error, text, target.label());
        }
        return fitted == null ? value : fitted;
    }

    private @Nullable Expression option(Symbol symbol, String text, Syntax place) {
        Type type = Types.element(symbol.type());
        String code = symbol.options().containsKey(text) ? text : null;
        for (Map.Entry<String, Label> option : symbol.options().entrySet()) {
            if (code == null && option.getValue().matches(text)) {
                code = option.getKey();
            }
        }
        Object value = code == null ? null : Literals.read(code, type);
        if (value == null) {
            return checker.refuse(place, ExpressionError.UNKNOWN_OPTION, symbol.label(), text, Names.optionsOf(symbol));
        }
        return new Expression.Literal(value, type);
    }

    @Nullable
    Expression check(Syntax.In syntax) {
        Expression value = checker.check(syntax.value());
        if (value == null) {
            return null;
        }
        Syntax listSyntax = syntax.list();
        if (listSyntax instanceof Syntax.Items(Syntax.Place _, List<Syntax> items) && items.size() == 1) {
            Expression only = checker.check(items.getFirst());
            if (only == null) {
                return null;
            }
            if (only.type() instanceof Type.ListOf) {
                return membership(syntax, value, only);
            }
        }
        Expression list = listSyntax instanceof Syntax.Items items ? items(items, value) : checker.check(listSyntax);
        return list == null ? null : membership(syntax, value, list);
    }

    private @Nullable Expression membership(Syntax.In syntax, Expression value, Expression list) {
        if (list.type() instanceof Type.Blank) {
            return new Expression.In(value, new Expression.ListLiteral(List.of(), new Type.ListOf(value.type())));
        }
        if (!(list.type() instanceof Type.ListOf(Type element))) {
            return checker.refuse(
                    syntax.list(), ExpressionError.NOT_A_LIST, list.type().label());
        }
        Expression fitted = measuredBy(list, value, syntax.value());
        if (fitted == null) {
            return null;
        }
        if (!fitted.type().equals(element) && !(element instanceof Type.Blank)) {
            return checker.refuse(
                    syntax, ExpressionError.CANNOT_COMPARE, fitted.type().label(), element.label());
        }
        return new Expression.In(fitted, list);
    }

    @Nullable
    Expression check(Syntax.Items syntax) {
        return items(syntax, new Expression.Literal(null, Type.BLANK));
    }

    /** A list whose literals are meant beside {@code other}. */
    @Nullable
    Expression items(Syntax.Items syntax, Expression other) {
        if (syntax.items().size() > Limits.ITEMS) {
            return checker.refuse(
                    syntax, ExpressionError.LIST_TOO_LONG, syntax.items().size(), Limits.ITEMS);
        }
        List<Expression> items = new ArrayList<>();
        Type type = Types.element(other.type());
        for (Syntax one : syntax.items()) {
            Expression item = checker.check(one);
            Expression measured = item == null ? null : measuredBy(other, item, one);
            if (measured == null) {
                return null;
            }
            if (measured.type() instanceof Type.ListOf) {
                return checker.refuse(one, ExpressionError.NESTED_LIST);
            }
            type = type instanceof Type.Blank ? measured.type() : type;
            Expression fitted = checker.fit(measured, type);
            if (fitted == null) {
                return checker.refuse(
                        one,
                        ExpressionError.MIXED_LIST,
                        type.label(),
                        measured.type().label());
            }
            items.add(fitted);
        }
        return new Expression.ListLiteral(items, new Type.ListOf(type));
    }
}

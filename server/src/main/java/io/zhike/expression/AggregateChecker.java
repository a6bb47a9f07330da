package io.zhike.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks what is computed over children: {@code COUNT(orders, condition)}, {@code SUM(orders, amount, condition)} or
 * {@code SUM(orders.amount, condition)}, {@code LAST(orders, amount, paid_at, condition)}.
 */
final class AggregateChecker {
    private final Checker checker;

    AggregateChecker(Checker checker) {
        this.checker = checker;
    }

    static Expression.@Nullable Aggregation aggregationOf(FunctionSpec spec) {
        for (Expression.Aggregation aggregation : Expression.Aggregation.values()) {
            if (aggregation.name().equals(spec.name())) {
                return aggregation;
            }
        }
        return null;
    }

    /**
     * What a name leads to when it leads to or through children.
     *
     * @param code the children's code, dotted when behind relations
     * @param rest what of the name is to be read in the child; null when it ends with the children
     */
    record Target(String code, String entity, Syntax.@Nullable Name rest) {}

    @Nullable
    Target target(Syntax.Name name) {
        int size = name.parts().size();
        for (int i = 1; i <= size; i++) {
            Syntax.Name head = new Syntax.Name(name.place(), name.parts().subList(0, i));
            Checker.Found found = checker.resolveQuietly(head);
            if (found == null) {
                return null;
            }
            Symbol.Children children = found.symbol().children().orElse(null);
            if (children != null) {
                Syntax.Name rest = i == size
                        ? null
                        : new Syntax.Name(name.place(), name.parts().subList(i, size));
                return new Target(String.join(".", found.codes()), children.entity(), rest);
            }
        }
        return null;
    }

    /** That there are no children at all. */
    Expression none(Target target) {
        Expression count =
                new Expression.Aggregate(Expression.Aggregation.COUNT, target.code(), null, null, null, Type.NUMBER);
        return new Expression.Compare(
                Expression.Comparison.EQ, count, new Expression.Literal(BigDecimal.ZERO, Type.NUMBER));
    }

    /** Whether a call asks which records are among others. */
    static boolean names(FunctionSpec spec, Syntax.Call call) {
        return call.arguments().size() == 2
                && Set.of("CONTAINS", "CONTAINSANY", "CONTAINSALL").contains(spec.name());
    }

    /** Whether one, any or all of the records with given ids are among the children. */
    @Nullable
    Expression among(FunctionSpec spec, Target target, Syntax.Call call) {
        Syntax given = call.arguments().get(1);
        List<Syntax> ids = given instanceof Syntax.Items(Syntax.Place _, List<Syntax> items) ? items : List.of(given);
        if (!ids.stream().allMatch(id -> id instanceof Syntax.Constant)) {
            return checker.refuse(given, ExpressionError.IDS_ONLY, spec.name());
        }
        boolean each = spec.name().equals("CONTAINSALL") && !ids.isEmpty();
        List<Expression> found = new ArrayList<>();
        for (List<Syntax> some : each ? ids.stream().map(List::of).toList() : List.of(ids)) {
            Syntax.Name itself = new Syntax.Name(
                    call.place(), List.of(new Syntax.Name.Part(Expression.ITSELF.getFirst(), call.place())));
            Syntax where = new Syntax.In(call.place(), itself, new Syntax.Items(given.place(), some));
            Expression one = build(Expression.Aggregation.ANY, target, call, null, null, where);
            if (one == null) {
                return null;
            }
            found.add(one);
        }
        return found.size() == 1 ? found.getFirst() : new Expression.Logic(Expression.Connective.AND, found);
    }

    /** An aggregate as it was typed, its parts told by their order. */
    @Nullable
    Expression check(Expression.Aggregation aggregation, FunctionSpec spec, Target target, Syntax.Call call) {
        List<Syntax> rest = call.arguments().subList(1, call.arguments().size());
        boolean valued = takesValue(aggregation);
        Syntax value = target.rest();
        int next = 0;
        if (valued && value == null) {
            if (rest.isEmpty()) {
                return lacking(call, spec, 1);
            }
            value = rest.get(next++);
        }
        Syntax by = null;
        if (isOrdered(aggregation)) {
            if (rest.size() <= next) {
                return lacking(call, spec, 2);
            }
            by = rest.get(next++);
        }
        Syntax where = rest.size() > next ? rest.get(next++) : null;
        if (rest.size() > next) {
            return checker.refuse(
                    call,
                    ExpressionError.TOO_MANY_ARGUMENTS,
                    spec.name(),
                    next + 1,
                    call.arguments().size());
        }
        if (where == null && needsCondition(aggregation)) {
            return lacking(call, spec, 1);
        }
        return build(aggregation, target, call, value, by, where);
    }

    private @Nullable Expression lacking(Syntax.Call call, FunctionSpec spec, int index) {
        FunctionSpec.Signature signature = spec.signatures().stream()
                .filter(s -> s.parameters().getFirst().kind() == FunctionSpec.Kind.CHILDREN)
                .findFirst()
                .orElseThrow();
        return checker.refuse(
                call,
                ExpressionError.TOO_FEW_ARGUMENTS,
                spec.name(),
                signature.parameters().get(index).name());
    }

    /** An aggregate as a JSON tree has it. */
    @Nullable
    Expression check(Syntax.Aggregate syntax) {
        FunctionSpec spec = Functions.find(syntax.function()).orElse(null);
        Expression.Aggregation aggregation = spec == null ? null : aggregationOf(spec);
        if (aggregation == null) {
            return checker.refuse(syntax, ExpressionError.UNKNOWN_FUNCTION, syntax.function());
        }
        Target target = target(syntax.children());
        if (target == null || target.rest() != null) {
            return checker.refuse(syntax.children(), ExpressionError.NOT_CHILDREN, aggregation.name());
        }
        boolean lacks = takesValue(aggregation) && syntax.value() == null
                || isOrdered(aggregation) && syntax.by() == null
                || needsCondition(aggregation) && syntax.where() == null;
        boolean over = syntax.by() != null && !isOrdered(aggregation)
                || syntax.value() != null && needsCondition(aggregation)
                || aggregation == Expression.Aggregation.COUNT
                        && syntax.value() != null
                        && !(syntax.value() instanceof Syntax.Name);
        if (lacks || over) {
            return checker.refuse(syntax, ExpressionError.BAD_NODE, "{aggregate, over, value?, by?, where?}");
        }
        return build(aggregation, target, syntax, syntax.value(), syntax.by(), syntax.where());
    }

    private @Nullable Expression build(
            Expression.Aggregation aggregation,
            Target target,
            Syntax at,
            @Nullable Syntax value,
            @Nullable Syntax by,
            @Nullable Syntax where) {
        if (checker.aggregateLevel() >= Limits.AGGREGATES) {
            return checker.refuse(at, ExpressionError.TOO_DEEP, Limits.AGGREGATES);
        }
        Checker inner = checker.inside(target.entity());
        Expression each = value == null ? null : inner.check(value);
        Expression order = by == null ? null : inner.check(by);
        Expression condition = where == null ? null : inner.check(where, Type.BOOL);
        boolean refused =
                value != null && each == null || by != null && order == null || where != null && condition == null;
        if (refused) {
            return null;
        }
        if (order != null && by != null && !Types.isOrdered(order.type())) {
            return checker.refuse(by, ExpressionError.CANNOT_ORDER, order.type().label());
        }
        Type type = result(aggregation, each);
        if (type == null && value != null && each != null) {
            return checker.refuse(
                    value,
                    ExpressionError.WRONG_ARGUMENT,
                    aggregation.name(),
                    new io.zhike.message.Label("值", "value"),
                    expected(aggregation).label(),
                    each.type().label());
        }
        return new Expression.Aggregate(
                aggregation, target.code(), each, order, condition, type == null ? Type.BOOL : type);
    }

    private static FunctionSpec.Kind expected(Expression.Aggregation aggregation) {
        return switch (aggregation) {
            case SUM, AVERAGE -> FunctionSpec.Kind.NUMBER;
            case MIN, MAX -> FunctionSpec.Kind.ORDERED;
            case COUNT, COUNTUNIQUE, FIRST, LAST, ANY, ALL -> FunctionSpec.Kind.SCALAR;
        };
    }

    private static @Nullable Type result(Expression.Aggregation aggregation, @Nullable Expression value) {
        Type each = value == null ? Type.BOOL : value.type();
        return switch (aggregation) {
            case ANY, ALL -> Type.BOOL;
            case COUNT -> Type.NUMBER;
            case COUNTUNIQUE -> each instanceof Type.ListOf ? null : Type.NUMBER;
            case SUM, AVERAGE -> each instanceof Type.Number || each instanceof Type.Duration ? each : null;
            case MIN, MAX -> Types.isOrdered(each) && !(each instanceof Type.Blank) ? each : null;
            case FIRST, LAST -> each instanceof Type.ListOf || each instanceof Type.Blank ? null : each;
        };
    }

    private static boolean takesValue(Expression.Aggregation aggregation) {
        return switch (aggregation) {
            case SUM, AVERAGE, MIN, MAX, COUNTUNIQUE, FIRST, LAST -> true;
            case COUNT, ANY, ALL -> false;
        };
    }

    private static boolean isOrdered(Expression.Aggregation aggregation) {
        return aggregation == Expression.Aggregation.FIRST || aggregation == Expression.Aggregation.LAST;
    }

    private static boolean needsCondition(Expression.Aggregation aggregation) {
        return aggregation == Expression.Aggregation.ANY || aggregation == Expression.Aggregation.ALL;
    }
}

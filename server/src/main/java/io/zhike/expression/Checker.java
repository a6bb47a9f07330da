package io.zhike.expression;

import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives names and types to what was written. Goes on after a problem where it can, so that all are told at once; a
 * null answer means that problems have been noted.
 */
final class Checker {
    private final Vocabulary vocabulary;
    private final List<Problem> problems;
    /** Which field a path reads, by identity of the path: what a literal beside it is measured by. */
    private final Map<Expression, Symbol> symbols;

    private final String entity;
    private final Fitting fitting;
    private final int aggregateLevel;

    Checker(String entity, Vocabulary vocabulary, boolean fromJson) {
        this(entity, vocabulary, new Fitting(fromJson), new ArrayList<>(), new IdentityHashMap<>(), 0);
    }

    private Checker(
            String entity,
            Vocabulary vocabulary,
            Fitting fitting,
            List<Problem> problems,
            Map<Expression, Symbol> symbols,
            int aggregateLevel) {
        this.entity = entity;
        this.vocabulary = vocabulary;
        this.fitting = fitting;
        this.problems = problems;
        this.symbols = symbols;
        this.aggregateLevel = aggregateLevel;
    }

    /** The checker of what an aggregate says of its children. */
    Checker inside(String childEntity) {
        return new Checker(childEntity, vocabulary, fitting, problems, symbols, aggregateLevel + 1);
    }

    List<Problem> problems() {
        return problems;
    }

    String entity() {
        return entity;
    }

    int aggregateLevel() {
        return aggregateLevel;
    }

    @Nullable
    Expression check(Syntax syntax) {
        return switch (syntax) {
            case Syntax.Constant constant -> new Expression.Literal(constant.value(), constant.type());
            case Syntax.Name name -> name(name);
            case Syntax.Call call -> new CallChecker(this).check(call);
            case Syntax.Negate negate -> negate(negate);
            case Syntax.Not not -> not(not);
            case Syntax.Arithmetic arithmetic -> arithmetic(arithmetic);
            case Syntax.Compare compare -> new ComparisonChecker(this).check(compare);
            case Syntax.In in -> new ComparisonChecker(this).check(in);
            case Syntax.Logic logic -> logic(logic.connective(), logic.operands());
            case Syntax.Items items -> new ComparisonChecker(this).check(items);
            case Syntax.Aggregate aggregate -> new AggregateChecker(this).check(aggregate);
        };
    }

    /** The expression, which must be of {@code type}. */
    @Nullable
    Expression check(Syntax syntax, Type type) {
        Expression found = check(syntax);
        if (found == null) {
            return null;
        }
        Expression fitted = fit(found, type);
        if (fitted == null) {
            refuse(
                    syntax,
                    ExpressionError.EXPECTED_TYPE,
                    type.label(),
                    found.type().label());
        }
        return fitted;
    }

    // ---- names

    private @Nullable Expression name(Syntax.Name name) {
        Found found = resolve(name);
        if (found == null) {
            return null;
        }
        if (found.symbol().children().isPresent()) {
            return refuse(name, ExpressionError.CHILDREN_OUTSIDE_AGGREGATE, name.last());
        }
        Expression path = new Expression.Path(found.codes(), found.symbol().type());
        symbols.put(path, found.symbol());
        return path;
    }

    /** What a name leads to. */
    record Found(List<String> codes, Symbol symbol) {}

    /** The symbol at the end of a name's relations; null with a problem noted. */
    @Nullable
    Found resolve(Syntax.Name name) {
        return isItself(name) ? itself() : new Names(vocabulary).resolve(entity, name, this::refuse);
    }

    /** Whether a record that an aggregate looks at is named itself: no entity has a field of that code. */
    private boolean isItself(Syntax.Name name) {
        return aggregateLevel > 0
                && name.parts().size() == 1
                && name.last().equals(Expression.ITSELF.getFirst())
                && vocabulary.find(entity, name.last()).isEmpty();
    }

    private Found itself() {
        Label label = new Label("记录本身", "the record itself");
        Symbol symbol = Symbol.of(Expression.ITSELF.getFirst(), label, new Type.RecordOf(entity));
        return new Found(Expression.ITSELF, symbol);
    }

    /** Whether a name is there, and what it leads to, without noting problems. */
    @Nullable
    Found resolveQuietly(Syntax.Name name) {
        return new Names(vocabulary).resolve(entity, name, (place, error, arguments) -> {});
    }

    // ---- operators

    private @Nullable Expression negate(Syntax.Negate negate) {
        Expression operand = check(negate.operand());
        if (operand == null) {
            return null;
        }
        if (operand instanceof Expression.Literal(Object value, Type.Number type)
                && value instanceof java.math.BigDecimal number) {
            return new Expression.Literal(number.negate(), type);
        }
        return switch (operand.type()) {
            case Type.Number _, Type.Duration _ -> new Expression.Negate(operand);
            case Type.Blank _ -> operand;
            default ->
                refuse(negate, ExpressionError.CANNOT_NEGATE, operand.type().label());
        };
    }

    private @Nullable Expression not(Syntax.Not not) {
        Expression operand = check(not.operand(), Type.BOOL);
        return operand == null ? null : new Expression.Not(operand);
    }

    @Nullable
    Expression logic(Expression.Connective connective, List<Syntax> operands) {
        List<Expression> checked = new ArrayList<>();
        boolean refused = false;
        for (Syntax operand : operands) {
            Expression one = check(operand, Type.BOOL);
            if (one == null) {
                refused = true;
            } else if (one instanceof Expression.Logic(Expression.Connective same, List<Expression> inner)
                    && same == connective) {
                checked.addAll(inner);
            } else {
                checked.add(one);
            }
        }
        if (refused) {
            return null;
        }
        return switch (checked.size()) {
            case 0 -> new Expression.Literal(connective == Expression.Connective.AND, Type.BOOL);
            case 1 -> checked.getFirst();
            default -> new Expression.Logic(connective, checked);
        };
    }

    private @Nullable Expression arithmetic(Syntax.Arithmetic syntax) {
        Expression left = check(syntax.left());
        Expression right = check(syntax.right());
        if (left == null || right == null) {
            return null;
        }
        Expression made = syntax.operator() == Expression.Operator.JOIN
                ? join(syntax, left, right)
                : ArithmeticTypes.combine(syntax.operator(), left, right);
        if (made == null && syntax.operator() != Expression.Operator.JOIN) {
            boolean moment = left.type() instanceof Type.DateTime || right.type() instanceof Type.DateTime;
            refuse(
                    syntax,
                    moment ? ExpressionError.CALCULATE_WITH_HINT : ExpressionError.CANNOT_CALCULATE,
                    left.type().label(),
                    syntax.operator().sign(),
                    right.type().label());
        }
        return made;
    }

    private @Nullable Expression join(Syntax.Arithmetic syntax, Expression left, Expression right) {
        Expression a = asText(left, syntax.left());
        Expression b = asText(right, syntax.right());
        return a == null || b == null ? null : new Expression.Arithmetic(Expression.Operator.JOIN, a, b, Type.TEXT);
    }

    /** The expression as it is joined to a text. */
    @Nullable
    Expression asText(Expression expression, Syntax syntax) {
        return switch (expression.type()) {
            case Type.Text _ -> expression;
            case Type.Blank _ -> new Expression.Literal(null, Type.TEXT);
            case Type.Number _, Type.Bool _, Type.Date _, Type.DateTime _ ->
                new Expression.Call("TEXT", List.of(expression), Type.TEXT);
            case Type.Duration _, Type.Member _, Type.Department _, Type.RecordOf _, Type.ListOf _ ->
                refuse(syntax, ExpressionError.CANNOT_JOIN, expression.type().label());
        };
    }

    /** {@code expression} as a value of {@code type}, converted where nothing is lost; null when it is not one. */
    @Nullable
    Expression fit(Expression expression, Type type) {
        return fitting.fit(expression, type);
    }

    /** A literal text as what it spells; null where it spells no {@code type}. */
    @Nullable
    Expression spelled(String text, Type type) {
        return fitting.spelled(text, type);
    }

    /** The symbol that a checked path reads; null for anything else. */
    @Nullable
    Symbol symbolOf(Expression expression) {
        return symbols.get(expression);
    }

    // ---- problems

    @Nullable
    Expression refuse(Syntax at, ExpressionError error, Object... arguments) {
        refuse(at.place(), error, arguments);
        return null;
    }

    void refuse(Syntax.Place place, ExpressionError error, Object... arguments) {
        Objects.requireNonNull(place);
        problems.add(
                place.node().isEmpty()
                        ? new Problem(place.from(), place.to(), error.with(arguments))
                        : new Problem(0, 0, ExpressionError.AT_NODE.with(place.node(), error.with(arguments))));
    }
}

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
    private final boolean fromJson;
    private final int aggregateLevel;

    Checker(String entity, Vocabulary vocabulary, boolean fromJson) {
        this(entity, vocabulary, fromJson, new ArrayList<>(), new IdentityHashMap<>(), 0);
    }

    private Checker(
            String entity,
            Vocabulary vocabulary,
            boolean fromJson,
            List<Problem> problems,
            Map<Expression, Symbol> symbols,
            int aggregateLevel) {
        this.entity = entity;
        this.vocabulary = vocabulary;
        this.fromJson = fromJson;
        this.problems = problems;
        this.symbols = symbols;
        this.aggregateLevel = aggregateLevel;
    }

    /** The checker of what an aggregate says of its children. */
    Checker inside(String childEntity) {
        return new Checker(childEntity, vocabulary, fromJson, problems, symbols, aggregateLevel + 1);
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
            case Syntax.Compare compare -> compare(compare);
            case Syntax.In in -> in(in);
            case Syntax.Logic logic -> logic(logic.connective(), logic.operands());
            case Syntax.Items items -> items(items);
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
        return new Names(vocabulary).resolve(entity, name, this::refuse);
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

    private @Nullable Expression compare(Syntax.Compare syntax) {
        Expression left = check(syntax.left());
        Expression right = check(syntax.right());
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
            return refuse(syntax, ExpressionError.COMPARE_LIST);
        }
        boolean moments = Types.isMoment(a.type()) && Types.isMoment(b.type());
        if (!moments && !a.type().equals(b.type())) {
            return refuse(
                    syntax,
                    ExpressionError.CANNOT_COMPARE,
                    a.type().label(),
                    b.type().label());
        }
        boolean options = hasOptions(a) || hasOptions(b);
        if (!equality && (options || !Types.isOrdered(a.type()))) {
            Label what = options ? new Label("选项", "option") : a.type().label();
            return refuse(syntax, ExpressionError.CANNOT_ORDER, what);
        }
        return new Expression.Compare(comparison, a, b);
    }

    /** Whether {@code ""} was written, which asks whether the other side is blank. */
    private static boolean isEmptyText(Syntax syntax) {
        return syntax instanceof Syntax.Constant(Syntax.Place _, Object value, Type _) && "".equals(value);
    }

    private boolean hasOptions(Expression expression) {
        Symbol symbol = symbols.get(expression);
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
        Symbol symbol = symbols.get(other);
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
        Expression fitted = fit(value, target);
        if (fitted == null && target instanceof Type.DateTime && literal.value() instanceof String text) {
            fitted = spelled(text, Type.DATE);
        }
        if (fitted == null && literal.value() instanceof String text && Types.isSpelled(target)) {
            ExpressionError error = Types.isMoment(target) || target instanceof Type.Duration
                    ? ExpressionError.BAD_MOMENT
                    : ExpressionError.NOT_AN_ID;
            return refuse(place, error, text, target.label());
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
            return refuse(place, ExpressionError.UNKNOWN_OPTION, symbol.label(), text, Names.optionsOf(symbol));
        }
        return new Expression.Literal(value, type);
    }

    private @Nullable Expression in(Syntax.In syntax) {
        Expression value = check(syntax.value());
        if (value == null) {
            return null;
        }
        Syntax listSyntax = syntax.list();
        if (listSyntax instanceof Syntax.Items(Syntax.Place _, List<Syntax> items) && items.size() == 1) {
            Expression only = check(items.getFirst());
            if (only == null) {
                return null;
            }
            if (only.type() instanceof Type.ListOf) {
                return membership(syntax, value, only);
            }
        }
        Expression list = listSyntax instanceof Syntax.Items items ? items(items, value) : check(listSyntax);
        return list == null ? null : membership(syntax, value, list);
    }

    private @Nullable Expression membership(Syntax.In syntax, Expression value, Expression list) {
        if (list.type() instanceof Type.Blank) {
            return new Expression.In(value, new Expression.ListLiteral(List.of(), new Type.ListOf(value.type())));
        }
        if (!(list.type() instanceof Type.ListOf(Type element))) {
            return refuse(syntax.list(), ExpressionError.NOT_A_LIST, list.type().label());
        }
        Expression fitted = measuredBy(list, value, syntax.value());
        if (fitted == null) {
            return null;
        }
        if (!fitted.type().equals(element) && !(element instanceof Type.Blank)) {
            return refuse(syntax, ExpressionError.CANNOT_COMPARE, fitted.type().label(), element.label());
        }
        return new Expression.In(fitted, list);
    }

    // ---- lists

    private @Nullable Expression items(Syntax.Items syntax) {
        return items(syntax, new Expression.Literal(null, Type.BLANK));
    }

    /** A list whose literals are meant beside {@code other}. */
    @Nullable
    Expression items(Syntax.Items syntax, Expression other) {
        if (syntax.items().size() > Limits.ITEMS) {
            return refuse(syntax, ExpressionError.LIST_TOO_LONG, syntax.items().size(), Limits.ITEMS);
        }
        List<Expression> items = new ArrayList<>();
        Type type = Types.element(other.type());
        for (Syntax one : syntax.items()) {
            Expression item = check(one);
            Expression measured = item == null ? null : measuredBy(other, item, one);
            if (measured == null) {
                return null;
            }
            if (measured.type() instanceof Type.ListOf) {
                return refuse(one, ExpressionError.NESTED_LIST);
            }
            type = type instanceof Type.Blank ? measured.type() : type;
            Expression fitted = fit(measured, type);
            if (fitted == null) {
                return refuse(
                        one,
                        ExpressionError.MIXED_LIST,
                        type.label(),
                        measured.type().label());
            }
            items.add(fitted);
        }
        return new Expression.ListLiteral(items, new Type.ListOf(type));
    }

    // ---- fitting

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

    /** A literal text as what it spells; numbers and truth values only in JSON, where clients write them as texts. */
    private @Nullable Expression spelled(String text, Type type) {
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

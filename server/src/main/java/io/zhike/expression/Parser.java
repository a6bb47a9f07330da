package io.zhike.expression;

import io.zhike.message.Label;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text. From loosest to tightest: {@code OR}, {@code AND}, {@code NOT}, comparisons and {@code IN}, {@code &},
 * {@code + -}, {@code * /}, unary minus, {@code %} behind a number. {@code NOT(…)} with a parenthesis is a function.
 */
final class Parser {
    static final Set<String> WORDS = Set.of("AND", "OR", "NOT", "IN", "TRUE", "FALSE", "BLANK");

    private static final Label A_VALUE = new Label("一个值、字段或函数", "a value, a field or a function");
    private static final Label AN_OPERATOR = new Label("运算符或结尾", "an operator or the end");

    private final List<Token> tokens;
    private int at;
    private int depth;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The syntax of {@code text}, or {@link RefusedText} with the first problem. */
    static Syntax parse(String text) {
        if (text.length() > Limits.TEXT) {
            throw new RefusedText(0, text.length(), ExpressionError.TEXT_TOO_LONG.with(text.length(), Limits.TEXT));
        }
        if (text.isBlank()) {
            throw new RefusedText(0, text.length(), ExpressionError.EMPTY_EXPRESSION.with());
        }
        Parser parser = new Parser(Lexer.tokens(text));
        Syntax syntax = parser.disjunction();
        if (parser.peek().kind() != Token.Kind.END) {
            throw parser.unexpected(AN_OPERATOR);
        }
        return syntax;
    }

    private Syntax disjunction() {
        if (++depth > Limits.DEPTH) {
            throw refused(peek(), ExpressionError.TOO_DEEP, Limits.DEPTH);
        }
        Syntax left = conjunction();
        List<Syntax> operands = new ArrayList<>(List.of(left));
        while (takeWord("OR")) {
            operands.add(conjunction());
        }
        depth--;
        return joined(Expression.Connective.OR, operands);
    }

    private Syntax conjunction() {
        List<Syntax> operands = new ArrayList<>(List.of(negation()));
        while (takeWord("AND")) {
            operands.add(negation());
        }
        return joined(Expression.Connective.AND, operands);
    }

    private static Syntax joined(Expression.Connective connective, List<Syntax> operands) {
        if (operands.size() == 1) {
            return operands.getFirst();
        }
        Syntax.Place place = operands.getFirst().place().to(operands.getLast().place());
        return new Syntax.Logic(place, connective, List.copyOf(operands));
    }

    private Syntax negation() {
        Token word = peek();
        if (word.isWord("NOT") && !tokens.get(at + 1).isSign("(")) {
            at++;
            Syntax operand = nested(this::negation);
            return new Syntax.Not(place(word).to(operand.place()), operand);
        }
        return comparison();
    }

    private Syntax comparison() {
        Syntax left = joining();
        Token token = peek();
        if (token.isWord("NOT") && tokens.get(at + 1).isWord("IN")) {
            at += 2;
            Syntax in = membership(left);
            return new Syntax.Not(in.place(), in);
        }
        if (takeWord("IN")) {
            return membership(left);
        }
        Expression.Comparison comparison = comparisonOf(token);
        if (comparison == null) {
            return left;
        }
        at++;
        Syntax right = joining();
        if (comparisonOf(peek()) != null) {
            throw refused(peek(), ExpressionError.CHAINED_COMPARISON);
        }
        return new Syntax.Compare(left.place().to(right.place()), comparison, left, right);
    }

    private static Expression.@Nullable Comparison comparisonOf(Token token) {
        if (token.kind() == Token.Kind.SIGN) {
            for (Expression.Comparison comparison : Expression.Comparison.values()) {
                if (comparison.sign().equals(token.text())) {
                    return comparison;
                }
            }
        }
        return null;
    }

    private Syntax membership(Syntax value) {
        Token open = peek();
        Syntax list;
        if (open.isSign("(")) {
            at++;
            list = items(open, ")");
        } else {
            list = joining();
        }
        return new Syntax.In(value.place().to(list.place()), value, list);
    }

    private Syntax joining() {
        Syntax left = sum();
        while (takeSign("&")) {
            left = arithmetic(Expression.Operator.JOIN, left, sum());
        }
        return left;
    }

    private Syntax sum() {
        Syntax left = product();
        while (true) {
            if (takeSign("+")) {
                left = arithmetic(Expression.Operator.ADD, left, product());
            } else if (takeSign("-")) {
                left = arithmetic(Expression.Operator.SUBTRACT, left, product());
            } else {
                return left;
            }
        }
    }

    private Syntax product() {
        Syntax left = unary();
        while (true) {
            if (takeSign("*")) {
                left = arithmetic(Expression.Operator.MULTIPLY, left, unary());
            } else if (takeSign("/")) {
                left = arithmetic(Expression.Operator.DIVIDE, left, unary());
            } else {
                return left;
            }
        }
    }

    private static Syntax arithmetic(Expression.Operator operator, Syntax left, Syntax right) {
        return new Syntax.Arithmetic(left.place().to(right.place()), operator, left, right);
    }

    private Syntax unary() {
        Token sign = peek();
        if (takeSign("-")) {
            Syntax operand = nested(this::unary);
            return new Syntax.Negate(place(sign).to(operand.place()), operand);
        }
        if (takeSign("+")) {
            return nested(this::unary);
        }
        return primary();
    }

    private Syntax nested(java.util.function.Supplier<Syntax> rule) {
        if (++depth > Limits.DEPTH) {
            throw refused(peek(), ExpressionError.TOO_DEEP, Limits.DEPTH);
        }
        Syntax syntax = rule.get();
        depth--;
        return syntax;
    }

    private Syntax primary() {
        Token token = peek();
        return switch (token.kind()) {
            case NUMBER -> number();
            case TEXT -> {
                at++;
                yield new Syntax.Constant(place(token), token.text(), Type.TEXT);
            }
            case MOMENT -> {
                at++;
                yield Literals.moment(token.text(), place(token));
            }
            case NAME -> word();
            case QUOTED_NAME -> name();
            case SIGN -> grouped();
            case END -> throw unexpected(A_VALUE);
        };
    }

    private Syntax number() {
        Token token = tokens.get(at++);
        BigDecimal value = new BigDecimal(token.text());
        if (peek().isSign("%")) {
            Token percent = tokens.get(at++);
            return new Syntax.Constant(place(token).to(place(percent)), value.movePointLeft(2), Type.NUMBER);
        }
        return new Syntax.Constant(place(token), value, Type.NUMBER);
    }

    private Syntax word() {
        Token token = peek();
        boolean called = tokens.get(at + 1).isSign("(");
        if (called) {
            return call();
        }
        String word = token.text().toUpperCase(Locale.ROOT);
        if (!WORDS.contains(word)) {
            return name();
        }
        at++;
        return switch (word) {
            case "TRUE" -> new Syntax.Constant(place(token), Boolean.TRUE, Type.BOOL);
            case "FALSE" -> new Syntax.Constant(place(token), Boolean.FALSE, Type.BOOL);
            case "BLANK" -> new Syntax.Constant(place(token), null, Type.BLANK);
            default -> {
                at--;
                throw unexpected(A_VALUE);
            }
        };
    }

    private Syntax call() {
        Token name = tokens.get(at++);
        Token open = tokens.get(at++);
        Syntax.Items arguments = items(open, ")");
        Syntax.Place place = place(name).to(arguments.place());
        return new Syntax.Call(place, name.text(), place(name), arguments.items());
    }

    private Syntax.Name name() {
        List<Syntax.Name.Part> parts = new ArrayList<>();
        do {
            Token token = peek();
            if (token.kind() != Token.Kind.NAME && token.kind() != Token.Kind.QUOTED_NAME) {
                throw unexpected(new Label("字段名", "the name of a field"));
            }
            at++;
            parts.add(new Syntax.Name.Part(token.text(), place(token)));
        } while (takeSign("."));
        Syntax.Place place = parts.getFirst().place().to(parts.getLast().place());
        return new Syntax.Name(place, List.copyOf(parts));
    }

    private Syntax grouped() {
        Token open = peek();
        if (takeSign("(")) {
            Syntax inner = disjunction();
            expect(")");
            return inner;
        }
        if (takeSign("[")) {
            return items(open, "]");
        }
        throw unexpected(A_VALUE);
    }

    /** What stands between an opening sign, already taken, and {@code close}, separated by commas. */
    private Syntax.Items items(Token open, String close) {
        List<Syntax> items = new ArrayList<>();
        if (!peek().isSign(close)) {
            do {
                items.add(disjunction());
            } while (takeSign(","));
        }
        Token end = peek();
        expect(close);
        return new Syntax.Items(place(open).to(place(end)), List.copyOf(items));
    }

    private void expect(String sign) {
        if (!takeSign(sign)) {
            throw unexpected(new Label("「" + sign + "」或运算符", "'" + sign + "' or an operator"));
        }
    }

    private Token peek() {
        return tokens.get(at);
    }

    private boolean takeSign(String sign) {
        boolean is = peek().isSign(sign);
        if (is) {
            at++;
        }
        return is;
    }

    private boolean takeWord(String word) {
        boolean is = peek().isWord(word);
        if (is) {
            at++;
        }
        return is;
    }

    private RefusedText unexpected(Label expected) {
        Token token = peek();
        return token.kind() == Token.Kind.END
                ? refused(token, ExpressionError.UNEXPECTED_END, expected)
                : refused(token, ExpressionError.UNEXPECTED_TOKEN, expected, token.text());
    }

    private static Syntax.Place place(Token token) {
        return Syntax.Place.text(token.from(), token.to());
    }

    private static RefusedText refused(Token token, ExpressionError error, Object... arguments) {
        return new RefusedText(token.from(), token.to(), error.with(arguments));
    }
}

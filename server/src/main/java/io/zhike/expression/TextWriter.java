package io.zhike.expression;

import io.zhike.message.Label;
import io.zhike.message.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes an expression as a person reads it: labels of fields and options, no more parentheses than are needed. */
final class TextWriter {
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int COMPARISON = 4;
    private static final int JOINING = 5;
    private static final int SUM = 6;
    private static final int PRODUCT = 7;
    private static final int UNARY = 8;
    private static final int PRIMARY = 9;

    private final String entity;
    private final Vocabulary vocabulary;
    private final Language language;

    TextWriter(String entity, Vocabulary vocabulary, Language language) {
        this.entity = entity;
        this.vocabulary = vocabulary;
        this.language = language;
    }

    String write(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> literal(literal);
            case Expression.Path path -> path(path.codes());
            case Expression.ListLiteral list -> "[" + items(list, null) + "]";
            case Expression.Arithmetic a -> binary(a.left(), a.operator().sign(), a.right(), level(a));
            case Expression.Negate negate -> "-" + at(UNARY, negate.operand());
            case Expression.Compare compare -> compare(compare);
            case Expression.In in -> in(in, " IN ");
            case Expression.Logic logic -> logic(logic);
            case Expression.Not not ->
                not.operand() instanceof Expression.In in ? in(in, " NOT IN ") : "NOT(" + write(not.operand()) + ")";
            case Expression.Call call -> call(call);
            case Expression.Aggregate aggregate -> aggregate(aggregate);
        };
    }

    private static int level(Expression expression) {
        return switch (expression) {
            case Expression.Logic logic -> logic.connective() == Expression.Connective.OR ? OR : AND;
            case Expression.Compare _, Expression.In _ -> COMPARISON;
            case Expression.Not not -> not.operand() instanceof Expression.In ? COMPARISON : PRIMARY;
            case Expression.Arithmetic a ->
                switch (a.operator()) {
                    case JOIN -> JOINING;
                    case ADD, SUBTRACT -> SUM;
                    case MULTIPLY, DIVIDE -> PRODUCT;
                };
            case Expression.Negate _ -> UNARY;
            case Expression.Literal _,
                    Expression.Path _,
                    Expression.ListLiteral _,
                    Expression.Call _,
                    Expression.Aggregate _ -> PRIMARY;
        };
    }

    /** The expression, in parentheses when it binds less tightly than {@code level}. */
    private String at(int level, Expression expression) {
        String text = write(expression);
        return level(expression) < level ? "(" + text + ")" : text;
    }

    private String binary(Expression left, String sign, Expression right, int level) {
        return at(level, left) + " " + sign + " " + at(level + 1, right);
    }

    private String logic(Expression.Logic logic) {
        int level = level(logic);
        return logic.operands().stream()
                .map(operand -> at(level + 1, operand))
                .collect(Collectors.joining(" " + logic.connective().name() + " "));
    }

    private String compare(Expression.Compare compare) {
        String left = beside(compare.left(), compare.right());
        String right = beside(compare.right(), compare.left());
        return left + " " + compare.comparison().sign() + " " + right;
    }

    /** One side of a comparison, as it is best read beside the other. */
    private String beside(Expression one, Expression other) {
        if (one instanceof Expression.Literal literal && literal.value() != null) {
            boolean constant = other instanceof Expression.Literal;
            boolean spelled = !constant
                    && Types.isMoment(literal.type())
                    && (literal.type().equals(other.type()) || literal.type() instanceof Type.Date)
                    && Types.isMoment(other.type());
            return spelled ? quoted(Literals.spell(literal.value())) : optionOr(literal, other);
        }
        return one instanceof Expression.Literal ? "BLANK" : at(JOINING, one);
    }

    private String in(Expression.In in, String word) {
        String value = at(JOINING, in.value());
        if (in.list() instanceof Expression.ListLiteral list) {
            return value + word + "(" + items(list, in.value()) + ")";
        }
        if (in.value() instanceof Expression.Literal literal) {
            value = optionOr(literal, in.list());
        }
        return value + word + at(JOINING, in.list());
    }

    private String items(Expression.ListLiteral list, @Nullable Expression beside) {
        return list.items().stream()
                .map(item -> beside != null && item instanceof Expression.Literal literal
                        ? optionOr(literal, beside)
                        : write(item))
                .collect(Collectors.joining(", "));
    }

    private String call(Expression.Call call) {
        List<String> arguments = new ArrayList<>();
        boolean keyed = call.function().equals("SWITCH") || call.function().equals("CONTAINS");
        for (int i = 0; i < call.arguments().size(); i++) {
            Expression argument = call.arguments().get(i);
            boolean item = keyed
                    && i % 2 == 1
                    && i + (call.function().equals("SWITCH") ? 1 : 0)
                            < call.arguments().size();
            arguments.add(
                    item && argument instanceof Expression.Literal literal
                            ? optionOr(literal, call.arguments().getFirst())
                            : write(argument));
        }
        return call.function() + "(" + String.join(", ", arguments) + ")";
    }

    private String aggregate(Expression.Aggregate aggregate) {
        List<String> codes = List.of(aggregate.children().split("\\."));
        Symbol symbol = symbol(codes);
        String childEntity = symbol == null || symbol.children().isEmpty()
                ? entity
                : symbol.children().get().entity();
        TextWriter inner = new TextWriter(childEntity, vocabulary, language);
        List<String> parts = new ArrayList<>();
        String over = path(codes);
        Expression value = aggregate.value();
        if (value == null) {
            parts.add(over);
        } else if (aggregate.function() == Expression.Aggregation.COUNT) {
            parts.add(over + "." + inner.write(value));
        } else {
            parts.add(over);
            parts.add(inner.write(value));
        }
        if (aggregate.by() != null) {
            parts.add(inner.write(aggregate.by()));
        }
        if (aggregate.where() != null) {
            parts.add(inner.write(aggregate.where()));
        }
        return aggregate.function().name() + "(" + String.join(", ", parts) + ")";
    }

    // ---- names

    private String path(List<String> codes) {
        List<String> names = new ArrayList<>();
        String at = entity;
        for (String code : codes) {
            Optional<Symbol> symbol = at == null ? Optional.empty() : vocabulary.find(at, code);
            names.add(quotedName(at == null || symbol.isEmpty() ? code : label(at, symbol.get())));
            at = symbol.map(Names::entityOf).orElse(null);
        }
        return String.join(".", names);
    }

    private String label(String at, Symbol symbol) {
        String label = symbol.label().in(language);
        boolean leadsBack = vocabulary
                .find(at, label)
                .filter(found -> found.code().equals(symbol.code()))
                .isPresent();
        return leadsBack ? label : symbol.code();
    }

    private @Nullable Symbol symbol(List<String> codes) {
        String at = entity;
        Symbol symbol = null;
        for (String code : codes) {
            if (at == null) {
                return null;
            }
            symbol = vocabulary.find(at, code).orElse(null);
            at = symbol == null ? null : Names.entityOf(symbol);
        }
        return symbol;
    }

    private static String quotedName(String name) {
        boolean plain = Lexer.isNameStart(name.codePointAt(0))
                && name.codePoints().allMatch(Lexer::isNamePart)
                && !Parser.WORDS.contains(name.toUpperCase(Locale.ROOT));
        return plain ? name : "{" + name.replace("}", "}}").replace("｝", "｝｝") + "}";
    }

    // ---- constants

    /** A literal that is an option of the field beside it, by its label. */
    private String optionOr(Expression.Literal literal, Expression beside) {
        Symbol symbol = beside instanceof Expression.Path path ? symbol(path.codes()) : null;
        if (symbol == null || symbol.options().isEmpty() || literal.value() == null) {
            return at(JOINING, literal);
        }
        String code = Literals.spell(literal.value());
        Label label = symbol.options().get(code);
        if (label == null) {
            return at(JOINING, literal);
        }
        String text = label.in(language);
        boolean leadsBack = !symbol.options().containsKey(text)
                && symbol.options().entrySet().stream()
                        .filter(option -> option.getValue().matches(text))
                        .findFirst()
                        .filter(option -> option.getKey().equals(code))
                        .isPresent();
        return quoted(leadsBack ? text : code);
    }

    private static String literal(Expression.Literal literal) {
        Object value = literal.value();
        if (value == null) {
            return literal.type() instanceof Type.Text ? "\"\"" : "BLANK";
        }
        return switch (literal.type()) {
            case Type.Bool _ -> Boolean.TRUE.equals(value) ? "TRUE" : "FALSE";
            case Type.Number _ -> Literals.spell(value);
            case Type.Date _, Type.DateTime _, Type.Duration _ -> "#" + Literals.spell(value) + "#";
            case Type.Text _, Type.Member _, Type.Department _, Type.RecordOf _, Type.ListOf _, Type.Blank _ ->
                quoted(Literals.spell(value));
        };
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"").replace("＂", "＂＂") + "\"";
    }
}

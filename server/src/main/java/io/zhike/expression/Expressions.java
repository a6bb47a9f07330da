package io.zhike.expression;

import io.zhike.message.Language;
import io.zhike.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The entry to the language: from a text or a JSON tree to a checked expression, and back. */
public final class Expressions {

    /** Reads and checks a text about records of {@code entity}. Cost: linear in the text, which is bounded. */
    public Checked check(String text, String entity, Vocabulary vocabulary) {
        return check(text, entity, vocabulary, null);
    }

    /** The same for an expression that must give a boolean. */
    public Checked checkCondition(String text, String entity, Vocabulary vocabulary) {
        return check(text, entity, vocabulary, Type.BOOL);
    }

    /** The same for an expression that must give {@code expected}; null for any type. */
    public Checked check(String text, String entity, Vocabulary vocabulary, @Nullable Type expected) {
        try {
            return checked(Parser.parse(text), new Checker(entity, vocabulary, false), expected);
        } catch (RefusedText refused) {
            return Checked.refused(List.of(refused.problem()));
        }
    }

    /** Checks a JSON tree, as {@code spec/expression/README.md} describes it. */
    public Checked check(JsonNode tree, String entity, Vocabulary vocabulary) {
        return check(tree, entity, vocabulary, null);
    }

    /** The same for a tree that must give {@code expected}; null for any type. */
    public Checked check(JsonNode tree, String entity, Vocabulary vocabulary, @Nullable Type expected) {
        try {
            return checked(TreeReader.read(tree), new Checker(entity, vocabulary, true), expected);
        } catch (RefusedText refused) {
            return Checked.refused(List.of(refused.problem()));
        }
    }

    private static Checked checked(Syntax syntax, Checker checker, @Nullable Type expected) {
        Expression found = expected == null ? checker.check(syntax) : checker.check(syntax, expected);
        if (found != null && checker.problems().isEmpty()) {
            Message excess = TreeFacts.excess(found);
            if (excess == null) {
                return Checked.of(found);
            }
            Syntax.Place place = syntax.place();
            return Checked.refused(List.of(new Problem(place.from(), place.to(), excess)));
        }
        return Checked.refused(checker.problems());
    }

    /** A text in which every name says what {@code by} makes of it; unchanged where it is no text of the language. */
    public static String withNames(String text, UnaryOperator<String> by) {
        try {
            StringBuilder said = new StringBuilder();
            int at = 0;
            for (Token token : Lexer.tokens(text)) {
                boolean quoted = token.kind() == Token.Kind.QUOTED_NAME;
                String name = quoted || token.kind() == Token.Kind.NAME ? by.apply(token.text()) : token.text();
                if (!name.equals(token.text())) {
                    said.append(text, at, token.from()).append(quoted ? "{" + name.replace("}", "}}") + "}" : name);
                    at = token.to();
                }
            }
            return said.append(text, at, text.length()).toString();
        } catch (RefusedText refused) {
            return text;
        }
    }

    /** The parts of {@code text} that all have to hold, as they are written; the whole text where there is one only. */
    public static List<String> conjuncts(String text) {
        try {
            List<String> parts = new ArrayList<>();
            int depth = 0;
            int from = 0;
            for (Token token : Lexer.tokens(text)) {
                boolean opens = token.isSign("(") || token.isSign("[");
                boolean closes = token.isSign(")") || token.isSign("]");
                depth += opens ? 1 : closes ? -1 : 0;
                if (depth == 0 && token.isWord("OR")) {
                    return List.of(text);
                }
                if (depth == 0 && token.isWord("AND")) {
                    parts.add(text.substring(from, token.from()).strip());
                    from = token.to();
                }
            }
            parts.add(text.substring(from).strip());
            return List.copyOf(parts);
        } catch (RefusedText refused) {
            return List.of(text);
        }
    }

    /** The tree as JSON, which {@link #check(JsonNode, String, Vocabulary)} reads again to an equal expression. */
    public JsonNode toJson(Expression expression) {
        return TreeWriter.write(expression);
    }

    /** The expression as a person reads it, with labels; checks again to an equal expression. */
    public String toText(Expression expression, String entity, Vocabulary vocabulary, Language language) {
        return new TextWriter(entity, vocabulary, language).write(expression);
    }
}

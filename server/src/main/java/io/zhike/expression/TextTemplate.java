package io.zhike.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text with values in it, such as {@code {customer.name} signed {amount}}: what stands between braces is an expression.
 * Quoted names and texts inside of one keep their braces.
 */
public record TextTemplate(List<Part> parts) {

    public TextTemplate {
        parts = List.copyOf(parts);
    }

    /** A piece of the text. */
    public sealed interface Part {
        /** What is written out. */
        record Text(String text) implements Part {}

        /** What is worked out. */
        record Value(String expression) implements Part {}
    }

    /** Empty where braces do not match, or hold nothing. */
    public static Optional<TextTemplate> parse(String text) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int end = open < 0 ? text.length() : open;
            String plain = text.substring(at, end);
            if (plain.indexOf('}') >= 0) {
                return Optional.empty();
            }
            if (!plain.isEmpty()) {
                parts.add(new Part.Text(plain));
            }
            if (open < 0) {
                break;
            }
            int close = closing(text, open);
            if (close < 0 || text.substring(open + 1, close).isBlank()) {
                return Optional.empty();
            }
            parts.add(new Part.Value(text.substring(open + 1, close)));
            at = close + 1;
        }
        return Optional.of(new TextTemplate(parts));
    }

    /** Where the brace that opens at {@code open} is closed; -1 where it is not. */
    private static int closing(String text, int open) {
        int depth = 0;
        boolean quoted = false;
        for (int i = open; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '"') {
                quoted = !quoted;
            } else if (!quoted && sign == '{') {
                depth++;
            } else if (!quoted && sign == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The expressions in their order. */
    public List<String> expressions() {
        List<String> expressions = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Value(String expression)) {
                expressions.add(expression);
            }
        }
        return expressions;
    }

    /** @param values the texts of the expressions, in their order; blank as an empty text */
    public String with(List<String> values) {
        StringBuilder filled = new StringBuilder();
        int next = 0;
        for (Part part : parts) {
            switch (part) {
                case Part.Text(String text) -> filled.append(text);
                case Part.Value _ -> filled.append(values.get(next++));
            }
        }
        return filled.toString();
    }
}

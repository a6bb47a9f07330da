package io.zhike.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address with values of a record in it, such as {@code https://example.com/?q={name}}: what stands between braces is an
 * expression, whose value is put in percent-encoded. The scheme is written out, so that no value can choose it.
 */
record UrlTemplate(List<Part> parts) {
    /** What an address may begin with, for people. A page of this installation begins with one slash. */
    static final String SCHEMES = "https://, http://, tel:, mailto:, weixin://, /";

    /** A second slash, or what browsers take for one, would lead to another host. */
    private static final Pattern BEGINNING = Pattern.compile(
            "(?:https?://|weixin://)[^/\\\\].*|(?:tel|mailto):.+|/(?![/\\\\]).*", Pattern.CASE_INSENSITIVE);

    private static final Pattern DIALLED = Pattern.compile("(?:tel|mailto):", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\s\"<>`]");

    UrlTemplate {
        parts = List.copyOf(parts);
    }

    sealed interface Part {
        /** What is written out. */
        record Text(String text) implements Part {}

        /** @param expression over the record */
        record Value(String expression) implements Part {}
    }

    /** Empty where braces do not match. */
    static Optional<UrlTemplate> parse(String text) {
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
            int close = text.indexOf('}', open);
            if (close < 0 || text.substring(open + 1, close).isBlank()) {
                return Optional.empty();
            }
            parts.add(new Part.Value(text.substring(open + 1, close)));
            at = close + 1;
        }
        return Optional.of(new UrlTemplate(parts));
    }

    /** Whether it leads only where an address may lead, whatever the values are. */
    boolean safe() {
        StringBuilder shape = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Part.Text(String text) -> shape.append(text);
                case Part.Value _ -> shape.append('x');
            }
        }
        boolean written = !parts.isEmpty() && parts.getFirst() instanceof Part.Text(String first) && begins(first);
        return written
                && BEGINNING.matcher(shape).matches()
                && !UNFIT.matcher(shape).find();
    }

    /** Whether the scheme is there before the first value. */
    private static boolean begins(String first) {
        return first.startsWith("/") || first.indexOf(':') > 0;
    }

    List<String> expressions() {
        List<String> expressions = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Value(String expression)) {
                expressions.add(expression);
            }
        }
        return expressions;
    }

    /** @param values the texts of the expressions, in their order; blank as an empty text */
    String with(List<String> values) {
        boolean dialled = parts.getFirst() instanceof Part.Text(String first)
                && DIALLED.matcher(first).lookingAt();
        StringBuilder url = new StringBuilder();
        int next = 0;
        for (Part part : parts) {
            switch (part) {
                case Part.Text(String text) -> url.append(text);
                case Part.Value _ -> url.append(encoded(values.get(next++), dialled));
            }
        }
        return url.toString();
    }

    /** Numbers and mail addresses keep the signs that they are read by. */
    private static String encoded(String value, boolean dialled) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        return dialled ? encoded.replace("%2B", "+").replace("%40", "@") : encoded;
    }
}

package io.zhike.page;

import io.zhike.expression.TextTemplate;
import io.zhike.expression.TextTemplate.Part;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address with values of a record in it, such as {@code https://example.com/?q={name}}: what stands between braces is an
 * expression, whose value is put in percent-encoded. The scheme is written out, so that no value can choose it.
 */
record UrlTemplate(TextTemplate template) {
    /** What an address may begin with, for people. A page of this installation begins with one slash. */
    static final String SCHEMES = "https://, http://, tel:, mailto:, weixin://, /";

    /** A second slash, or what browsers take for one, would lead to another host. */
    private static final Pattern BEGINNING = Pattern.compile(
            "(?:https?://|weixin://)[^/\\\\].*|(?:tel|mailto):.+|/(?![/\\\\]).*", Pattern.CASE_INSENSITIVE);

    private static final Pattern DIALLED = Pattern.compile("(?:tel|mailto):", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\s\"<>`]");

    /** Empty where braces do not match. */
    static Optional<UrlTemplate> parse(String text) {
        return TextTemplate.parse(text).map(UrlTemplate::new);
    }

    /** Whether it leads only where an address may lead, whatever the values are. */
    boolean safe() {
        StringBuilder shape = new StringBuilder();
        for (Part part : template.parts()) {
            switch (part) {
                case Part.Text(String text) -> shape.append(text);
                case Part.Value _ -> shape.append('x');
            }
        }
        boolean written = !template.parts().isEmpty()
                && template.parts().getFirst() instanceof Part.Text(String first)
                && begins(first);
        return written
                && BEGINNING.matcher(shape).matches()
                && !UNFIT.matcher(shape).find();
    }

    /** Whether the scheme is there before the first value. */
    private static boolean begins(String first) {
        return first.startsWith("/") || first.indexOf(':') > 0;
    }

    List<String> expressions() {
        return template.expressions();
    }

    /** @param values the texts of the expressions, in their order; blank as an empty text */
    String with(List<String> values) {
        boolean dialled = template.parts().getFirst() instanceof Part.Text(String first)
                && DIALLED.matcher(first).lookingAt();
        return template.with(
                values.stream().map(value -> encoded(value, dialled)).toList());
    }

    /** Numbers and mail addresses keep the signs that they are read by. */
    private static String encoded(String value, boolean dialled) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        return dialled ? encoded.replace("%2B", "+").replace("%40", "@") : encoded;
    }
}

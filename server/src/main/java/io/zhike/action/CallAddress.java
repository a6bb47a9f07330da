package io.zhike.action;

import io.zhike.expression.TextTemplate;
import io.zhike.expression.TextTemplate.Part;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The address of another system with values of a record behind its host, which are put in percent-encoded. */
record CallAddress(TextTemplate template) {
    private static final Pattern HOST_WRITTEN = Pattern.compile("https?://[^/?#\\\\\\s]+([/?].*)?", Pattern.DOTALL);
    private static final Pattern HOST_ENDED = Pattern.compile("https?://[^/?#\\\\\\s]+[/?].*", Pattern.DOTALL);

    /** Empty where braces do not match. */
    static Optional<CallAddress> parse(String text) {
        return TextTemplate.parse(text).map(CallAddress::new);
    }

    /** Whether scheme and host are written out, so that no value can choose them. */
    boolean hostIsFixed() {
        if (template.parts().isEmpty() || !(template.parts().getFirst() instanceof Part.Text(String first))) {
            return false;
        }
        Pattern wanted = template.parts().size() == 1 ? HOST_WRITTEN : HOST_ENDED;
        return wanted.matcher(first).matches();
    }

    /** What it looks like, with a sign in place of each value. */
    String shape() {
        return with(expressions().stream().map(_ -> "x").toList());
    }

    List<String> expressions() {
        return template.expressions();
    }

    /** @param values the texts of the expressions, in their order */
    String with(List<String> values) {
        return template.with(values.stream()
                .map(value -> URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"))
                .toList());
    }
}

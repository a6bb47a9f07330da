package io.zhike.print;

import io.zhike.workspace.SiteAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blanks of a text of a header or footer: <code>{customer.name}</code>. */
final class Blanks {
    static final String PAGE = "page";
    static final String PAGES = "pages";
    static final String DATE = "date";

    private static final Set<String> OWN = Set.of(PAGE, PAGES, DATE, SiteAddress.RECORD_LINK);
    private static final Pattern BLANK = Pattern.compile("\\{([a-z][a-z0-9_.]*)\\}");

    private Blanks() {}

    /** The paths of fields that {@code text} names. */
    static List<String> paths(String text) {
        List<String> paths = new ArrayList<>();
        parts(text, part -> part, name -> {
            if (!OWN.contains(name)) {
                paths.add(name);
            }
            return "";
        });
        return paths;
    }

    /** The parts of {@code text} in their order, each made by one of the two. */
    static List<String> parts(String text, UnaryOperator<String> plain, UnaryOperator<String> blank) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = BLANK.matcher(text);
        int at = 0;
        while (matcher.find()) {
            if (matcher.start() > at) {
                parts.add(plain.apply(text.substring(at, matcher.start())));
            }
            parts.add(blank.apply(matcher.group(1)));
            at = matcher.end();
        }
        if (at < text.length()) {
            parts.add(plain.apply(text.substring(at)));
        }
        return parts;
    }
}

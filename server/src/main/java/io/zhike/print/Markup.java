package io.zhike.print;

/** Texts made safe for the places of a page where they stand. */
final class Markup {
    private static final int REPLACEMENT = 0xFFFD;

    private Markup() {}

    /** As the text of an element or the value of an attribute; what XML cannot hold is left out or replaced. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(safe, c));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int c) {
        switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            case '\r' -> {}
            default -> {
                boolean lone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
                if (lone || (c & 0xFFFE) == 0xFFFE) {
                    safe.appendCodePoint(REPLACEMENT);
                } else if (c >= ' ' || c == '\n' || c == '\t') {
                    safe.appendCodePoint(c);
                }
            }
        }
    }

    /** As a string of CSS, quotes included: every character that is no letter or digit by its number. */
    static String cssString(String text) {
        StringBuilder safe = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            boolean plain = c < 128 && Character.isLetterOrDigit(c);
            boolean lone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            if (plain) {
                safe.appendCodePoint(c);
            } else if (c >= ' ' && !lone) {
                safe.append(String.format("\\%06x", c));
            } else {
                safe.append(' ');
            }
        });
        return safe.append('"').toString();
    }
}

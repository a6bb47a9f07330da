package io.zhike.expression;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Texts as the language sees them: counted and ordered by code point, letters A to Z the only ones that have two
 * cases. PostgreSQL does the same in the collation "C", whatever its version and locale.
 */
final class Texts {
    /** Order by code point, which is the order of UTF-8 bytes and not that of {@link String#compareTo}. */
    static final Comparator<String> ORDER = Texts::compare;

    /** What TRIM takes away: blank, tab, line ends, the no-break space and the ideographic space. */
    static final String SPACES = " \t\r\n\u00a0\u3000";

    private Texts() {}

    private static int compare(String a, String b) {
        int n = Math.min(a.length(), b.length());
        for (int i = 0; i < n; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean xHigh = Character.isSurrogate(x);
                boolean yHigh = Character.isSurrogate(y);
                return xHigh == yHigh ? Character.compare(x, y) : xHigh ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    /** Whether PostgreSQL can hold it: no NUL, no half of a surrogate pair. */
    static boolean isStorable(CharSequence text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The part from code point {@code from} (0 is the first), of at most {@code count} code points. */
    static String part(String text, int from, int count) {
        int length = length(text);
        int start = Math.min(Math.max(from, 0), length);
        int end = (int) Math.min(length, (long) start + Math.max(count, 0));
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }

    /** {@code text} cut to the length that a function may make. */
    static String bounded(String text) {
        return text.length() <= Limits.RESULT ? text : part(text, 0, Limits.RESULT);
    }

    static String lower(String text) {
        return shifted(text, 'A', 'Z', 'a' - 'A');
    }

    static String upper(String text) {
        return shifted(text, 'a', 'z', 'A' - 'a');
    }

    private static String shifted(String text, char first, char last, int by) {
        StringBuilder made = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            made.append(c >= first && c <= last ? (char) (c + by) : c);
        }
        return made.toString();
    }

    static String trim(String text, boolean start, boolean end) {
        int from = 0;
        int to = text.length();
        while (start && from < to && SPACES.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (end && to > from && SPACES.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    /** The place of {@code needle}, 1 for the first code point, searched from {@code start} (1 or more); null when absent. */
    static @Nullable Integer find(String needle, String text, int start) {
        if (start > length(text)) {
            return null;
        }
        int at = text.indexOf(needle, text.offsetByCodePoints(0, start - 1));
        return at < 0 ? null : text.codePointCount(0, at) + 1;
    }

    /** Each run of letters A to Z and digits begins with a capital and goes on in small letters. */
    static String proper(String text) {
        StringBuilder made = new StringBuilder(text.length());
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean part = c < 128 && Character.isLetterOrDigit(c);
            made.append(inside ? lower(String.valueOf(c)) : upper(String.valueOf(c)));
            inside = part;
        }
        return made.toString();
    }
}

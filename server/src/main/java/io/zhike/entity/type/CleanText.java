package io.zhike.entity.type;

import io.zhike.entity.UsualText;
import java.text.Normalizer;

/**
 * Text as it is kept: in Unicode's composed form (NFC), without control characters, halves of surrogate pairs and blanks
 * at its ends.
 */
final class CleanText {
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int ZERO_WIDTH_SPACE = 0x200B;
    private static final int NO_BREAK_SPACE = 0x00A0;

    private CleanText() {}

    /** One line: line breaks and tabs become a blank. Empty where nothing is left. */
    static String line(String text) {
        return clean(text, false);
    }

    /** Several lines: line breaks (as {@code \n}) and tabs stay. Empty where nothing is left. */
    static String lines(String text) {
        return clean(text, true);
    }

    /** At most 60 characters of what somebody wrote, for a message. */
    static String shown(String text) {
        String line = line(text);
        return line.codePointCount(0, line.length()) <= 60
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 59)) + "…";
    }

    /** Text that means a number, a date or a code: also full-width letters and digits as plain ones. */
    static String plain(String text) {
        return isCleanAlready(text) ? text : line(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }

    private static boolean isCleanAlready(String text) {
        return UsualText.is(text) && (text.isEmpty() || text.charAt(0) != ' ' && text.charAt(text.length() - 1) != ' ');
    }

    private static String clean(String text, boolean lines) {
        if (isCleanAlready(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        String unified = text.replace("\r\n", "\n").replace('\r', '\n');
        unified.codePoints().forEach(point -> {
            if (point == '\n' || point == '\t') {
                kept.append(lines ? (char) point : ' ');
            } else if (Character.getType(point) == Character.SURROGATE) {
                kept.append('\uFFFD');
            } else if (!Character.isISOControl(point)) {
                kept.appendCodePoint(point);
            }
        });
        return strip(Normalizer.normalize(kept, Normalizer.Form.NFC));
    }

    private static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (to > from && blank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || c == NO_BREAK_SPACE || c == ZERO_WIDTH_SPACE || c == BYTE_ORDER_MARK;
    }
}

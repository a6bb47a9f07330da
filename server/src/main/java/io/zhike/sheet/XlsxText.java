package io.zhike.sheet;

import java.util.HexFormat;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** Reads the texts of a workbook, in one piece or in runs of different fonts. */
final class XlsxText {
    private XlsxText() {}

    /**
     * The text of the element {@code name} that has just begun, up to its end: all its {@code t} except the phonetic
     * ones. Null if it is longer than a cell may be.
     */
    static @Nullable String read(XmlParts xml, String name) {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        boolean phonetic = false;
        boolean tooLong = false;
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    inText = xml.name().equals("t") && !phonetic;
                    phonetic = phonetic || xml.name().equals("rPh");
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    inText = false;
                    phonetic = phonetic && !xml.name().equals("rPh");
                    if (xml.name().equals(name)) {
                        return tooLong ? null : unescape(text);
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inText && !tooLong) {
                        xml.appendText(text);
                        tooLong = text.length() > Limits.CELL_CHARS;
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return unescape(text);
                }
                default -> {}
            }
        }
    }

    /** {@code _x000D_} stands for a character that XML does not allow or would change. */
    static String unescape(CharSequence text) {
        String all = text.toString();
        int at = all.indexOf("_x");
        if (at < 0) {
            return all;
        }
        StringBuilder plain = new StringBuilder(all.length());
        int from = 0;
        for (; at >= 0; at = all.indexOf("_x", at)) {
            int code = code(all, at);
            if (code < 0) {
                at++;
                continue;
            }
            plain.append(all, from, at).append((char) code);
            at += 7;
            from = at;
        }
        return plain.append(all, from, all.length()).toString();
    }

    /** The opposite of {@link #unescape}: control characters, and what looks like an escape, are written as escapes. */
    static String escape(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= ' ' && c < '\uFFFE' || c == '\t' || c == '\n';
            boolean looksEscaped = c == '_' && code(text, i) >= 0;
            if ((!plain && c != 0 || looksEscaped) && escaped == null) {
                escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (escaped != null) {
                if (looksEscaped || !plain && c != 0) {
                    escaped.append("_x")
                            .append(HexFormat.of().withUpperCase().toHexDigits(c))
                            .append('_');
                } else {
                    escaped.append(c);
                }
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    /** The code of the escape at {@code at}; -1 if it is none. */
    private static int code(String text, int at) {
        if (at + 7 > text.length() || text.charAt(at + 1) != 'x' || text.charAt(at + 6) != '_') {
            return -1;
        }
        int code = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code == 0 ? -1 : code;
    }
}

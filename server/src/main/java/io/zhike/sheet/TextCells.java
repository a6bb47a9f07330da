package io.zhike.sheet;

import java.nio.charset.Charset;

/** Makes cells of text: blank, text or broken. */
final class TextCells {
    private final Charset charset;

    TextCells(Charset charset) {
        this.charset = charset;
    }

    /** The cell that holds {@code length} characters from {@code offset}. */
    Cell cell(char[] chars, int offset, int length) {
        int end = offset + length;
        boolean blank = true;
        for (int i = offset; i < end; i++) {
            char c = chars[i];
            if (c == 0 || c >= DecodingReader.END) {
                return broken(new String(chars, offset, length));
            }
            blank = blank && isBlank(c);
        }
        return blank ? Cell.BLANK : new Cell.Text(FormulaGuard.off(new String(chars, offset, length)));
    }

    /** Whether {@link #cell} would give anything but a blank cell. */
    static boolean isFilled(char[] chars, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (!isBlank(chars[i])) {
                return true;
            }
        }
        return false;
    }

    static boolean isFilled(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isBlank(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\u00A0' || c == '\u3000' || c == '\uFEFF';
    }

    private Cell broken(String text) {
        int end = text.indexOf(DecodingReader.END);
        String raw = (end < 0 ? text : text.substring(0, end)).replace(DecodingReader.WRONG, '\uFFFD');
        if (end >= 0) {
            return new Cell.Broken(SheetError.QUOTE_NOT_CLOSED.with(), raw.stripTrailing());
        }
        return text.indexOf(DecodingReader.WRONG) >= 0
                ? new Cell.Broken(SheetError.BYTES_NOT_TEXT.with(charset.name()), raw)
                : new Cell.Broken(SheetError.CONTROL_CHARACTER.with(), raw.replace('\u0000', '\u2400'));
    }
}

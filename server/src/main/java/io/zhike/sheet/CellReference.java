package io.zhike.sheet;

/** Reads references such as {@code AB12}. */
final class CellReference {
    private CellReference() {}

    /** The column from 0; -1 if the text does not begin with at most three capital letters. */
    static int column(String reference) {
        int column = 0;
        int i = 0;
        for (; i < reference.length() && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z'; i++) {
            if (i == 3) {
                return -1;
            }
            column = column * 26 + reference.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    /** The row from 1; 0 if there is none. */
    static int row(String reference) {
        int row = 0;
        for (int i = 0; i < reference.length(); i++) {
            char c = reference.charAt(i);
            if (c >= '0' && c <= '9' && row < 100_000_000) {
                row = row * 10 + c - '0';
            }
        }
        return row;
    }
}

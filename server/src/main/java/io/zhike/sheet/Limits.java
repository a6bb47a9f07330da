package io.zhike.sheet;

/** How much of a file is taken. Beyond these nothing is a customer's table any more. */
final class Limits {
    static final int COLUMNS = 1_000;
    static final int CELL_CHARS = 1_000_000;
    static final int ROW_CHARS = 16_000_000;
    /** Unpacked bytes of a workbook's shared strings, which are kept in a temporary file. */
    static final long SHARED_STRING_BYTES = 2L << 30;

    private Limits() {}
}

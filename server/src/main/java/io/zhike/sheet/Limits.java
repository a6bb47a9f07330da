package io.zhike.sheet;

/** How much of a file is taken. Beyond these nothing is a customer's table any more. */
final class Limits {
    static final int COLUMNS = 1_000;
    static final int CELL_CHARS = 1_000_000;
    static final int ROW_CHARS = 16_000_000;
    /** Unpacked bytes of one part of a workbook: a full sheet of 1,048,576 rows with 60 columns stays below. */
    static final long PART_BYTES = 8L << 30;

    private Limits() {}
}

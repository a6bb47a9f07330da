package io.zhike.sheet;

import java.nio.charset.Charset;

/**
 * How a text file is written.
 *
 * @param charset the encoding, without regard to a byte order mark
 * @param byteOrderMark whether the file begins with one
 * @param delimiter what stands between two cells; {@link #BLANKS} means any run of blanks
 * @param quote the character around cells that hold a delimiter or a line break
 */
public record Dialect(Charset charset, boolean byteOrderMark, char delimiter, char quote) {

    /** The delimiter of files whose columns are set apart by one or more blanks. */
    public static final char BLANKS = ' ';

    public Dialect {
        if (delimiter == quote || delimiter == '\n' || delimiter == '\r') {
            throw new IllegalArgumentException("a delimiter is neither the quote nor a line break");
        }
    }
}

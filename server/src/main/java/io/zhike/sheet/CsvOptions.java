package io.zhike.sheet;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a CSV file is written.
 *
 * @param byteOrderMark whether it begins with one, without which Excel takes UTF-8 for the computer's own encoding;
 *     only for Unicode
 * @param guarded whether text that Excel would run as a formula gets an apostrophe in front; our own import takes it off
 */
public record CsvOptions(Charset charset, boolean byteOrderMark, char delimiter, boolean guarded) {

    /** For Excel: UTF-8 with byte order mark, commas, guarded. */
    public static final CsvOptions EXCEL = new CsvOptions(StandardCharsets.UTF_8, true, ',', true);

    /** For programs: UTF-8 without byte order mark, commas, guarded. */
    public static final CsvOptions PLAIN = new CsvOptions(StandardCharsets.UTF_8, false, ',', true);

    public CsvOptions {
        if (byteOrderMark && !charset.name().startsWith("UTF-")) {
            throw new IllegalArgumentException("only Unicode has a byte order mark");
        }
        if (delimiter == '"' || delimiter == '\n' || delimiter == '\r') {
            throw new IllegalArgumentException("a delimiter is neither the quote nor a line break");
        }
    }
}

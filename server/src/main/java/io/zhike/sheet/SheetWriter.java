package io.zhike.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes rows to a file, any number of them, in memory that does not grow with it. What it writes, {@link SheetFile}
 * reads as the same values. Closing finishes the file, flushes the stream and leaves it open. Used by one thread.
 */
public sealed interface SheetWriter extends Closeable permits CsvSheetWriter, XlsxSheetWriter {

    /** The next row. A {@link Cell.Broken} is written as its raw text. */
    void write(List<? extends Cell> cells) throws IOException;

    /** Finishes the file; without it the file is incomplete. */
    @Override
    void close() throws IOException;

    /** A CSV file that begins with {@code header} unless that is empty. */
    static SheetWriter csv(OutputStream out, CsvOptions options, List<String> header) throws IOException {
        CsvSheetWriter writer = new CsvSheetWriter(out, options);
        if (!header.isEmpty()) {
            writer.write(header.stream().map(SheetWriter::text).toList());
        }
        return writer;
    }

    /**
     * A workbook; a sheet that is full goes on in a further one, header repeated. The file goes to {@code out} when the
     * writer is closed, until then to temporary files. Numbers of more than 15 digits and days before 1900 are written as
     * text, as Excel has none; texts are cut to Excel's 32,767 characters.
     */
    static SheetWriter xlsx(OutputStream out, String sheet, List<String> header) {
        return new XlsxSheetWriter(out, sheet, header, XlsxSheetWriter.ROWS);
    }

    /** {@code text} as a cell, blank if it is empty. */
    static Cell text(String text) {
        return text.isEmpty() ? Cell.BLANK : new Cell.Text(text);
    }
}

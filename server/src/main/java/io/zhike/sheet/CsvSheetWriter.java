package io.zhike.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** Writes CSV after RFC 4180. */
final class CsvSheetWriter implements SheetWriter {
    private static final int BUFFER = 1 << 16;

    private final Writer text;
    private final CsvWriter csv;
    private final boolean guarded;

    CsvSheetWriter(OutputStream out, CsvOptions options) throws IOException {
        this.text = new BufferedWriter(new OutputStreamWriter(out, options.charset()), BUFFER);
        this.guarded = options.guarded();
        if (options.byteOrderMark()) {
            text.write('\uFEFF');
        }
        this.csv = CsvWriter.builder()
                .fieldSeparator(options.delimiter())
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
    }

    @Override
    public void write(List<? extends Cell> cells) throws IOException {
        try {
            CsvWriter.CsvWriterRecord record = csv.writeRecord();
            for (Cell cell : cells) {
                record.writeField(field(cell));
            }
            record.endRecord();
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
    }

    private String field(Cell cell) {
        String field = CellText.of(cell);
        boolean typed = cell instanceof Cell.Number;
        return guarded && !typed ? FormulaGuard.on(field) : field;
    }

    @Override
    public void close() throws IOException {
        csv.flush();
        text.flush();
    }
}

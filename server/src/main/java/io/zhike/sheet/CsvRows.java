package io.zhike.sheet;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.zhike.message.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a text with a delimiter of one character and quotes as in RFC 4180. */
final class CsvRows implements RowReader {
    /** FastCSV's buffer holds one cell and what was read beside it. */
    private static final int BUFFER = 2 * Limits.CELL_CHARS;

    private final Collector collector;
    private final CsvReader<Collector> reader;
    private final CloseableIterator<Collector> records;
    private final Place place;

    /** @param declared whether the first line only names the delimiter and is no row */
    CsvRows(DecodingReader text, Dialect dialect, boolean declared, Place place) {
        this.place = place;
        this.collector = new Collector(new TextCells(dialect.charset()), declared, place);
        this.reader = CsvReader.builder()
                .fieldSeparator(dialect.delimiter())
                .quoteCharacter(dialect.quote())
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(true)
                .maxBufferSize(BUFFER)
                .build(collector, text);
        this.records = reader.iterator();
    }

    @Override
    public @Nullable Row next() {
        collector.keep = true;
        return advance() ? new Row(collector.line, collector.cells) : null;
    }

    @Override
    public boolean skip() {
        collector.keep = false;
        return advance();
    }

    private boolean advance() {
        try {
            while (records.hasNext()) {
                if (records.next().filled) {
                    return true;
                }
            }
            return false;
        } catch (UncheckedIOException e) {
            throw place.unreadable(e);
        } catch (CsvParseException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            if (e.getCause() != null && !(e.getCause() instanceof CsvParseException)) {
                throw e;
            }
            // The only thing the parser itself refuses here is a cell beyond its buffer.
            throw place.problem(SheetError.CELL_TOO_LONG, collector.line, Limits.CELL_CHARS);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Takes one record at a time from the parser; the record is the collector itself. */
    private static final class Collector extends AbstractBaseCsvCallbackHandler<Collector> {
        private final TextCells texts;
        private final boolean declared;
        private final Place place;
        private List<Cell> cells = new ArrayList<>();
        private boolean keep;
        private boolean filled;
        private long line;
        private long length;

        Collector(TextCells texts, boolean declared, Place place) {
            this.texts = texts;
            this.declared = declared;
            this.place = place;
        }

        @Override
        protected void handleBegin(long startingLine) {
            line = startingLine;
            length = 0;
            filled = false;
            cells = new ArrayList<>(cells.size());
        }

        @Override
        protected void handleField(int index, char[] chars, int offset, int count, boolean quoted) {
            refuseTooMuch(index, count);
            if (isEnd(index, chars, offset, count, quoted) || declared && line == 1) {
                return;
            }
            filled = filled || TextCells.isFilled(chars, offset, count);
            if (keep) {
                cells.add(texts.cell(chars, offset, count));
            }
        }

        private void refuseTooMuch(int index, int count) {
            length += count;
            if (index >= Limits.COLUMNS) {
                throw place.problem(SheetError.TOO_MANY_COLUMNS, line, Limits.COLUMNS);
            }
            if (count > Limits.CELL_CHARS) {
                throw place.problem(SheetError.CELL_TOO_LONG, line, Limits.CELL_CHARS);
            }
            if (length > Limits.ROW_CHARS) {
                throw place.problem(SheetError.ROW_TOO_LONG, line, Limits.ROW_CHARS);
            }
        }

        private static boolean isEnd(int index, char[] chars, int offset, int count, boolean quoted) {
            return index == 0 && count == 1 && !quoted && chars[offset] == DecodingReader.END;
        }

        @Override
        protected Collector buildRecord() {
            return this;
        }
    }
}

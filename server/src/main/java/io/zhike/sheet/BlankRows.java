package io.zhike.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a text whose columns are set apart by runs of blanks. It has no quotes and no blank cells. */
final class BlankRows implements RowReader {
    private final BufferedReader text;
    private final TextCells texts;
    private final Place place;
    private char[] line = new char[256];
    private int length;
    private long number;
    private boolean lastWasReturn;

    BlankRows(DecodingReader text, Charset charset, Place place) {
        this.text = new BufferedReader(text, 1 << 16);
        this.texts = new TextCells(charset);
        this.place = place;
    }

    @Override
    public @Nullable Row next() {
        return skip() ? new Row(number, cells()) : null;
    }

    @Override
    public boolean skip() {
        try {
            while (readLine()) {
                if (TextCells.isFilled(line, 0, length)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw place.unreadable(e);
        }
    }

    /** False at the end of the text. */
    private boolean readLine() throws IOException {
        length = 0;
        number++;
        for (int c = text.read(); c >= 0; c = text.read()) {
            if (c == '\n' && lastWasReturn && length == 0) {
                lastWasReturn = false;
                continue;
            }
            lastWasReturn = c == '\r';
            if (c == '\n' || c == '\r') {
                return true;
            }
            if (length == 0 && c == DecodingReader.END) {
                return false;
            }
            append((char) c);
        }
        return false;
    }

    private void append(char c) {
        if (length == Limits.CELL_CHARS) {
            throw place.problem(SheetError.ROW_TOO_LONG, number, Limits.CELL_CHARS);
        }
        if (length == line.length) {
            line = Arrays.copyOf(line, length * 2);
        }
        line[length++] = c;
    }

    private List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        int at = 0;
        while (at < length) {
            while (at < length && TextCells.isBlank(line[at])) {
                at++;
            }
            int start = at;
            while (at < length && !TextCells.isBlank(line[at])) {
                at++;
            }
            if (at > start) {
                if (cells.size() == Limits.COLUMNS) {
                    throw place.problem(SheetError.TOO_MANY_COLUMNS, number, Limits.COLUMNS);
                }
                cells.add(texts.cell(line, start, at - start));
            }
        }
        return cells;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}

package io.zhike.sheet;

import io.zhike.message.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A tabular file: CSV or another delimited text in any of the usual encodings, XLSX or XLS. Reading takes memory that does
 * not grow with the file; any number of cursors may be open at once, each used by one thread. Failures are
 * {@link SheetError}s that name the file. To be closed after its cursors.
 */
public final class SheetFile implements AutoCloseable {
    private final String name;
    private final SheetSource source;

    private SheetFile(String name, SheetSource source) {
        this.name = name;
        this.source = source;
    }

    /**
     * Opens {@code file} by what it holds. Text is read through once to tell its encoding.
     *
     * @param name what people call the file; it is in messages, and names the sheet of a text file
     */
    public static SheetFile open(Path file, String name) {
        try {
            return new SheetFile(name, FileContent.open(file, name));
        } catch (IOException e) {
            throw Place.caused(SheetError.UNREADABLE, name, e);
        }
    }

    public String name() {
        return name;
    }

    public Format format() {
        return source.format();
    }

    /** Encoding, delimiter and quote; empty for workbooks. */
    public Optional<Dialect> dialect() {
        return source.dialect();
    }

    /** The sheets in their order in the file; at least one. */
    public List<SheetInfo> sheets() {
        return source.sheets();
    }

    /** All rows of {@code sheet} from the top, whatever stands above the header included. */
    public RowCursor rows(String sheet) {
        Place place = new Place(name, sheet);
        if (sheets().stream().noneMatch(info -> info.name().equals(sheet))) {
            throw place.problem(SheetError.NO_SUCH_SHEET);
        }
        return new RowCursor(source.read(sheet), place);
    }

    /** The rows below {@code header}; position 0 is the first of them. */
    public RowCursor data(String sheet, Header header) {
        RowCursor cursor = rows(sheet);
        cursor.skipTo(header.rowsBefore());
        return cursor.fromHere();
    }

    /** {@link #guessHeader(String, Language)} with Chinese names for nameless columns. */
    public Header guessHeader(String sheet) {
        return guessHeader(sheet, Language.ZH);
    }

    /**
     * The row that most likely holds the column names: below titles and merged group headings, above the data.
     *
     * @param language of the names given to nameless columns, such as 列 C
     */
    public Header guessHeader(String sheet, Language language) {
        try (RowCursor cursor = rows(sheet)) {
            return HeaderGuess.of(cursor, new Place(name, sheet), language);
        }
    }

    /**
     * The header that a person has chosen: the row with {@link Row#number()} {@code rowNumber}, or none where that is 0, as in
     * a {@link Header} that was not found.
     */
    public Header headerAt(String sheet, long rowNumber, Language language) {
        try (RowCursor cursor = rows(sheet)) {
            return HeaderGuess.at(rowNumber, cursor, new Place(name, sheet), language);
        }
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw Place.caused(SheetError.UNREADABLE, name, e);
        }
    }
}

package io.zhike.sheet;

import java.util.ArrayList;
import java.util.List;

/**
 * What a column most likely holds, told from its first rows. A guess fits every value that was looked at: one value out of
 * line makes a column text, so that nothing is refused or changed because of a guess.
 *
 * @param index the column, from 0
 * @param name its name in the header
 * @param format how its values are written
 * @param required whether every row had a value
 * @param unique whether no value came twice, of at least two and at most 100,000
 * @param maxLength characters of the longest value
 * @param filled rows with a value
 * @param blank rows without; a column with no value at all has {@code filled} 0
 * @param broken rows whose value could not be read
 * @param samples a few different values, in the order of the file
 * @param options for {@link Shape#SELECT} and {@link Shape#MULTI_SELECT} all values seen, most frequent first; otherwise
 *     empty
 */
public record ColumnGuess(
        int index,
        String name,
        Shape shape,
        ValueFormat format,
        boolean required,
        boolean unique,
        int maxLength,
        long filled,
        long blank,
        long broken,
        List<String> samples,
        List<String> options) {

    /** How many rows a guess looks at; more do not change it. */
    public static final int ROWS = 20_000;

    private static final int MOST_CELLS = 2_000_000;

    public ColumnGuess {
        samples = List.copyOf(samples);
        options = List.copyOf(options);
    }

    /**
     * One guess per column of {@code header}, from the next {@link #ROWS} rows of {@code rows} (fewer in very wide
     * tables). 20,000 rows of 20 columns take about half a second.
     */
    public static List<ColumnGuess> of(Header header, RowCursor rows) {
        return of(header, rows, Math.min(ROWS, MOST_CELLS / header.columns().size()));
    }

    /** The same from at most {@code most} rows: reading all of them finds every option of a select. */
    public static List<ColumnGuess> of(Header header, RowCursor rows, long most) {
        List<ColumnProfile> profiles = new ArrayList<>();
        for (String name : header.columns()) {
            profiles.add(new ColumnProfile(name));
        }
        for (long n = 0; n < most && rows.hasNext(); n++) {
            Row row = rows.next();
            for (int i = 0; i < profiles.size(); i++) {
                profiles.get(i).add(row.cell(i));
            }
        }
        List<ColumnGuess> guesses = new ArrayList<>();
        for (int i = 0; i < profiles.size(); i++) {
            guesses.add(new ShapeGuess(profiles.get(i)).of(i));
        }
        return List.copyOf(guesses);
    }

    /** Reads the column's cells as what {@link #shape()} says. */
    public ValueReader<?> reader() {
        return switch (format) {
            case ValueFormat.Text text -> shape == Shape.BOOLEAN ? ValueReader.bool() : ValueReader.text(text);
            case ValueFormat.Number number -> ValueReader.number(number);
            case ValueFormat.Date date -> shape == Shape.DATE ? ValueReader.date(date) : ValueReader.dateTime(date);
            case ValueFormat.Choices choices -> ValueReader.choices(choices);
        };
    }
}

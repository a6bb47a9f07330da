package io.zhike.sheet;

import io.zhike.message.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the row of column names among the first rows: as wide as the table, only short texts, all different. Titles above
 * are narrower, data below has numbers, dates or repetitions.
 */
final class HeaderGuess {
    private static final int ROWS = 60;
    private static final int CANDIDATES = 20;
    private static final int LONGEST_NAME = 200;
    private static final double AS_WIDE = 0.6;

    private HeaderGuess() {}

    static Header of(RowCursor cursor, Place place, Language language) {
        List<Row> rows = some(cursor, place);
        int wide = firstWide(rows);
        if (wide >= 0 && isNames(rows.get(wide))) {
            Row row = rows.get(wide);
            return new Header(true, row.number(), wide + 1L, names(row, widest(rows), language));
        }
        return nameless(rows, Math.max(0, wide), language);
    }

    /** @param rowNumber 0 where no row holds names: the data begins where {@link #of} found it to */
    static Header at(long rowNumber, RowCursor cursor, Place place, Language language) {
        if (rowNumber == 0) {
            List<Row> rows = some(cursor, place);
            return nameless(rows, Math.max(0, firstWide(rows)), language);
        }
        while (cursor.hasNext()) {
            Row row = cursor.next();
            if (row.number() == rowNumber) {
                long before = cursor.position();
                List<Row> rows = first(cursor);
                return new Header(true, rowNumber, before, names(row, widest(rows), language));
            }
            if (row.number() > rowNumber) {
                break;
            }
        }
        throw place.problem(SheetError.NO_HEADER, rowNumber);
    }

    /** The first of the rows that is as wide as the table; -1 if none is. */
    private static int firstWide(List<Row> rows) {
        int width = usualWidth(rows);
        for (int i = 0; i < Math.min(rows.size(), CANDIDATES); i++) {
            if (filled(rows.get(i)) >= Math.max(1, width * AS_WIDE)) {
                return i;
            }
        }
        return -1;
    }

    private static List<Row> some(RowCursor cursor, Place place) {
        List<Row> rows = first(cursor);
        if (rows.isEmpty()) {
            throw place.problem(SheetError.SHEET_EMPTY);
        }
        return rows;
    }

    private static List<Row> first(RowCursor cursor) {
        List<Row> rows = new ArrayList<>();
        while (rows.size() < ROWS && cursor.hasNext()) {
            rows.add(cursor.next());
        }
        return rows;
    }

    private static Header nameless(List<Row> rows, int before, Language language) {
        return new Header(false, 0, before, names(new Row(1, List.of()), widest(rows), language));
    }

    private static int usualWidth(List<Row> rows) {
        int[] widths = rows.stream().mapToInt(HeaderGuess::filled).sorted().toArray();
        return widths[widths.length / 2];
    }

    private static int filled(Row row) {
        return (int) row.cells().stream()
                .filter(cell -> !(cell instanceof Cell.Blank))
                .count();
    }

    /** Columns of the data: up to the last one that holds anything in the rows looked at. */
    private static int widest(List<Row> rows) {
        return rows.stream().mapToInt(Row::width).max().orElse(0);
    }

    private static boolean isNames(Row row) {
        Set<String> seen = new HashSet<>();
        int texts = 0;
        for (Cell cell : row.cells()) {
            if (cell instanceof Cell.Text(String value)) {
                String name = value.strip();
                if (name.length() > LONGEST_NAME || isValue(name)) {
                    return false;
                }
                texts++;
                seen.add(name.toLowerCase(Locale.ROOT));
            } else if (!(cell instanceof Cell.Blank)) {
                return false;
            }
        }
        return texts > 0 && seen.size() * 2 > texts;
    }

    /** Whether a text is rather a number or a date than a name; years are names of columns, too. */
    private static boolean isValue(String text) {
        boolean year = text.length() == 4 && (text.startsWith("19") || text.startsWith("20"));
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                digit = true;
            } else if (".,-/:%+¥￥$ ".indexOf(c) < 0) {
                return false;
            }
        }
        return digit && !year;
    }

    private static List<String> names(Row row, int width, Language language) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        int columns = Math.max(width, row.width());
        for (int i = 0; i < columns; i++) {
            String name = name(row.cell(i), i, language);
            String unique = name;
            for (int n = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); n++) {
                unique = name + " " + n;
            }
            names.add(unique);
        }
        return names;
    }

    private static String name(Cell cell, int index, Language language) {
        String text = CellText.of(cell).strip();
        if (text.isEmpty()) {
            return (language == Language.ZH ? "列 " : "Column ") + letters(index);
        }
        StringBuilder oneLine = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = TextCells.isBlank(c);
            if (!blank || oneLine.charAt(oneLine.length() - 1) != ' ') {
                oneLine.append(blank ? ' ' : c);
            }
        }
        return oneLine.toString();
    }

    /** Excel's letters: 0 is A, 26 is AA. */
    static String letters(int index) {
        String letters = "";
        for (int n = index; n >= 0; n = n / 26 - 1) {
            letters = (char) ('A' + n % 26) + letters;
        }
        return letters;
    }
}

package io.zhike.sheet;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells the delimiter of a text: the one that gives the most rows the same number of cells. */
final class DelimiterGuess {
    private static final char[] CANDIDATES = {',', '\t', ';', '|'};
    private static final int RECORDS = 500;
    private static final double ALIGNED = 0.9;
    private static final double POOR = 0.5;
    private static final Pattern BLANKS = Pattern.compile("[ \t]+");
    private static final Pattern WIDE_GAP = Pattern.compile("\\S {2,}\\S");

    private DelimiterGuess() {}

    /** The delimiter that Excel's {@code sep=;} line names, or null if the text does not begin with one. */
    static @Nullable Character declared(String sample) {
        boolean is = sample.length() > 5
                && sample.regionMatches(true, 0, "sep=", 0, 4)
                && (sample.charAt(5) == '\r' || sample.charAt(5) == '\n')
                && !Character.isLetterOrDigit(sample.charAt(4))
                && sample.charAt(4) != '"';
        return is ? sample.charAt(4) : null;
    }

    /**
     * @param sample the beginning of the text
     * @param whole whether the sample is all of it; if not, its last record may be cut and is left out
     * @param name of the file; .tsv decides between two that fit equally well
     */
    static char of(String sample, boolean whole, String name) {
        char best = ',';
        double bestScore = 0;
        for (char candidate : CANDIDATES) {
            double score = score(sample, whole, candidate);
            if (candidate == '\t' && name.toLowerCase(Locale.ROOT).endsWith(".tsv")) {
                score *= 1.05;
            }
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return bestScore < POOR && isAlignedByBlanks(sample, whole) ? Dialect.BLANKS : best;
    }

    /**
     * 0 if the candidate never divides; otherwise the share of rows that have the usual width, more for wider ones, twice
     * if the first row has it, too.
     */
    private static double score(String sample, boolean whole, char delimiter) {
        Map<Integer, Integer> rowsByWidth = new HashMap<>();
        int first = 0;
        int rows = 0;
        CellCounter counter = new CellCounter(sample, whole, delimiter);
        for (int width = counter.next(); width > 0 && rows < RECORDS; width = counter.next()) {
            first = rows == 0 ? width : first;
            rows++;
            rowsByWidth.merge(width, 1, Integer::sum);
        }
        int usual = 0;
        int usualRows = 0;
        for (Map.Entry<Integer, Integer> entry : rowsByWidth.entrySet()) {
            if (entry.getKey() > 1 && entry.getValue() > usualRows) {
                usual = entry.getKey();
                usualRows = entry.getValue();
            }
        }
        if (usualRows == 0) {
            return 0;
        }
        double share = (double) usualRows / rows;
        double width = 1 - 1.0 / usual;
        return share * width * (first == usual ? 2 : 1);
    }

    private static boolean isAlignedByBlanks(String sample, boolean whole) {
        String[] lines = sample.split("\r\n|\r|\n");
        int end = Math.min(RECORDS, whole ? lines.length : lines.length - 1);
        Map<Integer, Integer> linesByWidth = new HashMap<>();
        int full = 0;
        int gaps = 0;
        for (int i = 0; i < end; i++) {
            if (!lines[i].isBlank()) {
                full++;
                gaps += WIDE_GAP.matcher(lines[i]).find() ? 1 : 0;
                linesByWidth.merge(BLANKS.split(lines[i].strip()).length, 1, Integer::sum);
            }
        }
        int usual = linesByWidth.entrySet().stream()
                .filter(entry -> entry.getKey() > 1)
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
        return usual >= full * ALIGNED && gaps >= full * ALIGNED;
    }

    /** Counts the cells of one record after the other, quotes respected, empty lines left out. */
    private static final class CellCounter {
        private final String text;
        private final boolean whole;
        private final char delimiter;
        private int at;

        CellCounter(String text, boolean whole, char delimiter) {
            this.text = text;
            this.whole = whole;
            this.delimiter = delimiter;
        }

        /** Cells of the next record, 0 at the end. */
        int next() {
            while (at < text.length() && isBreak(text.charAt(at))) {
                at++;
            }
            int cells = 1;
            boolean quoted = false;
            boolean cellBegins = true;
            int start = at;
            for (; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == '"' && (quoted || cellBegins)) {
                    quoted = !quoted;
                } else if (!quoted && isBreak(c)) {
                    return cells;
                } else if (!quoted && c == delimiter) {
                    cells++;
                    cellBegins = true;
                    continue;
                }
                // The second of two quotes in a quoted cell opens it again.
                cellBegins = c == '"' && !quoted;
            }
            return whole && at > start && !quoted ? cells : 0;
        }

        private static boolean isBreak(char c) {
            return c == '\n' || c == '\r';
        }
    }
}

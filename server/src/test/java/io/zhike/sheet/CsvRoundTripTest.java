package io.zhike.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random tables in random dialects: what was written is what is read, and where. */
class CsvRoundTripTest {
    private static final String[] PIECES = {
        "a", "Z9", "客户", "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r\n", "\r", " ", "𠮷", "é", "=", "'", "0", ".5",
        "“”"
    };
    private static final String[] CHARSETS = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"};
    private static final String[] BREAKS = {"\n", "\r\n", "\r"};
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    @TempDir
    Path folder;

    private record Table(String text, List<List<String>> rows, List<Long> lines) {}

    @Test
    void readsWhatWasWritten() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            char delimiter = DELIMITERS[random.nextInt(DELIMITERS.length)];
            Charset charset = Charset.forName(CHARSETS[random.nextInt(CHARSETS.length)]);
            Table table = table(random, delimiter);
            SheetFile file = SharedData.open(Sheets.write(folder, "t.csv", table.text(), charset));
            List<Row> rows = Sheets.rows(file);

            assertThat(file.dialect().orElseThrow().delimiter())
                    .as("seed " + seed)
                    .isEqualTo(delimiter);
            assertThat(file.dialect().orElseThrow().charset())
                    .as("seed " + seed)
                    .isEqualTo(charset);
            assertThat(rows.stream().map(Sheets::texts).toList())
                    .as("seed " + seed)
                    .isEqualTo(table.rows());
            assertThat(rows.stream().map(Row::number).toList())
                    .as("seed " + seed)
                    .isEqualTo(table.lines());
        }
    }

    private static Table table(Random random, char delimiter) {
        int columns = 3 + random.nextInt(4);
        StringBuilder text = new StringBuilder();
        List<List<String>> rows = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        String lineBreak = BREAKS[random.nextInt(BREAKS.length)];
        for (int r = 0; r < 40; r++) {
            List<String> cells = new ArrayList<>();
            List<String> fields = new ArrayList<>();
            for (int c = 0; c < columns; c++) {
                String cell = r == 0 || c == 0 ? "列" + r + "x" + c : cell(random);
                fields.add(field(cell, delimiter, random));
                cells.add(TextCells.isFilled(cell) ? FormulaGuard.off(cell) : "");
            }
            lines.add(line(text));
            rows.add(cells);
            text.append(String.join(String.valueOf(delimiter), fields));
            text.append(r == 39 && random.nextBoolean() ? "" : lineBreak);
            if (random.nextInt(8) == 0 && r < 39) {
                text.append(lineBreak);
            }
        }
        return new Table(text.toString(), rows, lines);
    }

    private static String cell(Random random) {
        StringBuilder cell = new StringBuilder();
        for (int n = random.nextInt(5); n > 0; n--) {
            cell.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return cell.toString();
    }

    private static String field(String cell, char delimiter, Random random) {
        boolean must = cell.startsWith("\"")
                || cell.indexOf('\n') >= 0
                || cell.indexOf('\r') >= 0
                || cell.indexOf(delimiter) >= 0;
        return must || random.nextInt(5) == 0 ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    /** The physical line that begins behind {@code text}. */
    private static long line(CharSequence text) {
        long line = 1;
        for (int i = 0; i < text.length(); i++) {
            boolean pair = text.charAt(i) == '\n' && i > 0 && text.charAt(i - 1) == '\r';
            line += (text.charAt(i) == '\n' || text.charAt(i) == '\r') && !pair ? 1 : 0;
        }
        return line;
    }
}

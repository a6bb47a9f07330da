package io.zhike.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetWriterTest {
    private static final List<String> RISKY = List.of(
            "=1+1", "+86 138", "-5", "@SUM(A1)", "\tx", "\rx", "'=x", "''-x", "'", "''", "it's", "a=b", "-", "'a");

    @TempDir
    Path folder;

    private static String csv(CsvOptions options, List<Cell> cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SheetWriter writer = SheetWriter.csv(out, options, List.of())) {
            writer.write(cells);
        }
        return out.toString(options.charset());
    }

    @Test
    void guardsTextThatExcelWouldRunButNotTypedNumbers() throws IOException {
        assertThat(csv(
                        CsvOptions.PLAIN,
                        List.of(
                                new Cell.Text("=1+1"),
                                new Cell.Text("@x"),
                                new Cell.Text("-5"),
                                new Cell.Number(new BigDecimal("-5")),
                                new Cell.Text("'=1"),
                                new Cell.Text("it's"))))
                .isEqualTo("'=1+1,'@x,'-5,-5,''=1,it's\r\n");
    }

    @Test
    void guardsNothingWhereToldSo() throws IOException {
        CsvOptions bare = new CsvOptions(StandardCharsets.UTF_8, false, ';', false);

        assertThat(csv(bare, List.of(new Cell.Text("=1"), new Cell.Text("a;b"))))
                .isEqualTo("=1;\"a;b\"\r\n");
    }

    @Test
    void takesItsOwnGuardOffAgainAndNothingElse() {
        for (String text : RISKY) {
            assertThat(FormulaGuard.off(FormulaGuard.on(text))).isEqualTo(text);
            assertThat("=+-@\t\r").doesNotContain(FormulaGuard.on(text).substring(0, 1));
        }
        for (String text : List.of("'a", "'", "''", "it's", "'5")) {
            assertThat(FormulaGuard.off(text)).isEqualTo(text);
        }
    }

    @Test
    void beginsWithAByteOrderMarkForExcel() throws IOException {
        assertThat(csv(CsvOptions.EXCEL, List.of(new Cell.Text("张三")))).isEqualTo("\uFEFF张三\r\n");
        Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> new CsvOptions(EncodingGuess.GB18030, true, ',', true));
    }

    @Test
    void leavesTheStreamOpen() throws IOException {
        boolean[] closed = {false};
        OutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        SheetWriter.csv(out, CsvOptions.PLAIN, List.of("a")).close();
        SheetWriter.xlsx(out, "a", List.of("a")).close();

        assertThat(closed[0]).isFalse();
    }

    private static List<List<Cell>> rows(int count) {
        Random random = new Random(5);
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(List.of(
                    new Cell.Text(RISKY.get(i % RISKY.size()) + "\n\"甲,乙\" " + i),
                    new Cell.Text(RISKY.get(i % RISKY.size()) + "z"),
                    new Cell.Number(BigDecimal.valueOf(random.nextLong() % 1_000_000_000_000L, random.nextInt(5))),
                    new Cell.Number(new BigDecimal(i).movePointLeft(3), Cell.Unit.PERCENT),
                    new Cell.Number(new BigDecimal(i).movePointLeft(2), Cell.Unit.MONEY),
                    new Cell.Date(LocalDate.of(1990, 1, 1).plusDays(random.nextInt(20_000))),
                    new Cell.DateTime(LocalDateTime.of(2000, 1, 1, 0, 0, 1).plusSeconds(random.nextInt(900_000_000))),
                    i % 3 == 0 ? Cell.BLANK : new Cell.Bool(i % 2 == 0),
                    new Cell.Text("110101199003071" + (100 + i))));
        }
        return rows;
    }

    @Test
    void writesWorkbooksThatReadBackAsTheSameTypedValues() throws IOException {
        List<List<Cell>> rows = rows(500);
        Path file = folder.resolve("out.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                SheetWriter writer =
                        SheetWriter.xlsx(out, "客户", List.of("a", "b", "c", "d", "e", "f", "g", "h", "i"))) {
            for (List<Cell> row : rows) {
                writer.write(row);
            }
        }
        SheetFile read = SharedData.open(file);
        Header header = read.guessHeader("客户");
        assertThat(header.columns()).containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i");
        try (RowCursor cursor = read.data("客户", header)) {
            for (List<Cell> row : rows) {
                assertSame(cursor.next().cells(), row);
            }
            assertThat(cursor.hasNext()).isFalse();
        }
    }

    private static void assertSame(List<Cell> read, List<Cell> written) {
        assertThat(read).hasSameSizeAs(written);
        for (int i = 0; i < read.size(); i++) {
            if (written.get(i) instanceof Cell.Number number) {
                Cell.Number back = (Cell.Number) read.get(i);
                assertThat(back.value()).isEqualByComparingTo(number.value());
                // Which currency it is, the cell does not know, so its format names none.
                assertThat(back.unit()).isEqualTo(number.unit() == Cell.Unit.MONEY ? Cell.Unit.PLAIN : number.unit());
            } else {
                assertThat(read.get(i)).isEqualTo(written.get(i));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,true", "UTF-8,false", "GB18030,false", "UTF-16LE,true"})
    void writesCsvThatReadsBackAsTheSameValues(String charset, boolean mark) throws IOException {
        List<List<Cell>> rows = rows(500);
        Path file = folder.resolve("out.csv");
        CsvOptions options = new CsvOptions(java.nio.charset.Charset.forName(charset), mark, ',', true);
        try (OutputStream out = Files.newOutputStream(file);
                SheetWriter writer =
                        SheetWriter.csv(out, options, List.of("a", "b", "c", "d", "e", "f", "g", "h", "i"))) {
            for (List<Cell> row : rows) {
                writer.write(row);
            }
        }
        SheetFile read = SharedData.open(file);
        Header header = read.guessHeader("out");
        List<ColumnGuess> guesses;
        try (RowCursor cursor = read.data("out", header)) {
            guesses = ColumnGuess.of(header, cursor);
        }
        assertThat(guesses)
                .extracting(ColumnGuess::shape)
                .startsWith(Shape.LONG_TEXT, Shape.SELECT, Shape.NUMBER, Shape.NUMBER, Shape.NUMBER, Shape.DATE)
                .endsWith(Shape.DATETIME, Shape.BOOLEAN, Shape.TEXT);
        try (RowCursor cursor = read.data("out", header)) {
            for (List<Cell> row : rows) {
                Row back = cursor.next();
                for (int i = 0; i < row.size(); i++) {
                    assertThat(value(guesses.get(i), back.cell(i))).isEqualTo(plain(row.get(i)));
                }
            }
        }
    }

    private static Object value(ColumnGuess guess, Cell cell) {
        Object value = guess.reader().read(cell) instanceof Parsed.Value<?>(Object it) ? it : "";
        // Outer blanks are no part of a text value.
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }

    private static Object plain(Cell cell) {
        return switch (cell) {
            case Cell.Text(String value) -> value.strip();
            case Cell.Number number -> number.value().stripTrailingZeros();
            case Cell.Date(LocalDate value) -> value;
            case Cell.DateTime(LocalDateTime value) -> value;
            case Cell.Bool(boolean value) -> value;
            case Cell.Blank blank -> "";
            case Cell.Broken broken -> broken.raw();
        };
    }

    @Test
    void writesWhatExcelHasNoCellForAsText() throws IOException {
        List<Cell> odd = List.of(
                new Cell.Number(new BigDecimal("110101199003071234")),
                new Cell.Number(new BigDecimal("0.1234567890123456789")),
                new Cell.Date(LocalDate.of(1850, 6, 1)),
                new Cell.DateTime(LocalDateTime.of(2024, 1, 1, 1, 1, 1, 5)),
                new Cell.Broken(SheetError.QUOTE_NOT_CLOSED.with(), "raw"),
                new Cell.Text("_x0041_ \u0001\r end"),
                new Cell.Text("x".repeat(40_000)));
        Path file = folder.resolve("odd.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                SheetWriter writer = SheetWriter.xlsx(out, "a/b:c", List.of())) {
            writer.write(odd);
        }

        SheetFile read = SharedData.open(file);
        assertThat(read.sheets().getFirst().name()).isEqualTo("a b c");
        assertThat(Sheets.texts(read).getFirst())
                .containsExactly(
                        "110101199003071234",
                        "0.1234567890123456789",
                        "1850-06-01",
                        "2024-01-01 01:01:01.000000005",
                        "raw",
                        "_x0041_ \u0001\r end",
                        "x".repeat(32_767));
        assertThat(Sheets.rows(read).getFirst().cells()).allMatch(Cell.Text.class::isInstance);
    }

    @Test
    void goesOnInAFurtherSheetWithTheHeaderRepeated() throws IOException {
        Path file = folder.resolve("long.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                SheetWriter writer = new XlsxSheetWriter(out, "n".repeat(31), List.of("行"), 4)) {
            for (int i = 0; i < 8; i++) {
                writer.write(List.of(new Cell.Number(BigDecimal.valueOf(i))));
            }
        }
        SheetFile read = SharedData.open(file);

        assertThat(read.sheets())
                .extracting(SheetInfo::name)
                .containsExactly("n".repeat(31), "n".repeat(27) + " (2)", "n".repeat(27) + " (3)");
        assertThat(read.sheets().stream()
                        .flatMap(sheet -> Sheets.rows(read, sheet.name()).stream())
                        .map(row -> CellText.of(row.cell(0))))
                .containsExactly("行", "0", "1", "2", "行", "3", "4", "5", "行", "6", "7");
    }

    @Test
    void leavesNoTemporaryFilesBehind() throws IOException {
        long before = temporaryFiles();
        try (SheetWriter writer = SheetWriter.xlsx(OutputStream.nullOutputStream(), "a", List.of("a"))) {
            for (int i = 0; i < 1_000; i++) {
                writer.write(List.of(new Cell.Text("t" + i)));
            }
            assertThat(temporaryFiles()).isGreaterThan(before);
        }
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    private static long temporaryFiles() throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "poifiles");
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("poi-sxssf-sheet"))
                    .count();
        }
    }
}

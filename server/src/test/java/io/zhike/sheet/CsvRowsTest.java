package io.zhike.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.message.Language;
import io.zhike.message.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRowsTest {

    @TempDir
    Path folder;

    @Test
    void readsQuotedCellsWithDelimitersQuotesAndLineBreaks() {
        SheetFile file = Sheets.csv(folder, "a,b,c\n1,\"x, \"\"y\"\"\nz\",3\n");

        assertThat(Sheets.texts(file)).containsExactly(List.of("a", "b", "c"), List.of("1", "x, \"y\"\nz", "3"));
    }

    @Test
    void numbersRowsByThePhysicalLineTheyBeginOnWhateverEndsTheLines() {
        SheetFile file = Sheets.csv(folder, "a,b\r\n1,\"x\ny\r\nz\"\n\n\r\n2,3\r4,5\n");

        assertThat(Sheets.rows(file)).extracting(Row::number).containsExactly(1L, 2L, 7L, 8L);
    }

    @Test
    void leavesOutRowsWithoutAnyValueAndKeepsTheirNumbers() {
        SheetFile file = Sheets.csv(folder, "a,b\n,\n\"\",\" \"\n1,2\n");

        assertThat(Sheets.rows(file)).extracting(Row::number).containsExactly(1L, 4L);
    }

    @Test
    void showsRowsThatAreTooShortOrTooLong() {
        SheetFile file = Sheets.csv(folder, "a,b,c\n1,2\n1,2,3,4\n1,2,\n");

        assertThat(Sheets.rows(file)).extracting(row -> row.cells().size()).containsExactly(3, 2, 4, 3);
        assertThat(Sheets.rows(file).get(1).cell(2)).isEqualTo(Cell.BLANK);
    }

    @Test
    void takesAQuoteInsideAnUnquotedCellAsItIs() {
        assertThat(Sheets.texts(Sheets.csv(folder, "a,b\n5\" disk,x\"y\"\n")).get(1))
                .containsExactly("5\" disk", "x\"y\"");
    }

    @Test
    void givesALineWrappedWholeInQuotesAsOneCell() {
        assertThat(Sheets.texts(Sheets.csv(folder, "a,b\n\"1,\"\"2\"\"\"\n")).get(1))
                .containsExactly("1,\"2\"");
    }

    @Test
    void reportsAQuoteThatIsNeverClosedAsABrokenRow() {
        List<Row> rows = Sheets.rows(Sheets.csv(folder, "a,b\n1,2\n3,\"four\n5,6\n"));

        assertThat(rows).hasSize(3);
        assertThat(rows.get(2).number()).isEqualTo(3);
        assertThat(Sheets.why(rows.get(2).cell(1))).isEqualTo(SheetError.QUOTE_NOT_CLOSED);
        assertThat(((Cell.Broken) rows.get(2).cell(1)).raw()).isEqualTo("four\n5,6");
    }

    @Test
    void doesNotTakeAClosedQuoteAtTheEndOfTheFileForAnOpenOne() {
        assertThat(Sheets.texts(Sheets.csv(folder, "a,b\n1,\"2\"")).get(1)).containsExactly("1", "2");
        assertThat(Sheets.texts(Sheets.csv(folder, "a,b\n1,\"2\"\"\"")).get(1)).containsExactly("1", "2\"");
        assertThat(Sheets.texts(Sheets.csv(folder, "a,b\n1,")).get(1)).containsExactly("1", "");
    }

    @Test
    void reportsWrongBytesAsABrokenCellWithItsLineAndGoesOn() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("姓名,城市\n张三丰,武当山\n".getBytes(StandardCharsets.UTF_8));
        bytes.write(new byte[] {'x', (byte) 0xC3, (byte) 0x28, ',', 'y', '\n'});
        bytes.write("郭靖,襄阳\n".getBytes(StandardCharsets.UTF_8));

        List<Row> rows = Sheets.rows(SharedData.open(Sheets.write(folder, "t.csv", bytes.toByteArray())));

        assertThat(rows).hasSize(4);
        assertThat(rows.get(2).number()).isEqualTo(3);
        assertThat(Sheets.why(rows.get(2).cell(0))).isEqualTo(SheetError.BYTES_NOT_TEXT);
        assertThat(((Cell.Broken) rows.get(2).cell(0)).raw()).isEqualTo("x\uFFFD(");
        assertThat(Sheets.texts(rows.get(3))).containsExactly("郭靖", "襄阳");
    }

    @Test
    void keepsAReplacementCharacterThatTheFileReallyHolds() {
        assertThat(Sheets.texts(Sheets.csv(folder, "a,b\n\uFFFD,2\n")).get(1)).containsExactly("\uFFFD", "2");
    }

    @Test
    void reportsANulCharacterAsABrokenCell() {
        List<Row> rows = Sheets.rows(Sheets.csv(folder, "name,city\n" + "abc,defghijklmnop\n".repeat(20) + "x\0y,2\n"));

        assertThat(Sheets.why(rows.getLast().cell(0))).isEqualTo(SheetError.CONTROL_CHARACTER);
    }

    @Test
    void obeysTheLineByWhichExcelNamesTheDelimiter() {
        SheetFile file = Sheets.csv(folder, "sep=;\r\na;b,c\r\n1;2,3\r\n");

        assertThat(Sheets.texts(file)).containsExactly(List.of("a", "b,c"), List.of("1", "2,3"));
        assertThat(Sheets.rows(file).getFirst().number()).isEqualTo(2);
    }

    @Test
    void refusesAnEmptyFileInBothLanguages() {
        for (String content : List.of("", "\uFEFF", "\n\r\n", " , \n")) {
            assertThat(Sheets.refusal(() -> Sheets.csv(folder, content))).isEqualTo(SheetError.FILE_EMPTY);
        }
        ProblemException problem =
                Assertions.catchThrowableOfType(ProblemException.class, () -> Sheets.csv(folder, ""));
        assertThat(problem.message().in(Language.ZH)).contains("「table.csv」");
        assertThat(problem.message().in(Language.EN)).contains("'table.csv'");
    }

    @Test
    void refusesALineOfAHundredMegabytesWithoutHoldingIt() throws IOException {
        Path file = folder.resolve("long.csv");
        byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 100; i++) {
                out.write(block);
            }
        }
        SheetFile sheet = SharedData.open(file);
        try (RowCursor cursor = sheet.rows("long")) {
            cursor.skipTo(2);
            long before = allocated();

            assertThat(Sheets.refusal(cursor::hasNext)).isEqualTo(SheetError.CELL_TOO_LONG);
            assertThat(allocated() - before).isLessThan(20L << 20);
        }
    }

    @Test
    void namesFileSheetRowAndLimitWhereACellIsTooLong() {
        SheetFile file = Sheets.csv(folder, "a,b\n1," + "x".repeat(Limits.CELL_CHARS + 1) + "\n");
        ProblemException problem = Assertions.catchThrowableOfType(ProblemException.class, () -> Sheets.rows(file));

        assertThat(problem.message().in(Language.EN)).contains("'table.csv'", "'table'", "row 2", "1000000");
    }

    @Test
    void takesACellOfExactlyTheLimit() {
        List<Row> rows = Sheets.rows(Sheets.csv(folder, "a,b\n1," + "x".repeat(Limits.CELL_CHARS) + "\n"));

        assertThat(CellText.of(rows.get(1).cell(1))).hasSize(Limits.CELL_CHARS);
    }

    @Test
    void refusesTooManyColumnsAndTooLongRows() {
        assertThat(Sheets.refusal(() -> Sheets.rows(Sheets.csv(folder, "a,b\n" + "1,".repeat(1000) + "\n"))))
                .isEqualTo(SheetError.TOO_MANY_COLUMNS);
        assertThat(Sheets.rows(Sheets.csv(folder, "a,b\n" + "1,".repeat(999) + "\n"))
                        .get(1)
                        .cells())
                .hasSize(1000);
        String wide = ("y".repeat(900_000) + ",").repeat(18);
        assertThat(Sheets.refusal(() -> Sheets.rows(Sheets.csv(folder, "a,b\n" + wide + "\n"))))
                .isEqualTo(SheetError.ROW_TOO_LONG);
    }

    @Test
    void goesOnAtAPositionExactlyAsIfItHadReadUpToIt() {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int i = 0; i < 500; i++) {
            text.append(i).append(i % 7 == 0 ? ",\"x\n\ny\"\n\n" : ",z\r\n").append(i % 11 == 0 ? ",\n" : "");
        }
        SheetFile file = Sheets.csv(folder, text.toString());
        List<Row> all = Sheets.rows(file);
        for (int position : new int[] {0, 1, 8, 77, 499, 500}) {
            try (RowCursor cursor = file.rows("table")) {
                cursor.skipTo(position);
                assertThat(cursor.position()).isEqualTo(position);
                assertThat(cursor.next()).isEqualTo(all.get(position));
                assertThat(cursor.position()).isEqualTo(position + 1);
            }
        }
    }

    @Test
    void staysAtTheEndWhenTheTargetLiesBehindItAndRefusesToGoBack() {
        try (RowCursor cursor = Sheets.csv(folder, "a,b\n1,2\n").rows("table")) {
            cursor.hasNext();
            cursor.skipTo(100);
            assertThat(cursor.position()).isEqualTo(2);
            assertThat(cursor.hasNext()).isFalse();
            Assertions.assertThatIllegalArgumentException().isThrownBy(() -> cursor.skipTo(1));
        }
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }
}

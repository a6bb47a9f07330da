package io.zhike.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookCellsTest {
    private static final CellFormat DATE = new CellFormat(CellFormat.Kind.DATE, 0);
    private static final CellFormat DATETIME = new CellFormat(CellFormat.Kind.DATETIME, 0);
    private static final CellFormat TIME = new CellFormat(CellFormat.Kind.TIME, 0);

    private final WorkbookCells cells = new WorkbookCells(false);

    @ParameterizedTest
    @CsvSource({"1,1900-01-01", "59,1900-02-28", "61,1900-03-01", "36526,2000-01-01", "2958465,9999-12-31"})
    void countsDaysAsExcelDoes(String serial, LocalDate expected) {
        assertThat(cells.number(serial, DATE)).isEqualTo(new Cell.Date(expected));
        assertThat(cells.number(Double.parseDouble(serial), DATE)).isEqualTo(new Cell.Date(expected));
    }

    @Test
    void givesATimeWhereTheFormatOrTheValueHasOne() {
        assertThat(cells.number("45000", DATETIME)).isEqualTo(new Cell.DateTime(LocalDateTime.of(2023, 3, 15, 0, 0)));
        assertThat(cells.number("45000.5", DATE)).isEqualTo(new Cell.DateTime(LocalDateTime.of(2023, 3, 15, 12, 0)));
    }

    @Test
    void roundsTimesToTheSecondThatTheyWereTypedAs() {
        for (int second = 0; second < 86_400; second += 7) {
            LocalDateTime moment = LocalDate.of(2023, 3, 15).atStartOfDay().plusSeconds(second);
            double serial = 45000 + second / 86_400d;

            assertThat(cells.number(Double.toString(serial), DATETIME)).isEqualTo(new Cell.DateTime(moment));
        }
    }

    @Test
    void writesTimesAndLengthsOfTimeAsText() {
        assertThat(cells.number("0.25", TIME)).isEqualTo(new Cell.Text("06:00:00"));
        assertThat(cells.number("1.5", TIME)).isEqualTo(new Cell.Text("36:00:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "2958466", "1e300"})
    void refusesDaysThatExcelHasNot(String serial) {
        assertThat(Sheets.why(cells.number(serial, DATE))).isEqualTo(SheetError.NUMBER_UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1e999999999", "1e-999999999", "--1", "NaN"})
    void refusesWhatIsNoNumberAndNumbersOfAbsurdSize(String text) {
        assertThat(Sheets.why(cells.number(text, CellFormat.GENERAL))).isEqualTo(SheetError.NUMBER_UNREADABLE);
    }

    @Test
    void refusesInfiniteNumbers() {
        assertThat(Sheets.why(cells.number(Double.NaN, CellFormat.GENERAL))).isEqualTo(SheetError.NUMBER_UNREADABLE);
        assertThat(Sheets.why(cells.number(Double.POSITIVE_INFINITY, CellFormat.GENERAL)))
                .isEqualTo(SheetError.NUMBER_UNREADABLE);
    }

    @Test
    void padsOnlyWholeNumbers() {
        CellFormat padded = new CellFormat(CellFormat.Kind.PADDED, 6);

        assertThat(cells.number("10010", padded)).isEqualTo(new Cell.Text("010010"));
        assertThat(cells.number("1234567", padded)).isEqualTo(new Cell.Text("1234567"));
        assertThat(cells.number("1.5", padded)).isEqualTo(new Cell.Number(new BigDecimal("1.5")));
        assertThat(cells.number("-5", padded)).isEqualTo(new Cell.Number(new BigDecimal("-5")));
    }

    @Test
    void takesBlanksOnlyForABlankCell() {
        assertThat(WorkbookCells.text(" \u3000\n")).isEqualTo(Cell.BLANK);
        assertThat(WorkbookCells.text("")).isEqualTo(Cell.BLANK);
        assertThat(WorkbookCells.text(" a ")).isEqualTo(new Cell.Text(" a "));
    }
}

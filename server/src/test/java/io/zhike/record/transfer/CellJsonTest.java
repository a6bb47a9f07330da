package io.zhike.record.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.sheet.Cell;
import io.zhike.sheet.SheetError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A row that waits is the same row when it is read again. */
class CellJsonTest {

    private static List<Cell> again(Cell... cells) {
        return CellJson.read(CellJson.write(List.of(cells)));
    }

    @Test
    void givesBackEveryKindOfCell() {
        Cell[] cells = {
            new Cell.Text(" 上海 \"x\"\n"),
            Cell.BLANK,
            new Cell.Number(new BigDecimal("12.50"), Cell.Unit.PERCENT),
            new Cell.Number(new BigDecimal("-1E+3")),
            new Cell.Date(LocalDate.of(2024, 2, 29)),
            new Cell.DateTime(LocalDateTime.of(2024, 5, 6, 7, 8, 9, 250_000_000)),
            new Cell.Bool(true),
            new Cell.Bool(false)
        };
        List<Cell> read = again(cells);
        assertThat(read).hasSize(cells.length);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Cell.Number(BigDecimal value, Cell.Unit unit)) {
                assertThat(read.get(i)).isInstanceOfSatisfying(Cell.Number.class, number -> {
                    assertThat(number.value()).isEqualByComparingTo(value);
                    assertThat(number.unit()).isEqualTo(unit);
                });
            } else {
                assertThat(read.get(i)).isEqualTo(cells[i]);
            }
        }
    }

    @Test
    void keepsOfUnreadableCellsWhatPeopleSee() {
        Cell.Broken broken = new Cell.Broken(SheetError.NOT_A_DATE.with("x"), "#N/A");
        assertThat(again(broken, new Cell.Broken(SheetError.NOT_A_DATE.with(""), "")))
                .containsExactly(new Cell.Text("#N/A"), Cell.BLANK);
    }

    @Test
    void leavesOutWhatTheDatabaseCannotKeep() {
        assertThat(again(new Cell.Text("a\0b"), new Cell.Text("\0"))).containsExactly(new Cell.Text("ab"), Cell.BLANK);
    }
}

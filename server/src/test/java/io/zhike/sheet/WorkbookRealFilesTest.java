package io.zhike.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WorkbookRealFilesTest {

    @Test
    void readsTheChineseSuperstore() {
        SheetFile file = SharedData.open(SharedData.file("china-superstore/示例-超市.xls"));
        Header header = file.guessHeader("订单");

        assertThat(file.format()).isEqualTo(Format.XLS);
        assertThat(file.sheets()).extracting(SheetInfo::name).containsExactly("订单", "退货", "销售人员");
        assertThat(file.sheets().getFirst().estimatedRows()).isEqualTo(OptionalLong.of(10_001));
        assertThat(header.columns()).hasSize(20).contains("省/自治区", "订单日期");
        int date = header.columns().indexOf("订单日期");
        BigDecimal[] sums = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        long rows = 0;
        try (RowCursor cursor = file.data("订单", header)) {
            for (; cursor.hasNext(); rows++) {
                Row row = cursor.next();
                List<String> summed = List.of("销售额", "利润", "数量");
                for (int i = 0; i < 3; i++) {
                    Cell.Number number = (Cell.Number) row.cell(header.columns().indexOf(summed.get(i)));
                    sums[i] = sums[i].add(number.value());
                }
                LocalDate day = ((Cell.Date) row.cell(date)).value();
                first = day.isBefore(first) ? day : first;
                last = day.isAfter(last) ? day : last;
            }
        }
        assertThat(rows).isEqualTo(10_000);
        assertThat(sums[0]).isEqualByComparingTo("16117548.237");
        // Excel itself shows -2.66000000000001 in some of these cells.
        assertThat(sums[1].setScale(3, RoundingMode.HALF_UP)).isEqualTo("2156559.517");
        assertThat(sums[2]).isEqualByComparingTo("37675");
        assertThat(first).isEqualTo(LocalDate.of(2014, 1, 1));
        assertThat(last).isEqualTo(LocalDate.of(2017, 12, 30));
        assertThat(Sheets.rows(file, "退货")).hasSize(297);
        assertThat(Sheets.rows(file, "销售人员")).hasSize(7);
    }

    @Test
    void readsADictionaryThatBeginsInTheSecondColumn() {
        SheetFile file = SharedData.open(SharedData.file("lead-scoring/leads_data_dictionary.xlsx"));
        Header header = file.guessHeader(Sheets.firstSheet(file));

        assertThat(header.rowNumber()).isEqualTo(3);
        assertThat(header.columns()).hasSize(3).startsWith("列 A");
        assertThat(Sheets.rows(file)).hasSize(38);
    }

    @Test
    void readsSurnamesWithTheirFrequencies() {
        SheetFile file = SharedData.open(SharedData.file("china-names/Chinese_Family_Name_1k.xlsx"));

        assertThat(file.guessHeader(Sheets.firstSheet(file)).columns()).containsExactly("NameB", "TF");
        assertThat(Sheets.rows(file)).hasSize(1_075);
        assertThat(file.sheets().getFirst().estimatedRows()).isEqualTo(OptionalLong.of(1_075));
    }
}

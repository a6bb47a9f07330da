package io.zhike.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnGuessTest {

    @TempDir
    Path folder;

    /** The guess for a column of the given values beside one that is always filled. */
    private ColumnGuess guess(String name, List<String> values) {
        String text = name + "\tother\n"
                + values.stream().map(value -> value + "\tx\n").collect(Collectors.joining());
        SheetFile file = Sheets.csv(folder, text);
        Header header = new Header(true, 1, 1, List.of(name, "other"));
        try (RowCursor cursor = file.data("table", header)) {
            return ColumnGuess.of(header, cursor).getFirst();
        }
    }

    private ColumnGuess guess(String name, int rows, IntFunction<String> value) {
        return guess(name, IntStream.range(0, rows).mapToObj(value).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "", textBlock = """
                    年龄|12;35;-4|NUMBER
                    金额|1,234.50;88;12|MONEY
                    x|¥12;¥13.50;100元|MONEY
                    x|$12;($13.50)|MONEY
                    折扣|12%;5.5%;100%|PERCENT
                    x|1.5E+3;2000|NUMBER
                    x|12;N/A;;13|NUMBER
                    x|12;abc;13|TEXT
                    邮编|010010;310000|TEXT
                    x|007;008|TEXT
                    订单编号|20001;20002|TEXT
                    customerID|1;2;3|TEXT
                    order_no|1;2;3|TEXT
                    身份证|110101199003071234;110101199003075678|TEXT
                    卡|6222021234567890123|TEXT
                    x|2014-01-05;2014/1/6;2014年1月7日|DATE
                    x|2014-01-05 08:30;2014-01-06|DATETIME
                    x|2024-05-06T07:08:09Z;2024-05-06T07:08:09.250+08:00|DATETIME
                    x|2024-05-06 07:08 UTC;2024/5/6 7:08:09 -0530;2024-05-07|DATETIME
                    x|5/6/2024 07:08:09Z;5/7/2024 07:08:09Z|TEXT
                    x|2024-13-06T07:08:09Z|TEXT
                    x|07:08:09Z;08:09+08:00|TEXT
                    x|19970101;19970102|DATE
                    工号|19970101;19970102|TEXT
                    x|5-Jan-2014;6-Feb-2015|DATE
                    x|是;否;是|BOOLEAN
                    x|Y;N|BOOLEAN
                    x|TRUE;false|BOOLEAN
                    x|1;0;1|NUMBER
                    是否会员|1;0;1|BOOLEAN
                    手机|13800138000;13900139000|PHONE
                    x|13800138000;+86 139-0013-9000|PHONE
                    电话|010-12345678;0571-8888 6666|PHONE
                    x|010-12345678;0571-88886666|PHONE
                    x|a@b.cn;c.d@e.com|EMAIL
                    x|a@b;c@d|TEXT
                    x|https://a.cn/x;http://b.com|URL
                    x|甲;乙;丙|TEXT
                    """)
    void tellsTheShape(String name, String values, Shape expected) {
        assertThat(guess(name, List.of(values.split(";", -1))).shape()).isEqualTo(expected);
    }

    @Test
    void resolvesDayAndMonthByTheWholeColumn() {
        assertThat(guess("d", List.of("1/5/2014", "2/13/2014")).format())
                .isEqualTo(new ValueFormat.Date(DateOrder.MONTH_DAY_YEAR, false));
        assertThat(guess("d", List.of("1/5/2014", "13/2/2014")).format())
                .isEqualTo(new ValueFormat.Date(DateOrder.DAY_MONTH_YEAR, false));
        assertThat(guess("d", List.of("1/5/2014", "2/3/2014")).format())
                .isEqualTo(new ValueFormat.Date(DateOrder.MONTH_DAY_YEAR, true));
        assertThat(guess("d", List.of("13/5/2014", "2/13/2014")).shape()).isEqualTo(Shape.TEXT);
    }

    @Test
    void findsDecimalCommasOnlyWhereThePointDoesNotFit() {
        assertThat(guess("x", List.of("1.234,50", "7,5")).format()).isEqualTo(new ValueFormat.Number(',', false, 2));
        assertThat(guess("x", List.of("1,234", "5,678")).format()).isEqualTo(new ValueFormat.Number('.', false, 0));
    }

    @Test
    void findsWhatBinaryFractionsLeaveAndCountsTheOtherDecimals() {
        assertThat(guess("x", List.of("129.69599999999997", "125.44")).format())
                .isEqualTo(new ValueFormat.Number('.', true, 3));
    }

    @Test
    void readsIdsThatHaveBecomeFractionsAsWholeAgain() {
        ColumnGuess guess = guess("CustomerID", List.of("17850.0", "", "13047.0"));

        assertThat(guess.shape()).isEqualTo(Shape.TEXT);
        assertThat(guess.reader().read(new Cell.Text("17850.0"))).isEqualTo(new Parsed.Value<>("17850"));
        assertThat(guess("score", List.of("1.0", "2.0")).shape()).isEqualTo(Shape.NUMBER);
    }

    @Test
    void takesFewValuesThatComeAgainForASelectMostFrequentFirst() {
        ColumnGuess guess = guess("来源", 60, i -> i % 3 == 0 ? "官网" : i % 5 == 0 ? "展会" : "转介绍");

        assertThat(guess.shape()).isEqualTo(Shape.SELECT);
        assertThat(guess.options()).containsExactly("转介绍", "官网", "展会");
    }

    @Test
    void neverMakesASelectOfNamesIdsManyValuesOrFewRows() {
        assertThat(guess("客户名称", 60, i -> "客户" + i % 3).shape()).isEqualTo(Shape.TEXT);
        assertThat(guess("sales_agent", 60, i -> "Agent " + i % 3).shape()).isEqualTo(Shape.TEXT);
        assertThat(guess("product_id", 60, i -> "P-" + i % 3).shape()).isEqualTo(Shape.TEXT);
        assertThat(guess("x", 300, i -> "v" + i % 51).shape()).isEqualTo(Shape.TEXT);
        assertThat(guess("x", 300, i -> "v" + i % 50).shape()).isEqualTo(Shape.SELECT);
        assertThat(guess("x", 8, i -> "v" + i % 2).shape()).isEqualTo(Shape.TEXT);
        assertThat(guess("x", 20, i -> "v" + i % 10).shape()).isEqualTo(Shape.TEXT);
    }

    @Test
    void findsListsOfChoices() {
        ColumnGuess guess = guess("标签", 40, i -> i % 2 == 0 ? "大客户；老客户" : i % 3 == 0 ? "老客户" : "潜在；大客户");

        assertThat(guess.shape()).isEqualTo(Shape.MULTI_SELECT);
        assertThat(guess.format()).isEqualTo(new ValueFormat.Choices('；'));
        assertThat(guess.options()).containsExactly("大客户", "老客户", "潜在");
    }

    @Test
    void tellsLongTexts() {
        assertThat(guess("x", List.of("a".repeat(201), "b")).shape()).isEqualTo(Shape.LONG_TEXT);
        assertThat(guess("x", List.of("\"a\nb\"", "c")).shape()).isEqualTo(Shape.LONG_TEXT);
        assertThat(guess("x", List.of("a".repeat(200), "b")).shape()).isEqualTo(Shape.TEXT);
    }

    @Test
    void countsFilledBlankAndBrokenAndKnowsRequiredAndUnique() {
        ColumnGuess guess = guess("x", List.of("a", "", "b", "\0"));
        assertThat(guess)
                .returns(2L, ColumnGuess::filled)
                .returns(1L, ColumnGuess::blank)
                .returns(1L, ColumnGuess::broken);
        assertThat(guess).returns(false, ColumnGuess::required).returns(true, ColumnGuess::unique);

        assertThat(guess("x", List.of("a", "b")).required()).isTrue();
        assertThat(guess("x", List.of("a", "a")).unique()).isFalse();
        assertThat(guess("x", List.of("a")).unique()).isFalse();
        assertThat(guess("x", List.of("1", "N/A")).required()).isFalse();
        assertThat(guess("x", List.of("ab", "abcd", "a")).maxLength()).isEqualTo(4);
        assertThat(guess("x", List.of("", "")).shape()).isEqualTo(Shape.TEXT);
    }

    @Test
    void readsEveryValueThatItHasSeen() {
        List<String> columns =
                List.of("1,5;2,25", "2014年1月5日;2015/2/3", "12%;3%", "是;否", "3.5万;2", "13800138000;139 0013 9000");
        for (String values : columns) {
            List<String> cells = new ArrayList<>(List.of(values.split(";")));
            ColumnGuess guess = guess("x", cells);
            assertThat(guess.shape()).as(values).isNotEqualTo(Shape.TEXT);
            assertThat(cells).allMatch(cell -> guess.reader().read(new Cell.Text(cell)) instanceof Parsed.Value<?>);
        }
    }

    @Test
    void takesTypedCellsAsTheyAre() {
        SheetFile file = Workbooks.xlsx(folder, book -> {
            var sheet = book.createSheet();
            List<String> names = List.of("日", "时", "率", "额", "数", "混", "联系方式");
            for (int i = 0; i < names.size(); i++) {
                Workbooks.at(sheet, 0, i).setCellValue(names.get(i));
            }
            for (int r = 1; r < 5; r++) {
                Workbooks.number(sheet, r, 0, 45000 + r, "yyyy-mm-dd");
                Workbooks.number(sheet, r, 1, 45000.5 + r, "yyyy-mm-dd hh:mm");
                Workbooks.number(sheet, r, 2, 0.1 * r, "0%");
                Workbooks.number(sheet, r, 3, r, "¥#,##0");
                Workbooks.at(sheet, r, 4).setCellValue(r * 1.5);
                if (r % 2 == 0) {
                    Workbooks.at(sheet, r, 5).setCellValue(r);
                } else {
                    Workbooks.at(sheet, r, 5).setCellValue("a" + r);
                }
                Workbooks.at(sheet, r, 6).setCellValue(13800138000d + r);
            }
        });
        Header header = file.guessHeader(Sheets.firstSheet(file));
        try (RowCursor cursor = file.data(Sheets.firstSheet(file), header)) {
            assertThat(ColumnGuess.of(header, cursor))
                    .extracting(ColumnGuess::shape)
                    .containsExactly(
                            Shape.DATE,
                            Shape.DATETIME,
                            Shape.PERCENT,
                            Shape.MONEY,
                            Shape.NUMBER,
                            Shape.TEXT,
                            Shape.PHONE);
        }
    }
}

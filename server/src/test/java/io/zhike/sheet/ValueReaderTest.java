package io.zhike.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.message.MessageCode;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueReaderTest {
    private static final ValueReader<BigDecimal> NUMBER = ValueReader.number(ValueFormat.Number.PLAIN);

    private static Object read(ValueReader<?> reader, String text) {
        return switch (reader.read(new Cell.Text(text))) {
            case Parsed.Value<?> value -> value.value();
            case Parsed.Blank<?> blank -> "blank";
            case Parsed.Refused<?> refused -> refused.why().code();
        };
    }

    private static String number(String text) {
        Object value = read(NUMBER, text);
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0|0
                    12|12
                    -3.50|-3.50
                    +7|7
                    .5|0.5
                    1,234.50|1234.50
                    1,234,567|1234567
                    1 234 567.8|1234567.8
                    ¥1,234.5|1234.5
                    ￥ 88|88
                    $-5|-5
                    -$5|-5
                    (1,234.50)|-1234.50
                    5-|-5
                    100元|100
                    RMB 20.5|20.5
                    20.5 CNY|20.5
                    12.5%|0.125
                    5 ％|0.05
                    3.5万|35000
                    1.2亿|120000000
                    １２，３４５．６|12345.6
                    1.5E+3|1500
                    2e-3|0.002
                    12345678901234567890.12|12345678901234567890.12
                    007|7
                    """)
    void readsNumbersAsPeopleWriteThem(String text, String expected) {
        assertThat(number(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,5",
                "1,2345",
                "12,34,567",
                "1.2.3",
                "1,234,56.7",
                "abc",
                "12a",
                "1-2",
                "--5",
                "5%%",
                "1e",
                "1e9999",
                "٣",
                "2010-12-01",
                "8:30",
                "C536379",
                "1234,567",
                ",123",
                "1,,234",
                "¥",
                "%",
                "0x10",
                "Infinity",
                "1 2"
            })
    void refusesWhatIsNoNumber(String text) {
        assertThat(read(NUMBER, text)).isEqualTo(SheetError.NOT_A_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"N/A", "null", "-", "--", "无", "NaN", " - "})
    void takesPlaceholdersForBlankWhereANumberOrDateIsWanted(String text) {
        assertThat(read(NUMBER, text)).isEqualTo("blank");
        assertThat(read(ValueReader.date(ValueFormat.Date.PLAIN), text)).isEqualTo("blank");
        assertThat(read(ValueReader.text(ValueFormat.Text.PLAIN), text)).isEqualTo(text.strip());
    }

    @Test
    void readsCommasAsDecimalMarksWhereTheColumnHasThem() {
        ValueReader<BigDecimal> comma = ValueReader.number(new ValueFormat.Number(',', false, 2));

        assertThat(read(comma, "1.234,50")).isEqualTo(new BigDecimal("1234.50"));
        assertThat(read(comma, "1,5")).isEqualTo(new BigDecimal("1.5"));
        assertThat(read(comma, "1.5")).isEqualTo(SheetError.NOT_A_NUMBER);
    }

    @Test
    void roundsWhatBinaryFractionsLeaveOnlyWhereTheColumnHasThem() {
        ValueReader<BigDecimal> noisy = ValueReader.number(new ValueFormat.Number('.', true, 3));

        assertThat(read(noisy, "129.69599999999997")).isEqualTo(new BigDecimal("129.696"));
        assertThat(read(noisy, "12345678901234567890")).isEqualTo(new BigDecimal("12345678901234567890"));
        assertThat(number("129.69599999999997")).isEqualTo("129.69599999999997");
    }

    @Test
    void readsEveryNumberThatAProgramFormats() {
        Random random = new Random(11);
        DecimalFormat grouped = new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
        for (int i = 0; i < 20_000; i++) {
            BigDecimal value = BigDecimal.valueOf(random.nextLong() >> random.nextInt(63), random.nextInt(7));
            grouped.setParseBigDecimal(true);
            assertThat(new BigDecimal(number(value.toPlainString()))).isEqualByComparingTo(value);
            assertThat(new BigDecimal(number(grouped.format(value)))).isEqualByComparingTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2014-01-05|2014-01-05T00:00
                    2014/1/5|2014-01-05T00:00
                    2014.1.5|2014-01-05T00:00
                    2014年1月5日|2014-01-05T00:00
                    2014 年 1 月 5 日|2014-01-05T00:00
                    2014年1月5号 8:05|2014-01-05T08:05
                    20140105|2014-01-05T00:00
                    2014-01-05 08:30|2014-01-05T08:30
                    2014-01-05T08:30:15|2014-01-05T08:30:15
                    2014-01-05 08:30:15.250|2014-01-05T08:30:15.250
                    2014/1/5 下午 3:05|2014-01-05T15:05
                    2014年1月5日 15时5分9秒|2014-01-05T15:05:09
                    2014-1-5 12:10 AM|2014-01-05T00:10
                    2014-1-5 12:10:00 PM|2014-01-05T12:10
                    5-Jan-2014|2014-01-05T00:00
                    Jan 5, 2014|2014-01-05T00:00
                    5 January 2014 7:00|2014-01-05T07:00
                    """)
    void readsDatesAsPeopleWriteThem(String text, LocalDateTime expected) {
        for (DateOrder order : DateOrder.values()) {
            ValueFormat.Date format = new ValueFormat.Date(order, false);
            assertThat(read(ValueReader.dateTime(format), text)).isEqualTo(expected);
            assertThat(read(ValueReader.date(format), text)).isEqualTo(expected.toLocalDate());
        }
    }

    @Test
    void readsDayAndMonthInTheOrderOfTheColumn() {
        assertThat(date("1/5/2014", DateOrder.MONTH_DAY_YEAR)).isEqualTo(LocalDate.of(2014, 1, 5));
        assertThat(date("1/5/2014", DateOrder.DAY_MONTH_YEAR)).isEqualTo(LocalDate.of(2014, 5, 1));
        assertThat(date("1/5/2014", DateOrder.YEAR_MONTH_DAY)).isEqualTo(SheetError.NOT_A_DATE);
        assertThat(date("31/5/14", DateOrder.DAY_MONTH_YEAR)).isEqualTo(LocalDate.of(2014, 5, 31));
        assertThat(date("31/5/14", DateOrder.MONTH_DAY_YEAR)).isEqualTo(SheetError.NOT_A_DATE);
        assertThat(date("1.2.75", DateOrder.DAY_MONTH_YEAR)).isEqualTo(LocalDate.of(1975, 2, 1));
    }

    private static Object date(String text, DateOrder order) {
        return read(ValueReader.date(new ValueFormat.Date(order, false)), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2014-02-29",
                "2014-13-01",
                "2014-00-10",
                "2014-01-32",
                "20140230",
                "00000000",
                "2014-01",
                "2014",
                "12:30",
                "2014-01-05 25:00",
                "2014-01-05 10:60",
                "2014-01-05x",
                "2014-01-05 08:30Z",
                "2014-01-05T08:30:00+08:00",
                "abc",
                "1,234.50",
                "Foo 5, 2014",
                "2014-01-05 13:00 AM",
                "2014--01--05----",
                "5-2014"
            })
    void refusesWhatIsNoDate(String text) {
        for (DateOrder order : DateOrder.values()) {
            assertThat(date(text, order)).isEqualTo(SheetError.NOT_A_DATE);
        }
    }

    @Test
    void readsEveryDayInEveryWayItIsWritten() {
        for (LocalDate day = LocalDate.of(1999, 12, 1); day.getYear() < 2005; day = day.plusDays(1)) {
            int y = day.getYear();
            int m = day.getMonthValue();
            int d = day.getDayOfMonth();
            assertThat(date(day.toString(), DateOrder.YEAR_MONTH_DAY)).isEqualTo(day);
            assertThat(date(y + "/" + m + "/" + d, DateOrder.DAY_MONTH_YEAR)).isEqualTo(day);
            assertThat(date(m + "/" + d + "/" + y, DateOrder.MONTH_DAY_YEAR)).isEqualTo(day);
            assertThat(date(d + "." + m + "." + y, DateOrder.DAY_MONTH_YEAR)).isEqualTo(day);
        }
    }

    @Test
    void readsTypedCellsWithoutRegardToTheFormat() {
        ValueReader<LocalDate> date = ValueReader.date(ValueFormat.Date.PLAIN);
        LocalDate day = LocalDate.of(2023, 3, 15);

        assertThat(date.read(new Cell.Date(day))).isEqualTo(new Parsed.Value<>(day));
        assertThat(date.read(new Cell.DateTime(day.atTime(9, 0)))).isEqualTo(new Parsed.Value<>(day));
        assertThat(date.read(new Cell.Number(new BigDecimal("45000")))).isEqualTo(new Parsed.Value<>(day));
        assertThat(date.read(new Cell.Number(new BigDecimal("20230315")))).isEqualTo(new Parsed.Value<>(day));
        assertThat(date.read(new Cell.Number(new BigDecimal("-1")))).isInstanceOf(Parsed.Refused.class);
        assertThat(NUMBER.read(new Cell.Date(day))).isInstanceOf(Parsed.Refused.class);
        assertThat(ValueReader.text(ValueFormat.Text.PLAIN).read(new Cell.Number(new BigDecimal("17850"))))
                .isEqualTo(new Parsed.Value<>("17850"));
        assertThat(ValueReader.bool().read(new Cell.Number(BigDecimal.ONE))).isEqualTo(new Parsed.Value<>(true));
    }

    @Test
    void readsYesAndNo() {
        for (String yes : List.of("是", "TRUE", "Yes", "y", "√", "1", "对")) {
            assertThat(read(ValueReader.bool(), yes)).isEqualTo(true);
        }
        for (String no : List.of("否", "false", "No", "N", "×", "0", "错")) {
            assertThat(read(ValueReader.bool(), no)).isEqualTo(false);
        }
        assertThat(read(ValueReader.bool(), "maybe")).isEqualTo(SheetError.NOT_A_BOOLEAN);
        assertThat(read(ValueReader.bool(), "2")).isEqualTo(SheetError.NOT_A_BOOLEAN);
    }

    @Test
    void makesWholeIdsOfFractionsOnlyWhereTheColumnHasThem() {
        ValueReader<String> ids = ValueReader.text(new ValueFormat.Text(true));

        assertThat(read(ids, "17850.0")).isEqualTo("17850");
        assertThat(read(ids, "A17850.0")).isEqualTo("A17850.0");
        assertThat(read(ids, "1.50")).isEqualTo("1.50");
        assertThat(read(ValueReader.text(ValueFormat.Text.PLAIN), " 17850.0\u3000"))
                .isEqualTo("17850.0");
    }

    @Test
    void splitsChoicesAndDropsBlankAndRepeatedOnes() {
        assertThat(read(ValueReader.choices(new ValueFormat.Choices('；')), "红； 绿；；红；"))
                .isEqualTo(List.of("红", "绿"));
    }

    @Test
    void refusesBrokenCellsWithTheirOwnReason() {
        Cell broken = new Cell.Broken(SheetError.EXCEL_ERROR.with("#REF!"), "#REF!");
        for (ValueReader<?> reader : List.of(
                NUMBER,
                ValueReader.text(ValueFormat.Text.PLAIN),
                ValueReader.bool(),
                ValueReader.date(ValueFormat.Date.PLAIN),
                ValueReader.choices(new ValueFormat.Choices(',')))) {
            MessageCode why = ((Parsed.Refused<?>) reader.read(broken)).why().code();
            assertThat(why).isEqualTo(SheetError.EXCEL_ERROR);
            assertThat(reader.read(Cell.BLANK)).isInstanceOf(Parsed.Blank.class);
        }
    }
}

package io.zhike.entity.type;

import static io.zhike.entity.TestEntities.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.entity.FieldType;
import io.zhike.entity.GeoPoint;
import io.zhike.entity.Reading;
import io.zhike.entity.ValueContext;
import io.zhike.message.Language;
import io.zhike.sheet.Cell;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What people write, and what becomes of it or why it is refused. */
class ValueReadingTest {
    private static final ValueContext CONTEXT = new ValueContext(ZoneId.of("Asia/Shanghai"), Language.ZH);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final String SOURCES =
            "{type: 'select', options: [{code: 'website', label: {zh: '官网', en: 'Website'}}, {code: 'fair', label: {zh: '展会'}}, {code: 'old_friend', label: {zh: '老客户介绍'}}]}";

    @Test
    void cleansTexts() {
        assertThat(value("{type: 'text'}", "\"  a\\u0000b\\r\\nc\\u00a0\"")).isEqualTo("ab c");
        assertThat(value("{type: 'long_text'}", "\" a\\r\\nb\\u0007\\t \"")).isEqualTo("a\nb");
        assertThat(value("{type: 'text'}", "\"e\\u0301\"")).as("composed").isEqualTo("é");
        assertThat(value("{type: 'text'}", "\"a\\ud800b\"")).as("half a pair").isEqualTo("a\uFFFDb");
        assertThat(value("{type: 'text'}", "\"\\u3000\\ufeff\"")).isNull();
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(value("{type: 'text', length: 2}", "\"😀😀\"")).isEqualTo("😀😀");
        assertThat(why("{type: 'text', length: 2}", "\"😀😀a\"")).isEqualTo("At most 2 characters fit; these are 3.");
        assertThat(why("{type: 'text'}", "5")).contains("not 5");
    }

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, 11010519491231002X",
        "11010519491231002x, 11010519491231002X",
        "440524 18800101 0014, 440524188001010014"
    })
    void takesIdentityCards(String written, String kept) {
        assertThat(value("{type: 'text', format: 'id_number'}", quoted(written)))
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"110105194912310021", "11010519491331002X", "1101051949123100", "01010519491231002X", "abc"})
    void refusesIdentityCardsThatCannotBe(String written) {
        assertThat(why("{type: 'text', format: 'id_number'}", quoted(written))).contains("identity card");
    }

    @Test
    void checksSocialCreditCodesToTheLastCharacter() {
        assertThat(value("{type: 'text', format: 'credit_code'}", "\"91350100M000100Y43\""))
                .isEqualTo("91350100M000100Y43");
        assertThat(why("{type: 'text', format: 'credit_code'}", "\"91350100M000100Y44\""))
                .contains("should be 3");
        assertThat(why("{type: 'text', format: 'credit_code'}", "\"91350100M000100Y4O\""))
                .contains("without I, O");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: 'number'} | \"1,234.50\" | 1234.5",
                "{type: 'number'} | 1234.50 | 1234.5",
                "{type: 'number'} | \"１２３\" | 123",
                "{type: 'number'} | \"1e3\" | 1000",
                "{type: 'number', unit: '件'} | \"12件\" | 12",
                "{type: 'number', decimals: 2} | \"5\" | 5.00",
                "{type: 'money'} | \"￥1,000\" | 1000.00",
                "{type: 'money'} | \"3.5 元\" | 3.50",
                "{type: 'money'} | \"CNY 7\" | 7.00",
                "{type: 'money', currency: 'USD'} | \"$7\" | 7.00",
                "{type: 'percent'} | \"12.5%\" | 0.1250",
                "{type: 'percent'} | 0.125 | 0.1250",
                "{type: 'rating'} | \"★★★\" | 3",
                "{type: 'rating'} | 5 | 5"
            })
    void takesNumbers(String type, String written, String kept) {
        assertThat(value(type, written)).isEqualTo(new BigDecimal(kept));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: 'number'} | \"12a\" | is not a number",
                "{type: 'number'} | true | is not a number",
                "{type: 'number'} | \"1,23\" | is not a number",
                "{type: 'number', decimals: 2} | \"1.005\" | at most 2",
                "{type: 'number', decimals: 2} | 1e-999999 | at most 2",
                "{type: 'number'} | 1e999999999 | too large",
                "{type: 'number', min: 1, max: 9} | 0 | the least is 1",
                "{type: 'number', min: 1, max: 9} | 10 | the most is 9",
                "{type: 'money', max: 1000000} | \"1000000.0100\" | 1,000,000.01' is too big; the most is 1,000,000.",
                "{type: 'money', min: 0.5} | 0 | 0' is too small; the least is 0.50.",
                "{type: 'money', min: -1000000} | \"￥-2,000,000\" | -2,000,000' is too small; the least is -1,000,000.",
                "{type: 'number', max: 1000000} | 12345678.5 | 12,345,678.5' is too big; the most is 1,000,000.",
                "{type: 'number', decimals: 2, max: 1.5} | 1.75 | 1.75' is too big; the most is 1.50.",
                "{type: 'number', min: 1000000.0000} | 1e5 | 100,000' is too small; the least is 1,000,000.",
                "{type: 'percent', max: 1} | \"150%\" | 150%' is too big; the most is 100%.",
                "{type: 'percent', max: 1} | 12.5 | 1,250%' is too big; the most is 100%.",
                "{type: 'money'} | \"$5\" | is not a number",
                "{type: 'money'} | \"元\" | is not a number",
                "{type: 'money'} | \"about twelve\" | about twelve",
                "{type: 'rating'} | 6 | from 1 to 5",
                "{type: 'rating'} | 2.5 | from 1 to 5"
            })
    void refusesNumbers(String type, String written, String why) {
        assertThat(why(type, written)).contains(why);
    }

    @Test
    void sentencesWordNumbersAsPeopleWriteThem() {
        BigDecimal million = new BigDecimal("1000000.0000");
        assertThat(type("{type: 'number', decimals: 4}").said(million, CONTEXT)).isEqualTo("1,000,000");
        assertThat(type("{type: 'text'}").said("甲", CONTEXT)).isEqualTo("甲");
    }

    @Test
    void writesAllPlacesOfAnAmountAndNeverRounds() {
        FieldType money = type("{type: 'money'}");

        assertThat(money.write(new BigDecimal("5000")).stringValue()).isEqualTo("5000.00");
        assertThat(money.write(new BigDecimal("1.2345")).stringValue()).isEqualTo("1.2345");
        assertThat(type("{type: 'percent'}").display(new BigDecimal("0.1250"), CONTEXT))
                .isEqualTo("12.5%");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22",
                "2026/11/22",
                "2026.11.22",
                "2026年11月22日",
                "20261122",
                "2026-11-22 00:00:00",
                "2026-11-21T16:00:00Z"
            })
    void takesDates(String written) {
        assertThat(value("{type: 'date'}", quoted(written))).isEqualTo(LocalDate.of(2026, 11, 22));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30, not a date",
        "22.11.2026, not a date",
        "2026-11-22 08:30, time of day",
        "0000-01-01, not between",
        "x, not a date"
    })
    void refusesDates(String written, String why) {
        assertThat(why("{type: 'date'}", quoted(written))).contains(why);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T13:45:00+08:00, 2026-11-22T05:45:00Z",
        "2026-11-22T05:45:00Z, 2026-11-22T05:45:00Z",
        "2026-11-22 05:45 UTC, 2026-11-22T05:45:00Z",
        "2026-11-22 05:45:00 gmt, 2026-11-22T05:45:00Z",
        "2026-11-22 00:15:00 -0530, 2026-11-22T05:45:00Z",
        "2026-11-22 13:45, 2026-11-22T05:45:00Z",
        "2026/1/2 3:04:05, 2026-01-01T19:04:05Z",
        "2026年11月22日13时45分, 2026-11-22T05:45:00Z",
        "2026-11-22, 2026-11-21T16:00:00Z",
        "2026-11-22T13:45:00.123456789+08:00, 2026-11-22T05:45:00.123456Z"
    })
    void takesMoments(String written, String kept) {
        assertThat(value("{type: 'datetime'}", quoted(written))).isEqualTo(Instant.parse(kept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22 25:00", "13:45", "now", "2026-11-22T13:45:00+99:00"})
    void refusesMoments(String written) {
        assertThat(why("{type: 'datetime'}", quoted(written))).contains("not a date with a time");
    }

    @ParameterizedTest
    @CsvSource({
        "1:30, PT1H30M",
        "1:30:15, PT1H30M15S",
        "-0:05, PT-5M",
        "PT90M, PT1H30M",
        "P2D, PT48H",
        "2天3小时, PT51H",
        "1h 30m, PT1H30M",
        "45分钟, PT45M"
    })
    void takesDurations(String written, String kept) {
        assertThat(value("{type: 'duration'}", quoted(written))).isEqualTo(Duration.parse(kept));
        assertThat(value("{type: 'duration'}", "90")).isEqualTo(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1:75\"", "\"PT0.5S\"", "\"P99999999D\"", "1.5", "\"h\"", "1e30"})
    void refusesDurations(String written) {
        assertThat(why("{type: 'duration'}", written)).contains("not a duration");
    }

    @Test
    void takesOptionsByCodeAndByLabel() {
        assertThat(value(SOURCES, "\"website\"")).isEqualTo("website");
        assertThat(value(SOURCES, "\"官网\"")).isEqualTo("website");
        assertThat(value(SOURCES, "\"WEBSITE\"")).isEqualTo("website");
        assertThat(why(SOURCES, "\"展回\"")).isEqualTo("There is no option '展回'. Is '展会' meant?");
        assertThat(why(SOURCES, "\"抖音直播\"")).isEqualTo("There is no option '抖音直播'. There are: Website, 展会, 老客户介绍.");
    }

    @Test
    void takesSeveralOptionsInTheOrderOfTheDefinition() {
        String type = SOURCES.replace("select", "multi_select");

        assertThat(value(type, "[\"fair\", \"官网\", \"fair\", null]")).isEqualTo(List.of("website", "fair"));
        assertThat(cell(type, new Cell.Text("展会、官网; 老客户介绍"))).isEqualTo(List.of("website", "fair", "old_friend"));
        assertThat(why(type, "[\"展会\", \"nope!\"]")).contains("nope!");
        assertThat(why(type, "5")).contains("list");
    }

    @ParameterizedTest
    @CsvSource({"是, true", "否, false", "TRUE, true", "n, false", "√, true", "1, true"})
    void takesTruths(String written, boolean kept) {
        assertThat(value("{type: 'boolean'}", quoted(written))).isEqualTo(kept);
        assertThat(why("{type: 'boolean'}", "\"maybe\"")).contains("neither yes nor no");
    }

    @ParameterizedTest
    @CsvSource({"Name@Example.COM, Name@example.com", "mailto:a@b.cn, a@b.cn", "张三@公司.中国, 张三@公司.中国"})
    void takesMailAddresses(String written, String kept) {
        assertThat(value("{type: 'email'}", quoted(written))).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "a b@c.cn", "@c.cn", "a@@c.cn", "a@c..cn", "a@-c.cn"})
    void refusesMailAddresses(String written) {
        assertThat(why("{type: 'email'}", quoted(written))).contains("e-mail");
    }

    @Test
    void storesNoAddressThatRunsAScript() {
        assertThat(value("{type: 'url'}", "\"example.com/a?b=1\"")).isEqualTo("https://example.com/a?b=1");
        assertThat(value("{type: 'url'}", "\"localhost:8080/x\"")).isEqualTo("https://localhost:8080/x");
        for (String bad : List.of(
                "javascript:alert(1)", "data:text/html,x", "https://", "nonsense", "https://a.cn/<b>", "ftp://a.cn")) {
            assertThat(why("{type: 'url'}", quoted(bad))).contains("web address");
        }
    }

    @Test
    void keepsOfRichTextWhatIsSafe() {
        Object html = value(
                "{type: 'rich_text'}",
                quoted(
                        "<p onclick=x>Hi<script>alert(1)</script> <a href='javascript:x'>a</a> <a href='https://b.cn'>b</a></p>"));

        assertThat((String) html)
                .contains("<p>Hi")
                .contains("href=\"https://b.cn\"")
                .doesNotContain("script")
                .doesNotContain("onclick");
        assertThat(value("{type: 'rich_text'}", "\"<p> </p>\"")).isNull();
        assertThat(type("{type: 'rich_text'}").display("<p>a &amp; b</p><p>😀&#64;</p>", CONTEXT))
                .isEqualTo("a & b\n😀@");
    }

    @Test
    void takesPlaces() {
        assertThat(value("{type: 'location'}", "{\"lng\": \"113.93\", \"lat\": 22.53, \"address\": \" 科技园 \"}"))
                .isEqualTo(new GeoPoint(new BigDecimal("113.93"), new BigDecimal("22.53"), "科技园"));
        assertThat(why("{type: 'location'}", "{\"lng\": 190, \"lat\": 22}")).contains("longitude");
        assertThat(why("{type: 'location'}", "{\"lng\": 190}")).contains("not a place");
        assertThat(why("{type: 'location'}", "\"Shenzhen\"")).contains("not a place");
    }

    @Test
    void checksBarcodes() {
        assertThat(value("{type: 'barcode', format: 'ean_13'}", "\"690-1234567892\""))
                .isEqualTo("6901234567892");
        assertThat(why("{type: 'barcode', format: 'ean_13'}", "\"6901234567890\""))
                .contains("should be 2");
        assertThat(why("{type: 'barcode'}", "\"条码\"")).contains("ASCII");
    }

    @Test
    void takesIdsAloneAndInObjects() {
        String id = "01a20244-ebe8-7000-abda-8370b98c07bc";
        assertThat(value("{type: 'relation', entity: 'customer'}", "{\"id\": \"" + id + "\", \"title\": \"x\"}"))
                .hasToString(id);
        assertThat(why("{type: 'member'}", "\"1-1-1-1-1\"")).contains("UUID");
        assertThat(why("{type: 'file', max: 1}", "[\"" + id + "\", \"" + id.replace('0', '1') + "\"]"))
                .contains("At most 1");
    }

    @Test
    void takesCellsForWhatTheirFileMeans() {
        assertThat(cell("{type: 'text'}", new Cell.Number(new BigDecimal("13800138000"))))
                .isEqualTo("13800138000");
        assertThat(cell("{type: 'phone'}", new Cell.Number(new BigDecimal("13800138000"))))
                .isEqualTo("+8613800138000");
        assertThat(cell("{type: 'date'}", new Cell.DateTime(LocalDateTime.parse("2026-11-22T00:00"))))
                .isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(cell("{type: 'datetime'}", new Cell.Date(LocalDate.of(2026, 11, 22))))
                .isEqualTo(Instant.parse("2026-11-21T16:00:00Z"));
        assertThat(cell("{type: 'boolean'}", new Cell.Bool(true))).isEqualTo(true);
    }

    private static Object value(String type, String written) {
        Reading reading = type(type).read(JSON.readTree(written), CONTEXT);
        assertThat(reading).isInstanceOf(Reading.Value.class);
        return ((Reading.Value) reading).value();
    }

    private static Object cell(String type, Cell cell) {
        return ((Reading.Value) type(type).read(cell, CONTEXT)).value();
    }

    private static String why(String type, String written) {
        Reading reading = type(type).read(JSON.readTree(written), CONTEXT);
        assertThat(reading).as(written).isInstanceOf(Reading.Refused.class);
        assertThat(((Reading.Refused) reading).why().in(Language.ZH)).doesNotContainPattern("\\{\\d");
        return ((Reading.Refused) reading).why().in(Language.EN);
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }
}

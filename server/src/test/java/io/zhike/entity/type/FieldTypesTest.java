package io.zhike.entity.type;

import static io.zhike.entity.TestEntities.json;
import static io.zhike.entity.TestEntities.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.entity.EntityDescription;
import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldType;
import io.zhike.entity.FieldTypes;
import io.zhike.entity.GeoPoint;
import io.zhike.entity.Reading;
import io.zhike.entity.Storage;
import io.zhike.entity.ValueContext;
import io.zhike.message.Language;
import io.zhike.sheet.Cell;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What every kind of field has to keep, whichever it is: none can be added without it. */
class FieldTypesTest {
    private static final ValueContext CONTEXT = new ValueContext(ZoneId.of("Asia/Shanghai"), Language.ZH);
    private static final String OPTIONS =
            "options: [{code: 'a', label: {zh: '甲', en: 'A'}, color: 'red'}, {code: 'b', label: {zh: '乙'}, retired: true}]";

    /** One field of each kind, with all the properties it has. */
    static List<ObjectNode> fields() {
        return List.of(
                json("{type: 'text', length: 40}"),
                json("{type: 'text', format: 'id_number'}"),
                json("{type: 'text', pattern: 'AA-999'}"),
                json("{type: 'phone', format: 'mobile'}"),
                json("{type: 'long_text', length: 500}"),
                json("{type: 'rich_text'}"),
                json("{type: 'number', decimals: 3, min: '-10', max: '1000000', unit: '件'}"),
                json("{type: 'number'}"),
                json("{type: 'money', currency: 'USD', decimals: 4, min: '0'}"),
                json("{type: 'percent', decimals: 1}"),
                json("{type: 'boolean'}"),
                json("{type: 'date'}"),
                json("{type: 'datetime'}"),
                json("{type: 'duration'}"),
                json("{type: 'select', " + OPTIONS + "}"),
                json("{type: 'multi_select', " + OPTIONS + "}"),
                json(
                        "{type: 'stage', options: [{code: 'new', label: {zh: '新'}}, {code: 'won', label: {zh: '赢'}, end: 'won'}]}"),
                json("{type: 'phone', region: 'HK'}"),
                json("{type: 'email'}"),
                json("{type: 'url'}"),
                json("{type: 'region', level: 'city'}"),
                json("{type: 'location'}"),
                json("{type: 'member'}"),
                json("{type: 'department'}"),
                json("{type: 'relation', entity: 'customer'}"),
                json("{type: 'relation', entity: 'customer', many: true}"),
                json("{type: 'child_table', entity: 'line', parent: 'head'}"),
                json("{type: 'file', max: 3, types: ['pdf', 'docx']}"),
                json("{type: 'image', max: 4}"),
                json("{type: 'rating', max: 10}"),
                json("{type: 'autonumber', pattern: 'HT-{yyyy}{MM}-{0000}', reset: 'year'}"),
                json("{type: 'formula', formula: '1 + 1'}"),
                json("{type: 'rollup', over: 'order.customer', fn: 'sum', of: 'amount', where: 'paid'}"),
                json("{type: 'signature'}"),
                json("{type: 'barcode', format: 'ean_13'}"));
    }

    @Test
    void hasAnExampleOfEveryKindHere() {
        assertThat(fields().stream()
                        .map(field -> field.path("type").stringValue())
                        .distinct()
                        .toList())
                .containsExactlyInAnyOrderElementsOf(FieldTypes.codes());
    }

    @Test
    void findsEveryKindByItsCodeAndNoOther() {
        assertThat(FieldTypes.all()).hasSize(30);
        FieldTypes.all()
                .forEach(kind -> assertThat(FieldTypes.find(kind.code())).contains(kind));
        assertThat(FieldTypes.find("varchar")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void writesThePropertiesItWasMadeOf(ObjectNode field) {
        FieldType made = EntityDescription.type(field);
        ObjectNode written = json("{type: '" + made.code() + "'}");
        made.writeProperties(written);

        assertThat(EntityDescription.type(written)).isEqualTo(made);
        assertThat(written).isEqualTo(field);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void saysAllThatIsAskedOfEveryType(ObjectNode field) {
        FieldType made = EntityDescription.type(field);
        FieldKind kind = FieldTypes.find(made.code()).orElseThrow();

        assertThat(kind.label().zh()).isNotBlank();
        assertThat(kind.label().en()).isNotBlank();
        assertThat(made.describe(Language.ZH)).isNotBlank();
        assertThat(made.describe(Language.EN)).isNotBlank().isNotEqualTo(made.code());
        assertThat(made.valueType()).isNotNull();
        assertThat(made.valueSchema().isEmpty()).isFalse();
        List<String> known =
                kind.properties().stream().map(FieldKind.Property::name).toList();
        field.remove("type");
        assertThat(known).containsAll(field.propertyNames());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void takesNullAndEmptyForBlankAndNeverThrows(ObjectNode field) {
        FieldType made = EntityDescription.type(field);
        JsonMapper mapper = JsonMapper.builder().build();

        for (String odd : List.of(
                "null",
                "\"\"",
                "\" \\u0000\\u200b \"",
                "[]",
                "{}",
                "true",
                "[[1]]",
                "[{}]",
                "1e999999999",
                "-1",
                "\"\\ud800\"",
                "\"x\"",
                "{\"lng\":1}",
                "[null]")) {
            Reading reading = made.read(mapper.readTree(odd), CONTEXT);
            assertThat(reading).isNotNull();
        }
        if (made.writable()) {
            assertThat(made.read(JsonNodeFactory.instance.nullNode(), CONTEXT)).isEqualTo(Reading.BLANK);
            assertThat(made.read(JsonNodeFactory.instance.stringNode("  "), CONTEXT))
                    .isEqualTo(Reading.BLANK);
            assertThat(made.read(Cell.BLANK, CONTEXT)).isEqualTo(Reading.BLANK);
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void readsWhatItWrites(ObjectNode field) {
        FieldType made = EntityDescription.type(field);
        if (!made.writable()) {
            return;
        }
        Random random = new Random(20261122);
        for (int i = 0; i < 200; i++) {
            Object value = value(made, random);
            Reading again = made.read(made.write(value), CONTEXT);
            assertThat(again).as("%s of %s", value, field).isEqualTo(Reading.of(value));
            assertThat(made.display(value, CONTEXT)).isNotNull();
            made.searchText(value);
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void readsFromACellWhatItDisplays(ObjectNode field) {
        FieldType made = EntityDescription.type(field);
        // A display of minutes leaves seconds out; one of a phone number its country.
        if (!made.writable() || List.of("datetime", "rich_text").contains(made.code())) {
            return;
        }
        Random random = new Random(7);
        for (int i = 0; i < 100; i++) {
            Object value = value(made, random);
            assertThat(made.read(new Cell.Text(made.display(value, CONTEXT)), CONTEXT))
                    .as("%s", field)
                    .isEqualTo(Reading.of(value));
        }
    }

    @Test
    void keepsComputedValuesFromBeingWritten() {
        for (String code : List.of("formula", "rollup", "autonumber", "child_table")) {
            FieldType made = fields().stream()
                    .filter(field -> field.path("type").stringValue().equals(code))
                    .map(EntityDescription::type)
                    .findFirst()
                    .orElseThrow();
            assertThat(made.writable()).isFalse();
            assertThat(made.read(JsonNodeFactory.instance.stringNode("x"), CONTEXT))
                    .isInstanceOf(Reading.Refused.class);
        }
    }

    /** A value as the type itself would give it. */
    private static Object value(FieldType type, Random random) {
        return switch (type.code()) {
            case "text" ->
                switch (type.describe(Language.EN)) {
                    case "an identity card number" -> "11010519491231002X";
                    case "a text of the form AA-999" -> "AB-" + (100 + random.nextInt(900));
                    default -> word(random);
                };
            case "long_text" -> word(random) + "\n" + word(random);
            case "rich_text" -> given(type, "<p>" + word(random) + " & <b onclick='x()'>" + word(random) + "</b></p>");
            case "number" ->
                type.equals(type("{type: 'number'}"))
                        ? Decimals.bare(BigDecimal.valueOf(random.nextLong(), random.nextInt(11)))
                        : BigDecimal.valueOf(random.nextInt(1_000_000), 3);
            case "money" -> BigDecimal.valueOf(random.nextLong(0, Long.MAX_VALUE), 4);
            case "percent" -> BigDecimal.valueOf(random.nextInt(), 3);
            case "boolean" -> random.nextBoolean();
            case "date" -> LocalDate.of(1, 1, 1).plusDays(random.nextInt(3_650_000));
            case "datetime" ->
                Instant.parse("1900-01-01T00:00:00Z").plus(random.nextLong(8_000_000_000_000_000L), ChronoUnit.MICROS);
            case "duration" -> Duration.ofSeconds(random.nextInt(-8_000_000, 8_000_000));
            case "select" -> random.nextBoolean() ? "a" : "b";
            case "stage" -> random.nextBoolean() ? "new" : "won";
            case "multi_select" -> random.nextBoolean() ? List.of("a") : List.of("a", "b");
            case "phone" ->
                type.describe(Language.EN).startsWith("a mobile")
                        ? "+8613812345678"
                        : List.of("+85228123456", "+8613800138000", "+8675526770000;ext=12", "+12025550123")
                                .get(random.nextInt(4));
            case "email" -> "a.b" + random.nextInt(999) + "@example.com";
            case "url" -> "https://example.com/路径?a=" + random.nextInt(999);
            case "region" ->
                List.of("440000", "440300", "110000", "659000", "710100").get(random.nextInt(5));
            case "location" ->
                new GeoPoint(
                        Decimals.bare(BigDecimal.valueOf(random.nextInt(-1_800_000_000, 1_800_000_000), 7)),
                        Decimals.bare(BigDecimal.valueOf(random.nextInt(-900_000_000, 900_000_000), 7)),
                        random.nextBoolean() ? null : "南山区 科技园");
            case "rating" -> BigDecimal.valueOf(random.nextInt(1, 11));
            case "barcode" -> "6901234567892";
            case "file", "image" -> ids(random, 3);
            case "relation" ->
                type.storage() instanceof Storage.Links
                        ? ids(random, 5)
                        : new UUID(random.nextLong(), random.nextLong());
            default -> new UUID(random.nextLong(), random.nextLong());
        };
    }

    private static Object given(FieldType type, String text) {
        Reading reading = type.read(JsonNodeFactory.instance.stringNode(text), CONTEXT);
        return ((Reading.Value) reading).value();
    }

    private static List<UUID> ids(Random random, int most) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(most); i++) {
            ids.add(new UUID(random.nextLong(), random.nextLong()));
        }
        return List.copyOf(ids);
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder("字");
        for (int i = 0; i < random.nextInt(10); i++) {
            word.appendCodePoint(List.of((int) 'a', 0x4E00 + random.nextInt(5000), 0x1F600, (int) '1', (int) '_')
                    .get(random.nextInt(5)));
        }
        return word.toString();
    }
}

package io.zhike.entity.type;

import static io.zhike.entity.TestEntities.catalog;
import static io.zhike.entity.TestEntities.entity;
import static io.zhike.entity.TestEntities.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.entity.FieldType;
import io.zhike.entity.Reading;
import io.zhike.entity.TestEntities;
import io.zhike.entity.ValueContext;
import io.zhike.message.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The formats of texts, by the vectors that the browser runs too. */
class TextFormatVectorsTest {
    private static final ValueContext CONTEXT = new ValueContext(ZoneOffset.UTC, Language.EN);

    private static JsonNode vectors() throws IOException {
        return json(Files.readString(Path.of("../spec/format/vectors.json")));
    }

    static Stream<JsonNode> formats() throws IOException {
        return vectors().path("formats").valueStream();
    }

    static Stream<JsonNode> patterns() throws IOException {
        return vectors().path("patterns").valueStream();
    }

    private static void holds(FieldType type, JsonNode vector) {
        Reading reading = type.read(
                JsonNodeFactory.instance.stringNode(vector.path("text").stringValue()), CONTEXT);
        switch (reading) {
            case Reading.Value(Object kept) ->
                assertThat(kept).isEqualTo(vector.path("kept").asString("refused"));
            case Reading.Refused refused -> {
                assertThat(vector.path("kept").isNull()).as(refused.toString()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void keepsAndRefusesByTheFormat(JsonNode vector) {
        String format = vector.path("format").stringValue();
        String type = format.equals("mobile") ? "phone" : "text";
        holds(TestEntities.type("{type: '" + type + "', format: '" + format + "'}"), vector);
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void keepsAndRefusesByTheMask(JsonNode vector) {
        String mask = vector.path("pattern").stringValue().replace("\\", "\\\\");
        holds(TestEntities.type("{type: 'text', pattern: '" + mask + "'}"), vector);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-", "A\\\\", "9999999999999999999999999999999999999999999999999999999999999"})
    void refusesWhatIsNoMask(String mask) {
        var catalog = catalog(entity("a", "A", "{code: 'x', type: 'text', pattern: '" + mask + "'}"));
        assertThat(TestEntities.issues(catalog, "a")).singleElement().asString().startsWith("fields[0].pattern: ");
    }

    @ParameterizedTest
    @CsvSource({"text, mobile", "phone, id_number", "text, id_card"})
    void refusesFormatsOfOtherTypes(String type, String format) {
        var catalog = catalog(entity("a", "A", "{code: 'x', type: '" + type + "', format: '" + format + "'}"));
        assertThat(TestEntities.issues(catalog, "a")).singleElement().asString().startsWith("fields[0].format: ");
    }

    @Test
    void saysWhatIsWrongInBothLanguages() {
        FieldType mobile = TestEntities.type("{type: 'phone', format: 'mobile'}");
        Reading refused = mobile.read(JsonNodeFactory.instance.stringNode("95588"), CONTEXT);
        assertThat(refused).isInstanceOfSatisfying(Reading.Refused.class, why -> {
            assertThat(why.why().in(Language.ZH)).contains("手机号");
            assertThat(why.why().in(Language.EN)).contains("mobile");
        });
    }
}

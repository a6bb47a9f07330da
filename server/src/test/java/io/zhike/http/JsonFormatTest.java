package io.zhike.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.message.Language;
import io.zhike.message.ProblemException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class JsonFormatTest {
    private final JsonMapper json = JsonFormat.mapper();

    record Money(BigDecimal amount) {}

    @Test
    void writesDecimalsAsPlainText() {
        assertThat(json.writeValueAsString(new Money(new BigDecimal("5000.00"))))
                .isEqualTo("{\"amount\":\"5000.00\"}");
        assertThat(json.writeValueAsString(new Money(new BigDecimal("1E+3")))).isEqualTo("{\"amount\":\"1000\"}");
        assertThat(json.writeValueAsString(Map.of("n", new BigDecimal("0.10")))).isEqualTo("{\"n\":\"0.10\"}");
    }

    @Test
    void readsDecimalsFromTextAndNumbers() {
        assertThat(json.readValue("{\"amount\":\"5000.00\"}", Money.class).amount())
                .isEqualTo("5000.00");
        assertThat(json.readValue("{\"amount\":5000.00}", Money.class).amount()).isEqualTo("5000.00");
        assertThat(json.readValue("{\"amount\":7}", Money.class).amount()).isEqualTo("7");
    }

    @Test
    void losesNoDigitOnTheWayThereAndBack() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            BigDecimal value = new BigDecimal(
                            new java.math.BigInteger(1 + random.nextInt(120), random), random.nextInt(40))
                    .multiply(random.nextBoolean() ? BigDecimal.ONE : BigDecimal.ONE.negate());
            Money money = new Money(value);
            assertThat(json.readValue(json.writeValueAsString(money), Money.class))
                    .isEqualTo(money);
        }
    }

    @Test
    void keepsEveryDigitOfNumbersInTrees() {
        String exact = "{\"n\":12345678901234567890.12345678901234567890}";
        assertThat(json.readTree(exact).path("n").decimalValue())
                .isEqualTo("12345678901234567890.12345678901234567890");
    }

    @Test
    void boundsDecimals() {
        for (String number : new String[] {"1e1000000000", "1e-1000000000", "1e41", "0e1000000000", "0.0e-900"}) {
            assertThatThrownBy(() -> json.readValue("{\"amount\":" + number + "}", Money.class))
                    .hasRootCauseInstanceOf(ProblemException.class);
            assertThatThrownBy(() -> json.readTree("[" + number + "]")).isInstanceOf(ProblemException.class);
        }
        assertThatThrownBy(() -> json.readValue("{\"amount\":\"" + "9".repeat(500) + "\"}", Money.class))
                .isInstanceOf(JacksonException.class);
    }

    record Ids(List<UUID> ids, UUID one) {}

    @Test
    void refusesBlanksInListsAndEmptyTextsForIds() {
        for (String body :
                new String[] {"{\"ids\":[null]}", "{\"ids\":[\"\"]}", "{\"ids\":[\" \"]}", "{\"one\":\"\"}"}) {
            assertThatThrownBy(() -> json.readValue(body, Ids.class)).isInstanceOf(JacksonException.class);
        }
        assertThat(json.readValue("{\"ids\":[],\"one\":null}", Ids.class)).isEqualTo(new Ids(List.of(), null));
    }

    @Test
    void writesTimesInIso() {
        assertThat(json.writeValueAsString(Instant.parse("2026-11-22T02:03:04.5Z")))
                .isEqualTo("\"2026-11-22T02:03:04.500Z\"");
    }

    @Test
    void namesLanguagesInLowerCase() {
        assertThat(json.writeValueAsString(Language.ZH)).isEqualTo("\"zh\"");
        assertThat(json.readValue("\"en\"", Language.class)).isEqualTo(Language.EN);
        assertThat(json.readValue("\"zh-CN\"", Language.class)).isEqualTo(Language.ZH);
        assertThatThrownBy(() -> json.readValue("\"fr\"", Language.class)).isInstanceOf(JacksonException.class);
    }

    @Test
    void refusesUnknownAndDoubledPropertiesAndTrailingText() {
        for (String text : new String[] {"{\"amout\":1}", "{\"amount\":1,\"amount\":2}", "{\"amount\":1} x"}) {
            assertThatThrownBy(() -> json.readValue(text, Money.class)).isInstanceOf(JacksonException.class);
        }
    }
}

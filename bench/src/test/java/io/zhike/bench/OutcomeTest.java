package io.zhike.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OutcomeTest {

    @Test
    void costsReachTheirBoundFromBelow() {
        assertThat(Outcome.atMost("list-sql", 2.0, "ratio", "", 2).ok()).isTrue();
        assertThat(Outcome.atMost("list-sql", 2.01, "ratio", "", 2).ok()).isFalse();
    }

    @Test
    void ratesReachTheirBoundFromAbove() {
        assertThat(Outcome.atLeast("create-jdbc", 0.5, "ratio", "", 0.5).ok()).isTrue();
        assertThat(Outcome.atLeast("create-jdbc", 0.49, "ratio", "", 0.5).ok()).isFalse();
    }

    @Test
    void isOneLineOfJsonWithTheSixProperties() {
        String line =
                Outcome.atMost("a", 1.005, "ratio", "the \"same\" \\ SQL", 2).json();
        assertThat(line).doesNotContain("\n");
        JsonNode json = Client.JSON.readTree(line);
        assertThat(json.propertyNames()).containsExactly("name", "value", "unit", "against", "bound", "ok");
        assertThat(json.path("value").isNumber()).isTrue();
        assertThat(json.path("against").asString()).isEqualTo("the \"same\" \\ SQL");
        assertThat(json.path("ok").asBoolean()).isTrue();
    }
}

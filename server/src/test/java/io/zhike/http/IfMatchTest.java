package io.zhike.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.message.ProblemException;
import io.zhike.workspace.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    @ParameterizedTest
    @ValueSource(strings = {"3", "\"3\"", "W/\"3\"", " \"3\" "})
    void readsTheVersion(String header) {
        assertThat(IfMatch.parse(header).version()).isEqualTo(3);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "*"})
    void anyVersionWillDo(String header) {
        assertThat(IfMatch.parse(header).version()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\"3\", \"4\"", "-1", "3.5", "99999999999999999999"})
    void refusesAnythingElse(String header) {
        assertThatThrownBy(() -> IfMatch.parse(header)).isInstanceOf(ProblemException.class);
    }

    @Test
    void comesToControllersAsAParameter() {
        assertThat(TestServer.stranger()
                        .with("If-Match", IfMatch.etag(7))
                        .get("/api/probe/match")
                        .text())
                .isEqualTo("7");
        TestServer.stranger().with("If-Match", "seven").get("/api/probe/match").expect(400, "version-not-a-number");
    }
}

package io.zhike.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.read.ListAppender;
import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Every failure is problem details (RFC 9457), in the caller's language, and says what to do. */
class ProblemsTest {
    private final Client client = TestServer.stranger();

    @Test
    void hasTheShapeOfTheContract() {
        Answer answer = client.with("Accept-Language", "en")
                .post("/api/probe/body", "{\"items\": [{\"name\": \"a\", \"count\": 2, \"size\": 1}]}")
                .expect(400, "unknown-property");

        JsonNode problem = answer.json();
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json;charset=UTF-8");
        assertThat(answer.header("Content-Language")).isEqualTo("en");
        assertThat(problem.path("type").asString()).isEqualTo("urn:zhike:problem:unknown-property");
        assertThat(problem.path("title").asString()).isEqualTo("Invalid input");
        assertThat(problem.path("status").asInt()).isEqualTo(400);
        assertThat(problem.path("detail").asString())
                .isEqualTo("There is no property 'size' here. Properties that can be used: count, name.");
        JsonNode error = problem.path("errors").path(0);
        assertThat(error.path("path").asString()).isEqualTo("items[0].size");
        assertThat(error.path("code").asString()).isEqualTo("unknown-property");
        assertThat(error.path("message").asString()).contains("'size'");
        assertThat(problem.has("traceId")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en            | en
            en-GB,zh;q=.5 | en
            zh-CN,en;q=.9 | zh-CN
            fr            | zh-CN
            ;;;           | zh-CN
            """)
    void answersInTheAcceptedLanguage(String accepted, String language) {
        assertThat(client.with("Accept-Language", accepted).get("/api/nothing").header("Content-Language"))
                .isEqualTo(language);
    }

    @Test
    void pointsAtTheBrokenPlaceInJson() {
        Answer answer = client.with("Accept-Language", "en").post("/api/probe/body", "{\n  \"amount\": 1,,\n}");
        assertThat(answer.expect(400, "malformed-json").json().path("detail").asString())
                .contains("line 2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"amount": "12,5"}                        | wrong-value-type     | amount
            {"amount": [1]}                           | wrong-value-type     | amount
            {"at": "yesterday"}                       | wrong-value-type     | at
            {"id": "17"}                              | wrong-value-type     | id
            {"items": [{"name": "a", "count": "x"}]}  | wrong-value-type     | items[0].count
            {"items": [{"name": "a", "count": 1.5}]}  | wrong-value-type     | items[0].count
            {"items": [{"name": "a", "count": null}]} | wrong-value-type     | items[0].count
            {"amount": 1e1000000000}                  | number-out-of-bounds |
            {"amount": "1e-41"}                       | number-out-of-bounds |
            {"amount": 1, "amount": 2}                | malformed-json       |
            {} {}                                     | wrong-value-type     |
            """)
    void refusesValuesByPlace(String json, String code, String path) {
        Answer answer = client.post("/api/probe/body", json).expect(400, code);
        if (path != null) {
            assertThat(answer.json().path("errors").findValuesAsString("path")).containsExactly(path);
        }
    }

    @Test
    void refusesAHugeExponentInTreesToo() {
        client.post("/api/probe/tree", "{\"a\": [1e1000000000]}").expect(400, "number-out-of-bounds");
    }

    @Test
    void refusesNestingWithoutEnd() {
        client.post("/api/probe/tree", "[".repeat(100_000)).expect(400, "body-limits");
    }

    @Test
    void refusesAMissingBody() {
        client.with("Content-Type", "application/json")
                .post("/api/probe/body", "")
                .expect(400, "missing-body");
    }

    @Test
    void refusesTheWrongContentType() {
        Answer answer = client.with("Content-Type", "text/plain")
                .with("Accept-Language", "en")
                .post("/api/probe/body", "hello")
                .expect(415, "unsupported-media-type");
        assertThat(answer.json().path("detail").asString()).contains("text/plain", "application/json");
        client.with("Content-Type", "nonsense").post("/api/probe/body", "x").expect(415, "unsupported-media-type");
    }

    @Test
    void refusesAnAcceptThatCannotBeServed() {
        client.with("Accept", "image/png").get("/api/v1/health").expect(406, "not-acceptable");
    }

    @Test
    void saysWhichMethodsCanBeUsed() {
        Answer answer = client.delete("/api/probe/body").expect(405, "method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo("POST");
        assertThat(answer.json().path("detail").asString()).contains("DELETE", "POST");
    }

    @Test
    void namesTheAddressThatIsNotThere() {
        Answer answer = client.get("/api/v1/nothing-here").expect(404, "no-such-endpoint");
        assertThat(answer.json().path("detail").asString()).contains("/api/v1/nothing-here");
    }

    @Test
    void namesWrongAndMissingParameters() {
        Answer wrong = client.get("/api/probe/number/ten?needed=1").expect(400, "wrong-parameter");
        assertThat(wrong.json().path("errors").findValuesAsString("path")).containsExactly("id");
        client.get("/api/probe/number/10").expect(400, "missing-parameter");
    }

    @Test
    void logsWhatWentWrongAndNotWhatWasRefusedForWantOfRoomOrNotWaitedFor() {
        Logger log = (Logger) LoggerFactory.getLogger(Problems.class);
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        log.addAppender(heard);
        try {
            client.get("/api/probe/fail/busy").expect(503, "busy");
            client.get("/api/probe/fail/left").expect(500, "internal");
            client.get("/api/probe/fail/gone").expect(503, "database-unavailable");
        } finally {
            log.detachAppender(heard);
        }
        assertThat(heard.list).hasSize(1).first().asString().contains("/fail/gone");
    }

    @Test
    void nothingThatWasSentLooksLikeAnEntryOfTheLog() {
        ch.qos.logback.classic.Logger root =
                (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var console = (OutputStreamAppender<ILoggingEvent>) root.getAppender("CONSOLE");
        Throwable sent = new IllegalStateException(
                "not a code: a\r\n2026-11-22 ERROR forged", new IllegalArgumentException("b\n2026-11-22 ERROR forged"));
        var event = new LoggingEvent("test", root, Level.ERROR, "failed", sent, null);
        String[] lines = new String(console.getEncoder().encode(event), StandardCharsets.UTF_8).split("\\R");
        assertThat(lines[0]).contains("failed");
        assertThat(lines)
                .filteredOn(line -> line.contains("forged"))
                .hasSizeGreaterThan(1)
                .allMatch(line -> line.startsWith("    | "));
    }

    @Test
    void tellsNothingOfOurInsidesButANumber() {
        for (String how : Arrays.asList("secret", "overflow")) {
            Answer answer = client.get("/api/probe/fail/" + how).expect(500, "internal");
            assertThat(answer.text()).doesNotContain("4711", "Exception", "Error", "java", "io.zhike");
            String trace = answer.json().path("traceId").asString();
            assertThat(trace).matches("[0-9a-f]{16}");
            assertThat(answer.json().path("detail").asString()).contains(trace);
        }
    }

    @Test
    void asksToTryAgainWhenTheDatabaseIsGoneOrBusy() {
        Answer gone = client.get("/api/probe/fail/gone").expect(503, "database-unavailable");
        assertThat(gone.header("Retry-After")).isEqualTo("1");
        assertThat(gone.text()).doesNotContain("10.0.0.5");
        client.get("/api/probe/fail/deadlock").expect(503, "busy");
        client.get("/api/probe/fail/doubled").expect(409, "duplicate");
    }

    @Test
    void refusesWhatCannotBeStoredInsteadOfFailing() {
        client.get("/api/probe/fail/null-character").expect(400, "not-storable");
        client.get("/api/probe/fail/far-future").expect(400, "not-storable");
    }

    @Test
    void refusesABodyThatIsTooLargeWithAndWithoutLength() {
        byte[] large = new byte[17 * 1024 * 1024];
        Arrays.fill(large, (byte) ' ');
        client.send(client.with("Content-Type", "application/json")
                        .request("/api/probe/body")
                        .POST(BodyPublishers.ofByteArray(large)))
                .expect(413, "body-too-large");
        client.send(client.with("Content-Type", "application/json")
                        .request("/api/probe/body")
                        .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large))))
                .expect(413, "body-too-large");
    }
}

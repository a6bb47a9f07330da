package io.zhike.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import io.zhike.workspace.OtherSystem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rules call other systems, each record once, and a trial calls nobody. */
class CallingRulesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RuleWorld world = new RuleWorld();
    private final OtherSystem other = new OtherSystem();

    @AfterEach
    void stop() {
        other.close();
    }

    private static String calls(String with) {
        return "'when': {'created': {}}, 'then': [{'code': 's1', 'do': 'webhook', 'with': {" + with + "}}]";
    }

    private List<JsonNode> messages() {
        return world.admin()
                .get("/api/v1/messages?channel=webhook")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    /** Until the server has delivered all there is. */
    private void delivered(int calls) {
        long patience = System.nanoTime() + 60_000_000_000L;
        while (other.got().size() < calls
                || messages().stream()
                        .anyMatch(message -> message.path("state").asString().equals("waiting"))) {
            assertThat(System.nanoTime()).as("delivered " + other.got()).isLessThan(patience);
        }
    }

    @Test
    void eachRecordIsSentOnceWithTheFieldsThatWereChosen() {
        world.rule(
                "erp",
                "customer",
                calls("'url': '" + other.url("/c/{name}?w={worth}")
                        + "', 'fields': ['name', 'worth', 'vip', 'source', 'tags']"));
        List<String> ids = world.createAll(
                "customer",
                List.of(
                        Map.of("name", "甲&乙", "worth", "12.50", "vip", true, "source", "fair", "tags", List.of("hot")),
                        Map.of("name", "丙")));
        world.settle();
        world.settle();
        delivered(2);
        assertThat(other.got()).hasSize(2).extracting(OtherSystem.Got::method).containsOnly("POST");
        OtherSystem.Got first = other.got().stream()
                .filter(got -> got.body().contains("甲"))
                .findFirst()
                .orElseThrow();
        assertThat(first.path()).startsWith("/c/%E7%94%B2%26%E4%B9%99?w=");
        JsonNode body = JSON.readTree(first.body());
        assertThat(body.path("rule").asString()).isEqualTo("erp");
        assertThat(body.path("entity").asString()).isEqualTo("customer");
        assertThat(body.path("id").asString()).isEqualTo(ids.getFirst());
        assertThat(body.path("values").path("worth").isNumber()).isTrue();
        assertThat(body.path("values").path("vip").isBoolean()).isTrue();
        assertThat(body.path("values").path("source").asString()).isEqualTo("fair");
        assertThat(body.path("values").path("tags").get(0).asString()).isEqualTo("hot");
        assertThat(world.runs("erp")
                        .getFirst()
                        .path("log")
                        .get(0)
                        .path("message")
                        .path("zh")
                        .asString())
                .isEqualTo("交给发送：POST 127.0.0.1");
        assertThat(messages()).allSatisfy(message -> {
            assertThat(message.path("state").asString()).isEqualTo("sent");
            assertThat(message.path("source").asString()).isEqualTo("rule:erp");
        });
    }

    @Test
    void contentsOfOnesOwnHaveTheShapeThatTheOtherSideWants() {
        world.rule(
                "robot",
                "customer",
                calls(
                        "'url': '" + other.url("/robot")
                                + "', 'method': 'PUT', 'headers': [{'name': 'X-Api', 'value': '7'}],"
                                + "'body': [{'name': 'msgtype', 'value': '`text`'}, {'name': 'text.content', 'value': '`新客户 ` & name'}]"));
        world.create("customer", Map.of("name", "甲"));
        world.settle();
        delivered(1);
        assertThat(other.got().getFirst().body()).isEqualTo("{\"msgtype\":\"text\",\"text\":{\"content\":\"新客户 甲\"}}");
        assertThat(other.got().getFirst().headers()).containsEntry("x-api", "7");
        assertThat(other.got().getFirst().method()).isEqualTo("PUT");
    }

    @Test
    void aCredentialIsFilledInOnTheWayOut() {
        world.admin()
                .post("/api/v1/credentials", Map.of("name", "erp", "origin", other.url("/"), "secret", "Bearer geheim"))
                .expect(201);
        world.rule(
                "signed",
                "customer",
                calls(
                        "'url': '" + other.url("/in")
                                + "', 'headers': [{'name': 'Authorization', 'credential': 'erp'}, {'name': 'X-Api', 'value': '7'}]"));
        world.create("customer", Map.of("name", "甲"));
        world.settle();
        delivered(1);
        assertThat(other.got().getFirst().headers())
                .containsEntry("authorization", "Bearer geheim")
                .containsEntry("x-api", "7");
    }

    @Test
    void aTrialShowsWhatWouldBeSentAndSendsNothing() {
        String id = world.create("customer", Map.of("name", "甲"));
        ObjectNode definition = (ObjectNode) JSON.readTree(
                RuleWorld.document("customer", calls("'url': '" + other.url("/try") + "', 'fields': ['name']")));
        definition.put("kind", "rule").put("code", "tried");
        JsonNode tried = world.admin()
                .post("/api/v1/rules/try", Map.of("definition", definition, "record", id))
                .expect(200)
                .json();
        JsonNode sends = tried.path("sends");
        assertThat(sends).hasSize(1);
        assertThat(sends.get(0).path("channel").asString()).isEqualTo("webhook");
        assertThat(sends.get(0).path("subject").asString()).isEqualTo("POST");
        assertThat(sends.get(0).path("to").asString()).isEqualTo(other.url("/try"));
        assertThat(sends.get(0).path("text").asString()).contains("\"name\":\"甲\"");
        world.settle();
        assertThat(messages()).isEmpty();
        assertThat(other.got()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "'url': 'ftp://example.com/'; with.url",
                "'url': 'https://{name}/'; with.url",
                "'url': 'https://{name}.example.com/'; with.url",
                "'url': 'https://example.com{name}/'; with.url",
                "'url': '{name}'; with.url",
                "'url': 'https://user:pw@example.com/'; with.url",
                "'url': 'http://10.0.0.1/'; with.url",
                "'url': 'http://[fd00::1]/'; with.url",
                "'url': 'http://169.254.169.254/latest/meta-data/'; with.url",
                "'url': 'https://example.com/{nothing_such}'; with.url",
                "'url': 'https://example.com/', 'fields': ['name'], 'body': [{'name': 'a', 'value': 'name'}]; with.body",
                "'url': 'https://example.com/', 'fields': ['gone']; with.fields[0]",
                "'url': 'https://example.com/', 'body': [{'name': 'a', 'value': 'name'}, {'name': 'a.b', 'value': 'name'}]; with.body[1].name",
                "'url': 'https://example.com/', 'headers': [{'name': 'Host', 'value': 'x'}]; with.headers[0].name",
                "'url': 'https://example.com/', 'headers': [{'name': 'X-Key'}]; with.headers[0]",
                "'url': 'https://example.com/', 'headers': [{'name': 'X-Key', 'value': 'x', 'credential': 'erp'}]; with.headers[0]",
                "'url': 'https://example.com/', 'headers': [{'name': 'webhook-signature', 'value': 'x'}]; with.headers[0].name"
            })
    void whatCouldLeadElsewhereOrMeansNothingIsRefusedBeforeItIsPublished(String with, String place) {
        Answer saved = world.draft("r", "customer", calls(with)).expect(200);
        assertThat(saved.json()
                        .path("issues")
                        .valueStream()
                        .map(issue -> issue.path("path").asString())
                        .toList())
                .as(saved.text())
                .anyMatch(path -> path.endsWith(place));
    }
}

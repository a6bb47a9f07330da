package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Several figures by one request: each through the gate, and none spoilt by another. */
class FiguresApiTest {
    private static final String PATH = "/api/v1/query/figures";

    private final TestWorkspace company = TestServer.newWorkspace();
    private final Client admin = company.admin();
    private final TestWorkspace.Person li = company.newMember("李雷");

    @BeforeEach
    void define() {
        admin.put("/api/v1/definitions/entity/deal", """
                {"label": {"zh": "商机"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
                  {"code": "amount", "type": "money", "label": {"zh": "金额"}},
                  {"code": "cost", "type": "money", "label": {"zh": "成本"}}]}""").expect(200);
        admin.put("/api/v1/definitions/role/clerk", """
                {"label": {"zh": "文员"}, "entities": {"deal": {"read": "own", "create": true,
                  "fields": {"cost": "none", "*": "write"}}}}""").expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        admin.put("/api/v1/members/" + li.id() + "/roles", "{\"roles\": [\"clerk\"]}")
                .expect(200);
        admin.post("/api/v1/records/deal", Map.of("name", "甲", "amount", "100.50", "cost", "7"))
                .expect(201);
        li.client()
                .post("/api/v1/records/deal", Map.of("name", "乙", "amount", "20"))
                .expect(201);
    }

    private static List<String> figures(Client client, String asked) {
        JsonNode answer =
                client.post(PATH, "{\"figures\": [" + asked + "]}").expect(200).json();
        return answer.path("figures")
                .valueStream()
                .map(figure -> figure.has("value")
                        ? figure.path("value").isNull()
                                ? "null"
                                : figure.path("value").asString()
                        : figure.path("problem").path("code").asString())
                .toList();
    }

    @Test
    void comeInTheOrderTheyWereAskedFor() {
        assertThat(figures(admin, """
                {"entity": "deal"}, {"entity": "deal", "fn": "sum", "of": "amount"},
                {"entity": "deal", "where": "amount > 50", "fn": "count"},
                {"entity": "deal", "where": {"field": "name", "op": "=", "value": "乙"}, "fn": "max", "of": "amount"},
                {"entity": "deal", "where": "amount > 500", "fn": "sum", "of": "amount"},
                {"entity": "deal", "fn": "avg", "of": "amount"}""")).containsExactly("2", "120.50", "1", "20.00", "null", "60.25");
    }

    @Test
    void areOfWhatTheCallerReads() {
        assertThat(figures(li.client(), """
                {"entity": "deal"}, {"entity": "deal", "fn": "sum", "of": "amount"}""")).containsExactly("1", "20.00");
    }

    @Test
    void ofHiddenFieldsAreRefusedLikeThoseOfNone() {
        List<String> answers = figures(li.client(), """
                {"entity": "deal"}, {"entity": "deal", "fn": "sum", "of": "cost"}, {"entity": "deal", "fn": "sum", "of": "none"},
                {"entity": "deal", "where": "cost > 1"}""");
        assertThat(answers.subList(0, 3)).containsExactly("1", "unknown-field", "unknown-field");
        assertThat(answers.get(3)).isNotEqualTo("1").isNotEqualTo("0");
    }

    @Test
    void thatCannotBeAnsweredSaySoInTheirPlace() {
        assertThat(figures(admin, """
                {"entity": "gone"}, {"entity": "deal", "fn": "sum", "of": "name"}, {}, {"entity": "deal", "fn": "pi"},
                {"entity": "deal", "fn": "sum"}, {"entity": "deal", "where": "amount >"}, {"entity": "deal"}"""))
                .startsWith("unknown-entity", "not-measurable", "entity-missing", "unknown-word", "measure-needs-field")
                .endsWith("2");
        JsonNode problem = li.client()
                .post(PATH, "{\"figures\": [{\"entity\": \"gone\"}]}")
                .expect(200)
                .json();
        assertThat(problem.path("figures")
                        .get(0)
                        .path("problem")
                        .path("message")
                        .asString())
                .contains("gone");
    }

    @Test
    void haveABound() {
        assertThat(figures(admin, "")).isEmpty();
        assertThat(admin.post(PATH, "{}").expect(200).json().path("figures")).isEmpty();
        String many = String.join(",", java.util.Collections.nCopies(41, "{\"entity\": \"deal\"}"));
        admin.post(PATH, "{\"figures\": [" + many + "]}").expect(400, "too-many");
    }
}

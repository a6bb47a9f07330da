package io.zhike.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The logic of a public form: what of it a stranger's browser is told, and what holds whatever it was told. */
class PublicFormLogicTest {
    private static final TestWorkspace COMPANY = TestServer.newWorkspace();
    private static final Client STRANGER = TestServer.stranger();
    private static final String PATH;

    static {
        Client admin = COMPANY.admin();
        admin.put("/api/v1/definitions/entity/tier", """
                {"label": {"zh": "档次"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "档名"}, "title": true}]}""").expect(200);
        admin.put("/api/v1/definitions/entity/guest", """
                {"label": {"zh": "报名"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "姓名"}, "title": true, "required": true},
                  {"code": "way", "type": "select", "label": {"zh": "方式"}, "default": "\\"online\\"", "options": [
                    {"code": "online", "label": {"zh": "线上"}},
                    {"code": "onsite", "label": {"zh": "到场"}, "when": "people < 4"},
                    {"code": "private", "label": {"zh": "私享"}, "when": "margin > 5"}]},
                  {"code": "people", "type": "number", "label": {"zh": "人数"}, "decimals": 0},
                  {"code": "meal", "type": "text", "label": {"zh": "忌口"}, "shown": "way = \\"onsite\\"",
                   "required_when": "people > 1"},
                  {"code": "plate", "type": "text", "label": {"zh": "车牌"}, "shown": "channel = \\"fair\\"",
                   "readonly_when": "margin > 5", "required_when": "doubled > 2"},
                  {"code": "gift", "type": "text", "label": {"zh": "礼品"}, "shown": "tier.name = \\"gold\\"",
                   "default": "TEXT(margin)"},
                  {"code": "badge", "type": "text", "label": {"zh": "胸牌"}, "required": true,
                   "shown": "COUNT(tiers) > 0"},
                  {"code": "since", "type": "date", "label": {"zh": "从"}},
                  {"code": "until", "type": "date", "label": {"zh": "到"}},
                  {"code": "channel", "type": "select", "label": {"zh": "渠道"}, "options": [
                    {"code": "fair", "label": {"zh": "展会"}}, {"code": "ads", "label": {"zh": "投放"}}]},
                  {"code": "tier", "type": "relation", "entity": "tier", "label": {"zh": "所属档次"}},
                  {"code": "tiers", "type": "relation", "many": true, "entity": "tier", "label": {"zh": "全部档次"}},
                  {"code": "doubled", "type": "formula", "label": {"zh": "双倍"}, "formula": "people * 2"},
                  {"code": "margin", "type": "money", "label": {"zh": "毛利"}}],
                 "checks": [
                  {"code": "order", "when": "until >= since", "field": "until", "message": {"zh": "结束不能早于开始"}},
                  {"code": "place", "when": "until <> since", "field": "channel", "message": {"zh": "不能同一天"}},
                  {"code": "floor", "when": "people > margin", "message": {"zh": "人数太少了"}}]}""").expect(200);
        admin.put("/api/v1/definitions/public_form/signup", """
                {"label": {"zh": "活动报名"}, "entity": "guest", "from_link": ["channel"], "fields": [
                  {"field": "name"}, {"field": "way"}, {"field": "people"}, {"field": "meal", "required": true},
                  {"field": "plate", "required": true}, {"field": "gift"}, {"field": "badge"}, {"field": "since"},
                  {"field": "until"}]}""").expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        PATH = "/api/v1/public"
                + admin.get("/api/v1/public-forms")
                        .expect(200)
                        .json()
                        .path("items")
                        .get(0)
                        .path("path")
                        .asString()
                        .replaceFirst("^/f", "/forms");
    }

    private static JsonNode form() {
        return STRANGER.get(PATH).expect(200).json();
    }

    private static JsonNode field(String code) {
        return form().path("fields")
                .valueStream()
                .filter(field -> field.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Answer send(String values, String link) {
        String task = form().path("task").path("text").asString();
        return STRANGER.post(
                PATH,
                "{\"values\": {%s}, \"link\": {%s}, \"task\": \"%s\", \"answer\": \"%s\"}"
                        .formatted(values, link, task, RobotTaskTest.solve(task))
                        .replace('\'', '"'));
    }

    private static Set<String> refused(Answer answer) {
        return answer.expect(400)
                .json()
                .path("errors")
                .valueStream()
                .map(issue -> issue.path("path").asString())
                .collect(Collectors.toSet());
    }

    @Test
    void aBrowserIsToldConditionsOverWhatIsAskedFor() {
        assertThat(field("meal").path("shown").toString()).contains("\"way\"", "\"onsite\"");
        assertThat(field("meal").path("requiredWhen").path("op").asString()).isEqualTo(">");
        assertThat(field("way").path("defaultTree").path("value").asString()).isEqualTo("online");
        assertThat(field("way").path("options").get(1).path("when").path("op").asString())
                .isEqualTo("<");
        assertThat(field("people").path("valueType").asString()).isEqualTo("number");
        assertThat(form().path("checks").get(0).path("code").asString()).isEqualTo("order");
        assertThat(form().path("checks").get(0).path("field").asString()).isEqualTo("until");
    }

    @Test
    void whatNeedsAnythingElseStaysHere() {
        for (String property : List.of("shown", "readonlyWhen", "requiredWhen", "defaultTree")) {
            assertThat(field("plate").has(property)).as(property).isFalse();
            assertThat(field("gift").has(property)).as(property).isFalse();
            assertThat(field("badge").has(property)).as(property).isFalse();
        }
        assertThat(field("way").path("options").get(2).has("when")).isFalse();
        assertThat(form().path("checks")).hasSize(2);
        assertThat(form().path("checks").get(1).has("field")).isFalse();
    }

    /** A name in a condition is as much of a leak as a field. */
    @Test
    void nothingOfTheOtherFieldsIsInTheAnswer() {
        JsonNode told = form();
        ((ObjectNode) told).remove("fromLink");
        assertThat(told.toString())
                .doesNotContain("margin", "毛利", "channel", "渠道", "fair", "展会", "ads", "投放")
                .doesNotContain("tier", "档", "gold", "doubled", "双倍", "owner", "floor", "人数太少");
    }

    @Test
    void whoBuildsSeesTheSameOfTheDrafts() {
        TestWorkspace company = TestServer.newWorkspace();
        Client admin = company.admin();
        admin.put("/api/v1/definitions/entity/walk", """
                {"label": {"zh": "散步"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "谁"}, "title": true},
                  {"code": "dog", "type": "boolean", "label": {"zh": "带狗"}},
                  {"code": "leash", "type": "text", "label": {"zh": "绳"}, "shown": "dog", "required_when": "rain"},
                  {"code": "rain", "type": "boolean", "label": {"zh": "下雨"}}]}""").expect(200);
        admin.put("/api/v1/definitions/public_form/walkers", """
                {"label": {"zh": "来散步"}, "entity": "walk",
                 "fields": [{"field": "name"}, {"field": "dog"}, {"field": "leash"}]}""").expect(200);
        String path = "/api/v1/public-forms/walkers/draft";
        JsonNode leash = admin.get(path).expect(200).json().path("fields").get(2);
        assertThat(leash.path("shown").path("path").asString()).isEqualTo("dog");
        assertThat(leash.has("requiredWhen")).isFalse();
        admin.get(path.replace("walkers", "nosuch")).expect(404);
        company.newMember("安").client().get(path).expect(403, "admin-needed");
        STRANGER.get(path).expect(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'way': 'onsite', 'people': 1               |                   | meal
            'way': 'onsite', 'people': 3               | 'channel': 'fair' | meal plate
            'way': 'online', 'people': 3               | 'channel': 'fair' | plate
            'people': 3                                | 'channel': 'fair' | plate
            'way': 'onsite', 'people': 9, 'meal': '无'  |                   | way
            'since': '2026-05-02', 'until': '2026-05-01' |                 | until
            """)
    void whatHoldsIsHeldAndNamedByItsField(String values, String link, String fields) {
        Answer answer = send("'name': '张三', " + values, link == null ? "" : link);
        assertThat(refused(answer)).containsExactlyInAnyOrder(fields.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'people': 3                                             |
            'way': 'online', 'people': 3                            | 'channel': 'ads'
            'way': 'onsite', 'people': 1, 'meal': '无'               |
            'way': 'onsite', 'people': 3, 'meal': '无', 'plate': '沪A' | 'channel': 'fair'
            """)
    void whatIsHiddenIsNotDemanded(String values, String link) {
        send("'name': '张三', " + values, link == null ? "" : link).expect(201);
    }

    @Test
    void aDefaultThatTheVisitorTookAwayStaysAway() {
        send("'name': '空', 'way': null, 'people': 3", "").expect(201);
        send("'name': '默', 'people': 3", "").expect(201);
        JsonNode guests = COMPANY.admin()
                .get("/api/v1/records/guest?sort=created_at&where="
                        + URLEncoder.encode("name = \"空\" OR name = \"默\"", StandardCharsets.UTF_8))
                .expect(200)
                .json()
                .path("items");
        assertThat(guests.get(0).path("way").isNull()).isTrue();
        assertThat(guests.get(1).path("way").asString()).isEqualTo("online");
    }
}

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

/** An entity as the drafts would make it: what a builder tries a form with before it is published. */
class DraftedEntityTest {
    private static final String PATH = "/api/v1/entities/offer";

    private final TestWorkspace company = TestServer.newWorkspace();
    private final Client admin = company.admin();

    @BeforeEach
    void publish() {
        draft("");
        admin.post("/api/v1/publish", "{}").expect(200);
    }

    private void draft(String more) {
        admin.put("/api/v1/definitions/entity/offer", """
                        {"label": {"zh": "报价"}, "fields": [
                          {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
                          {"code": "price", "type": "number", "label": {"zh": "单价"}}%s}""".formatted(more.isEmpty() ? "]" : more))
                .expect(200);
    }

    private JsonNode field(String code) {
        return admin.get(PATH + "?draft=true")
                .expect(200)
                .json()
                .path("fields")
                .valueStream()
                .filter(field -> field.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hasTheConditionsAndFormulasThatAreOnlyTyped() {
        draft("""
                , {"code": "reason", "type": "text", "label": {"zh": "原因"}, "shown": "price < 10"},
                {"code": "twice", "type": "formula", "label": {"zh": "双倍"}, "formula": "price * 2"}],
                "checks": [{"code": "sane", "when": "price > 0", "message": {"zh": "单价要大于零"}}]""");
        assertThat(field("reason").path("shown").path("op").asString()).isEqualTo("<");
        assertThat(field("twice").path("formulaTree").path("op").asString()).isEqualTo("*");
        assertThat(field("twice").path("valueType").asString()).isEqualTo("number");
        assertThat(admin.get(PATH + "?draft=true").json().path("checks")).hasSize(1);
        assertThat(admin.get(PATH).expect(200).text()).doesNotContain("reason", "twice", "sane");
    }

    @Test
    void leavesOutWhatIsMistakenAndKeepsTheRest() {
        draft("""
                , {"code": "reason", "type": "text", "label": {"zh": "原因"}, "shown": "prise < 10",
                   "required_when": "price < 10"}]""");
        assertThat(field("reason").has("shown")).isFalse();
        assertThat(field("reason").has("requiredWhen")).isTrue();
    }

    @Test
    void mayNotBePublishedYetAtAll() {
        admin.put("/api/v1/definitions/entity/fresh", """
                        {"label": {"zh": "新的"}, "fields": [
                          {"code": "name", "type": "text", "label": {"zh": "名称"}, "default": "\\"甲\\""}]}""").expect(200);
        JsonNode fresh =
                admin.get("/api/v1/entities/fresh?draft=true").expect(200).json();
        assertThat(fresh.path("fields").get(0).path("defaultTree").path("value").asString())
                .isEqualTo("甲");
        assertThat(fresh.path("fields").get(0).path("readonly").asBoolean()).isFalse();
        admin.get("/api/v1/entities/fresh").expect(404, "unknown-entity");
        admin.get("/api/v1/entities/nosuch?draft=true").expect(404, "unknown-entity");
    }

    @Test
    void isForBuildersAlone() {
        admin.put(
                        "/api/v1/definitions/role/clerk",
                        "{\"label\": {\"zh\": \"店员\"}, \"entities\": {\"offer\": {\"read\": \"all\"}}}")
                .expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        TestWorkspace.Person clerk = company.newMember("安");
        admin.put("/api/v1/members/" + clerk.id() + "/roles", Map.of("roles", List.of("clerk")))
                .expect(200);
        draft(", {\"code\": \"secret\", \"type\": \"text\", \"label\": {\"zh\": \"底牌\"}}]");
        assertThat(clerk.client().get(PATH).expect(200).text()).doesNotContain("secret");
        clerk.client().get(PATH + "?draft=true").expect(403, "admin-needed");
        admin.with("Zhike-Preview-Role", "clerk").get(PATH + "?draft=true").expect(403, "admin-needed");
        TestServer.stranger().get(PATH + "?draft=true").expect(401);
        TestServer.newWorkspace().admin().get(PATH + "?draft=true").expect(404, "unknown-entity");
    }
}

package io.zhike.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PreviewTest {
    private static final String ROLE = "Zhike-Preview-Role";

    private final TestWorkspace company = TestServer.newWorkspace();
    private final Client admin = company.admin();
    private final TestWorkspace.Person ann = company.newMember("安");
    private final Client preview = company.admin().with(ROLE, "clerk");

    PreviewTest() {
        String text = "{\"code\": \"%s\", \"type\": \"text\", \"label\": {\"zh\": \"%s\"}%s}";
        define(
                "entity",
                "lead",
                "{\"label\": {\"zh\": \"线索\"}, \"fields\": [" + text.formatted("name", "名称", ", \"title\": true") + ","
                        + text.formatted("price", "底价", "") + "]}");
        define(
                "entity",
                "payroll",
                "{\"label\": {\"zh\": \"工资\"}, \"fields\": [" + text.formatted("name", "名称", ", \"title\": true")
                        + "]}");
        define("role", "clerk", """
                {"label": {"zh": "店员"}, "entities": {"lead":
                 {"create": true, "read": "own", "update": "own", "fields": {"*": "write", "price": "none"}}}}""");
        admin.post("/api/v1/publish", "{}").expect(200);
        admin.put("/api/v1/members/" + ann.id() + "/roles", Map.of("roles", List.of("clerk")))
                .expect(200);
        ann.client().post("/api/v1/records/lead", "{\"name\": \"安的\"}").expect(201);
        admin.post("/api/v1/records/lead", "{\"name\": \"我的\", \"price\": \"9\"}")
                .expect(201);
    }

    private void define(String kind, String code, String document) {
        admin.put("/api/v1/definitions/" + kind + "/" + code, document).expect(200);
    }

    private static List<String> names(JsonNode page, String of) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path(of).asString())
                .toList();
    }

    @Test
    void showsWhatTheRoleAllowsAndNoMore() {
        assertThat(names(preview.get("/api/v1/entities").expect(200).json(), "code"))
                .containsExactly("lead");
        JsonNode leads = preview.get("/api/v1/records/lead").expect(200).json();
        assertThat(names(leads, "name")).containsExactly("我的");
        assertThat(leads.path("items").path(0).has("price")).isFalse();
        preview.get("/api/v1/records/payroll").expect(404, "unknown-entity");
        assertThat(preview.get("/api/v1/me").json().path("admin").asBoolean()).isFalse();
        preview.get("/api/v1/roles").expect(403, "admin-needed");
        assertThat(names(admin.get("/api/v1/records/lead").expect(200).json(), "name"))
                .containsExactlyInAnyOrder("我的", "安的");
    }

    @Test
    void changesNothingThoughTheRoleMight() {
        preview.post("/api/v1/records/lead", "{\"name\": \"乙\"}").expect(403, "preview-changes-nothing");
        preview.patch("/api/v1/me", "{\"name\": \"别人\"}").expect(403, "preview-changes-nothing");
        preview.put("/api/v1/definitions/role/clerk", "{}").expect(403, "preview-changes-nothing");
        assertThat(admin.get("/api/v1/records/lead").json().path("items")).hasSize(2);
    }

    @Test
    void answersQuestionsThatAreTooLongForAnAddress() {
        JsonNode found = preview.post("/api/v1/query", "{\"entity\": \"lead\", \"count\": \"exact\"}")
                .expect(200)
                .json();
        assertThat(found.path("count").path("value").asInt()).isOne();
        preview.post("/api/v1/records/lead/lookalikes", "{\"values\": {\"name\": \"我的\"}}")
                .expect(200);
    }

    @Test
    void maySignOut() {
        preview.delete("/api/v1/session").expect(204);
        admin.get("/api/v1/me").expect(401);
    }

    @Test
    void givesNobodyARoleThatTheyDoNotHave() {
        define("role", "all", "{\"label\": {\"zh\": \"全部\"}, \"entities\": {\"payroll\": {\"read\": \"all\"}}}");
        admin.post("/api/v1/publish", "{}").expect(200);

        Client curious = ann.client().with(ROLE, "all");
        curious.get("/api/v1/records/payroll").expect(404, "unknown-entity");
        curious.get("/api/v1/records/lead").expect(404, "unknown-entity");
        ann.client().get("/api/v1/records/lead").expect(200);
    }

    @Test
    void aRoleThatIsNotThereShowsNothing() {
        assertThat(admin.with(ROLE, "nobody")
                        .get("/api/v1/entities")
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
    }
}

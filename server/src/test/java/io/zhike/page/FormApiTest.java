package io.zhike.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FormApiTest {
    private final TestWorkspace acme = TestServer.newWorkspace();
    private final Client admin = acme.admin();

    @BeforeEach
    void anEntity() {
        entity("name", "phone", "note");
        admin.post("/api/v1/publish", "{}").expect(200);
    }

    @Test
    void aPublishedFormIsAnsweredAsItIsLaidOut() {
        form("customer", """
                {"field": "name", "span": 24}, {"code": "hint", "text": {"zh": "说明"}}, {"code": "line", "divider": true},
                {"code": "more", "label": {"zh": "更多"}, "collapsed": true, "items": [{"field": "phone"}]},
                {"code": "pages", "tabs": [{"code": "notes", "label": {"zh": "备注"}, "items": [{"field": "note"}]}]}""");
        admin.post("/api/v1/publish", "{}").expect(200);

        JsonNode form = admin.get("/api/v1/forms?entity=customer")
                .expect(200)
                .json()
                .path("items")
                .get(0);

        assertThat(form.path("standard").booleanValue()).isTrue();
        JsonNode layout = form.path("layout");
        assertThat(layout).hasSize(5);
        assertThat(layout.get(0).toString()).isEqualTo("{\"field\":\"name\",\"span\":24}");
        assertThat(layout.get(2).toString()).isEqualTo("{\"code\":\"line\",\"divider\":true}");
        assertThat(layout.get(3).path("collapsed").booleanValue()).isTrue();
        assertThat(layout.get(4)
                        .path("tabs")
                        .get(0)
                        .path("items")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("note");
        assertThat(admin.get("/api/v1/forms?entity=other").json().path("items")).isEmpty();
    }

    @Test
    void fieldsThatTheCallerMayNotReadAreLeftOutWithTheSectionsTheyWouldLeaveEmpty() {
        form("customer", """
                {"field": "name"}, {"code": "secret", "label": {"zh": "保密"}, "items": [{"field": "phone"}]},
                {"code": "pages", "tabs": [{"code": "notes", "label": {"zh": "备注"}, "items": [{"field": "note"}]},
                  {"code": "hidden", "label": {"zh": "电话"}, "items": []}]}""");
        admin.put("/api/v1/definitions/role/clerk", """
                {"label": {"zh": "文员"}, "entities": {"customer": {"read": "all", "fields": {"*": "write", "phone": "none", "note": "none"}}}}
                """).expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        TestWorkspace.Person clerk = acme.newMember("小王");
        admin.put("/api/v1/members/" + clerk.id() + "/roles", java.util.Map.of("roles", java.util.List.of("clerk")))
                .expect(200);

        JsonNode layout = clerk.client()
                .get("/api/v1/forms")
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("layout");

        assertThat(layout.toString()).contains("name").doesNotContain("phone", "note\"", "secret");
    }

    @Test
    void whoMayNotSeeTheEntitySeesNoFormOfIt() {
        form("customer", "{\"field\": \"name\"}");
        admin.post("/api/v1/publish", "{}").expect(200);

        assertThat(acme.newMember("路人").client().get("/api/v1/forms").json().path("items"))
                .isEmpty();
    }

    @Test
    void aFieldThatIsNotThereIsNamedWithTheNearestOne() {
        Answer saved = form("customer", "{\"field\": \"phoen\"}");

        assertThat(saved.json().path("issues").get(0).path("path").asString()).isEqualTo("layout[0].field");
        assertThat(saved.text()).contains("phone");
        admin.post("/api/v1/publish", "{}").expect(400, "cannot-publish");
    }

    @Test
    void refusesAFieldPlacedTwiceEvenInAnotherSection() {
        Answer saved =
                form("customer", "{\"field\": \"name\"}, {\"code\": \"more\", \"items\": [{\"field\": \"name\"}]}");

        assertThat(saved.json().path("issues")).hasSize(1);
        assertThat(saved.json().path("issues").get(0).path("path").asString()).isEqualTo("layout[1].items[0].field");
        assertThat(saved.json().path("issues").get(0).path("code").asString()).isEqualTo("placed-twice");
    }

    @Test
    void refusesAStandardFormThatLeavesOutWhatARecordCannotDoWithout() {
        String entity = """
                {"label": {"zh": "客户"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "名称"}},
                  {"code": "phone", "type": "text", "label": {"zh": "电话"}, "required": true%s}]}""";
        admin.put("/api/v1/definitions/entity/customer", entity.formatted("")).expect(200);
        JsonNode issues = form("customer", "{\"field\": \"name\"}").json().path("issues");
        assertThat(issues.get(0).path("path").asString()).isEqualTo("layout");
        assertThat(issues.get(0).path("code").asString()).isEqualTo("required-not-placed");
        admin.post("/api/v1/publish", "{}").expect(400, "cannot-publish");

        assertThat(form("customer", "{\"field\": \"name\"}, {\"field\": \"phone\"}")
                        .json()
                        .path("issues"))
                .isEmpty();
        admin.put("/api/v1/definitions/entity/customer", entity.formatted(", \"default\": \"\\\"-\\\"\""))
                .expect(200);
        assertThat(form("customer", "{\"field\": \"name\"}").json().path("issues"))
                .isEmpty();
    }

    @Test
    void refusesElementsWithTheSameCode() {
        Answer saved = form("customer", "{\"code\": \"a\", \"divider\": true}, {\"code\": \"a\", \"items\": []}");

        assertThat(saved.text()).contains("duplicate-code");
    }

    @Test
    void refusesElementsOfNoShapeOrWithoutACode() {
        Answer saved = form(
                "customer",
                "{\"field\": \"name\", \"text\": {\"zh\": \"x\"}}, {\"divider\": true}, {\"code\": \"empty\"}");

        assertThat(saved.json()
                        .path("issues")
                        .valueStream()
                        .map(issue -> issue.path("code").asString()))
                .containsExactly("one-shape", "needs-code", "one-shape");
    }

    @Test
    void refusesSectionsInsideSectionsAndSpansBeyondTheGrid() {
        String nested = "{\"code\": \"a\", \"items\": [{\"code\": \"b\", \"items\": []}]}";
        admin.put("/api/v1/definitions/form/customer", document(nested)).expect(400, "invalid-definition");
        admin.put("/api/v1/definitions/form/customer", document("{\"field\": \"name\", \"span\": 25}"))
                .expect(400, "invalid-definition");
        admin.put("/api/v1/definitions/form/customer", document("{\"field\": \"name\", \"span\": 0}"))
                .expect(400, "invalid-definition");
    }

    @Test
    void deletingAFieldNamesTheFormThatShowsIt() {
        form("customer", "{\"field\": \"name\"}, {\"field\": \"phone\"}");
        admin.post("/api/v1/publish", "{}").expect(200);

        Answer saved = entity("name", "note");

        assertThat(saved.json().path("issues").get(0).path("path").asString())
                .isEqualTo("form/customer.layout[1].field");
        assertThat(saved.json().path("issues").get(0).path("code").asString()).isEqualTo("refers-to-deleted-element");
    }

    @Test
    void fieldsThatEveryEntityHasMayBePlaced() {
        assertThat(form("customer", "{\"field\": \"owner\"}, {\"field\": \"created_at\"}")
                        .json()
                        .path("issues"))
                .isEmpty();
    }

    @Test
    void aMovedFieldIsToldAsMovedAndAWidenedOneAsChanged() {
        form("customer", "{\"field\": \"name\"}, {\"field\": \"phone\"}");
        long before = admin.post("/api/v1/publish", "{}")
                .expect(200)
                .json()
                .path("revision")
                .asLong();
        form("customer", "{\"field\": \"phone\", \"span\": 24}, {\"field\": \"name\"}");
        long after = admin.post("/api/v1/publish", "{}")
                .expect(200)
                .json()
                .path("revision")
                .asLong();

        JsonNode changes = admin.get("/api/v1/revisions/" + before + "/compare/" + after)
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("elements");

        assertThat(changes.valueStream().map(change -> change.path("how").asString()))
                .containsExactlyInAnyOrder("added", "reordered");
        assertThat(changes.get(0).path("element").asString()).isEqualTo("phone");
    }

    private Answer entity(String... fields) {
        StringBuilder list = new StringBuilder();
        for (String field : fields) {
            list.append(list.isEmpty() ? "" : ", ")
                    .append("{\"code\": \"%s\", \"type\": \"text\", \"label\": {\"zh\": \"%s\"}}"
                            .formatted(field, field));
        }
        return admin.put(
                        "/api/v1/definitions/entity/customer",
                        "{\"label\": {\"zh\": \"客户\"}, \"fields\": [" + list + "]}")
                .expect(200);
    }

    private Answer form(String code, String layout) {
        return admin.put("/api/v1/definitions/form/" + code, document(layout)).expect(200);
    }

    private static String document(String layout) {
        return "{\"label\": {\"zh\": \"客户\"}, \"entity\": \"customer\", \"layout\": [" + layout + "]}";
    }
}

package io.zhike.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DefinitionsApiTest {
    private static final String CRM = """
            {"kind": "app", "code": "crm", "app": "crm", "label": {"zh": "客户", "en": "Customers"},
             "menu": [{"url": "/help", "label": {"zh": "帮助"}}]}""";

    private final TestWorkspace acme = TestServer.newWorkspace();
    private final Client admin = acme.admin();

    @Test
    void putMakesADraftThatPublishMakesReal() {
        Answer saved = admin.put("/api/v1/definitions/app/crm", CRM).expect(200);
        assertThat(saved.json().path("state").asString()).isEqualTo("draft");
        assertThat(saved.json().path("issues")).isEmpty();
        assertThat(saved.header("ETag")).isEqualTo("\"" + saved.json().path("version") + "\"");
        assertThat(codes("/api/v1/definitions?state=published")).isEmpty();
        assertThat(codes("/api/v1/definitions?state=draft")).containsExactly("crm");

        Answer dry = admin.post("/api/v1/publish?dry=true", null).expect(200);
        assertThat(dry.json().path("revision").asInt()).isZero();

        Answer published = admin.post("/api/v1/publish", Map.of()).expect(200);
        assertThat(published.json().path("revision").asInt()).isEqualTo(1);
        assertThat(published.json().path("steps").isArray()).isTrue();
        assertThat(codes("/api/v1/definitions?state=published&kind=app&app=crm"))
                .containsExactly("crm");
        assertThat(codes("/api/v1/definitions?state=draft")).isEmpty();
        assertThat(codes("/api/v1/definitions?kind=form")).isEmpty();
    }

    @Test
    void getAnswersTheDocumentAsItWasPut() {
        admin.put("/api/v1/definitions/app/crm", CRM).expect(200);

        Answer got = admin.get("/api/v1/definitions/app/crm").expect(200);

        assertThat(got.json()).isEqualTo(Json.of(CRM));
        assertThat(got.json().propertyNames()).startsWith("kind", "code", "app", "label");
        admin.get("/api/v1/definitions/app/crm?state=published").expect(404, "unknown-definition");
        admin.with("If-Match", got.header("ETag"))
                .put("/api/v1/definitions/app/crm", got.text())
                .expect(200);
    }

    @Test
    void aDocumentOfTheWrongShapeIsRefusedWithAllPlacesInTheCallersLanguage() {
        Answer refused = admin.with("Accept-Language", "en")
                .put("/api/v1/definitions/app/crm", """
                        {"app": "crm", "label": {}, "lable": 1, "menu": [{"entity": "Big"}]}""")
                .expect(400, "invalid-definition");

        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("path").asString()))
                .containsExactlyInAnyOrder("label", "lable", "menu[0].entity");
        assertThat(refused.text()).contains("Did you mean 'label'?");
        assertThat(codes("/api/v1/definitions")).isEmpty();
    }

    @Test
    void aSavedDraftTellsItsIssuesAndPublishRefusesThem() {
        Answer saved = admin.put("/api/v1/definitions/app/crm", """
                        {"app": "crm", "label": {"zh": "客户"}, "menu": [{"entity": "customer"}, {}]}""").expect(200);

        assertThat(saved.json()
                        .path("issues")
                        .valueStream()
                        .map(issue -> issue.path("path").asString()
                                + " "
                                + issue.path("code").asString()))
                .containsExactlyInAnyOrder("menu[0].entity reference-missing", "menu[1] one-target");
        Answer refused = admin.post("/api/v1/publish", null).expect(400, "cannot-publish");
        assertThat(refused.json().path("errors").get(0).path("path").asString()).startsWith("app/crm.menu[");
        assertThat(codes("/api/v1/definitions?state=published")).isEmpty();
    }

    @Test
    void twoPeopleWhoEditTheSameAreToldOfEachOther() {
        TestWorkspace.Person other = acme.newMember("赵六");
        Answer first = admin.put("/api/v1/definitions/app/crm", CRM).expect(200);
        admin.with("If-Match", first.header("ETag"))
                .put("/api/v1/definitions/app/crm", CRM)
                .expect(200);

        Answer refused = admin.with("If-Match", first.header("ETag"))
                .put("/api/v1/definitions/app/crm", CRM)
                .expect(409, "draft-conflict");

        assertThat(refused.text()).contains(acme.administrator().member().name());
        other.client().put("/api/v1/definitions/app/crm", CRM).expect(403, "admin-needed");
    }

    @Test
    void deleteMakesADraftOrDiscardsOne() {
        admin.put("/api/v1/definitions/app/crm", CRM).expect(200);
        admin.delete("/api/v1/definitions/app/crm").expect(204);
        admin.get("/api/v1/definitions/app/crm").expect(404, "unknown-definition");
        admin.put("/api/v1/definitions/app/crm", CRM).expect(200);
        admin.post("/api/v1/publish", null).expect(200);

        Answer deleted = admin.delete("/api/v1/definitions/app/crm").expect(200);
        assertThat(deleted.json().path("state").asString()).isEqualTo("deleted");
        admin.delete("/api/v1/definitions/app/crm?state=draft").expect(204);
        assertThat(codes("/api/v1/definitions?state=draft")).isEmpty();

        admin.delete("/api/v1/definitions/app/crm").expect(200);
        admin.post("/api/v1/publish", null).expect(200);
        assertThat(codes("/api/v1/definitions")).isEmpty();
        assertThat(codes("/api/v1/definitions?state=trash")).containsExactly("crm");
    }

    @Test
    void revisionsAreListedComparedAndRestored() {
        admin.put("/api/v1/definitions/app/crm", CRM).expect(200);
        admin.post("/api/v1/publish", null).expect(200);
        admin.put("/api/v1/definitions/app/crm", CRM.replace("Customers", "Clients"))
                .expect(200);
        admin.post("/api/v1/publish", null).expect(200);

        Answer first = admin.get("/api/v1/revisions?limit=1").expect(200);
        assertThat(first.json().path("items").get(0).path("number").asInt()).isEqualTo(2);
        assertThat(first.json().path("items").get(0).path("publisher").asString())
                .isEqualTo(acme.administrator().member().name());
        Answer second = admin.get("/api/v1/revisions?limit=1&after="
                        + first.json().path("next").asString())
                .expect(200);
        assertThat(second.json().path("items").get(0).path("number").asInt()).isEqualTo(1);
        assertThat(second.json().path("next").isNull()).isTrue();

        JsonNode change = admin.get("/api/v1/revisions/1/compare/2")
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertThat(change.path("elements").get(0)).isEqualTo(Json.of("""
                {how: 'changed', element: '', before: 'label.en', after: 'label.en', was: 'Customers', is: 'Clients'}"""));

        admin.post("/api/v1/revisions/1/restore", null).expect(200);
        admin.post("/api/v1/publish", null).expect(200);
        assertThat(admin.get("/api/v1/definitions/app/crm").json()).isEqualTo(Json.of(CRM));
        admin.get("/api/v1/revisions/1/compare/9").expect(404, "unknown-revision");
        admin.get("/api/v1/revisions/x/compare/1").expect(400);
        admin.post("/api/v1/revisions/9/restore", null).expect(404, "unknown-revision");
    }

    @Test
    void schemasArePublic() {
        JsonNode schema = acme.newMember("李四")
                .client()
                .get("/api/v1/schemas/app")
                .expect(200)
                .json();

        assertThat(schema.path("$schema").asString()).endsWith("2020-12/schema");
        assertThat(schema.path("properties").has("menu")).isTrue();
        admin.get("/api/v1/schemas/spell").expect(404, "unknown-kind");
    }

    @Test
    void whoBuildsNothingReadsNoDefinition() {
        Client member = acme.newMember("王五").client();
        admin.put("/api/v1/definitions/app/crm", CRM).expect(200);

        member.get("/api/v1/definitions/app/crm").expect(403, "admin-needed");
        member.get("/api/v1/definitions").expect(403, "admin-needed");
        member.get("/api/v1/definitions?state=draft").expect(403, "admin-needed");
        member.get("/api/v1/definitions?state=trash").expect(403, "admin-needed");
        member.put("/api/v1/definitions/app/x", CRM).expect(403, "admin-needed");
        member.delete("/api/v1/definitions/app/crm").expect(403, "admin-needed");
        member.post("/api/v1/publish", null).expect(403, "admin-needed");
        member.get("/api/v1/revisions").expect(403, "admin-needed");
        member.get("/api/v1/revisions/0/compare/0").expect(403, "admin-needed");
        member.post("/api/v1/revisions/0/restore", null).expect(403, "admin-needed");
        admin.post("/api/v1/publish", null).expect(200);
        member.get("/api/v1/definitions/app/crm").expect(403, "admin-needed");
        TestServer.stranger().get("/api/v1/definitions").expect(401);
    }

    @Test
    void workspacesNeverSeeEachOther() {
        Client stranger = TestServer.newWorkspace().admin();
        admin.put("/api/v1/definitions/app/crm", CRM).expect(200);
        admin.post("/api/v1/publish", null).expect(200);

        stranger.get("/api/v1/definitions/app/crm").expect(404);
        assertThat(stranger.get("/api/v1/apps").json().path("items")).isEmpty();
        assertThat(stranger.get("/api/v1/revisions").json().path("items")).isEmpty();
        stranger.get("/api/v1/apps/crm/package").expect(404, "unknown-app");
    }

    @Test
    void nonsenseIsRefusedByName() {
        admin.put("/api/v1/definitions/app/crm", "[]").expect(400, "not-a-document");
        admin.put("/api/v1/definitions/app/Big", "{}").expect(400);
        admin.put("/api/v1/definitions/spell/x", "{}").expect(404, "unknown-kind");
        admin.put("/api/v1/definitions/app/x", CRM).expect(400, "not-a-document");
        admin.get("/api/v1/definitions?state=dreamt").expect(400, "unknown-state");
        admin.delete("/api/v1/definitions/app/none").expect(404, "unknown-definition");
        admin.delete("/api/v1/definitions/app/none?state=draft").expect(404, "unknown-draft");
        admin.post("/api/v1/publish", "{\"accept\": 3}").expect(400);
    }

    private Stream<String> codes(String path) {
        return admin.get(path)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("code").asString());
    }
}

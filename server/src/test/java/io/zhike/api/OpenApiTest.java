package io.zhike.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The document of a workspace, as callers with different rights get it. */
class OpenApiTest {
    private static final TestWorkspace WORKSPACE = TestServer.newWorkspace();
    private static final TestWorkspace.Person CLERK = WORKSPACE.newMember("店员");
    private static final String RECORDS = "/paths/~1api~1v1~1records~1customer";

    @BeforeAll
    static void publishes() {
        define("entity", "customer", """
                {"kind": "entity", "code": "customer", "label": {"zh": "客户", "en": "Customer"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "名称", "en": "Name"}, "required": true, "title": true},
                  {"code": "level", "type": "select", "label": {"zh": "等级"}, "required": true, "default": "\\"a\\"",
                   "options": [{"code": "a", "label": {"zh": "甲"}}, {"code": "b", "label": {"zh": "乙"}}]},
                  {"code": "spent", "type": "money", "label": {"zh": "累计消费"}},
                  {"code": "margin", "type": "money", "label": {"zh": "毛利"}},
                  {"code": "gain", "type": "formula", "label": {"zh": "收益"}, "formula": "margin * 2"}]}""");
        define("entity", "secret", """
                {"kind": "entity", "code": "secret", "label": {"zh": "机密"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true}]}""");
        define("role", "clerk", """
                {"kind": "role", "code": "clerk", "label": {"zh": "店员"}, "entities": {"customer":
                  {"create": true, "read": "all", "update": "own",
                   "fields": {"*": "write", "margin": "none", "spent": "read"}}}}""");
        WORKSPACE.admin().post("/api/v1/publish", "{}").expect(200);
        WORKSPACE
                .admin()
                .put("/api/v1/members/" + CLERK.id() + "/roles", "{\"roles\": [\"clerk\"]}")
                .expect(200);
    }

    private static void define(String kind, String code, String json) {
        Answer saved = WORKSPACE.admin().put("/api/v1/definitions/" + kind + "/" + code, json);
        assertThat(saved.expect(200).json().path("issues")).isEmpty();
    }

    private static JsonNode document(Client client) {
        return client.get("/api/v1/openapi.json").expect(200).json();
    }

    @Test
    void isValidForEverybody() {
        assertThat(DocumentShape.problems(document(WORKSPACE.admin()))).isEmpty();
        assertThat(DocumentShape.problems(document(CLERK.client()))).isEmpty();
        assertThat(DocumentShape.problems(document(WORKSPACE.newMember("新人").client())))
                .isEmpty();
    }

    @Test
    void tellsTheFieldsOfEntitiesAndWhatTheyHold() {
        JsonNode properties = document(WORKSPACE.admin()).at("/components/schemas/customer.record/allOf/1/properties");
        assertThat(properties.propertyNames())
                .contains("name", "level", "spent", "margin", "gain", "owner", "created_at")
                .doesNotContain("number");
        assertThat(properties.at("/spent/format").asString()).isEqualTo("decimal");
        assertThat(properties.at("/level/x-field-type").asString()).isEqualTo("select");
        assertThat(properties.at("/gain/readOnly").asBoolean()).isTrue();
        assertThat(properties.path("spent").has("readOnly")).isFalse();
    }

    @Test
    void showsNothingOfAHiddenFieldNorOfWhatIsComputedFromIt() {
        String text = CLERK.client().get("/api/v1/openapi.json").expect(200).text();
        assertThat(text)
                .contains("customer.record")
                .contains("累计消费")
                .doesNotContain("margin")
                .doesNotContain("毛利")
                .doesNotContain("\"gain\"")
                .doesNotContain("收益");
    }

    @Test
    void showsNothingOfAHiddenEntity() {
        assertThat(document(WORKSPACE.admin())
                        .at("/paths/~1api~1v1~1records~1secret")
                        .isObject())
                .isTrue();
        String text = CLERK.client().get("/api/v1/openapi.json").text();
        assertThat(text)
                .doesNotContain("records/secret")
                .doesNotContain("secret.record")
                .doesNotContain("机密");
    }

    @Test
    void marksWhatTheCallerMayReadButNotWrite() {
        JsonNode document = document(CLERK.client());
        assertThat(document.at("/components/schemas/customer.record/allOf/1/properties/spent/readOnly")
                        .asBoolean())
                .isTrue();
        JsonNode create = document.at("/components/schemas/customer.create");
        assertThat(create.path("properties").propertyNames())
                .contains("name", "level")
                .doesNotContain("spent");
        assertThat(create.path("required").valueStream().map(JsonNode::asString))
                .containsExactly("name");
        assertThat(document.at("/components/schemas/customer.change").has("required"))
                .isFalse();
    }

    @Test
    void leavesOutWhatTheCallerMayNotDo() {
        assertThat(document(WORKSPACE.admin()).at(RECORDS + "~1{id}").propertyNames())
                .contains("get", "patch", "delete");
        assertThat(document(CLERK.client()).at(RECORDS + "~1{id}").propertyNames())
                .contains("get", "patch")
                .doesNotContain("delete");
    }

    @Test
    void speaksTheLanguageOfTheCaller() {
        JsonNode chinese = document(WORKSPACE.admin().with("Accept-Language", "zh-CN"));
        JsonNode english = document(WORKSPACE.admin().with("Accept-Language", "en"));
        assertThat(chinese.at(RECORDS + "/get/summary").asString()).isEqualTo("客户: 记录列表的一页");
        assertThat(english.at(RECORDS + "/get/summary").asString()).isEqualTo("Customer: One page of records");
        assertThat(english.toString()).doesNotContain("-zh\"");
    }

    /** The document and the server must tell the same: what the one describes is what the other answers and takes. */
    @Test
    void describesWhatTheServerReallyAnswers() {
        JsonNode document = document(WORKSPACE.admin());
        String sent = "{\"name\": \"张三\", \"spent\": \"12.50\", \"margin\": 3}";
        JsonNode made = WORKSPACE
                .admin()
                .post("/api/v1/records/customer", sent)
                .expect(201)
                .json();
        JsonNode one = WORKSPACE
                .admin()
                .get("/api/v1/records/customer/" + made.path("id").asString())
                .expect(200)
                .json();
        JsonNode page =
                WORKSPACE.admin().get("/api/v1/records/customer").expect(200).json();
        JsonNode me = WORKSPACE.admin().get("/api/v1/me").expect(200).json();
        JsonNode problem =
                WORKSPACE.admin().get("/api/v1/records/nothing").expect(404).json();
        assertThat(List.of(
                        DocumentShape.problems(document, "customer.record", made),
                        DocumentShape.problems(document, "customer.record", one),
                        DocumentShape.problems(document, "customer.page", page),
                        DocumentShape.problems(document, "Me", me),
                        DocumentShape.problems(document, "Problem", problem)))
                .allSatisfy(problems -> assertThat(problems).isEmpty());
    }

    @Test
    void isForThoseWhoAreSignedInOnly() {
        TestServer.stranger().get("/api/v1/openapi.json").expect(401);
    }
}

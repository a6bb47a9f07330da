package io.zhike.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where definitions show a field that is masked for somebody: it stays where values are shown, and goes where they are asked for. */
class MaskedPlacesTest {
    private static final TestWorkspace COMPANY = TestServer.newWorkspace();
    private static final Client ADMIN = COMPANY.admin();
    private static Client clerk;
    private static String record;

    @BeforeAll
    static void fill() {
        define("entity/guest", """
                {'label': {'zh': '来宾'}, 'fields': [
                  {'code': 'name', 'type': 'text', 'label': {'zh': '姓名'}, 'title': true},
                  {'code': 'phone', 'type': 'phone', 'label': {'zh': '手机'}},
                  {'code': 'grade', 'type': 'select', 'label': {'zh': '等级'}, 'options': [{'code': 'a', 'label': {'zh': '甲'}}]},
                  {'code': 'worth', 'type': 'money', 'label': {'zh': '身价'}}]}""");
        define("form/guest", """
                {'label': {'zh': '表单'}, 'entity': 'guest', 'layout': [{'field': 'name'}, {'field': 'phone'}, {'field': 'worth'}]}""");
        define("view/shown", """
                {'label': {'zh': '名单'}, 'entity': 'guest', 'columns': ['name', 'phone', 'worth'], 'group': ['grade'],
                 'quick': ['grade', 'name'], 'totals': {'worth': 'sum'}, 'sort': ['name'],
                 'colors': [{'where': 'worth > 1', 'color': 'red'}]}""");
        define("view/asking", """
                {'label': {'zh': '大户'}, 'entity': 'guest', 'columns': ['name'], 'where': 'worth > 1', 'sort': []}""");
        define("view/board", """
                {'label': {'zh': '看板'}, 'entity': 'guest', 'type': 'board', 'by': 'grade', 'columns': [],
                 'sort': []}""");
        define("record_page/guest", """
                {'label': {'zh': '页面'}, 'entity': 'guest', 'header': ['phone', 'worth'],
                 'main': [{'code': 'facts', 'type': 'facts', 'fields': ['name', 'phone']}], 'side': []}""");
        define("button/ring", "{'label': {'zh': '打'}, 'entity': 'guest', 'call': {'field': 'phone'}}");
        define("button/rename", """
                {'label': {'zh': '换'}, 'entity': 'guest', 'set': {'values': [{'field': 'phone', 'value': '`13900001111`'}]}}""");
        define("button/empty", """
                {'label': {'zh': '清'}, 'entity': 'guest', 'set': {'values': [{'field': 'phone', 'value': 'IF(FALSE, `x`)'}]}}""");
        define("print_template/card", """
                {'label': {'zh': '名片'}, 'entity': 'guest', 'body': {'type': 'doc', 'content': [
                  {'type': 'paragraph', 'content': [{'type': 'field', 'attrs': {'path': 'name'}},
                    {'type': 'field', 'attrs': {'path': 'phone'}}, {'type': 'field', 'attrs': {'path': 'worth'}}]},
                  {'type': 'paragraph', 'content': [{'type': 'field', 'attrs': {'formula': 'worth * 2'}}]}]}}""");
        define("role/clerk", """
                {'label': {'zh': '文员'}, 'entities': {'guest': {'read': 'all', 'update': 'all', 'fields': {'*': 'write',
                  'phone': {'see': 'masked', 'change': 'fill'}, 'grade': {'see': 'masked'}, 'worth': {'see': 'reveal'}}}}}""");
        ADMIN.post("/api/v1/publish", "{}").expect(200);
        TestWorkspace.Person person = COMPANY.newMember("文员");
        ADMIN.put("/api/v1/members/" + person.id() + "/roles", Map.of("roles", List.of("clerk")))
                .expect(200);
        clerk = person.client();
        record = ADMIN.post(
                        "/api/v1/records/guest",
                        Map.of("name", "华信", "phone", "13812345678", "grade", "a", "worth", "4711"))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private static void define(String key, String document) {
        Answer draft = ADMIN.put(
                        "/api/v1/definitions/" + key,
                        document.replace('\'', '"').replace("`", "\\\""))
                .expect(200);
        assertThat(draft.json().path("issues")).as(draft.toString()).isEmpty();
    }

    private static JsonNode item(String path, String code) {
        return clerk.get(path)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("code").asString().equals(code))
                .findFirst()
                .orElse(tools.jackson.databind.node.MissingNode.getInstance());
    }

    private static List<String> codes(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void aViewKeepsTheColumnAndLosesWhatAsksByIt() {
        JsonNode view = item("/api/v1/views", "shown");
        assertThat(codes(view.path("columns"))).containsExactly("name", "phone", "worth");
        assertThat(codes(view.path("group"))).isEmpty();
        assertThat(codes(view.path("quick"))).containsExactly("name");
        assertThat(view.path("totals").isEmpty()).isTrue();
        assertThat(view.path("colors").isEmpty()).isTrue();
        assertThat(item("/api/v1/views", "asking").isMissingNode()).isTrue();
        assertThat(item("/api/v1/views", "board").isMissingNode()).isTrue();
    }

    @Test
    void aFormAndARecordPageKeepIt() {
        assertThat(item("/api/v1/forms", "guest").path("layout").toString()).contains("phone", "worth");
        JsonNode page = item("/api/v1/record-pages", "guest");
        assertThat(codes(page.path("header"))).containsExactly("phone", "worth");
        assertThat(page.toString()).contains("\"fields\":[\"name\",\"phone\"]");
    }

    @Test
    void aButtonThatReadsItIsNotThereAndOneThatFillsItIn() {
        assertThat(item("/api/v1/buttons", "ring").isMissingNode()).isTrue();
        assertThat(item("/api/v1/buttons", "rename").isMissingNode()).isFalse();
        clerk.post("/api/v1/records/guest/" + record + "/buttons/empty", "{}").expect(400);
        assertThat(ADMIN.get("/api/v1/records/guest/" + record).text()).contains("+86");
    }

    @Test
    void aPrintHoldsTheMask() {
        String paper = clerk.get("/api/v1/records/guest/" + record + "/print/card")
                .expect(200)
                .text();
        assertThat(paper).contains("华信", "138****5678", "***").doesNotContain("13812345678", "4711", "4,711", "9422");
        assertThat(ADMIN.get("/api/v1/records/guest/" + record + "/print/card").text())
                .contains("4711.00", "9422");
    }

    @Test
    void theDocumentOfTheApiCallsItAMask() {
        JsonNode schemas = clerk.get("/api/v1/openapi.json")
                .expect(200)
                .json()
                .path("components")
                .path("schemas");
        JsonNode shown = schemas.path("guest.record").path("allOf").get(1).path("properties");
        assertThat(shown.path("worth").path("x-masked").booleanValue()).isTrue();
        assertThat(shown.path("worth").path("type").asString()).isEqualTo("string");
        assertThat(shown.path("name").has("x-masked")).isFalse();
        JsonNode sent = schemas.path("guest.change").path("properties");
        assertThat(sent.has("phone")).isTrue();
        assertThat(sent.has("worth")).isFalse();
    }
}

package io.zhike.page;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A workspace with customers and their orders; a clerk who changes customers of their own but not what is told of their
 * worth, and a reader who changes nothing.
 */
final class ButtonWorld {
    static final String CUSTOMER = """
            {"label": {"zh": "客户"}, "fields": [
              {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
              {"code": "phone", "type": "phone", "label": {"zh": "电话"}},
              {"code": "stage", "type": "stage", "label": {"zh": "阶段"}, "default": "\\"new\\"", "options": [
                {"code": "new", "label": {"zh": "新"}}, {"code": "won", "label": {"zh": "成交"}, "end": "won"},
                {"code": "lost", "label": {"zh": "流失"}, "end": "lost"}]},
              {"code": "why", "type": "text", "label": {"zh": "原因"}, "required_when": "stage = \\"lost\\""},
              {"code": "worth", "type": "money", "label": {"zh": "价值"}},
              {"code": "score", "type": "number", "decimals": 0, "label": {"zh": "评分"}, "max": 10},
              {"code": "won_at", "type": "datetime", "label": {"zh": "成交时间"}},
              {"code": "tags", "type": "multi_select", "label": {"zh": "标签"}, "options": [
                {"code": "vip", "label": {"zh": "重点"}}]},
              {"code": "keeper", "type": "member", "label": {"zh": "跟进人"}},
              {"code": "parent", "type": "relation", "label": {"zh": "上级"}, "entity": "customer"},
              {"code": "double", "type": "formula", "label": {"zh": "两倍"}, "formula": "worth * 2"}]}""";
    private static final String ORDER = """
            {"label": {"zh": "订单"}, "fields": [
              {"code": "title", "type": "text", "label": {"zh": "标题"}, "title": true},
              {"code": "customer", "type": "relation", "label": {"zh": "客户"}, "entity": "customer"},
              {"code": "due", "type": "date", "label": {"zh": "到期"}},
              {"code": "secret", "type": "text", "label": {"zh": "内部"}}]}""";
    private static final String CLERK = """
            {"label": {"zh": "文员"}, "entities": {
              "customer": {"read": "all", "create": true, "update": "own",
                "fields": {"worth": "none", "score": "read", "*": "write"}},
              "order": {"read": "own", "create": true, "update": "own", "fields": {"secret": "none", "*": "write"}}}}""";
    private static final String READER = """
            {"label": {"zh": "旁观"}, "entities": {"customer": {"read": "all", "fields": {"*": "read"}}}}""";

    final TestWorkspace workspace = TestServer.newWorkspace();
    final TestWorkspace.Person clerk = workspace.newMember("文员");
    final TestWorkspace.Person reader = workspace.newMember("旁观");

    ButtonWorld() {
        put("entity/customer", CUSTOMER).expect(200);
        put("entity/order", ORDER).expect(200);
        put("role/clerk", CLERK).expect(200);
        put("role/reader", READER).expect(200);
        put("view/customers", "{\"label\": {\"zh\": \"全部\"}, \"entity\": \"customer\"}")
                .expect(200);
        put(
                        "view/orders_secret",
                        "{\"label\": {\"zh\": \"密\"}, \"entity\": \"order\", \"where\": \"secret = \\\"x\\\"\"}")
                .expect(200);
        publish();
        admin().put("/api/v1/members/" + clerk.id() + "/roles", "{\"roles\": [\"clerk\"]}")
                .expect(200);
        admin().put("/api/v1/members/" + reader.id() + "/roles", "{\"roles\": [\"reader\"]}")
                .expect(200);
    }

    Client admin() {
        return workspace.admin();
    }

    void publish() {
        admin().post("/api/v1/publish", "{}").expect(200);
    }

    Answer put(String key, String document) {
        return admin().put("/api/v1/definitions/" + key, document);
    }

    /** A document of kind button over customers; {@code rest} has single quotes for double ones and ` for a quoted quote. */
    static String button(String rest) {
        String json = rest.replace("'", "\"").replace("`", "\\\"");
        return "{\"label\": {\"zh\": \"按钮\"}, \"entity\": \"customer\", " + json + "}";
    }

    /** The issues of a button as a draft, as {@code path code}. */
    List<String> issues(String rest) {
        JsonNode issues = put("button/tried", button(rest)).expect(200).json().path("issues");
        return issues.valueStream()
                .map(issue ->
                        issue.path("path").asString() + " " + issue.path("code").asString())
                .toList();
    }

    void publish(String code, String rest) {
        put("button/" + code, button(rest)).expect(200);
        publish();
    }

    static List<String> seen(Client client) {
        return client.get("/api/v1/buttons?entity=customer")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(button -> button.path("code").asString())
                .toList();
    }

    String customer(Client client, Map<String, ?> values) {
        return client.post("/api/v1/records/customer", values)
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    JsonNode read(String id) {
        return admin().get("/api/v1/records/customer/" + id).expect(200).json();
    }

    static String way(String id, String code) {
        return "/api/v1/records/customer/" + id + "/buttons/" + code;
    }

    JsonNode newest(String id) {
        return admin().get("/api/v1/records/customer/" + id + "/history")
                .expect(200)
                .json()
                .path("items")
                .get(0);
    }
}

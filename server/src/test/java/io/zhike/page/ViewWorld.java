package io.zhike.page;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A workspace with customers and their visits, an administrator, and a clerk who may not see what a customer is worth. */
final class ViewWorld {
    static final String CUSTOMER = """
            {"label": {"zh": "客户"}, "fields": [
              {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
              {"code": "stage", "type": "stage", "label": {"zh": "阶段"}, "options": [
                {"code": "new", "label": {"zh": "新"}}, {"code": "won", "label": {"zh": "成"}, "end": "won"}]},
              {"code": "worth", "type": "money", "label": {"zh": "价值"}},
              {"code": "tags", "type": "multi_select", "label": {"zh": "标签"}, "options": [
                {"code": "vip", "label": {"zh": "重点"}}]},
              {"code": "begins", "type": "date", "label": {"zh": "开始"}},
              {"code": "ends", "type": "date", "label": {"zh": "结束"}},
              {"code": "done", "type": "percent", "label": {"zh": "进度"}},
              {"code": "photo", "type": "image", "label": {"zh": "照片"}},
              {"code": "note", "type": "long_text", "label": {"zh": "备注"}}]}""";
    static final String VISIT = """
            {"label": {"zh": "拜访"}, "fields": [
              {"code": "what", "type": "text", "label": {"zh": "内容"}, "title": true},
              {"code": "customer", "type": "relation", "label": {"zh": "客户"}, "entity": "customer"}]}""";
    static final String CLERK = """
            {"label": {"zh": "文员"}, "entities": {"customer": {"read": "all", "create": true, "update": "all",
              "fields": {"worth": "none", "*": "write"}}}}""";

    final TestWorkspace workspace = TestServer.newWorkspace();
    final TestWorkspace.Person clerk = workspace.newMember("文员");

    ViewWorld() {
        put("entity/customer", CUSTOMER).expect(200);
        put("entity/visit", VISIT).expect(200);
        put("role/clerk", CLERK).expect(200);
        admin().post("/api/v1/publish", "{}").expect(200);
        admin().put("/api/v1/members/" + clerk.id() + "/roles", "{\"roles\": [\"clerk\"]}")
                .expect(200);
    }

    Client admin() {
        return workspace.admin();
    }

    Answer put(String key, String document) {
        return admin().put("/api/v1/definitions/" + key, document);
    }

    /** The issues of a view of customers as a draft, as {@code path code}. */
    List<String> issues(String rest) {
        JsonNode issues = put("view/tried", view(rest)).expect(200).json().path("issues");
        return issues.valueStream()
                .map(issue ->
                        issue.path("path").asString() + " " + issue.path("code").asString())
                .toList();
    }

    /** A document of kind view over customers with {@code rest} beside its label. */
    static String view(String rest) {
        return "{\"label\": {\"zh\": \"视图\"}, \"entity\": \"customer\"" + (rest.isEmpty() ? "" : ", " + rest) + "}";
    }

    void publish(String code, String rest) {
        put("view/" + code, view(rest)).expect(200);
        admin().post("/api/v1/publish", "{}").expect(200);
    }

    static Stream<JsonNode> views(Client client) {
        return client.get("/api/v1/views").expect(200).json().path("items").valueStream();
    }

    static JsonNode view(Client client, String code) {
        return views(client)
                .filter(view -> view.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }
}

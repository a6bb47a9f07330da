package io.zhike.personal;

import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A workspace with customers and secrets, and two clerks who read only customers of their own, without their worth. */
final class PersonalWorld {
    final TestWorkspace company = TestServer.newWorkspace();
    final Client admin = company.admin();
    final TestWorkspace.Person li = company.newMember("李雷");
    final TestWorkspace.Person wang = company.newMember("王芳");

    PersonalWorld() {
        define("entity/customer", """
                {"label": {"zh": "客户"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
                  {"code": "worth", "type": "money", "label": {"zh": "价值"}},
                  {"code": "days", "type": "number", "label": {"zh": "天数"}}]}""");
        define("entity/secret", """
                {"label": {"zh": "机密"}, "fields": [{"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true}]}""");
        define("role/clerk", """
                {"label": {"zh": "文员"}, "entities": {"customer": {"read": "own", "create": true, "update": "own",
                  "fields": {"worth": "none", "*": "write"}}}}""");
        publish();
        for (TestWorkspace.Person person : java.util.List.of(li, wang)) {
            admin.put("/api/v1/members/" + person.id() + "/roles", "{\"roles\": [\"clerk\"]}")
                    .expect(200);
        }
    }

    void define(String key, String document) {
        admin.put("/api/v1/definitions/" + key, document).expect(200);
    }

    void publish() {
        admin.post("/api/v1/publish", "{}").expect(200);
    }

    static String make(Client client, String entity, Map<String, ?> values) {
        return client.post("/api/v1/records/" + entity, values)
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    static JsonNode items(Client client, String path) {
        return client.get(path).expect(200).json().path("items");
    }

    static java.util.List<String> each(JsonNode items, String property) {
        return items.valueStream().map(item -> item.path(property).asString("")).toList();
    }
}

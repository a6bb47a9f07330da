package io.zhike.page;

import io.zhike.workspace.IsolationFixture;
import io.zhike.workspace.TestWorkspace;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A button whose name and values are secret, and a record with it, for the isolation test. */
@Component
class ButtonIsolationFixture implements IsolationFixture {
    @Override
    public Map<String, String> fill(TestWorkspace workspace, String mark) {
        workspace.admin().put("/api/v1/definitions/entity/pressed", """
                        {"label": {"zh": "按"}, "fields": [{"code": "name", "type": "text", "label": {"zh": "名称"}}]}
                        """).expect(200);
        workspace
                .admin()
                .put("/api/v1/definitions/button/press", """
                        {"label": {"zh": "%s"}, "entity": "pressed",
                         "set": {"values": [{"field": "name", "value": "\\"%s\\""}]}}
                        """.formatted(mark, mark))
                .expect(200);
        workspace.admin().post("/api/v1/publish", "{}").expect(200);
        String record = workspace
                .admin()
                .post("/api/v1/records/pressed", Map.of("name", mark))
                .expect(201)
                .json()
                .path("id")
                .asString();
        String one = "/api/v1/records/{entity}/{id}/buttons/{code}";
        String many = "/api/v1/records/{entity}/buttons/{code}";
        return Map.of(
                one + "#entity", "pressed",
                one + "#id", record,
                one + "#code", "press",
                many + "#entity", "pressed",
                many + "#code", "press",
                "POST " + one, "{}",
                "POST " + many, "{\"ids\": [\"" + record + "\"]}");
    }
}

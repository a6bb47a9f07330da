package io.zhike.page;

import io.zhike.workspace.Client;
import io.zhike.workspace.IsolationFixture;
import io.zhike.workspace.TestWorkspace;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Views of a workspace, shared and personal, for the test that nobody else reads or changes them. */
@Component
class ViewIsolationFixture implements IsolationFixture {
    @Override
    public Map<String, String> fill(TestWorkspace workspace, String mark) {
        Client admin = workspace.admin();
        admin.put(
                        "/api/v1/definitions/entity/viewed",
                        "{\"label\": {\"zh\": \"表\"}, \"fields\": [{\"code\": \"name\", \"type\": \"text\","
                                + " \"label\": {\"zh\": \"名称\"}, \"title\": true}]}")
                .expect(200);
        String view = "{\"label\": {\"zh\": \"" + mark + "\"}, \"entity\": \"viewed\"}";
        admin.put("/api/v1/definitions/view/viewed_all", view).expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        String code = admin.post("/api/v1/views/personal", view)
                .expect(201)
                .json()
                .path("code")
                .asString();
        admin.put("/api/v1/views/usual/viewed", "{\"view\": \"" + code + "\"}").expect(204);
        return Map.of(
                "/api/v1/views/personal/{code}#code",
                code,
                "PUT /api/v1/views/personal/{code}",
                view,
                "POST /api/v1/views/personal",
                view,
                "/api/v1/views/usual/{entity}#entity",
                "viewed",
                "PUT /api/v1/views/usual/{entity}",
                "{\"view\": \"" + code + "\"}",
                "/api/v1/views/visits/{entity}#entity",
                "viewed");
    }
}

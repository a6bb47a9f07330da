package io.zhike.entity.table;

import io.zhike.workspace.Client;
import io.zhike.workspace.IsolationFixture;
import io.zhike.workspace.TestWorkspace;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A deleted field of a workspace, for the test that nobody else brings it back or purges it. */
@Component
class TrashIsolationFixture implements IsolationFixture {
    private static final String NAME =
            "{\"code\": \"name\", \"type\": \"text\", \"label\": {\"zh\": \"名称\"}, \"title\": true}";

    @Override
    public Map<String, String> fill(TestWorkspace workspace, String mark) {
        Client admin = workspace.admin();
        publish(admin, NAME + ", {\"code\": \"gone\", \"type\": \"text\", \"label\": {\"zh\": \"" + mark + "\"}}");
        publish(admin, NAME);
        String id = admin.get("/api/v1/trash")
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        return Map.of("/api/v1/trash/{id}#id", id, "/api/v1/trash/{id}/restore#id", id);
    }

    private static void publish(Client admin, String fields) {
        admin.put("/api/v1/definitions/entity/trashed", "{\"label\": {\"zh\": \"表\"}, \"fields\": [" + fields + "]}")
                .expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
    }
}

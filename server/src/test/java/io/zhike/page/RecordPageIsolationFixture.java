package io.zhike.page;

import io.zhike.workspace.Client;
import io.zhike.workspace.IsolationFixture;
import io.zhike.workspace.TestWorkspace;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A record page with a secret note and figure, for the test that nobody else reads them. */
@Component
class RecordPageIsolationFixture implements IsolationFixture {
    @Override
    public Map<String, String> fill(TestWorkspace workspace, String mark) {
        Client admin = workspace.admin();
        admin.put(
                        "/api/v1/definitions/entity/paged",
                        "{\"label\": {\"zh\": \"表\"}, \"fields\": [{\"code\": \"name\", \"type\": \"text\","
                                + " \"label\": {\"zh\": \"名称\"}, \"title\": true}]}")
                .expect(200);
        String figures = "[{\"code\": \"called\", \"label\": {\"zh\": \"名称\"}, \"value\": \"name\"}]";
        admin.put("/api/v1/definitions/record_page/paged", """
                        {"label": {"zh": "%s"}, "entity": "paged", "main": [
                          {"code": "note", "type": "note", "text": {"zh": "%s"}},
                          {"code": "tiles", "type": "figures", "figures": %s}]}
                        """.formatted(mark, mark, figures))
                .expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        String id = admin.post("/api/v1/records/paged", Map.of("name", mark))
                .expect(201)
                .json()
                .path("id")
                .asString();
        return Map.of(
                "/api/v1/record-pages/{code}/figures/{id}#code",
                "paged",
                "/api/v1/record-pages/{code}/figures/{id}#id",
                id,
                "POST /api/v1/record-pages/figures",
                "{\"entity\": \"paged\", \"record\": \"" + id + "\", \"figures\": " + figures + "}");
    }
}

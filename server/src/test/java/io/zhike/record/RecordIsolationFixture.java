package io.zhike.record;

import io.zhike.workspace.IsolationFixture;
import io.zhike.workspace.TestWorkspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Records of a workspace, their history and their batches, for the isolation test. */
@Component
class RecordIsolationFixture implements IsolationFixture {
    private static final String RECORDS = "/api/v1/records/{entity}";

    @Override
    public Map<String, String> fill(TestWorkspace workspace, String mark) {
        workspace.admin().put("/api/v1/definitions/entity/secret", """
                        {"label": {"zh": "机密"}, "fields": [{"code": "name", "type": "text", "label": {"zh": "名称"},
                          "title": true, "searchable": true, "lookalike": true}]}
                        """).expect(200);
        workspace.admin().post("/api/v1/publish", "{}").expect(200);
        String id = workspace
                .admin()
                .post("/api/v1/records/secret", Map.of("name", mark))
                .expect(201)
                .json()
                .path("id")
                .asString();
        String batch = workspace
                .admin()
                .post("/api/v1/records/secret/bulk", Map.of("ids", List.of(id), "set", Map.of("name", mark + "!")))
                .expect(200)
                .json()
                .path("batch")
                .asString();
        Map<String, String> values = new LinkedHashMap<>();
        for (String rest : List.of(
                "",
                "/{id}",
                "/{id}/history",
                "/{id}/reveal",
                "/{id}/shares",
                "/{id}/shares/{share}",
                "/{id}/personal-data",
                "/{id}/personal-data/export",
                "/{id}/personal-data/erase",
                "/bulk",
                "/bulk-delete",
                "/restore",
                "/purge",
                "/lookalikes")) {
            values.put(RECORDS + rest + "#entity", "secret");
            if (rest.contains("{id}")) {
                values.put(RECORDS + rest + "#id", id);
            }
        }
        values.put("/api/v1/batches/{id}/undo#id", batch);
        String shared = "{\"kind\": \"member\", \"principal\": \"%s\", \"level\": \"read\"}"
                .formatted(workspace.administrator().id());
        String share = workspace
                .admin()
                .post("/api/v1/records/secret/" + id + "/shares", shared)
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        values.put(RECORDS + "/{id}/shares/{share}#share", share);
        values.put("POST " + RECORDS + "/{id}/shares", shared);
        values.put("POST " + RECORDS, "{\"name\": \"stolen\"}");
        values.put("PATCH " + RECORDS + "/{id}", "{\"name\": \"stolen\"}");
        values.put("POST " + RECORDS + "/bulk", "{\"ids\": [\"%s\"], \"set\": {\"name\": \"stolen\"}}".formatted(id));
        for (String verb : List.of("/bulk-delete", "/restore", "/purge")) {
            values.put("POST " + RECORDS + verb, "{\"ids\": [\"%s\"]}".formatted(id));
        }
        values.put("POST " + RECORDS + "/{id}/personal-data/erase", "{\"confirm\": \"%s!\"}".formatted(mark));
        values.put("POST " + RECORDS + "/lookalikes", "{\"values\": {\"name\": \"%s!\"}}".formatted(mark));
        values.put("POST " + RECORDS + "/{id}/reveal", "{\"field\": \"name\"}");
        values.put("POST /api/v1/query", "{\"entity\": \"secret\", \"fields\": [\"name\"]}");
        return values;
    }
}

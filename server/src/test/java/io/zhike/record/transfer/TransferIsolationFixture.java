package io.zhike.record.transfer;

import io.zhike.workspace.IsolationFixture;
import io.zhike.workspace.TestWorkspace;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Uploads, files and imports of a workspace, for the test that nobody else's are seen. */
@Component
class TransferIsolationFixture implements IsolationFixture {

    @Override
    public Map<String, String> fill(TestWorkspace workspace, String mark) {
        Transfers transfers = new Transfers(workspace.admin());
        byte[] csv = ("名称\n" + mark + "\n").getBytes(StandardCharsets.UTF_8);
        JsonNode upload = transfers.upload(mark + ".csv", csv).expect(201).json();
        String file = upload.path("id").asString();
        JsonNode started = workspace
                .admin()
                .post("/api/v1/uploads/" + file + "/entity", Map.of("label", Map.of("zh", "隔离" + mark)))
                .expect(201)
                .json();
        String run = started.path("import").asString();
        transfers.await(run);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("/api/v1/uploads/{id}/entity#id", file);
        values.put("POST /api/v1/uploads/{id}/entity", "{\"label\": {\"zh\": \"x\"}}");
        values.put("/api/v1/files/{id}#id", file);
        values.put("/api/v1/files/{id}/thumbnail#id", file);
        for (String end : new String[] {"", "/pause", "/resume", "/cancel", "/undo", "/refused"}) {
            values.put("/api/v1/imports/{id}" + end + "#id", run);
        }
        values.put("/api/v1/exports/{entity}#entity", started.path("entity").asString());
        return values;
    }
}

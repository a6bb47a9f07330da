package io.zhike.page;

import io.zhike.workspace.IsolationFixture;
import io.zhike.workspace.TestWorkspace;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A comment with a secret text, for the isolation test. */
@Component
class CommentIsolationFixture implements IsolationFixture {
    private static final String COMMENTS = "/api/v1/records/{entity}/{id}/comments";

    @Override
    public Map<String, String> fill(TestWorkspace workspace, String mark) {
        workspace.admin().put("/api/v1/definitions/entity/talked", """
                        {"label": {"zh": "谈论"}, "fields": [{"code": "name", "type": "text", "label": {"zh": "名称"}}]}
                        """).expect(200);
        workspace.admin().post("/api/v1/publish", "{}").expect(200);
        String record = workspace
                .admin()
                .post("/api/v1/records/talked", Map.of("name", mark))
                .expect(201)
                .json()
                .path("id")
                .asString();
        String comment = workspace
                .admin()
                .post("/api/v1/records/talked/" + record + "/comments", Map.of("text", mark))
                .expect(201)
                .json()
                .path("id")
                .asString();
        String one = COMMENTS + "/{comment}";
        return Map.of(
                COMMENTS + "#entity", "talked",
                COMMENTS + "#id", record,
                one + "#entity", "talked",
                one + "#id", record,
                one + "#comment", comment,
                "POST " + COMMENTS, "{\"text\": \"stolen\"}",
                "PATCH " + one, "{\"text\": \"stolen\"}");
    }
}

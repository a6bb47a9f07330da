package io.zhike.personal;

import io.zhike.workspace.Client;
import io.zhike.workspace.IsolationFixture;
import io.zhike.workspace.TestWorkspace;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A home, favourites and recent records with a secret text, for the isolation test. */
@Component
class PersonalIsolationFixture implements IsolationFixture {
    @Override
    public Map<String, String> fill(TestWorkspace workspace, String mark) {
        Client admin = workspace.admin();
        admin.put("/api/v1/definitions/entity/starred", """
                {"label": {"zh": "收藏"}, "fields": [{"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true}]}
                """).expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        String record = PersonalWorld.make(admin, "starred", Map.of("name", mark));
        String one = "{\"entity\": \"starred\", \"kind\": \"record\", \"record\": \"" + record + "\"}";
        String id = admin.post("/api/v1/me/favourites", one)
                .expect(201)
                .json()
                .path("id")
                .asString();
        String seen = "{\"entity\": \"starred\", \"record\": \"" + record + "\"}";
        admin.post("/api/v1/me/recents", seen).expect(204);
        admin.put(
                        "/api/v1/me/home",
                        "{\"cards\": [{\"id\": \"a\", \"type\": \"plan\", \"width\": 1, \"title\": \"" + mark + "\"}]}")
                .expect(200);
        return Map.of(
                "/api/v1/me/favourites/{id}#id", id,
                "POST /api/v1/me/favourites", one,
                "PUT /api/v1/me/favourites/order", "{\"ids\": [\"" + id + "\"]}",
                "POST /api/v1/me/recents", seen,
                "POST /api/v1/query/figures",
                        "{\"figures\": [{\"entity\": \"starred\", \"fn\": \"max\", \"of\": \"name\"}]}");
    }
}

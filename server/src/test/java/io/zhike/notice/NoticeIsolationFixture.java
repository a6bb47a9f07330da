package io.zhike.notice;

import io.zhike.store.Database;
import io.zhike.workspace.Client;
import io.zhike.workspace.IsolationFixture;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A to-do, a notice and a caught mail with a secret text, for the isolation test. */
@Component
class NoticeIsolationFixture implements IsolationFixture {
    @Override
    public Map<String, String> fill(TestWorkspace workspace, String mark) {
        Client admin = workspace.admin();
        String todo = admin.post("/api/v1/todos", Map.of("title", mark))
                .expect(201)
                .json()
                .path("id")
                .asString();
        Set<UUID> me = Set.of(workspace.administrator().id());
        TestServer.bean(Database.class).writing(ctx -> {
            NewNotice told = NewNotice.of("a", Topic.RULES, me, mark, mark, null);
            TestServer.bean(Notices.class).tell(ctx, workspace.workspace(), told);
        });
        String credential = admin.post(
                        "/api/v1/credentials", Map.of("name", mark, "origin", "a.example.com", "secret", "hidden"))
                .expect(201)
                .json()
                .path("code")
                .asString();
        admin.post("/api/v1/settings/mail/test", Map.of("to", "a@b.example")).expect(200);
        String caught = admin.get("/api/v1/caught-mail")
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        String notice = admin.get("/api/v1/notices")
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        return Map.of(
                "/api/v1/credentials/{code}#code",
                credential,
                "/api/v1/todos/{id}#id",
                todo,
                "/api/v1/messages/{id}/retry#id",
                caught,
                "/api/v1/caught-mail/{id}#id",
                caught,
                "POST /api/v1/todos",
                "{\"title\": \"stolen\", \"assignee\": \""
                        + workspace.administrator().id() + "\"}",
                "PATCH /api/v1/todos/{id}",
                "{\"title\": \"stolen\"}",
                "POST /api/v1/notices/read",
                "{\"ids\": [\"" + notice + "\"]}",
                "POST /api/v1/settings/mail/test",
                "{\"to\": \"thief@b.example\"}");
    }
}

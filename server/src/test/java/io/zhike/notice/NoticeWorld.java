package io.zhike.notice;

import io.zhike.store.Database;
import io.zhike.store.Jobs;
import io.zhike.store.SettableClock;
import io.zhike.workspace.Client;
import io.zhike.workspace.Members;
import io.zhike.workspace.SiteAddresses;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import io.zhike.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A workspace with two clerks who read customers of their own, without their worth, and its own clock. The clock stands years
 * ahead, so that nothing that a test makes by it is due for the jobs of the server.
 */
final class NoticeWorld {
    final TestWorkspace company = TestServer.newWorkspace();
    final Workspace workspace = company.workspace();
    final Client admin = company.admin();
    final TestWorkspace.Person li = company.newMember("李雷");
    final TestWorkspace.Person wang = company.newMember("王芳");
    final SettableClock clock = SettableClock.at("2031-03-03T02:00:00Z");
    final Database database = TestServer.bean(Database.class);
    final Notices notices = new Notices(TestServer.bean(Providers.class), new Jobs(database, clock), clock);
    final Todos todos = new Todos(database, TestServer.bean(Members.class), notices, clock);
    final Reminders reminders = new Reminders(database, notices, clock);
    final Outbox outbox = new Outbox(TestServer.bean(Providers.class), new Jobs(database, clock), clock);
    final Poster poster = new Poster(
            database, TestServer.bean(NoticeAnswers.class), TestServer.bean(SiteAddresses.class), outbox, clock);

    void customers() {
        define("entity/customer", """
                {"label": {"zh": "客户"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
                  {"code": "worth", "type": "money", "label": {"zh": "价值"}}]}""");
        define("role/clerk", """
                {"label": {"zh": "文员"}, "entities": {"customer": {"read": "own", "create": true, "update": "own",
                  "delete": "own", "fields": {"worth": "none", "*": "write"}}}}""");
        admin.post("/api/v1/publish", "{}").expect(200);
        for (TestWorkspace.Person person : List.of(li, wang)) {
            admin.put("/api/v1/members/" + person.id() + "/roles", "{\"roles\": [\"clerk\"]}")
                    .expect(200);
        }
    }

    private void define(String key, String document) {
        admin.put("/api/v1/definitions/" + key, document).expect(200);
    }

    UUID customer(Client client, String name) {
        return UUID.fromString(client.post("/api/v1/records/customer", Map.of("name", name))
                .expect(201)
                .json()
                .path("id")
                .asString());
    }

    static JsonNode items(Client client, String path) {
        return client.get(path).expect(200).json().path("items");
    }

    static List<String> titles(Client client, String path) {
        return items(client, path)
                .valueStream()
                .map(item -> item.path("title").asString(""))
                .toList();
    }

    /** What was written to go out, the oldest first. */
    List<OutMessage> messages() {
        return database.read(ctx -> new MessageStore(ctx, workspace.schema()).page(null, null, null, 1_000))
                .reversed();
    }
}

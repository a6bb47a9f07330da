package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WorkspaceApiTest {

    @Test
    void isMadeAndEnteredByTheAdministratorOfTheInstallation() {
        Client admin = installationAdmin();
        JsonNode made = admin.post("/api/v1/workspaces", Map.of("name", "分公司", "zone", "Asia/Tokyo", "language", "en"))
                .expect(201)
                .json();
        String id = made.path("id").asString();
        assertThat(admin.get("/api/v1/workspaces").json().path("items").findValuesAsString("id"))
                .contains(id);

        JsonNode me = admin.post("/api/v1/workspaces/" + id + "/enter", null)
                .expect(200)
                .json();
        assertThat(me.path("workspace").path("zone").asString()).isEqualTo("Asia/Tokyo");
        assertThat(me.path("admin").asBoolean()).isTrue();
        assertThat(admin.get("/api/v1/me").json().path("workspace").path("id").asString())
                .isEqualTo(id);
        JsonNode others = admin.get("/api/v1/me").json().path("workspaces");
        assertThat(others.findValuesAsString("name")).contains("我的公司").doesNotContain("分公司");

        assertThat(installationAdmin()
                        .get("/api/v1/me")
                        .json()
                        .path("workspace")
                        .path("id")
                        .asString())
                .describedAs("the next session begins where the last one was")
                .isEqualTo(id);
    }

    @Test
    void isNotMadeTwiceByARepeatedRequest() {
        Client admin = installationAdmin().with("Idempotency-Key", "once-" + System.nanoTime());
        String first = admin.post("/api/v1/workspaces", "{\"name\": \"一次\"}")
                .expect(201)
                .text();
        assertThat(admin.post("/api/v1/workspaces", "{\"name\": \"一次\"}")
                        .expect(201)
                        .text())
                .isEqualTo(first);
    }

    @Test
    void refusesWrongInput() {
        Client admin = installationAdmin();
        admin.post("/api/v1/workspaces", "{}").expect(400, "required");
        admin.post("/api/v1/workspaces", "{\"name\": \"x\", \"zone\": \"Mars/Base\"}")
                .expect(400, "zone-invalid");
        admin.post("/api/v1/workspaces", "{\"name\": \"x\", \"language\": \"fr\"}")
                .expect(400, "wrong-value-type");
    }

    @Test
    void isClosedToAdministratorsOfOneWorkspace() {
        TestWorkspace acme = TestServer.newWorkspace();
        acme.admin().get("/api/v1/workspaces").expect(403, "installation-admin-needed");
        acme.admin().post("/api/v1/workspaces", "{\"name\": \"x\"}").expect(403, "installation-admin-needed");
    }

    @Test
    void isRenamedByItsOwnAdministrator() {
        TestWorkspace acme = TestServer.newWorkspace();
        String path = "/api/v1/workspaces/" + acme.workspace().id();
        acme.admin().patch(path, "{\"name\": \"新名字\"}").expect(200);
        assertThat(acme.admin()
                        .get("/api/v1/me")
                        .json()
                        .path("workspace")
                        .path("name")
                        .asString())
                .isEqualTo("新名字");
        acme.newMember("张三").client().patch(path, "{\"name\": \"x\"}").expect(403);
        acme.admin().patch(path, "{\"name\": \"\"}").expect(400, "required");
    }

    @Test
    void isEnteredByItsMembersOnlyAndNotByKeys() {
        TestWorkspace acme = TestServer.newWorkspace();
        TestWorkspace other = TestServer.newWorkspace();
        acme.admin()
                .post("/api/v1/workspaces/" + other.workspace().id() + "/enter", null)
                .expect(404, "no-such-workspace");
        acme.keyOf(acme.administrator())
                .post("/api/v1/workspaces/" + acme.workspace().id() + "/enter", null)
                .expect(403, "session-needed");
    }

    @Test
    void servesModulesWithAllWorkspaces() {
        TestWorkspace acme = TestServer.newWorkspace();
        Workspaces workspaces = TestServer.bean(Workspaces.class);
        assertThat(workspaces.all()).contains(acme.workspace());
        assertThat(workspaces.find(acme.workspace().id())).contains(acme.workspace());
        assertThat(acme.workspace().zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    }

    private static Client installationAdmin() {
        String cookie = TestServer.stranger()
                .post("/api/v1/session", Map.of("account", "admin", "password", TestServer.PASSWORD))
                .expect(200)
                .header("Set-Cookie");
        return TestServer.stranger().with("Cookie", cookie.substring(0, cookie.indexOf(';')));
    }
}

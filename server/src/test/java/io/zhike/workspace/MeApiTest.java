package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MeApiTest {
    private static final String OTHER = "a new password";

    private final TestWorkspace acme = TestServer.newWorkspace();
    private final TestWorkspace.Person person = acme.newMember("张三");

    @Test
    void showsDepartmentsAndWhichIsTheMainOne() {
        Departments departments = TestServer.bean(Departments.class);
        Department sales = departments.create(acme.workspace(), "销售部", null);
        Department events = departments.create(acme.workspace(), "活动组", null);
        acme.admin()
                .patch(
                        "/api/v1/members/" + person.id(),
                        Map.of("department", sales.id(), "departments", new Object[] {events.id()}))
                .expect(200);

        JsonNode shown = person.client().get("/api/v1/me").json().path("departments");
        assertThat(shown.findValuesAsString("name")).containsExactly("销售部", "活动组");
        assertThat(shown.findValuesAsString("main")).containsExactly("true", "false");
    }

    @Test
    void followsTheBrowserUntilALanguageIsChosen() {
        Client english = person.client().with("Accept-Language", "en");
        assertThat(english.get("/api/v1/me").json().path("language").asString()).isEqualTo("en");
        assertThat(person.client().get("/api/v1/me").json().path("language").asString())
                .isEqualTo("zh");

        JsonNode chosen = english.patch("/api/v1/me", "{\"language\": \"zh\"}")
                .expect(200)
                .json();
        assertThat(chosen.path("chosenLanguage").asString()).isEqualTo("zh");
        assertThat(english.get("/api/nothing").header("Content-Language")).isEqualTo("zh-CN");

        english.patch("/api/v1/me", "{\"language\": null}").expect(200);
        assertThat(english.get("/api/v1/me").json().path("language").asString()).isEqualTo("en");
    }

    @Test
    void changesTheName() {
        person.client().patch("/api/v1/me", "{\"name\": \" 张三丰 \"}").expect(200);
        assertThat(person.client()
                        .get("/api/v1/me")
                        .json()
                        .path("member")
                        .path("name")
                        .asString())
                .isEqualTo("张三丰");
        person.client().patch("/api/v1/me", "{\"name\": null}").expect(400, "required");
        person.client().patch("/api/v1/me", Map.of("name", "长".repeat(101))).expect(400, "too-long");
    }

    @Test
    void givesNobodyRightsOverThemselves() {
        person.client().patch("/api/v1/me", "{\"admin\": true}").expect(400, "unknown-property");
    }

    @Test
    void changesThePasswordAndEndsTheOtherSessions() {
        Client elsewhere = TestServer.signedIn(acme.workspace(), person.member());
        elsewhere.get("/api/v1/me").expect(200);

        change(TestServer.PASSWORD, OTHER).expect(200);

        elsewhere.get("/api/v1/me").expect(401);
        person.client().get("/api/v1/me").expect(200);
        signIn(TestServer.PASSWORD).expect(401);
        signIn(OTHER).expect(200);
    }

    @Test
    void keepsThePasswordUnlessTheOldOneIsGiven() {
        Answer refused = change("not the old one", OTHER).expect(400, "password-wrong");
        assertThat(refused.json().path("errors").findValuesAsString("path")).containsExactly("password.old");
        change(TestServer.PASSWORD, "short").expect(400, "password-too-short");
        change(TestServer.PASSWORD, person.account().toUpperCase() + "").expect(400);
        signIn(TestServer.PASSWORD).expect(200);
    }

    @Test
    void letsNoKeyChangeThePassword() {
        acme.keyOf(person)
                .patch("/api/v1/me", Map.of("password", Map.of("old", TestServer.PASSWORD, "wanted", OTHER)))
                .expect(403, "session-needed");
    }

    private Answer change(String old, String wanted) {
        return person.client().patch("/api/v1/me", Map.of("password", Map.of("old", old, "wanted", wanted)));
    }

    private Answer signIn(String password) {
        return TestServer.stranger().post("/api/v1/session", Map.of("account", person.account(), "password", password));
    }
}

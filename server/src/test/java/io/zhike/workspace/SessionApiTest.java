package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SessionApiTest {
    private final TestWorkspace acme = TestServer.newWorkspace();

    @Test
    void signsInWithACookieThatScriptsCannotRead() {
        Answer answer =
                signIn(acme.administrator().account(), TestServer.PASSWORD).expect(200);

        String cookie = answer.header("Set-Cookie");
        assertThat(cookie).startsWith("zhike_session=").contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=");
        JsonNode me = TestServer.stranger()
                .with("Cookie", cookie.substring(0, cookie.indexOf(';')))
                .get("/api/v1/me")
                .expect(200)
                .json();
        assertThat(me).isEqualTo(answer.json());
        assertThat(me.path("workspace").path("id").asString())
                .isEqualTo(acme.workspace().id().toString());
        assertThat(me.path("workspace").path("zone").asString()).isEqualTo("Asia/Shanghai");
        assertThat(me.path("workspace").path("language").asString()).isEqualTo("zh");
        assertThat(me.path("account").path("name").asString())
                .isEqualTo(acme.administrator().account());
        assertThat(me.path("admin").asBoolean()).isTrue();
        assertThat(me.path("workspaces").size()).isZero();
    }

    @Test
    void takesTheAccountWhateverItsCase() {
        signIn(" " + acme.administrator().account().toUpperCase(), TestServer.PASSWORD)
                .expect(200);
    }

    @Test
    void tellsAWrongPasswordFromAnUnknownAccountByNothing() {
        Answer wrong = signIn(acme.administrator().account(), "wrong password").expect(401, "wrong-credentials");
        Answer unknown = signIn("nobody-at-all", "wrong password").expect(401, "wrong-credentials");
        assertThat(wrong.text()).isEqualTo(unknown.text());
    }

    @Test
    void namesWhatIsMissing() {
        Answer answer = TestServer.stranger().post("/api/v1/session", "{}").expect(400);
        assertThat(answer.json().path("errors").findValuesAsString("path")).containsExactly("account", "password");
    }

    @Test
    void endsTheSessionForGood() {
        TestWorkspace.Person person = acme.newMember("张三");
        Answer out = person.client().delete("/api/v1/session").expect(204);
        assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
        person.client().get("/api/v1/me").expect(401, "sign-in-needed");
    }

    @Test
    void signingInAgainEndsTheSessionThatTheBrowserHad() {
        TestWorkspace.Person person = acme.newMember("李四");
        person.client()
                .post("/api/v1/session", Map.of("account", person.account(), "password", TestServer.PASSWORD))
                .expect(200);
        person.client().get("/api/v1/me").expect(401, "sign-in-needed");
    }

    @Test
    void signingOutTwiceIsNoMistake() {
        TestServer.stranger().delete("/api/v1/session").expect(204);
    }

    @Test
    void strangersGetNothing() {
        Answer answer = TestServer.stranger().get("/api/v1/me").expect(401, "sign-in-needed");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        TestServer.stranger()
                .with("Cookie", "zhike_session=forged")
                .get("/api/v1/me")
                .expect(401);
    }

    @Test
    void makesWaitAfterFailedTriesEvenWithTheRightPassword() {
        TestWorkspace.Person person = acme.newMember("李四");
        for (int i = 0; i < 5; i++) {
            signIn(person.account(), "guess number " + i).expect(401);
        }
        Answer refused = signIn(person.account(), TestServer.PASSWORD).expect(429, "too-many-tries");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(25, 30);
        assertThat(refused.json().path("detail").asString()).contains(refused.header("Retry-After"));
    }

    private static Answer signIn(String account, String password) {
        return TestServer.stranger().post("/api/v1/session", new SessionApi.Credentials(account, password, null));
    }
}

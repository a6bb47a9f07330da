package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.store.Database;
import io.zhike.store.SystemSchema;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class KeyApiTest {
    private final TestWorkspace acme = TestServer.newWorkspace();
    private final TestWorkspace.Person person = acme.newMember("张三");

    @Test
    void makesAKeyThatActsAsItsMember() {
        JsonNode made = create("ERP").json();
        String secret = made.path("key").asString();
        assertThat(secret).matches("zk_[A-Za-z0-9]{40}");
        assertThat(made.path("prefix").asString()).isEqualTo(secret.substring(0, 9));

        JsonNode me = with(secret).get("/api/v1/me").expect(200).json();
        assertThat(me.path("member").path("id").asString())
                .isEqualTo(person.id().toString());
    }

    @Test
    void showsTheSecretOnlyOnceAndStoresNone() {
        String secret = create("ERP").json().path("key").asString();
        JsonNode listed = person.client().get("/api/v1/keys").expect(200).json().path("items");
        assertThat(listed.findValuesAsString("name")).containsExactly("ERP");
        assertThat(listed.toString()).doesNotContain(secret);
        String stored = TestServer.bean(Database.class)
                .read(ctx ->
                        ctx.selectFrom(SystemSchema.table("api_key")).fetch().formatJSON());
        assertThat(stored).doesNotContain(secret);
    }

    @Test
    void notesWhenAKeyWasUsed() {
        String secret = create("ERP").json().path("key").asString();
        assertThat(person.client()
                        .get("/api/v1/keys")
                        .json()
                        .at("/items/0/usedAt")
                        .isNull())
                .isTrue();
        with(secret).get("/api/v1/me").expect(200);
        assertThat(person.client()
                        .get("/api/v1/keys")
                        .json()
                        .at("/items/0/usedAt")
                        .asString())
                .startsWith("20");
    }

    @Test
    void endsAKeyAtOnce() {
        JsonNode made = create("ERP").json();
        Client client = with(made.path("key").asString());
        client.get("/api/v1/me").expect(200);
        person.client().delete("/api/v1/keys/" + made.path("id").asString()).expect(204);
        client.get("/api/v1/me").expect(401);
        person.client().delete("/api/v1/keys/" + made.path("id").asString()).expect(404, "no-such-key");
    }

    @Test
    void refusesWhatIsNoKey() {
        with("zk_" + "x".repeat(40)).get("/api/v1/me").expect(401);
        with("").get("/api/v1/me").expect(401);
        TestServer.stranger()
                .with("Authorization", "Basic YTpi")
                .get("/api/v1/me")
                .expect(401);
    }

    @Test
    void doesNotFallBackToTheCookieWhenTheKeyIsWrong() {
        person.client()
                .with("Authorization", "Bearer zk_wrong")
                .get("/api/v1/me")
                .expect(401);
    }

    @Test
    void expires() {
        Instant soon = Instant.now().plusSeconds(3_600);
        String secret = person.client()
                .post("/api/v1/keys", Map.of("name", "ERP", "expiresAt", soon.toString()))
                .expect(201)
                .json()
                .path("key")
                .asString();
        assertThat(at(soon.minusSeconds(1)).find(secret)).isPresent();
        assertThat(at(soon).find(secret)).isEmpty();
        person.client()
                .post("/api/v1/keys", Map.of("name", "ERP", "expiresAt", "2020-01-01T00:00:00Z"))
                .expect(400, "expiry-past");
    }

    @Test
    void needsAName() {
        person.client().post("/api/v1/keys", "{}").expect(400, "required");
    }

    @Test
    void isNotMadeByAKey() {
        acme.keyOf(person).post("/api/v1/keys", "{\"name\": \"more\"}").expect(403, "session-needed");
    }

    @Test
    void isHiddenFromColleaguesButNotFromAdministrators() {
        JsonNode made = create("ERP").json();
        TestWorkspace.Person colleague = acme.newMember("李四");
        assertThat(colleague.client().get("/api/v1/keys").json().path("items").size())
                .isZero();
        colleague.client().get("/api/v1/keys?all=true").expect(403, "admin-needed");
        colleague.client().delete("/api/v1/keys/" + made.path("id").asString()).expect(404);
        assertThat(acme.admin()
                        .get("/api/v1/keys?all=true")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        acme.admin().delete("/api/v1/keys/" + made.path("id").asString()).expect(204);
    }

    @Test
    void dieWithTheirMember() {
        Client key = acme.keyOf(person);
        TestServer.bean(Members.class).deactivate(acme.workspace(), person.id());
        key.get("/api/v1/me").expect(401);
        person.client().get("/api/v1/me").expect(401);
    }

    private Answer create(String name) {
        return person.client().post("/api/v1/keys", Map.of("name", name)).expect(201);
    }

    private static Client with(String secret) {
        return TestServer.stranger().with("Authorization", "Bearer " + secret);
    }

    private static Keys at(Instant now) {
        return new Keys(TestServer.bean(Database.class), Clock.fixed(now, ZoneOffset.UTC));
    }
}

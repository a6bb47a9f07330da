package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.http.AddressRange;
import io.zhike.store.Database;
import io.zhike.store.SystemSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the security settings of a workspace do to who comes in. */
class SecurityApiTest {
    private static final String PATH = "/api/v1/security";

    private final TestWorkspace acme = TestServer.newWorkspace();
    private final TestWorkspace.Person li = acme.newMember("李小龙");

    private static Map<String, Object> settings() {
        return new HashMap<>(Map.of(
                "password", password(8, 0, null),
                "secondFactor", "none",
                "addresses", List.of(),
                "sessions", life(43_200, 90)));
    }

    private static Map<String, Object> password(int shortest, int history, Integer days) {
        Map<String, Object> rules = new HashMap<>(Map.of("shortest", shortest, "history", history));
        rules.put("expireDays", days);
        return rules;
    }

    private static Map<String, Object> life(int idle, Integer longest) {
        Map<String, Object> life = new HashMap<>(Map.of("idleMinutes", idle));
        life.put("longestDays", longest);
        return life;
    }

    private Answer set(String name, Object value) {
        Map<String, Object> wanted = settings();
        wanted.put(name, value);
        return acme.admin().put(PATH, wanted);
    }

    private static Answer signIn(TestWorkspace.Person person, String password) {
        return TestServer.stranger().post("/api/v1/session", Map.of("account", person.account(), "password", password));
    }

    private static Answer change(Client client, String old, String wanted) {
        return client.patch("/api/v1/me", Map.of("password", Map.of("old", old, "wanted", wanted)));
    }

    /** Sets times of the account's or the session's row back, as if time had passed. */
    private static void age(String table, String column, Duration by, TestWorkspace.Person person) {
        TestServer.bean(Database.class).writing(ctx -> {
            var field =
                    org.jooq.impl.DSL.field(org.jooq.impl.DSL.quotedName(column), org.jooq.impl.SQLDataType.INSTANT);
            ctx.update(SystemSchema.table(table))
                    .set(field, Instant.now().minus(by))
                    .where((table.equals("account") ? Columns.ID : Columns.ACCOUNT)
                            .eq(person.member().account()))
                    .execute();
            KnownCallers.changed(ctx);
        });
    }

    @Test
    void beginsWithTheUsualSettingsAndCountsVersions() {
        JsonNode first = acme.admin().get(PATH).expect(200).json();
        assertThat(first.path("password").path("shortest").asInt()).isEqualTo(8);
        assertThat(first.path("secondFactor").asString()).isEqualTo("none");
        assertThat(first.path("addresses")).isEmpty();
        assertThat(first.path("sessions").path("idleMinutes").asInt()).isEqualTo(43_200);
        assertThat(first.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(first.path("version").asInt()).isZero();
        Answer set =
                acme.admin().with("If-Match", "\"0\"").put(PATH, settings()).expect(200);
        assertThat(set.json().path("version").asInt()).isEqualTo(1);
        acme.admin().with("If-Match", "\"0\"").put(PATH, settings()).expect(409, "version-conflict");
    }

    @Test
    void isForAdministratorsWhoAreSignedIn() {
        li.client().get(PATH).expect(403, "admin-needed");
        li.client().put(PATH, settings()).expect(403, "admin-needed");
        acme.keyOf(acme.administrator()).put(PATH, settings()).expect(403, "session-needed");
    }

    @Test
    void refusesSettingsThatMakeNoSenseAndNamesThePlace() {
        set("password", password(4, 0, null)).expect(400, "not-between");
        set("sessions", life(5, null)).expect(400, "not-between");
        set("sessions", life(60, 0)).expect(400, "not-between");
        set("secondFactor", "some").expect(400);
        Answer range = set("addresses", List.of("127.0.0.1", "office")).expect(400, "address-range-invalid");
        assertThat(range.json().path("errors").get(0).path("path").asString()).isEqualTo("addresses[1]");
        acme.admin().put(PATH, "{}").expect(400);
        assertThat(acme.admin().get(PATH).json().path("version").asInt()).isZero();
    }

    @Test
    void isToldToTheLogWithWhatWasChanged() {
        set("secondFactor", "none").expect(200);
        set("password", password(12, 0, null)).expect(200);
        JsonNode entry = new ToldLog(acme).last("security-changed");
        assertThat(ToldLog.change(entry, "密码最短长度")).isEqualTo("8 → 12");
        assertThat(new ToldLog(acme).read("?action=security-changed")).hasSize(1);
    }

    @Test
    void passwordsFollowTheRulesWhereverTheyAreSet() {
        set("password", password(12, 0, null)).expect(200);
        change(li.client(), TestServer.PASSWORD, "xK9#mQ2$ab").expect(400, "password-too-short");
        change(li.client(), TestServer.PASSWORD, "basketball123").expect(400, "password-common");
        change(li.client(), TestServer.PASSWORD, "我叫李小龙我叫李小龙我叫").expect(400, "password-holds-name");
        change(li.client(), "not mine at all", "a quite good one").expect(400, "password-wrong");
        acme.admin()
                .post("/api/v1/members/" + li.id() + "/password", Map.of("password", "xK9#mQ2$ab"))
                .expect(400, "password-too-short");
        acme.admin()
                .post("/api/v1/members", Map.of("name", "新人", "account", "neu" + li.id(), "password", "xK9#mQ2$ab"))
                .expect(400, "password-too-short");
        String token = acme.admin()
                .post("/api/v1/invitations", Map.of("label", "x", "most", 1))
                .expect(201)
                .json()
                .path("token")
                .asString();
        assertThat(TestServer.stranger()
                        .post("/api/v1/join/look", Map.of("token", token))
                        .expect(200)
                        .json()
                        .path("shortest")
                        .asInt())
                .isEqualTo(12);
        TestServer.stranger()
                .post(
                        "/api/v1/join",
                        Map.of("token", token, "name", "客", "account", "gast" + li.id(), "password", "xK9#mQ2$ab"))
                .expect(400, "password-too-short");
        change(li.client(), TestServer.PASSWORD, "a quite good one").expect(200);
        signIn(li, "a quite good one").expect(200);
    }

    @Test
    void guessingTheOldPasswordInASessionIsThrottledToo() {
        for (int i = 0; i < 5; i++) {
            change(li.client(), "guess " + i, "a quite good one").expect(400, "password-wrong");
        }
        change(li.client(), TestServer.PASSWORD, "a quite good one").expect(429, "too-many-tries");
    }

    @Test
    void theLastPasswordsCannotBeUsedAgain() {
        set("password", password(8, 3, null)).expect(200);
        String old = TestServer.PASSWORD;
        change(li.client(), old, old).expect(400, "password-used-before");
        for (String next : List.of("the second one", "the third one", "the fourth one")) {
            change(li.client(), old, next).expect(200);
            old = next;
        }
        change(li.client(), old, "the second one").expect(400, "password-used-before");
        acme.admin()
                .post("/api/v1/members/" + li.id() + "/password", Map.of("password", "the third one"))
                .expect(400, "password-used-before");
        change(li.client(), old, TestServer.PASSWORD).expect(200);
    }

    @Test
    void whoHasNoSecondFactorMayDoNothingButSetItUpWhereItIsDemanded() {
        set("secondFactor", "all").expect(200);
        JsonNode me = signIn(li, TestServer.PASSWORD).expect(200).json();
        assertThat(me.path("confined").asString()).isEqualTo("second-factor");
        Client client = li.client();
        client.get("/api/v1/me").expect(200);
        client.get("/api/v1/members").expect(403, "second-factor-needed");
        client.get("/api/v1/entities").expect(403, "second-factor-needed");
        client.post("/api/v1/keys", Map.of("name", "x")).expect(403, "second-factor-needed");
        acme.admin().get(PATH).expect(403, "second-factor-needed");
        assertThat(client.get("/api/v1/me/security")
                        .expect(200)
                        .json()
                        .path("demanded")
                        .asBoolean())
                .isTrue();
        acme.keyOf(li).get("/api/v1/members").expect(200);
        Phone.enrol(client);
        client.get("/api/v1/members").expect(200);
        assertThat(client.get("/api/v1/me").json().path("confined").isNull()).isTrue();
    }

    @Test
    void itMayBeDemandedOfAdministratorsAlone() {
        set("secondFactor", "admins").expect(200);
        li.client().get("/api/v1/members").expect(200);
        acme.admin().get("/api/v1/members").expect(403, "second-factor-needed");
        Phone.enrol(acme.admin());
        acme.admin().get("/api/v1/members").expect(200);
    }

    @Test
    void anExpiredPasswordMustBeChangedBeforeAnythingElse() {
        age("account", "password_set_at", Duration.ofDays(31), li);
        set("password", password(8, 0, 30)).expect(200);
        assertThat(signIn(li, TestServer.PASSWORD)
                        .expect(200)
                        .json()
                        .path("confined")
                        .asString())
                .isEqualTo("password");
        li.client().get("/api/v1/members").expect(403, "password-expired");
        change(li.client(), TestServer.PASSWORD, "a quite good one").expect(200);
        li.client().get("/api/v1/members").expect(200);
        acme.admin().get("/api/v1/members").expect(200);
    }

    @Test
    void onlyAllowedAddressesGetIn() {
        set("addresses", List.of("203.0.113.0/24")).expect(409, "address-locks-out");
        set("addresses", List.of("203.0.113.0/24", "127.0.0.0/8")).expect(200);
        li.client().get("/api/v1/members").expect(200);
        signIn(li, TestServer.PASSWORD).expect(200);
        // As it would be, were the office to move.
        TestServer.bean(WorkspaceSecurity.class)
                .change(
                        acme.workspace(),
                        new SecuritySettings(
                                PasswordRules.USUAL,
                                SecuritySettings.Demand.NONE,
                                List.of(AddressRange.of("203.0.113.0/24")),
                                SecuritySettings.SessionLife.USUAL),
                        null);
        li.client().get("/api/v1/members").expect(403, "address-not-allowed");
        acme.keyOf(li).get("/api/v1/members").expect(403, "address-not-allowed");
        Answer refused = signIn(li, TestServer.PASSWORD).expect(403, "address-not-allowed");
        assertThat(refused.json().path("detail").asString()).contains("127.0.0.1");
        signIn(li, "a wrong password").expect(401, "wrong-credentials");
        li.client().delete("/api/v1/session").expect(204);
        try (var rescue = TestServer.start(Map.of("zhike.security.from-everywhere", true))) {
            acme.admin().at(TestServer.address(rescue)).get(PATH).expect(200);
        }
    }

    @Test
    void aKeysOwnListNarrows() {
        Client local = key(List.of("127.0.0.1/32", "::1"));
        local.get("/api/v1/members").expect(200);
        key(List.of("203.0.113.7")).get("/api/v1/members").expect(403, "address-not-allowed");
        li.client()
                .post("/api/v1/keys", Map.of("name", "x", "addresses", List.of("office")))
                .expect(400, "address-range-invalid");
        JsonNode listed = li.client().get("/api/v1/keys").expect(200).json().path("items");
        assertThat(listed.get(0).path("addresses").get(0).asString()).isEqualTo("203.0.113.7");
    }

    private Client key(List<String> addresses) {
        String secret = li.client()
                .post("/api/v1/keys", Map.of("name", "key", "addresses", addresses))
                .expect(201)
                .json()
                .path("key")
                .asString();
        return TestServer.stranger().with("Authorization", "Bearer " + secret);
    }

    @Test
    void aSessionEndsWhenTheWorkspaceSaysSo() {
        age("session", "seen_at", Duration.ofHours(2), li);
        li.client().get("/api/v1/me").expect(200);
        age("session", "seen_at", Duration.ofHours(2), li);
        set("sessions", life(60, null)).expect(200);
        li.client().get("/api/v1/me").expect(401);
        acme.admin().get("/api/v1/me").expect(200);
        age("session", "created_at", Duration.ofDays(3), acme.administrator());
        acme.admin().get("/api/v1/me").expect(200);
        set("sessions", life(60, 2)).expect(200);
        acme.admin().get("/api/v1/me").expect(401);
    }

    @Test
    void administratorsEndTheSessionsOfAMember() {
        TestServer.signedIn(acme.workspace(), li.member());
        JsonNode seen = acme.admin()
                .get("/api/v1/members/" + li.id() + "/access")
                .expect(200)
                .json()
                .path("sessions");
        assertThat(seen).hasSize(2);
        String path = "/api/v1/members/" + li.id() + "/sessions";
        String one = path + "/" + seen.get(0).path("id").asString();
        li.client().delete(one).expect(403, "admin-needed");
        acme.admin().delete(one).expect(204);
        acme.admin().delete(one).expect(404, "no-such-session");
        String own = acme.admin()
                .get("/api/v1/me/sessions")
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        acme.admin().delete(path + "/" + own).expect(404, "no-such-session");
        acme.admin().delete(path).expect(204);
        li.client().get("/api/v1/me").expect(401);
        ToldLog log = new ToldLog(acme);
        assertThat(ToldLog.sentence(log.last("member-session-ended"))).contains("李小龙");
        assertThat(ToldLog.sentence(log.last("sessions-ended"))).contains("李小龙");
    }
}

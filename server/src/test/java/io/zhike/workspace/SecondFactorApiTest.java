package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Signing in by two steps, and what leads there and away from it. */
class SecondFactorApiTest {
    private static final String PATH = "/api/v1/me/second-factor";

    private final TestWorkspace acme = TestServer.newWorkspace();
    private final TestWorkspace.Person li = acme.newMember("李");

    private static Answer signIn(TestWorkspace.Person person) {
        return TestServer.stranger()
                .post("/api/v1/session", Map.of("account", person.account(), "password", TestServer.PASSWORD));
    }

    private static String challenge(TestWorkspace.Person person) {
        return signIn(person).expect(202).json().path("challenge").asString();
    }

    private static Answer second(String challenge, String code) {
        return TestServer.stranger().post("/api/v1/session/code", Map.of("challenge", challenge, "code", code));
    }

    private static JsonNode state(Client client) {
        return client.get("/api/v1/me/security").expect(200).json().path("secondFactor");
    }

    @Test
    void signsInByPasswordAndCodeAndByNeitherAlone() {
        Phone phone = Phone.enrol(li.client());
        Answer first = signIn(li).expect(202);
        assertThat(first.header("Set-Cookie")).isEmpty();
        assertThat(first.json().propertyNames()).containsExactlyInAnyOrder("challenge", "seconds");
        String challenge = first.json().path("challenge").asString();
        TestServer.stranger()
                .with("Cookie", SessionCookie.NAME + "=" + challenge)
                .get("/api/v1/me")
                .expect(401);
        second("forged", phone.code()).expect(401, "challenge-over");
        Answer in = second(challenge, phone.code()).expect(200);
        String cookie = in.header("Set-Cookie");
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
        assertThat(in.json().path("member").path("name").asString()).isEqualTo("李");
        second(challenge, phone.recoveryCodes().getFirst()).expect(401, "challenge-over");
    }

    @Test
    void aCodeCountsOnce() {
        Phone phone = Phone.enrol(li.client());
        second(challenge(li), phone.sameCode()).expect(400, "code-wrong");
        second(challenge(li), phone.code()).expect(200);
        second(challenge(li), phone.sameCode()).expect(400, "code-wrong");
    }

    @Test
    void aRecoveryCodeLetsInOnceAndIsToldToTheLog() {
        Phone phone = Phone.enrol(li.client());
        String code = phone.recoveryCodes().get(3);
        second(challenge(li), code).expect(200);
        second(challenge(li), code).expect(400, "code-wrong");
        ToldLog log = new ToldLog(acme);
        assertThat(ToldLog.sentence(log.last("recovery-code-used"))).contains("恢复码");
        assertThat(ToldLog.sentence(log.last("code-failed"))).contains(li.account());
    }

    @Test
    void guessingCodesIsThrottledWhateverPasswordsAreGivenBetween() {
        Phone phone = Phone.enrol(li.client());
        for (int i = 0; i < 5; i++) {
            second(challenge(li), "wrong-recovery-code-" + i).expect(400, "code-wrong");
        }
        Answer refused = second(challenge(li), phone.code()).expect(429, "too-many-tries");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        second(challenge(li), phone.recoveryCodes().getFirst()).expect(429, "too-many-tries");
    }

    @Test
    void settingItUpAsksForThePasswordAndEndsOtherSessions() {
        li.client().post(PATH, Map.of("password", "not mine")).expect(400, "password-wrong");
        li.client().post(PATH, "{}").expect(400, "password-wrong");
        li.client().post(PATH + "/confirmation", Map.of("code", "123456")).expect(409, "second-factor-not-begun");
        Client elsewhere = TestServer.signedIn(acme.workspace(), li.member());
        Phone.enrol(li.client());
        elsewhere.get("/api/v1/me").expect(401);
        assertThat(state(li.client()).path("on").asBoolean()).isTrue();
        assertThat(state(li.client()).path("recoveryCodes").asInt()).isEqualTo(10);
        li.client().post(PATH, Map.of("password", TestServer.PASSWORD)).expect(409, "second-factor-on");
        assertThat(ToldLog.sentence(new ToldLog(acme).last("second-factor-set")))
                .startsWith("李");
    }

    @Test
    void anUnfinishedOneChangesNothing() {
        li.client().post(PATH, Map.of("password", TestServer.PASSWORD)).expect(200);
        li.client().post(PATH + "/confirmation", Map.of("code", "nonsense")).expect(400, "code-wrong");
        assertThat(state(li.client()).path("on").asBoolean()).isFalse();
        signIn(li).expect(200);
    }

    @Test
    void turningItOffNeedsPasswordAndCode() {
        Phone phone = Phone.enrol(li.client());
        li.client()
                .post(PATH + "/removal", Map.of("password", TestServer.PASSWORD))
                .expect(400, "code-needed");
        li.client()
                .post(PATH + "/removal", Map.of("password", "not mine", "code", phone.code()))
                .expect(400, "password-wrong");
        li.client()
                .post(PATH + "/removal", Map.of("password", TestServer.PASSWORD, "code", "000000"))
                .expect(400, "code-wrong");
        signIn(li).expect(202);
        li.client()
                .post(PATH + "/removal", Map.of("password", TestServer.PASSWORD, "code", phone.code()))
                .expect(204);
        signIn(li).expect(200);
        li.client().post(PATH + "/removal", "{}").expect(409, "second-factor-off");
        assertThat(ToldLog.sentence(new ToldLog(acme).last("second-factor-removed")))
                .startsWith("李");
    }

    @Test
    void newRecoveryCodesTakeThePlaceOfTheOldOnes() {
        Phone phone = Phone.enrol(li.client());
        JsonNode renewed = li.client()
                .post(PATH + "/recovery-codes", Map.of("password", TestServer.PASSWORD, "code", phone.code()))
                .expect(200)
                .json()
                .path("recoveryCodes");
        assertThat(renewed).hasSize(10);
        second(challenge(li), phone.recoveryCodes().getFirst()).expect(400, "code-wrong");
        second(challenge(li), renewed.get(0).asString()).expect(200);
    }

    @Test
    void keysAreNotConcernedAndMayDoNothingAboutIt() {
        Phone phone = Phone.enrol(li.client());
        Client key = acme.keyOf(li);
        key.get("/api/v1/me").expect(200);
        key.post(PATH, Map.of("password", TestServer.PASSWORD)).expect(403, "session-needed");
        key.post(PATH + "/removal", Map.of("password", TestServer.PASSWORD, "code", phone.code()))
                .expect(403, "session-needed");
        key.get("/api/v1/me/security").expect(403, "session-needed");
    }

    @Test
    void anAdministratorResetsItForWhoLostThePhone() {
        Phone.enrol(li.client());
        String reset = "/api/v1/members/" + li.id() + "/second-factor";
        li.client().delete(reset).expect(403, "admin-needed");
        acme.keyOf(acme.administrator()).delete(reset).expect(403, "session-needed");
        JsonNode access = acme.admin()
                .get("/api/v1/members/" + li.id() + "/access")
                .expect(200)
                .json();
        assertThat(access.path("secondFactor").asBoolean()).isTrue();
        acme.admin().delete(reset).expect(204);
        li.client().get("/api/v1/me").expect(401);
        signIn(li).expect(200);
        acme.admin().delete(reset).expect(409, "second-factor-off");
        assertThat(ToldLog.sentence(new ToldLog(acme).last("second-factor-reset")))
                .contains("李");
    }

    @Test
    void nobodyResetsThatOfAnAccountThatIsUsedElsewhere() {
        Phone.enrol(li.client());
        TestWorkspace other = TestServer.newWorkspace();
        TestServer.bean(io.zhike.store.Database.class)
                .writing(ctx -> TestServer.bean(Accounts.class)
                        .join(ctx, li.member().account(), other.workspace(), java.util.UUID.randomUUID()));
        acme.admin().delete("/api/v1/members/" + li.id() + "/second-factor").expect(403, "account-shared");
    }

    @Test
    void joiningAnotherWorkspaceWithTheAccountAsksForACodeToo() {
        Phone phone = Phone.enrol(li.client());
        TestWorkspace other = TestServer.newWorkspace();
        String token = other.admin()
                .post("/api/v1/invitations", Map.of("label", "x", "most", 1))
                .expect(201)
                .json()
                .path("token")
                .asString();
        Map<String, Object> coming = new java.util.HashMap<>(Map.of(
                "token",
                token,
                "name",
                "李",
                "account",
                li.account(),
                "password",
                TestServer.PASSWORD,
                "existing",
                true));
        TestServer.stranger().post("/api/v1/join", coming).expect(400, "code-needed");
        coming.put("code", phone.sameCode());
        TestServer.stranger().post("/api/v1/join", coming).expect(400, "code-wrong");
        coming.put("code", phone.code());
        TestServer.stranger().post("/api/v1/join", coming).expect(201);
    }

    @Test
    void whoCanSetTheServersSettingsLetsTheOnlyAdministratorInAgain() {
        Phone.enrol(acme.admin());
        signIn(acme.administrator()).expect(202);
        List<Object> settings = List.of(acme.administrator().account());
        try (var _ = TestServer.start(Map.of("zhike.security.reset-second-factor", settings.getFirst()))) {
            signIn(acme.administrator()).expect(200);
        }
        assertThat(ToldLog.sentence(new ToldLog(new TestWorkspace(
                                acme.workspace(), TestServer.newPerson(acme.workspace(), "另一位", true)))
                        .last("second-factor-reset")))
                .contains("两步验证");
    }
}

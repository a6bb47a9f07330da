package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.store.Database;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InvitationApiTest {
    private static final String PASSWORD = "a long password";

    private final TestWorkspace acme = TestServer.newWorkspace();
    private final Members members = TestServer.bean(Members.class);
    private final Departments departments = TestServer.bean(Departments.class);
    private final Database database = TestServer.bean(Database.class);

    private JsonNode made(Map<String, Object> wanted) {
        return acme.admin().post("/api/v1/invitations", wanted).expect(201).json();
    }

    private String token(Map<String, Object> wanted) {
        return made(wanted).path("token").asString();
    }

    private static Answer join(String token, String name, String account) {
        return TestServer.stranger()
                .post("/api/v1/join", Map.of("token", token, "name", name, "account", account, "password", PASSWORD));
    }

    private static String fresh() {
        return "new." + UUID.randomUUID();
    }

    private static Answer look(String token) {
        return TestServer.stranger().post("/api/v1/join/look", Map.of("token", token));
    }

    @Test
    void letsSomebodyInWithDepartmentsAndIsToldOnce() {
        UUID sales = departments.create(acme.workspace(), "销售部", null).id();
        UUID east = departments.create(acme.workspace(), "华东", sales).id();
        JsonNode made = made(Map.of("label", "秋招", "departments", List.of(east, sales)));
        String token = made.path("token").asString();
        JsonNode seen = look(token).expect(200).json();
        assertThat(seen.path("workspace").asString()).isEqualTo(acme.workspace().name());
        assertThat(seen.path("by").asString())
                .isEqualTo(acme.administrator().member().name());

        String account = fresh();
        Answer joined = join(token, "张三", account).expect(201);
        assertThat(joined.json().path("member").path("name").asString()).isEqualTo("张三");
        assertThat(joined.header("Set-Cookie")).contains(SessionCookie.NAME);
        Member member = members.named(acme.workspace(), "张三").getFirst();
        assertThat(member.department()).isEqualTo(east);
        assertThat(member.departments()).containsExactlyInAnyOrder(east, sales);
        assertThat(member.admin()).isFalse();
        TestServer.stranger()
                .post("/api/v1/session", Map.of("account", account, "password", PASSWORD))
                .expect(200);

        String listed = acme.admin().get("/api/v1/invitations").expect(200).text();
        assertThat(listed).contains("秋招").doesNotContain(token);
        assertThat(stored()).doesNotContain(token);
    }

    private String stored() {
        return database.read(ctx -> ctx.selectFrom(InvitationRows.TABLE).fetch().formatJSON());
    }

    @Test
    void endsWhenItIsUsedUp() {
        String token = token(Map.of("most", 1));
        join(token, "张三", fresh()).expect(201);
        join(token, "李四", fresh()).expect(403, "invitation-used-up");
        look(token).expect(403, "invitation-used-up");
        assertThat(members.named(acme.workspace(), "李四")).isEmpty();
        assertThat(acme.admin().get("/api/v1/invitations").json().path("items")).isEmpty();
    }

    @Test
    void endsWhenItsTimeIsOver() {
        JsonNode made = made(Map.of());
        database.writing(ctx -> ctx.update(InvitationRows.TABLE)
                .set(Columns.EXPIRES_AT, Instant.now().minusSeconds(1))
                .where(Columns.ID.eq(
                        UUID.fromString(made.path("invitation").path("id").asString())))
                .execute());
        join(made.path("token").asString(), "张三", fresh()).expect(403, "invitation-expired");
    }

    @Test
    void endsWhenItIsWithdrawn() {
        JsonNode made = made(Map.of());
        String path =
                "/api/v1/invitations/" + made.path("invitation").path("id").asString();
        acme.admin().delete(path).expect(204);
        join(made.path("token").asString(), "张三", fresh()).expect(403, "invitation-revoked");
        acme.admin().delete(path).expect(404, "no-such-invitation");
    }

    @Test
    void isNobodyElsesToSeeOrWithdraw() {
        TestWorkspace other = TestServer.newWorkspace();
        JsonNode made = made(Map.of("label", "内部"));
        String path =
                "/api/v1/invitations/" + made.path("invitation").path("id").asString();
        other.admin().delete(path).expect(404, "no-such-invitation");
        assertThat(other.admin().get("/api/v1/invitations").text()).doesNotContain("内部");
        TestWorkspace.Person person = acme.newMember("张三");
        person.client().get("/api/v1/invitations").expect(403, "admin-needed");
        person.client().post("/api/v1/invitations", "{}").expect(403, "admin-needed");
        acme.keyOf(acme.administrator()).post("/api/v1/invitations", "{}").expect(403, "session-needed");
        look(made.path("token").asString()).expect(200);
    }

    @Test
    void endsWithTheMembershipOfWhoMadeIt() {
        TestWorkspace.Person second = TestServer.newPerson(acme.workspace(), "二号", true);
        String token = second.client()
                .post("/api/v1/invitations", "{}")
                .expect(201)
                .json()
                .path("token")
                .asString();
        acme.admin()
                .patch("/api/v1/members/" + second.id(), "{\"active\": false}")
                .expect(200);
        join(token, "张三", fresh()).expect(403, "invitation-revoked");
    }

    @Test
    void refusesTermsThatMakeNoSense() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("most", 0),
                Map.of("days", 0),
                Map.of("days", 91),
                Map.of("departments", List.of(UUID.randomUUID())),
                Map.of("roles", List.of("no-such-role")),
                Map.of("label", "x".repeat(101)))) {
            acme.admin().post("/api/v1/invitations", wrong).expect(400);
        }
        assertThat(acme.admin().get("/api/v1/invitations").json().path("items")).isEmpty();
    }

    @Test
    void refusesAccountsThatAreTakenAndBadPasswordsWithoutBeingUsed() {
        String token = token(Map.of("most", 1));
        join(token, "张三", acme.administrator().account()).expect(409, "account-taken");
        TestServer.stranger()
                .post("/api/v1/join", Map.of("token", token, "name", "张三", "account", fresh(), "password", "short"))
                .expect(400, "password-too-short");
        join(token, " ", fresh()).expect(400, "required");
        join(token, "张三", fresh()).expect(201);
    }

    @Test
    void letsAnAccountOfAnotherWorkspaceJoinWithItsOwnPassword() {
        TestWorkspace other = TestServer.newWorkspace();
        String token = token(Map.of());
        Map<String, Object> coming = new HashMap<>(Map.of(
                "token", token, "name", "外援", "account", other.administrator().account(), "existing", true));
        coming.put("password", "wrong password");
        TestServer.stranger().post("/api/v1/join", coming).expect(401, "wrong-credentials");
        coming.put("password", TestServer.PASSWORD);
        TestServer.stranger().post("/api/v1/join", coming).expect(201);
        TestServer.stranger().post("/api/v1/join", coming).expect(409, "already-member");
        assertThat(members.named(acme.workspace(), "外援")).hasSize(1);
    }

    @Test
    void letsNobodyBackInWhoWasDeactivated() {
        TestWorkspace.Person person = acme.newMember("张三");
        acme.admin()
                .patch("/api/v1/members/" + person.id(), "{\"active\": false}")
                .expect(200);
        TestServer.stranger()
                .post(
                        "/api/v1/join",
                        Map.of(
                                "token",
                                token(Map.of()),
                                "name",
                                "张三",
                                "account",
                                person.account(),
                                "password",
                                TestServer.PASSWORD,
                                "existing",
                                true))
                .expect(403, "membership-ended");
    }

    @Test
    void givesAMemberWithoutAccountOne() {
        Member waiting = members.create(acme.workspace(), NewMember.named("王五"));
        String path = "/api/v1/members/" + waiting.id() + "/invitation";
        String first = acme.admin()
                .post(path, "{\"account\": \"wang.wu\"}")
                .expect(201)
                .json()
                .path("token")
                .asString();
        String second =
                acme.admin().post(path, "{}").expect(201).json().path("token").asString();
        look(first).expect(403, "invitation-revoked");
        assertThat(look(second).expect(200).json().path("name").asString()).isEqualTo("王五");
        String account = fresh();
        join(second, "别的名字", account).expect(201);
        Member now = members.find(acme.workspace(), waiting.id()).orElseThrow();
        assertThat(now.name()).isEqualTo("王五");
        assertThat(now.account()).isNotNull();
        acme.admin().post(path, "{}").expect(409, "has-account");
        JsonNode access = acme.admin()
                .get("/api/v1/members/" + waiting.id() + "/access")
                .expect(200)
                .json();
        assertThat(access.path("account").asString()).isEqualTo(account);
        assertThat(access.path("sessions")).hasSize(1);
        acme.admin().delete("/api/v1/members/" + waiting.id() + "/sessions").expect(204);
        assertThat(acme.admin()
                        .get("/api/v1/members/" + waiting.id() + "/access")
                        .json()
                        .path("sessions"))
                .isEmpty();
    }

    @Test
    void isForNobodyWhoHasLeft() {
        Member waiting = members.create(acme.workspace(), NewMember.named("王五"));
        String path = "/api/v1/members/" + waiting.id() + "/invitation";
        String token =
                acme.admin().post(path, "{}").expect(201).json().path("token").asString();
        members.deactivate(acme.workspace(), waiting.id());
        join(token, "王五", fresh()).expect(403, "invitation-revoked");
        acme.admin().post(path, "{}").expect(409, "member-inactive");
    }

    @Test
    void slowsDownGuessing() {
        String wrong = "guess" + UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            look(wrong).expect(404, "no-such-invitation");
        }
        assertThat(List.of(look(wrong).status(), look(wrong).status())).contains(429);
        database.writing(ctx -> ctx.deleteFrom(io.zhike.store.SystemSchema.table("sign_in_failure"))
                .where(DSL.noCondition())
                .execute());
    }
}

package io.zhike.workspace;

import io.zhike.store.Database;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PasswordApiTest {
    private static final Map<String, String> RESET = Map.of("password", "a fresh password");

    private final TestWorkspace acme = TestServer.newWorkspace();
    private final TestWorkspace.Person person = acme.newMember("张三");

    @Test
    void letsAMemberInAgainAndEndsTheOldSessions() {
        acme.admin().post(path(person.id()), RESET).expect(204);
        person.client().get("/api/v1/me").expect(401);
        TestServer.stranger()
                .post("/api/v1/session", Map.of("account", person.account(), "password", "a fresh password"))
                .expect(200);
    }

    @Test
    void isRefusedToMembersAndKeys() {
        person.client().post(path(acme.administrator().id()), RESET).expect(403, "admin-needed");
        acme.keyOf(acme.administrator()).post(path(person.id()), RESET).expect(403, "session-needed");
    }

    @Test
    void isRefusedForAnAccountThatIsUsedElsewhere() {
        TestWorkspace other = TestServer.newWorkspace();
        UUID account = person.member().account();
        TestServer.bean(Database.class)
                .writing(ctx ->
                        TestServer.bean(Accounts.class).join(ctx, account, other.workspace(), UUID.randomUUID()));
        acme.admin().post(path(person.id()), RESET).expect(403, "account-shared");
    }

    @Test
    void isRefusedWhereThereIsNoAccountOrAWeakPassword() {
        Member nameOnly = TestServer.bean(Members.class).create(acme.workspace(), NewMember.named("历史"));
        acme.admin().post(path(nameOnly.id()), RESET).expect(409, "no-account");
        acme.admin().post(path(UUID.randomUUID()), RESET).expect(404, "no-such-member");
        acme.admin().post(path(person.id()), "{\"password\": \"short\"}").expect(400, "password-too-short");
    }

    private static String path(UUID member) {
        return "/api/v1/members/" + member + "/password";
    }
}

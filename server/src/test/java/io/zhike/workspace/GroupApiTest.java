package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GroupApiTest {
    private final TestWorkspace acme = TestServer.newWorkspace();
    private final UUID zhang = acme.newMember("张三").id();
    private final UUID li = acme.newMember("李四").id();

    @Test
    void holdsMembers() {
        JsonNode made = post(Map.of("name", "销售A组", "members", List.of(zhang, li, zhang)))
                .expect(201)
                .json();
        assertThat(made.path("members").size()).isEqualTo(2);
        MemberGroup found =
                TestServer.bean(Groups.class).named(acme.workspace(), "销售A组").orElseThrow();
        assertThat(found.members()).containsExactlyInAnyOrder(zhang, li);
    }

    @Test
    void isRenamedWithoutLosingMembersAndEmptiedWithoutLosingItsName() {
        String path = "/api/v1/groups/"
                + post(Map.of("name", "a", "members", List.of(zhang)))
                        .json()
                        .path("id")
                        .asString();
        acme.admin().patch(path, "{\"name\": \"b\"}").expect(200);
        assertThat(acme.admin().get(path).json().path("members").size()).isEqualTo(1);
        JsonNode emptied =
                acme.admin().patch(path, "{\"members\": []}").expect(200).json();
        assertThat(emptied.path("name").asString()).isEqualTo("b");
        assertThat(emptied.path("members").size()).isZero();
        acme.admin().with("If-Match", "1").patch(path, "{\"name\": \"c\"}").expect(409, "version-conflict");
        acme.admin().delete(path).expect(204);
        acme.admin().get(path).expect(404, "no-such-group");
        acme.admin().delete(path).expect(404, "no-such-group");
    }

    @Test
    void refusesTakenNamesAndUnknownMembers() {
        post(Map.of("name", "a")).expect(201);
        post(Map.of("name", " a ")).expect(409, "group-taken");
        Answer unknown =
                post(Map.of("name", "b", "members", List.of(UUID.randomUUID()))).expect(400, "no-such-member");
        assertThat(unknown.json().path("errors").findValuesAsString("path")).containsExactly("members");
        post(Map.of("name", "b", "members", List.of("x"))).expect(400, "wrong-value-type");
    }

    @Test
    void isChangedByAdministratorsOnly() {
        Client member = acme.newMember("王五").client();
        member.post("/api/v1/groups", "{\"name\": \"x\"}").expect(403, "admin-needed");
        member.get("/api/v1/groups").expect(200);
    }

    private Answer post(Map<String, Object> group) {
        return acme.admin().post("/api/v1/groups", group);
    }
}

package io.zhike.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RolesApiTest {
    private final TestWorkspace company = TestServer.newWorkspace();
    private final TestWorkspace.Person ann = company.newMember("安");

    RolesApiTest() {
        define(
                "entity",
                "lead",
                "{\"label\": {\"zh\": \"线索\"}, \"fields\": ["
                        + "{\"code\": \"name\", \"type\": \"text\", \"label\": {\"zh\": \"名称\"}, \"title\": true}]}");
        define("role", "reader", role("\"read\": \"all\", \"fields\": {\"*\": \"read\"}"));
        define("role", "owner", role("\"create\": true, \"read\": \"own\", \"update\": \"own\""));
        company.admin().post("/api/v1/publish", "{}").expect(200);
    }

    private static String role(String rights) {
        return "{\"label\": {\"zh\": \"角色\"}, \"entities\": {\"lead\": {" + rights + "}}}";
    }

    private void define(String kind, String code, String document) {
        company.admin()
                .put("/api/v1/definitions/" + kind + "/" + code, document)
                .expect(200);
    }

    private String address() {
        return "/api/v1/members/" + ann.id() + "/roles";
    }

    @Test
    void givesAndTakesRolesWithEffectAtOnce() {
        Client client = ann.client();
        client.get("/api/v1/records/lead").expect(404, "unknown-entity");
        assertThat(company.admin()
                        .put(address(), Map.of("roles", List.of("reader", "owner", "reader")))
                        .expect(200)
                        .text())
                .isEqualTo("{\"roles\":[\"owner\",\"reader\"]}");
        client.get("/api/v1/records/lead").expect(200);
        company.admin().put(address(), Map.of("roles", List.of())).expect(200);
        client.get("/api/v1/records/lead").expect(404, "unknown-entity");
    }

    @Test
    void changesOfARoleHoldFromTheNextRequestOn() {
        company.admin().put(address(), Map.of("roles", List.of("reader"))).expect(200);
        ann.client().get("/api/v1/records/lead?fields=name").expect(200);
        define("role", "reader", role("\"read\": \"all\", \"fields\": {\"*\": \"read\", \"name\": \"none\"}"));
        company.admin().post("/api/v1/publish", "{}").expect(200);
        ann.client().get("/api/v1/records/lead?fields=name").expect(400, "unknown-field");
    }

    @Test
    void refusesRolesAndMembersThatAreNotThere() {
        company.admin()
                .put(address(), Map.of("roles", List.of("reader", "nosuch")))
                .expect(400, "unknown-roles");
        company.admin().get("/api/v1/members/" + new UUID(1, 2) + "/roles").expect(404, "unknown-member");
        assertThat(company.admin().get(address()).expect(200).text()).isEqualTo("{\"roles\":[]}");
    }

    @Test
    void isForAdministratorsOnly() {
        ann.client().get("/api/v1/roles").expect(403);
        ann.client().get(address()).expect(403);
        ann.client().put(address(), Map.of("roles", List.of("reader"))).expect(403);
        assertThat(company.admin().get("/api/v1/roles").expect(200).json().path("items"))
                .hasSize(2);
    }

    @Test
    void letsAMemberWhoIsNoLongerActiveDoNothing() {
        Access access = TestServer.bean(Access.class);
        company.admin().put(address(), Map.of("roles", List.of("reader"))).expect(200);
        assertThat(access.of(company.caller(ann)).on("lead").visible()).isTrue();
        company.admin()
                .patch("/api/v1/members/" + ann.id(), Map.of("active", false))
                .expect(200);
        assertThat(access.of(company.caller(ann)).on("lead")).isEqualTo(EntityGrant.NOTHING);
    }

    @Test
    void refusesARoleThatIsNotWrittenAsItHasToBe() {
        for (String rights : List.of(
                "\"read\": \"everything\"",
                "\"read\": {\"when\": \"x\"}",
                "\"fields\": {\"name\": \"none\"}",
                "\"fields\": {\"*\": \"maybe\"}",
                "\"create\": \"yes\"",
                "\"peek\": true")) {
            company.admin().put("/api/v1/definitions/role/broken", role(rights)).expect(400, "invalid-definition");
        }
    }
}

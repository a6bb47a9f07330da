package io.zhike.access;

import static io.zhike.workspace.ToldLog.sentence;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import io.zhike.workspace.ToldLog;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SeeAsTest {
    private static final String SEE_AS = "Zhike-See-As";

    private final TestWorkspace company = TestServer.newWorkspace();
    private final ToldLog log = new ToldLog(company);
    private final Client admin = company.admin();
    private final TestWorkspace.Person ann = company.newMember("安");
    private final TestWorkspace.Person bo = company.newMember("博");
    private final Client asAnn = admin.with(SEE_AS, ann.id().toString());

    SeeAsTest() {
        admin.put("/api/v1/definitions/entity/lead", """
                {"label": {"zh": "线索"}, "fields": [
                 {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
                 {"code": "price", "type": "text", "label": {"zh": "底价"}}]}""").expect(200);
        admin.put("/api/v1/definitions/role/clerk", """
                {"label": {"zh": "店员"}, "entities": {"lead":
                 {"create": true, "read": "own", "update": "own", "fields": {"*": "write", "price": "none"}}}}""").expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        for (TestWorkspace.Person person : List.of(ann, bo)) {
            admin.put("/api/v1/members/" + person.id() + "/roles", Map.of("roles", List.of("clerk")))
                    .expect(200);
        }
        ann.client().post("/api/v1/records/lead", "{\"name\": \"安的\"}").expect(201);
        bo.client().post("/api/v1/records/lead", "{\"name\": \"博的\"}").expect(201);
        admin.post("/api/v1/records/lead", "{\"name\": \"我的\", \"price\": \"9\"}")
                .expect(201);
    }

    private static List<String> names(Client client, String address) {
        return client.get(address)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("name").asString())
                .toList();
    }

    @Test
    void showsJustWhatTheMemberSees() {
        JsonNode theirs = ann.client().get("/api/v1/records/lead").expect(200).json();
        assertThat(asAnn.get("/api/v1/records/lead").expect(200).json()).isEqualTo(theirs);
        assertThat(names(asAnn, "/api/v1/records/lead")).containsExactly("安的");
        JsonNode me = asAnn.get("/api/v1/me").expect(200).json();
        assertThat(me.path("member").path("name").asString()).isEqualTo("安");
        assertThat(me.path("admin").asBoolean()).isFalse();
        asAnn.get("/api/v1/roles").expect(403, "admin-needed");
        assertThat(names(admin, "/api/v1/records/lead")).hasSize(3);
    }

    @Test
    void isTakenFromTheAddressToo() {
        assertThat(names(admin, "/api/v1/records/lead?seeAs=" + bo.id())).containsExactly("博的");
    }

    @Test
    void changesNothing() {
        asAnn.post("/api/v1/records/lead", "{\"name\": \"乙\"}").expect(403, "preview-changes-nothing");
        asAnn.patch("/api/v1/me", "{\"name\": \"别人\"}").expect(403, "preview-changes-nothing");
        asAnn.post("/api/v1/query", "{\"entity\": \"lead\"}").expect(200);
        assertThat(names(admin, "/api/v1/records/lead")).hasSize(3);
    }

    @Test
    void isRefusedToWhoeverIsNoAdministrator() {
        Client curious = ann.client().with(SEE_AS, bo.id().toString());
        curious.get("/api/v1/records/lead").expect(403, "see-as-refused");
        curious.get("/api/v1/me").expect(403, "see-as-refused");
        ann.client().get("/api/v1/records/lead?seeAs=" + bo.id()).expect(403, "see-as-refused");
    }

    @Test
    void isRefusedForWhoeverIsNotThere() {
        admin.with(SEE_AS, UUID.randomUUID().toString()).get("/api/v1/me").expect(403, "see-as-refused");
        admin.with(SEE_AS, "nobody").get("/api/v1/me").expect(403, "see-as-refused");
        TestWorkspace.Person elsewhere = TestServer.newWorkspace().newMember("别家");
        admin.with(SEE_AS, elsewhere.id().toString()).get("/api/v1/me").expect(403, "see-as-refused");
        asAnn.get("/api/v1/me").expect(200);
        admin.patch("/api/v1/members/" + ann.id(), "{\"active\": false}").expect(200);
        asAnn.get("/api/v1/me").expect(403, "see-as-refused");
    }

    @Test
    void endsWithTheRightToDoSo() {
        TestWorkspace.Person other = company.newMember("丁");
        admin.patch("/api/v1/members/" + other.id(), "{\"admin\": true}").expect(200);
        Client looking = other.client().with(SEE_AS, ann.id().toString());
        assertThat(names(looking, "/api/v1/records/lead")).containsExactly("安的");
        admin.patch("/api/v1/members/" + other.id(), "{\"admin\": false}").expect(200);
        looking.get("/api/v1/records/lead").expect(403, "see-as-refused");
    }

    @Test
    void keysSeeAsNobodyElse() {
        Client program =
                company.keyOf(company.administrator()).with(SEE_AS, ann.id().toString());
        assertThat(names(program, "/api/v1/records/lead")).hasSize(3);
    }

    @Test
    void isToldOnceUnderTheNameOfWhoeverLooks() {
        asAnn.get("/api/v1/records/lead").expect(200);
        asAnn.get("/api/v1/me").expect(200);
        admin.with(SEE_AS, bo.id().toString()).get("/api/v1/me").expect(200);
        assertThat(log.read("?action=seen-as")).hasSize(2);
        assertThat(sentence(log.last("seen-as")))
                .isEqualTo(company.administrator().member().name() + " 以「博」的身份查看了工作台");
    }

    @Test
    void maySignOut() {
        asAnn.delete("/api/v1/session").expect(204);
        admin.get("/api/v1/me").expect(401);
        ann.client().get("/api/v1/me").expect(200);
    }
}

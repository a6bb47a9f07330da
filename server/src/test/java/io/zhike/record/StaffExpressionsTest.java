package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What expressions know of members and departments, in the server with its real people. */
class StaffExpressionsTest {
    private final TestWorkspace company = TestServer.newWorkspace();
    private final Client admin = company.admin();
    private final TestWorkspace.Person boss = company.newMember("主管");
    private final TestWorkspace.Person clerk = company.newMember("店员");
    private String sales = "";
    private String shop = "";

    @BeforeEach
    void settle() {
        sales = department(Map.of("name", "销售部"));
        shop = department(Map.of("name", "门店", "parent", sales));
        place(boss, "{\"department\": \"" + sales + "\"}");
        place(clerk, "{\"department\": \"" + shop + "\", \"supervisor\": \"" + boss.id() + "\"}");
        admin.put("/api/v1/definitions/entity/visit", """
                        {"label": {"zh": "拜访"}, "fields": [
                          {"code": "title", "type": "text", "label": {"zh": "标题"}, "title": true},
                          {"code": "checker", "type": "member", "label": {"zh": "复核人"}, "default": "SUPERVISOR(ME())"}]}""").expect(200);
        admin.put("/api/v1/definitions/role/seller", """
                        {"label": {"zh": "销售"}, "entities": {"visit": {"create": true,
                          "read": {"where": "INDEPARTMENT(owner, MYDEPARTMENT())"}, "update": "own", "fields": {"*": "write"}}}}""").expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        for (TestWorkspace.Person person : List.of(boss, clerk)) {
            admin.put("/api/v1/members/" + person.id() + "/roles", "{\"roles\": [\"seller\"]}")
                    .expect(200);
        }
    }

    private String department(Map<String, String> wanted) {
        return admin.post("/api/v1/departments", wanted)
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private void place(TestWorkspace.Person person, String change) {
        admin.patch("/api/v1/members/" + person.id(), change).expect(200);
    }

    private int count(Client client, String where) {
        return client.get("/api/v1/records/visit?where=" + URLEncoder.encode(where, StandardCharsets.UTF_8))
                .expect(200)
                .json()
                .path("items")
                .size();
    }

    @Test
    void aDefaultFindsTheSupervisorOfWhoCreates() {
        assertThat(clerk.client()
                        .post("/api/v1/records/visit", Map.of("title", "甲"))
                        .expect(201)
                        .json()
                        .path("checker")
                        .asString())
                .isEqualTo(boss.id().toString());
        assertThat(boss.client()
                        .post("/api/v1/records/visit", Map.of("title", "乙"))
                        .expect(201)
                        .json()
                        .path("checker")
                        .isNull())
                .isTrue();
    }

    @Test
    void theSupervisorIsTheHeadUpTheTreeWhereNobodyIsNamed() {
        place(clerk, "{\"supervisor\": null}");
        clerk.client().post("/api/v1/records/visit", Map.of("title", "甲")).expect(201);
        assertThat(count(admin, "ISBLANK(owner.supervisor)")).isEqualTo(1);
        admin.patch("/api/v1/departments/" + sales, "{\"head\": \"" + boss.id() + "\"}")
                .expect(200);
        assertThat(clerk.client()
                        .post("/api/v1/records/visit", Map.of("title", "乙"))
                        .expect(201)
                        .json()
                        .path("checker")
                        .asString())
                .isEqualTo(boss.id().toString());
        assertThat(count(admin, "owner.supervisor.name = \"主管\"")).isEqualTo(2);
        assertThat(count(admin, "SUPERVISOR(owner) = checker")).isEqualTo(1);
    }

    @Test
    void conditionsSeeDepartmentsWithAllBelowThem() {
        clerk.client().post("/api/v1/records/visit", Map.of("title", "甲")).expect(201);
        boss.client().post("/api/v1/records/visit", Map.of("title", "乙")).expect(201);

        assertThat(count(boss.client(), "TRUE")).isEqualTo(2);
        assertThat(count(clerk.client(), "TRUE")).isEqualTo(1);
        assertThat(count(boss.client(), "department IN MYDEPARTMENTS()")).isEqualTo(2);
        assertThat(count(admin, "department IN MYDEPARTMENTS()")).isZero();
    }

    @Test
    void aMoveHoldsFromTheNextRequestOn() {
        boss.client().post("/api/v1/records/visit", Map.of("title", "乙")).expect(201);
        assertThat(count(clerk.client(), "TRUE")).isZero();
        place(clerk, "{\"department\": \"" + sales + "\"}");
        assertThat(count(clerk.client(), "TRUE")).isEqualTo(1);
        admin.put("/api/v1/members/" + clerk.id() + "/roles", "{\"roles\": []}").expect(200);
        clerk.client().get("/api/v1/records/visit").expect(404);
        admin.patch("/api/v1/members/" + clerk.id(), "{\"active\": false}").expect(200);
        clerk.client().get("/api/v1/me").expect(401);
    }
}

package io.zhike.record.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Client;
import io.zhike.workspace.Departments;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Sharing of single records over HTTP: who may, with whom, how far, and that it holds at once and ends at once. */
class ShareApiTest {
    private static final TestWorkspace COMPANY = TestServer.newWorkspace();
    private static final Client ADMIN = COMPANY.admin();
    private static final TestWorkspace.Person LI = COMPANY.newMember("李雷");
    private static final TestWorkspace.Person WANG = COMPANY.newMember("王芳");
    private static final TestWorkspace.Person CLERK = COMPANY.newMember("赵");
    private static UUID east;
    private static UUID shanghai;

    private String record = "";
    private String shares = "";

    @BeforeAll
    static void define() {
        Departments departments = TestServer.bean(Departments.class);
        east = departments.create(COMPANY.workspace(), "华东", null).id();
        shanghai = departments.create(COMPANY.workspace(), "上海", east).id();
        ADMIN.patch("/api/v1/members/" + WANG.id(), Map.of("department", shanghai))
                .expect(200);
        put("entity", "visit", """
                {"label": {"zh": "拜访"}, "fields": [
                  {"code": "title", "type": "text", "label": {"zh": "标题"}, "title": true}]}""");
        put("role", "seller", """
                {"label": {"zh": "销售"}, "entities": {"visit": {"create": true, "read": "own", "update": "own",
                  "delete": "own", "share": true}}}""");
        put("role", "viewer", """
                {"label": {"zh": "只看"}, "entities": {"visit": {"read": "all", "share": true}}}""");
        put("role", "receiver", """
                {"label": {"zh": "协作"}, "entities": {"visit": {"read": "shared", "update": "shared", "delete": "shared"}}}""");
        put("role", "keeper", """
                {"label": {"zh": "仅新建"}, "entities": {"visit": {"create": true}}}""");
        put("role", "barred", """
                {"label": {"zh": "受限"}, "entities": {"visit": {"deny": {"share": true}}}}""");
        ADMIN.post("/api/v1/publish", "{}").expect(200);
    }

    private static void put(String kind, String code, String document) {
        ADMIN.put("/api/v1/definitions/" + kind + "/" + code, document).expect(200);
    }

    private static void roles(TestWorkspace.Person person, String... roles) {
        ADMIN.put("/api/v1/members/" + person.id() + "/roles", Map.of("roles", roles))
                .expect(200);
    }

    @BeforeEach
    void record() {
        roles(LI, "seller");
        roles(WANG, "seller");
        roles(CLERK, "viewer");
        record = "/api/v1/records/visit/"
                + LI.client()
                        .post("/api/v1/records/visit", Map.of("title", "甲"))
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
        shares = record + "/shares";
    }

    private static Map<String, Object> with(String kind, UUID principal, String level) {
        return new HashMap<>(Map.of("kind", kind, "principal", principal, "level", level));
    }

    private JsonNode share(Map<String, Object> wanted) {
        return LI.client().post(shares, wanted).expect(200).json();
    }

    @Test
    void aColleagueSeesWhatIsSharedAtOnceAndNoMoreOnceItIsTakenBack() {
        WANG.client().get(record).expect(404, "record-not-found");

        JsonNode share = share(with("member", WANG.id(), "read")).path("items").path(0);
        assertThat(share.path("principal").path("name").asString()).isEqualTo("王芳");
        assertThat(share.path("by").path("name").asString()).isEqualTo("李雷");
        WANG.client().get(record).expect(200);
        WANG.client().patch(record, Map.of("title", "乙")).expect(403, "record-forbidden");

        LI.client().delete(shares + "/" + share.path("id").asString()).expect(204);
        WANG.client().get(record).expect(404, "record-not-found");
        LI.client().delete(shares + "/" + share.path("id").asString()).expect(404, "share-missing");
    }

    @Test
    void whoIsGivenChangingChangesButDoesNotDelete() {
        share(with("member", WANG.id(), "update"));
        WANG.client().patch(record, Map.of("title", "乙")).expect(200);
        WANG.client().delete(record).expect(403, "record-forbidden");
        roles(WANG, "receiver");
        WANG.client().patch(record, Map.of("title", "丙")).expect(200);
        WANG.client().delete(record).expect(204);
    }

    @Test
    void groupsAndDepartmentsStandForTheirMembersOfThisMoment() {
        UUID group = UUID.fromString(ADMIN.post("/api/v1/groups", Map.of("name", "项目组", "members", List.of()))
                .expect(201)
                .json()
                .path("id")
                .asString());
        share(with("group", group, "read"));
        WANG.client().get(record).expect(404);
        ADMIN.patch("/api/v1/groups/" + group, Map.of("members", List.of(WANG.id())))
                .expect(200);
        WANG.client().get(record).expect(200);
        ADMIN.patch("/api/v1/groups/" + group, Map.of("members", List.of())).expect(200);
        WANG.client().get(record).expect(404);

        share(with("department", east, "read"));
        WANG.client().get(record).expect(404);
        Map<String, Object> tree = with("department", east, "read");
        tree.put("below", true);
        assertThat(share(tree).path("items")).hasSize(2);
        WANG.client().get(record).expect(200);
        ADMIN.delete("/api/v1/groups/" + group).expect(204);
        assertThat(LI.client()
                        .get(shares)
                        .expect(200)
                        .json()
                        .path("items")
                        .path(0)
                        .path("principal")
                        .path("name")
                        .isNull())
                .isTrue();
    }

    @Test
    void nobodyGivesOrTakesBackMoreThanTheyHave() {
        CLERK.client().post(shares, with("member", WANG.id(), "update")).expect(403, "share-above-own");
        JsonNode answer = CLERK.client()
                .post(shares, with("member", WANG.id(), "read"))
                .expect(200)
                .json();
        assertThat(answer.path("most").asString()).isEqualTo("read");
        String id = share(with("member", WANG.id(), "update"))
                .path("items")
                .path(0)
                .path("id")
                .asString();
        CLERK.client().post(shares, with("member", WANG.id(), "read")).expect(403, "share-above-own");
        CLERK.client().delete(shares + "/" + id).expect(403, "share-above-own");
        WANG.client().patch(record, Map.of("title", "乙")).expect(200);
    }

    @Test
    void onlyWhoMaySharesAndOnlyWhatTheyReach() {
        roles(WANG, "receiver");
        share(with("member", WANG.id(), "update"));
        WANG.client().get(shares).expect(403, "share-forbidden");
        WANG.client().post(shares, with("member", CLERK.id(), "read")).expect(403, "share-forbidden");
        roles(WANG, "seller", "barred");
        WANG.client().get(shares).expect(403, "share-forbidden");
        roles(CLERK, "seller");
        CLERK.client().get(shares).expect(404, "record-not-found");
        CLERK.client().post(shares, with("member", CLERK.id(), "read")).expect(404, "record-not-found");
    }

    @Test
    void aShareOpensNothingToWhoReadsNoneOfItsKind() {
        roles(WANG, "keeper");
        share(with("member", WANG.id(), "update"));
        WANG.client().get(record).expect(404);
        roles(WANG);
        WANG.client().get(record).expect(404);
    }

    @Test
    void aShareEndsAfterItsLastDay() {
        Map<String, Object> wanted = with("member", WANG.id(), "read");
        LocalDate today = LocalDate.now(TestServer.bean(java.time.Clock.class)
                .withZone(COMPANY.workspace().zone()));
        wanted.put("until", today.minusDays(1).toString());
        LI.client().post(shares, wanted).expect(400, "share-past");
        wanted.put("until", today.toString());
        share(wanted);
        WANG.client().get(record).expect(200);
    }

    @Test
    void refusesWhomThereIsNotAndLevelsThereAreNot() {
        for (Map<String, Object> wrong : List.of(
                with("member", UUID.randomUUID(), "read"),
                with("group", WANG.id(), "read"),
                with("role", WANG.id(), "read"),
                Map.<String, Object>of("kind", "member", "level", "read"))) {
            LI.client().post(shares, wrong).expect(400, "share-with-whom");
        }
        LI.client().post(shares, with("member", WANG.id(), "delete")).expect(400, "share-level");
    }

    @Test
    void sharesGoWithTheRecordForGoodAndComeBackWithItFromTheBin() {
        share(with("member", WANG.id(), "read"));
        LI.client().delete(record).expect(204);
        WANG.client().get(record).expect(404);
        String id = record.substring(record.lastIndexOf('/') + 1);
        ADMIN.post("/api/v1/records/visit/restore", Map.of("ids", List.of(id))).expect(200);
        WANG.client().get(record).expect(200);
        LI.client().delete(record).expect(204);
        ADMIN.post("/api/v1/records/visit/purge", Map.of("ids", List.of(id))).expect(200);
        assertThat(TestServer.bean(io.zhike.store.Database.class)
                        .<Integer>read(ctx -> new io.zhike.access.RecordShares(
                                        COMPANY.workspace().schema())
                                .of(ctx, "visit", UUID.fromString(id))
                                .size()))
                .isZero();
    }

    @Test
    void sharingStandsInTheAuditLog() {
        String id = share(with("member", WANG.id(), "read"))
                .path("items")
                .path(0)
                .path("id")
                .asString();
        LI.client().delete(shares + "/" + id).expect(204);
        String log = ADMIN.get("/api/v1/audit?limit=5").expect(200).text();
        assertThat(log).contains("把记录「甲」共享给了「王芳」").contains("收回了记录「甲」给「王芳」的共享");
    }
}

package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.Answer;
import io.zhike.workspace.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** All that stands in a leaver's name passes to successors; nothing is lost, and the history stays. */
class LeaverTest {
    private static final Field<UUID> OWNER = DSL.field(DSL.name("owner"), SQLDataType.UUID);
    private static final List<String> ENTITIES = List.of("region", "buyer", "deal", "contract");

    private final Ledger ledger = new Ledger();
    private final TestWorkspace.Person leaver = ledger.seller();
    private final TestWorkspace.Person successor = ledger.seller();

    private UUID owned(String entity, Map<String, Object> values, TestWorkspace.Person owner) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("owner", owner.id());
        return ledger.make(entity, all);
    }

    private String path(String rest) {
        return "/api/v1/members/" + leaver.id() + rest;
    }

    private Answer begin(Map<String, Object> wanted) {
        return ledger.admin().post(path("/hand-overs"), wanted);
    }

    /** How it ended. */
    private JsonNode done(Answer begun) {
        String id = begun.expect(202).json().path("id").asString();
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(end)) {
            JsonNode now =
                    ledger.admin().get("/api/v1/hand-overs/" + id).expect(200).json();
            if (!now.path("finishedAt").isNull()) {
                return now;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("the hand-over did not end");
    }

    private static JsonNode part(JsonNode handOver, String code) {
        for (JsonNode part : handOver.path("parts")) {
            if (part.path("code").asString().equals(code)) {
                return part;
            }
        }
        throw new AssertionError(code + " is not in " + handOver);
    }

    private int rows(String entity, UUID owner) {
        WorkspaceSchema schema = ledger.company.workspace().schema();
        return ledger.database.read(
                ctx -> ctx.fetchCount(schema.table(entity), owner == null ? DSL.noCondition() : OWNER.eq(owner)));
    }

    @Test
    void showsWhatPassesWithTheFirstOfEach() {
        owned("buyer", Map.of("name", "华东贸易"), leaver);
        owned("deal", Map.of("subject", "秋季订单"), leaver);
        JsonNode held = ledger.admin().get(path("/holdings")).expect(200).json().path("items");
        List<String> codes = held.findValuesAsString("code");
        assertThat(codes)
                .startsWith("records/buyer/owner", "records/deal/owner")
                .doesNotHaveDuplicates();
        assertThat(codes).contains("people/sessions").doesNotContain("records/contract/owner");
        JsonNode buyers = held.get(0);
        assertThat(buyers.path("count").asInt()).isEqualTo(1);
        assertThat(buyers.path("label").path("zh").asString()).isEqualTo("客户 · 负责人");
        assertThat(buyers.path("examples").get(0).path("label").asString()).isEqualTo("华东贸易");
    }

    @Test
    void passesRecordsOfAllKindsWithTheirHistoryAndDeactivates() {
        UUID buyer = owned("buyer", Map.of("name", "华东贸易", "keeper", leaver.id()), leaver);
        UUID deal = owned("deal", Map.of("subject", "秋季订单", "buyer", buyer), leaver);
        UUID foreign = owned("buyer", Map.of("name", "别人的"), successor);
        JsonNode done = done(begin(Map.of("successor", successor.id())));
        assertThat(done.path("state").asString()).isEqualTo("DONE");
        assertThat(part(done, "records/buyer/owner").path("moved").asInt()).isEqualTo(1);
        assertThat(part(done, "records/buyer/keeper").path("moved").asInt()).isEqualTo(1);
        for (UUID id : List.of(buyer)) {
            JsonNode now = ledger.get("buyer", id).expect(200).json();
            assertThat(now.path("owner").asString()).isEqualTo(successor.id().toString());
            assertThat(now.path("keeper").asString()).isEqualTo(successor.id().toString());
        }
        assertThat(ledger.get("deal", deal).json().path("owner").asString())
                .isEqualTo(successor.id().toString());
        assertThat(ledger.changes(buyer)).containsExactly("create:1", "compute:1", "update:2", "update:3");
        assertThat(ledger.changes(foreign)).containsExactly("create:1");
        leaver.client().get("/api/v1/me").expect(401);
        JsonNode member = ledger.admin().get(path("")).expect(200).json();
        assertThat(member.path("active").asBoolean()).isFalse();
        assertThat(member.path("leavingSince").isNull()).isFalse();
    }

    @Test
    void canBeTakenBackAsOneBatch() {
        UUID buyer = owned("buyer", Map.of("name", "华东贸易"), leaver);
        UUID deal = owned("deal", Map.of("subject", "秋季订单"), leaver);
        JsonNode done = done(begin(Map.of("successor", successor.id(), "ends", false)));
        ledger.admin()
                .post("/api/v1/batches/" + done.path("id").asString() + "/undo", "{}")
                .expect(200);
        assertThat(ledger.get("buyer", buyer).json().path("owner").asString())
                .isEqualTo(leaver.id().toString());
        assertThat(ledger.get("deal", deal).json().path("owner").asString())
                .isEqualTo(leaver.id().toString());
    }

    @Test
    void leavesWhatMayBeLeftAndTakesOneSuccessorForEachKind() {
        TestWorkspace.Person other = ledger.seller();
        UUID buyer = owned("buyer", Map.of("name", "华东贸易", "keeper", leaver.id()), leaver);
        UUID deal = owned("deal", Map.of("subject", "秋季订单"), leaver);
        Map<String, Object> each = new HashMap<>();
        each.put("records/deal/owner", other.id());
        each.put("records/buyer/keeper", null);
        done(begin(Map.of("successor", successor.id(), "successors", each)));
        JsonNode now = ledger.get("buyer", buyer).json();
        assertThat(now.path("owner").asString()).isEqualTo(successor.id().toString());
        assertThat(now.path("keeper").asString()).isEqualTo(leaver.id().toString());
        assertThat(ledger.get("deal", deal).json().path("owner").asString())
                .isEqualTo(other.id().toString());
    }

    @Test
    void refusesToBeginWithoutAFitSuccessor() {
        owned("buyer", Map.of("name", "华东贸易"), leaver);
        Answer none = begin(Map.of()).expect(400);
        assertThat(none.json().path("errors").findValuesAsString("path")).containsExactly("records/buyer/owner");
        begin(Map.of("successor", leaver.id())).expect(400, "successor-unfit");
        begin(Map.of("successor", UUID.randomUUID())).expect(400, "successor-unfit");
        TestWorkspace.Person gone = ledger.seller();
        ledger.admin()
                .patch("/api/v1/members/" + gone.id(), "{\"leaving\": true}")
                .expect(200);
        begin(Map.of("successor", gone.id())).expect(400, "successor-unfit");
        leaver.client()
                .post(path("/hand-overs"), Map.of("successor", successor.id()))
                .expect(403, "admin-needed");
        ledger.admin()
                .post(
                        "/api/v1/members/" + ledger.company.administrator().id() + "/hand-overs",
                        Map.of("successor", successor.id()))
                .expect(409, "last-admin");
        assertThat(rows("buyer", leaver.id())).isEqualTo(1);
        leaver.client().get("/api/v1/me").expect(200);
    }

    @Test
    void endsKeysAndExportsDuringTheNotice() {
        ledger.admin().put("/api/v1/definitions/role/exporter", """
                {"label": {"zh": "可导出"}, "entities": {"buyer": {"read": "all", "export": true}}}
                """).expect(200);
        ledger.admin().post("/api/v1/publish", "{}").expect(200);
        ledger.admin().put(path("/roles"), Map.of("roles", List.of("exporter"))).expect(200);
        leaver.client().get("/api/v1/exports/buyer").expect(200);
        var key = ledger.company.keyOf(leaver);
        key.get("/api/v1/me").expect(200);
        ledger.admin().patch(path(""), "{\"leaving\": true}").expect(200);
        leaver.client().get("/api/v1/exports/buyer").expect(403, "export-while-leaving");
        leaver.client().get("/api/v1/records/buyer").expect(200);
        key.get("/api/v1/me").expect(401);
        ledger.admin().patch(path(""), "{\"leaving\": false}").expect(200);
        leaver.client().get("/api/v1/exports/buyer").expect(200);
    }

    @Test
    void passesWhatThePeopleHoldToo() {
        UUID sales = id(ledger.admin().post("/api/v1/departments", Map.of("name", "销售部", "head", leaver.id())));
        UUID group = id(ledger.admin().post("/api/v1/groups", Map.of("name", "销售A组", "members", List.of(leaver.id()))));
        UUID junior = id(ledger.admin()
                .post("/api/v1/members", Map.of("name", "小王", "supervisor", leaver.id(), "department", sales)));
        done(begin(Map.of("successor", successor.id())));
        assertThat(ledger.admin()
                        .get("/api/v1/departments/" + sales)
                        .json()
                        .path("head")
                        .asString())
                .isEqualTo(successor.id().toString());
        JsonNode members = ledger.admin().get("/api/v1/groups/" + group).json().path("members");
        assertThat(members.values().stream().map(JsonNode::asString))
                .containsExactly(successor.id().toString());
        JsonNode now = ledger.admin().get("/api/v1/members/" + junior).json();
        assertThat(now.path("supervisor").asString()).isEqualTo(successor.id().toString());
        assertThat(now.path("reportsTo").asString()).isEqualTo(successor.id().toString());
    }

    @Test
    void namesTheSettingsThatNameThePerson() {
        ledger.admin()
                .put("/api/v1/definitions/view/buyers_of", """
                {"label": {"zh": "老张的客户"}, "entity": "buyer", "type": "list", "columns": ["name"],
                 "where": {"field": "owner", "op": "=", "value": "%s"}}
                """.formatted(leaver.id()))
                .expect(200);
        ledger.admin().post("/api/v1/publish", "{}").expect(200);
        JsonNode held = ledger.admin().get(path("/holdings")).json().path("items");
        JsonNode naming = held.get(held.size() - 1);
        assertThat(naming.path("fate").asString()).isEqualTo("BY_HAND");
        assertThat(naming.path("examples").get(0).path("where").path("id").asString())
                .isEqualTo("buyers_of");
    }

    @Test
    void mergesADepartmentIntoAnotherWithItsRecordsAndPeople() {
        UUID east = id(ledger.admin().post("/api/v1/departments", Map.of("name", "华东")));
        UUID hangzhou = id(ledger.admin().post("/api/v1/departments", Map.of("name", "杭州", "parent", east)));
        UUID south = id(ledger.admin().post("/api/v1/departments", Map.of("name", "华南")));
        ledger.admin().patch(path(""), Map.of("department", east)).expect(200);
        UUID buyer = owned("buyer", Map.of("name", "华东贸易", "department", east), leaver);
        ledger.admin()
                .post("/api/v1/departments/" + east + "/merge", Map.of("into", hangzhou))
                .expect(400, "successor-below");
        JsonNode done = done(ledger.admin().post("/api/v1/departments/" + east + "/merge", Map.of("into", south)));
        assertThat(done.path("state").asString()).isEqualTo("DONE");
        assertThat(ledger.get("buyer", buyer).json().path("department").asString())
                .isEqualTo(south.toString());
        assertThat(ledger.changes(buyer)).containsExactly("create:1", "update:2");
        ledger.admin().get("/api/v1/departments/" + east).expect(404);
        assertThat(ledger.admin()
                        .get("/api/v1/departments/" + hangzhou)
                        .json()
                        .path("parent")
                        .asString())
                .isEqualTo(south.toString());
        assertThat(ledger.admin().get(path("")).json().path("department").asString())
                .isEqualTo(south.toString());
    }

    @Test
    void keepsADepartmentThatRecordsBelongTo() {
        UUID east = id(ledger.admin().post("/api/v1/departments", Map.of("name", "华东")));
        owned("buyer", Map.of("name", "华东贸易", "department", east), leaver);
        ledger.admin().delete("/api/v1/departments/" + east).expect(409, "department-has-records");
        ledger.admin().get("/api/v1/departments/" + east).expect(200);
    }

    @Test
    void tellsColleaguesNotWhoIsGoingToLeave() {
        ledger.admin().patch(path(""), "{\"leaving\": true}").expect(200);
        assertThat(ledger.admin().get(path("")).json().path("leavingSince").isNull())
                .isFalse();
        assertThat(successor.client().get(path("")).json().path("leavingSince").isNull())
                .isTrue();
        assertThat(successor.client().get("/api/v1/members").text()).doesNotContain("leavingSince\":\"");
    }

    /** Whatever a leaver owned: afterwards nothing names them as its owner, and no record is gone or doubled. */
    @Test
    void losesNothingWhateverThereWas() {
        Random random = new Random(1_337);
        List<TestWorkspace.Person> people = List.of(leaver, successor);
        List<UUID> buyers = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            TestWorkspace.Person owner = people.get(random.nextInt(2));
            switch (random.nextInt(4)) {
                case 0 -> owned("region", Map.of("name", "区" + i), owner);
                case 1 -> buyers.add(owned("buyer", Map.of("name", "客户" + i), owner));
                case 2 -> owned("deal", Map.of("subject", "单" + i, "amount", random.nextInt(900)), owner);
                default -> {
                    if (!buyers.isEmpty()) {
                        UUID buyer = buyers.get(random.nextInt(buyers.size()));
                        owned("contract", Map.of("subject", "约" + i, "buyer", buyer), owner);
                    }
                }
            }
        }
        Map<String, Integer> before = new HashMap<>();
        ENTITIES.forEach(entity -> before.put(entity, rows(entity, null)));
        JsonNode done = done(begin(Map.of("successor", successor.id())));
        for (JsonNode part : done.path("parts")) {
            assertThat(part.path("refused").asInt()).as(part.toString()).isZero();
        }
        for (String entity : ENTITIES) {
            assertThat(rows(entity, leaver.id())).as(entity).isZero();
            assertThat(rows(entity, null)).as(entity).isEqualTo(before.get(entity));
        }
    }

    private static UUID id(Answer answer) {
        return UUID.fromString(answer.expect(201).json().path("id").asString());
    }
}

package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.store.Database;
import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The rows of child tables live, go and come back with their record, as do theirs. */
class ChildTablesTest {
    private static final TestWorkspace COMPANY = company();

    private UUID firm;
    private UUID order;
    private UUID line;
    private UUID earlier;
    private UUID part;

    private static TestWorkspace company() {
        TestWorkspace company = TestServer.newWorkspace();
        Client admin = company.admin();
        define(admin, "entity", "firm", """
                {"label": {"zh": "公司"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
                  {"code": "spent", "type": "rollup", "label": {"zh": "花费"}, "over": "bill.firm", "fn": "sum", "of": "total"}]}
                """);
        define(admin, "entity", "bill", """
                {"label": {"zh": "订单"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
                  {"code": "firm", "type": "relation", "label": {"zh": "公司"}, "entity": "firm"},
                  {"code": "lines", "type": "child_table", "label": {"zh": "明细"}, "entity": "line"},
                  {"code": "total", "type": "rollup", "label": {"zh": "合计"}, "over": "line.bill", "fn": "sum", "of": "price"}]}
                """);
        define(admin, "entity", "line", """
                {"label": {"zh": "明细"}, "parent": "bill", "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
                  {"code": "bill", "type": "relation", "label": {"zh": "订单"}, "entity": "bill", "required": true},
                  {"code": "seal", "type": "text", "label": {"zh": "封号"}, "unique": true},
                  {"code": "price", "type": "money", "label": {"zh": "价格"}}]}
                """);
        define(admin, "entity", "part", """
                {"label": {"zh": "零件"}, "parent": "line", "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
                  {"code": "line", "type": "relation", "label": {"zh": "明细"}, "entity": "line", "required": true}]}
                """);
        define(admin, "role", "clerk", """
                {"label": {"zh": "文员"}, "entities": {"bill": {"create": true, "read": "all", "update": "all", "delete": "all"}}}
                """);
        admin.post("/api/v1/publish", "{}").expect(200);
        return company;
    }

    private static void define(Client admin, String kind, String code, String document) {
        admin.put("/api/v1/definitions/" + kind + "/" + code, document).expect(200);
    }

    @BeforeEach
    void anOrderWithRows() {
        firm = make("firm", Map.of("name", "华信"));
        order = make("bill", Map.of("name", "一号", "firm", firm));
        line = make("line", Map.of("name", "笔", "bill", order, "price", "30"));
        earlier = make("line", Map.of("name", "纸", "bill", order, "price", "5"));
        part = make("part", Map.of("name", "笔芯", "line", line));
    }

    private static UUID make(String entity, Map<String, Object> values) {
        return UUID.fromString(COMPANY.admin()
                .post("/api/v1/records/" + entity, values)
                .expect(201)
                .json()
                .path("id")
                .asString());
    }

    private static void delete(String entity, UUID id) {
        COMPANY.admin().delete("/api/v1/records/" + entity + "/" + id).expect(204);
    }

    private static Answer bulk(String entity, String verb, UUID... ids) {
        return COMPANY.admin().post("/api/v1/records/" + entity + "/" + verb, Map.of("ids", List.of(ids)));
    }

    private static boolean lives(String entity, UUID id) {
        return COMPANY.admin().get("/api/v1/records/" + entity + "/" + id).status() == 200;
    }

    private static String value(String entity, UUID id, String field) {
        return COMPANY.admin()
                .get("/api/v1/records/" + entity + "/" + id)
                .expect(200)
                .json()
                .path(field)
                .asString("");
    }

    /** All changes but computed ones, as {@code kind:version:batch?}. */
    private static List<String> changes(UUID record) {
        return TestServer.bean(Database.class)
                .read(ctx -> ctx.select(ChangeRows.ALL)
                        .from(COMPANY.workspace().schema().table(ChangeRows.TABLE))
                        .where(ChangeRows.RECORD.eq(record))
                        .and(ChangeRows.KIND.ne("compute"))
                        .orderBy(ChangeRows.AT, ChangeRows.ID)
                        .fetch(row -> row.get(ChangeRows.KIND) + ":" + row.get(ChangeRows.VERSION)
                                + (row.get(ChangeRows.BATCH) == null ? "" : ":batch")));
    }

    @Test
    void goIntoTheBinWithTheirRecordAndComeBackWithIt() {
        assertThat(value("firm", firm, "spent")).startsWith("35");
        delete("bill", order);
        assertThat(lives("line", line)).isFalse();
        assertThat(lives("line", earlier)).isFalse();
        assertThat(lives("part", part)).isFalse();
        assertThat(value("firm", firm, "spent")).isIn("0", "0.00", "");
        bulk("bill", "restore", order).expect(200);
        assertThat(lives("line", line)).isTrue();
        assertThat(lives("part", part)).isTrue();
        assertThat(value("bill", order, "total")).startsWith("35");
        assertThat(value("firm", firm, "spent")).startsWith("35");
        assertThat(changes(part)).containsExactly("create:1", "delete:2", "restore:3:batch");
        JsonNode history = COMPANY.admin()
                .get("/api/v1/records/line/" + line + "/history")
                .expect(200)
                .json();
        assertThat(history.path("items")
                        .valueStream()
                        .map(item -> item.path("kind").asString()))
                .containsExactly("restore", "delete", "create");
    }

    @Test
    void aRowThatWasDeletedBeforeStaysInTheBin() {
        delete("line", earlier);
        delete("bill", order);
        bulk("bill", "restore", order).expect(200);
        assertThat(lives("line", line)).isTrue();
        assertThat(lives("line", earlier)).isFalse();
        assertThat(value("bill", order, "total")).startsWith("30");
        bulk("line", "restore", earlier).expect(200);
        assertThat(value("bill", order, "total")).startsWith("35");
    }

    @Test
    void areToldOfInTheBatchAndComeBackWhenItIsUndone() {
        UUID other = make("bill", Map.of("name", "二号"));
        UUID its = make("line", Map.of("name", "尺", "bill", other));
        String batch = bulk("bill", "bulk-delete", order, other)
                .expect(200)
                .json()
                .path("batch")
                .asString();
        assertThat(changes(its)).containsExactly("create:1", "delete:2:batch");
        JsonNode undone = COMPANY.admin()
                .post("/api/v1/batches/" + batch + "/undo", "{}")
                .expect(200)
                .json();
        assertThat(undone.path("undone").asInt()).isEqualTo(2);
        assertThat(undone.path("kept").asInt()).isZero();
        assertThat(lives("line", line)).isTrue();
        assertThat(lives("line", its)).isTrue();
        assertThat(lives("part", part)).isTrue();
    }

    @Test
    void followWhateverTheMemberMayDoWithThemAlone() {
        TestWorkspace.Person clerk = COMPANY.newMember("文员");
        COMPANY.admin()
                .put("/api/v1/members/" + clerk.id() + "/roles", Map.of("roles", List.of("clerk")))
                .expect(200);
        clerk.client().get("/api/v1/records/line/" + line).expect(404);
        clerk.client().delete("/api/v1/records/bill/" + order).expect(204);
        assertThat(lives("line", line)).isFalse();
        assertThat(lives("part", part)).isFalse();
        clerk.client()
                .post("/api/v1/records/line/restore", Map.of("ids", List.of(line)))
                .expect(404);
        clerk.client()
                .post("/api/v1/records/bill/restore", Map.of("ids", List.of(order)))
                .expect(200);
        assertThat(lives("part", part)).isTrue();
    }

    @Test
    void aRowDoesNotComeBackWithoutItsRecord() {
        delete("bill", order);
        bulk("line", "restore", line).expect(409, "parent-in-bin");
        bulk("part", "restore", part).expect(409, "parent-in-bin");
        assertThat(changes(line)).containsExactly("create:1", "delete:2");
    }

    @Test
    void aRecordDoesNotComeBackWithARowWhosePlaceIsTaken() {
        UUID sealed = make("line", Map.of("name", "封", "bill", order, "seal", "S-" + order));
        String batch = bulk("bill", "bulk-delete", order)
                .expect(200)
                .json()
                .path("batch")
                .asString();
        UUID rival = make("bill", Map.of("name", "占"));
        make("line", Map.of("name", "占", "bill", rival, "seal", "S-" + order));
        Answer refused = bulk("bill", "restore", order).expect(400);
        assertThat(refused.text()).contains("封号", "S-" + order);
        JsonNode undone = COMPANY.admin()
                .post("/api/v1/batches/" + batch + "/undo", "{}")
                .expect(200)
                .json();
        assertThat(undone.path("kept").asInt()).isEqualTo(1);
        assertThat(lives("bill", order)).isFalse();
        assertThat(lives("line", line)).isFalse();
        assertThat(changes(sealed)).containsExactly("create:1", "delete:2:batch");
    }

    @Test
    void arePurgedWithTheirRecordFromTheBin() {
        delete("bill", order);
        bulk("bill", "purge", order).expect(200);
        assertThat(changes(line)).containsExactly("create:1", "delete:2", "purge:3");
        assertThat(changes(part)).containsExactly("create:1", "delete:2", "purge:3");
        bulk("line", "purge", line).expect(404);
    }

    @Test
    void followInTheirThousands() {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i < 2_100; i++) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("name", "行" + i);
            item.put("bill", order);
            item.put("price", "1");
            items.add(item);
        }
        COMPANY.admin().post("/api/v1/records/line", Map.of("items", items)).expect(201);
        delete("bill", order);
        assertThat(living()).isZero();
        bulk("bill", "restore", order).expect(200);
        assertThat(living()).isEqualTo(2_102);
        assertThat(value("bill", order, "total")).startsWith("2135");
    }

    /** Waits until some statement of this database waits for a lock, or for a second. */
    private static void untilSomebodyWaits() {
        Database database = TestServer.bean(Database.class);
        for (int i = 0; i < 100; i++) {
            int waiting = database.read(ctx -> ctx.fetchCount(
                    DSL.table(DSL.name("pg_catalog", "pg_locks")),
                    DSL.field(DSL.name("granted"), Boolean.class).isFalse()));
            if (waiting > 0) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private static WriteBatch batch(String entity, RecordWrite write) {
        return WriteBatch.of(entity, ChangeOrigin.API, List.of(write));
    }

    @Test
    void aRowThatIsBeingAddedGoesWithItsRecordToo() throws Exception {
        RecordWriter writer = TestServer.bean(RecordWriter.class);
        Database database = TestServer.bean(Database.class);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            List<UUID> added = new ArrayList<>();
            Future<?> deleting = database.write(ctx -> {
                RecordWrite row = Ledger.create("name", "尺", "bill", order);
                added.add(writer.write(ctx, COMPANY.caller(), batch("line", row))
                        .only()
                        .id());
                Future<?> begun = other.submit(() -> delete("bill", order));
                untilSomebodyWaits();
                return begun;
            });
            deleting.get();
            assertThat(lives("line", added.getFirst())).isFalse();
            bulk("bill", "restore", order).expect(200);
            assertThat(lives("line", added.getFirst())).isTrue();
        }
    }

    @Test
    void noRowIsAddedToARecordThatIsOnItsWayIntoTheBin() throws Exception {
        RecordWriter writer = TestServer.bean(RecordWriter.class);
        Database database = TestServer.bean(Database.class);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Answer> adding = database.write(ctx -> {
                writer.write(
                        ctx,
                        COMPANY.caller(),
                        batch("bill", new RecordWrite.Delete(order, java.util.Optional.empty())));
                Future<Answer> begun = other.submit(
                        () -> COMPANY.admin().post("/api/v1/records/line", Map.of("name", "尺", "bill", order)));
                untilSomebodyWaits();
                return begun;
            });
            adding.get().expect(400, "input-refused");
            assertThat(adding.get().text()).contains("target-missing");
        }
    }

    private int living() {
        return COMPANY.admin()
                .post(
                        "/api/v1/query",
                        Map.of(
                                "entity",
                                "line",
                                "where",
                                Map.of("field", "bill", "op", "=", "value", order),
                                "count",
                                "exact"))
                .expect(200)
                .json()
                .path("count")
                .path("value")
                .asInt();
    }
}

package io.zhike.record.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.message.Language;
import io.zhike.message.ProblemException;
import io.zhike.record.ChangeOrigin;
import io.zhike.record.RecordValues;
import io.zhike.record.RecordWrite;
import io.zhike.record.RecordWriter;
import io.zhike.record.WriteBatch;
import io.zhike.record.file.Files;
import io.zhike.record.file.StoredFile;
import io.zhike.store.Database;
import io.zhike.store.Ids;
import io.zhike.store.StoreError;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Imports that update, are stopped, break off, run beside others and are taken back. */
class ImportTest {
    private final TestWorkspace company = TestServer.newWorkspace();
    private final Transfers transfers = new Transfers(company.admin());

    @BeforeEach
    void define() {
        transfers.define("person", """
                {"label": {"zh": "人"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "姓名"}, "title": true, "required": true},
                  {"code": "code", "type": "text", "label": {"zh": "代号"}, "unique": true},
                  {"code": "age", "type": "number", "decimals": 0, "label": {"zh": "年龄"}}]}""");
        transfers.publish();
    }

    private static String rows(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "人" + i + ",c" + i + "," + i % 90)
                .collect(Collectors.joining("\n", "姓名,代号,年龄\n", "\n"));
    }

    private String valueOf(String code, String field) {
        return company.admin()
                .get("/api/v1/records/person?where=code%3D%22" + code + "%22")
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path(field)
                .asString("");
    }

    @Test
    void aMatchKeyUpdatesWhatIsThereAndMakesWhatIsNot() {
        transfers.bring("person", rows(0, 3));
        JsonNode second = transfers.bring("person", "姓名,代号,年龄\n改名,c1,77\n人2,c2,2\n新人,c9,1\n", Map.of("match", "code"));
        assertThat(Transfers.tally(second)).containsExactly(3, 1, 1, 1, 0);
        assertThat(valueOf("c1", "name")).isEqualTo("改名");
        assertThat(transfers.count("person")).isEqualTo(4);
    }

    @Test
    void theSecondRowOfAKeyUpdatesWhatTheFirstHasMade() {
        JsonNode done = transfers.bring("person", "姓名,代号,年龄\n甲,k,1\n乙,k,2\n丙,k,3\n", Map.of("match", "code"));
        assertThat(Transfers.tally(done)).containsExactly(3, 1, 2, 0, 0);
        assertThat(valueOf("k", "name")).isEqualTo("丙");

        JsonNode undone = transfers.undo(done.path("id").asString());
        assertThat(undone.path("state").asString()).isEqualTo("undone");
        assertThat(transfers.count("person")).isZero();
    }

    @Test
    void updateAloneGivesBackWhatItDoesNotFind() {
        transfers.bring("person", rows(0, 2));
        JsonNode done = transfers.bring("person", "姓名,代号\n改名,c1\n无人,zz\n", Map.of("match", "code", "mode", "update"));
        assertThat(Transfers.tally(done)).containsExactly(2, 0, 1, 0, 1);
        assertThat(transfers.refusedText(done.path("id").asString())).contains("无人,zz");
    }

    @Test
    void undoTakesBackWhatWasMadeAndChangedAndKeepsWhatPeopleHaveChangedSince() {
        transfers.bring("person", rows(0, 3));
        JsonNode done =
                transfers.bring("person", "姓名,代号,年龄\n人0,c0,50\n人1,c1,51\n新甲,n1,1\n新乙,n2,2\n", Map.of("match", "code"));
        String made = company.admin()
                .get("/api/v1/records/person?where=code%3D%22n2%22")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        company.admin()
                .patch("/api/v1/records/person/" + made, Map.of("age", 3))
                .expect(200);

        JsonNode undone = transfers.undo(done.path("id").asString());

        assertThat(undone.path("undone").asInt()).isEqualTo(3);
        assertThat(undone.path("kept").asInt()).isEqualTo(1);
        assertThat(valueOf("c0", "age")).isEqualTo("0");
        assertThat(valueOf("n1", "name")).isEmpty();
        assertThat(valueOf("n2", "age")).isEqualTo("3");
        company.admin()
                .post("/api/v1/imports/" + done.path("id").asString() + "/undo", "{}")
                .expect(409, "import-state");
    }

    @Test
    void aWholeImportIsUndoneAndImportedAgain() {
        JsonNode done = transfers.bring("person", rows(0, 2500));
        assertThat(transfers.undo(done.path("id").asString()).path("undone").asInt())
                .isEqualTo(2500);
        assertThat(transfers.count("person")).isZero();
        assertThat(Transfers.tally(transfers.bring("person", rows(0, 2500)))).containsExactly(2500, 2500, 0, 0, 0);
    }

    @Test
    void refusedRowsGoInAgainAsTheyAreOnceMendedFromBothFormats() {
        JsonNode done = transfers.bring("person", "姓名,代号,年龄\n甲,a,十\n,b,2\n丙,c,3\n");
        assertThat(Transfers.tally(done)).containsExactly(3, 1, 0, 0, 2);
        String id = done.path("id").asString();
        String refused = transfers.refusedText(id);
        assertThat(refused.lines().findFirst().orElse("")).isEqualTo("姓名,代号,年龄,原文件行号,退回原因");
        assertThat(Transfers.tally(transfers.bring("person", refused.replace("十", "10"))))
                .containsExactly(2, 1, 0, 0, 1);
        JsonNode again = transfers.bring("person", "refused.xlsx", transfers.refused(id, "xlsx"), Map.of());
        assertThat(Transfers.tally(again)).containsExactly(2, 0, 0, 0, 2);
    }

    /** An import that no worker has taken yet. */
    private UUID waiting(String csv, Map<String, ColumnTarget> mapping) {
        StoredFile file = TestServer.bean(Files.class)
                .store(company.caller(), "rows.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        UUID id = Ids.at(Instant.now());
        ImportPlan plan =
                new ImportPlan(file.id(), "rows.csv", "rows", 1, "person", mapping, List.of(), ImportMode.CREATE);
        TestServer.bean(Database.class)
                .writing(ctx ->
                        TestServer.bean(ImportStore.class).add(ctx, company.caller(), id, plan, OptionalLong.empty()));
        return id;
    }

    private static Map<String, ColumnTarget> mapping() {
        Map<String, ColumnTarget> mapping = new LinkedHashMap<>();
        mapping.put("姓名", new ColumnTarget("name", Optional.empty()));
        mapping.put("代号", new ColumnTarget("code", Optional.empty()));
        mapping.put("年龄", new ColumnTarget("age", Optional.empty()));
        return mapping;
    }

    @Test
    void aRunThatIsStoppedGoesOnWithTheNextRow() {
        UUID id = waiting(rows(0, 9000), mapping());
        ImportRunner runner = TestServer.bean(ImportRunner.class);
        AtomicInteger chunks = new AtomicInteger();

        runner.run(company.workspace(), id, () -> chunks.incrementAndGet() > 2);
        JsonNode half = transfers.status(id.toString());
        assertThat(half.path("state").asString()).isEqualTo("running");
        int read = half.path("read").asInt();
        assertThat(read).isBetween(1, 8999);
        assertThat(transfers.count("person")).isEqualTo(read);

        runner.run(company.workspace(), id, () -> false);
        assertThat(Transfers.tally(transfers.status(id.toString()))).containsExactly(9000, 9000, 0, 0, 0);
        assertThat(transfers.count("person")).isEqualTo(9000);
    }

    @Test
    void twoRunsOfOneImportDoubleNothing() {
        UUID id = waiting(rows(0, 9000), mapping());
        ImportRunner runner = TestServer.bean(ImportRunner.class);
        CompletableFuture<Void> one =
                CompletableFuture.runAsync(() -> runner.run(company.workspace(), id, () -> false));
        CompletableFuture<Void> two =
                CompletableFuture.runAsync(() -> runner.run(company.workspace(), id, () -> false));
        CompletableFuture.allOf(one, two).join();
        assertThat(Transfers.tally(transfers.status(id.toString()))).containsExactly(9000, 9000, 0, 0, 0);
        assertThat(transfers.count("person")).isEqualTo(9000);
    }

    @Test
    void aPausedImportStandsStillAndGoesOnWhenResumed() {
        UUID id = waiting(rows(0, 6000), mapping());
        company.admin().post("/api/v1/imports/" + id + "/pause", "{}").expect(200);
        TestServer.bean(ImportRunner.class).run(company.workspace(), id, () -> false);
        assertThat(transfers.count("person")).isZero();

        company.admin().post("/api/v1/imports/" + id + "/resume", "{}").expect(200);
        assertThat(transfers.await(id.toString()).path("created").asInt()).isEqualTo(6000);
        company.admin().post("/api/v1/imports/" + id + "/resume", "{}").expect(409, "import-state");
    }

    @Test
    void aCancelledImportKeepsWhatItDidAndCanBeUndone() {
        UUID id = waiting(rows(0, 9000), mapping());
        AtomicInteger chunks = new AtomicInteger();
        TestServer.bean(ImportRunner.class).run(company.workspace(), id, () -> chunks.incrementAndGet() > 2);
        company.admin().post("/api/v1/imports/" + id + "/cancel", "{}").expect(200);
        int done = transfers.count("person");
        assertThat(done).isPositive();
        assertThat(transfers.undo(id.toString()).path("undone").asInt()).isEqualTo(done);
        assertThat(transfers.count("person")).isZero();
    }

    @Test
    void aLostConnectionLeavesNothingHalfDone() {
        UUID id = waiting(rows(0, 9000), mapping());
        ImportRunner runner = TestServer.bean(ImportRunner.class);
        assertThatThrownBy(() -> TestServer.bean(Database.class).writing(ctx -> {
                    // The import stands in the middle of its third chunk, behind a row that it waits to see the fate
                    // of.
                    TestServer.bean(RecordWriter.class).write(ctx, company.caller(), rival("c5000"));
                    CompletableFuture<Void> importing =
                            CompletableFuture.runAsync(() -> runner.run(company.workspace(), id, () -> false));
                    cutWhoWaitsFor(ctx, importing);
                    assertThatThrownBy(importing::join)
                            .cause()
                            .isInstanceOfSatisfying(
                                    ProblemException.class,
                                    lost -> assertThat(lost.message().code())
                                            .isEqualTo(StoreError.DATABASE_UNAVAILABLE));
                    throw new IllegalStateException("taken back");
                }))
                .hasMessage("taken back");
        JsonNode cut = transfers.status(id.toString());
        assertThat(cut.path("state").asString()).isEqualTo("running");
        assertThat(cut.path("read").asInt()).isEqualTo(4000);
        assertThat(transfers.count("person")).isEqualTo(4000);
        runner.run(company.workspace(), id, () -> false);
        assertThat(Transfers.tally(transfers.status(id.toString()))).containsExactly(9000, 9000, 0, 0, 0);
        assertThat(transfers.count("person")).isEqualTo(9000);
    }

    /** Cuts the one connection that waits for the transaction of {@code ctx}, and nobody else's. */
    private static void cutWhoWaitsFor(DSLContext ctx, CompletableFuture<Void> waiting) {
        int own = ctx.select(DSL.function("pg_backend_pid", Integer.class))
                .fetchSingle()
                .value1();
        Field<Integer> pid = DSL.field("pid", Integer.class);
        long end = System.nanoTime() + 60_000_000_000L;
        int cut = 0;
        while (cut == 0) {
            assertThat(waiting).isNotDone();
            assertThat(System.nanoTime()).as("somebody waits").isLessThan(end);
            cut = TestServer.bean(Database.class)
                    .read(beside -> beside.select(DSL.function("pg_terminate_backend", Boolean.class, pid))
                            .from("pg_stat_activity")
                            .where(DSL.val(own).eq(DSL.any(DSL.function("pg_blocking_pids", Integer[].class, pid))))
                            .fetch()
                            .size());
        }
    }

    @Test
    void twoImportsAtOnceBothComeToTheirEnd() {
        CompletableFuture<JsonNode> one = CompletableFuture.supplyAsync(() -> transfers.bring("person", rows(0, 5000)));
        CompletableFuture<JsonNode> two =
                CompletableFuture.supplyAsync(() -> transfers.bring("person", rows(4000, 9000)));
        int created =
                one.join().path("created").asInt() + two.join().path("created").asInt();
        int refused =
                one.join().path("refused").asInt() + two.join().path("refused").asInt();
        assertThat(created).isEqualTo(9000);
        assertThat(refused).isEqualTo(1000);
        assertThat(transfers.count("person")).isEqualTo(9000);
    }

    @Test
    void aUniqueValueThatARivalTakesMeanwhileRefusesOnlyItsRow() {
        CompletableFuture<JsonNode> importing = TestServer.bean(Database.class).write(ctx -> {
            TestServer.bean(RecordWriter.class).write(ctx, company.caller(), rival("c7"));
            CompletableFuture<JsonNode> begun =
                    CompletableFuture.supplyAsync(() -> transfers.bring("person", rows(0, 50)));
            awaitSomebodyWaiting();
            return begun;
        });
        assertThat(Transfers.tally(importing.join())).containsExactly(50, 49, 0, 0, 1);
        assertThat(transfers.refusedText(importing.join().path("id").asString()))
                .contains("人7,c7");
        assertThat(valueOf("c7", "name")).isEqualTo("对手");
    }

    private static WriteBatch rival(String code) {
        return WriteBatch.of(
                "person",
                ChangeOrigin.API,
                List.of(new RecordWrite.Create(RecordValues.of(Map.of("name", "对手", "code", code)))));
    }

    private static void awaitSomebodyWaiting() {
        long end = System.nanoTime() + 60_000_000_000L;
        while (System.nanoTime() < end) {
            int waiting = TestServer.bean(Database.class)
                    .read(ctx -> ctx.fetchCount(
                            DSL.table("pg_locks"),
                            DSL.field("granted", Boolean.class).isFalse()));
            if (waiting > 0) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("nobody waits for the rival");
    }

    @Test
    void tellsWhatIsWrongWithAPlan() {
        byte[] csv = rows(0, 1).getBytes(StandardCharsets.UTF_8);
        Map<String, String> person = Map.of("entity", "person");
        transfers
                .send("/api/v1/imports", "x.csv", csv, Map.of("entity", "nothing"))
                .expect(404, "unknown-entity");
        transfers.send("/api/v1/imports", "x.csv", new byte[0], person).expect(400, "file-empty");
        for (String mapping : List.of(
                "{\"无此列\": \"name\"}",
                "{\"姓名\": \"nothing\"}",
                "{\"姓名\": \"number\"}",
                "{\"姓名\": \"name\", \"代号\": \"name\"}",
                "{}")) {
            transfers
                    .send("/api/v1/imports", "x.csv", csv, Map.of("entity", "person", "mapping", mapping))
                    .expect(400, "input-refused");
        }
        transfers
                .send("/api/v1/imports", "x.csv", csv, Map.of("entity", "person", "mapping", "[1"))
                .expect(400, "bad-mapping");
        transfers
                .send("/api/v1/imports", "x.csv", csv, Map.of("entity", "person", "match", "nothing"))
                .expect(400, "input-refused");
        transfers
                .send("/api/v1/imports", "x.csv", csv, Map.of("entity", "person", "mode", "guess"))
                .expect(400, "bad-mode");
        transfers
                .send("/api/v1/imports", "x.csv", csv, Map.of("entity", "person", "mode", "update"))
                .expect(400, "input-refused");
        assertThat(transfers.count("person")).isZero();
    }

    @Test
    void aFileIsSeenByWhoSentItAlone() {
        String upload = transfers
                .upload("x.csv", rows(0, 1).getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .json()
                .path("id")
                .asString();
        Map<String, String> plan = Map.of("upload", upload, "entity", "person");
        company.newMember("同事").client().post("/api/v1/imports", plan).expect(404, "file-not-found");
        TestServer.newWorkspace().admin().post("/api/v1/imports", plan).expect(404, "file-not-found");
        company.newMember("访客").client().get("/api/v1/files/" + upload).expect(404, "file-not-found");
        assertThat(company.workspace().language()).isEqualTo(Language.ZH);
    }

    @Test
    void aLineOfAHundredMegabytesIsRefusedByName() {
        byte[] huge = new byte[100 << 20];
        java.util.Arrays.fill(huge, (byte) 'a');
        byte[] head = "姓名,代号\n甲,".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(head, 0, huge, 0, head.length);
        var answer = transfers.upload("long.csv", huge);
        assertThat(answer.status()).isBetween(400, 413);
        assertThat(answer.code()).isNotEmpty();
    }
}

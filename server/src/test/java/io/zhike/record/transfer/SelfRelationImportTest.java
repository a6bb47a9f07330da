package io.zhike.record.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.store.Database;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A file whose rows point to one another may have them in any order, across any chunks. */
class SelfRelationImportTest {
    private final TestWorkspace company = TestServer.newWorkspace();
    private final Transfers transfers = new Transfers(company.admin());

    @BeforeEach
    void define() {
        transfers.define("unit", """
                {"label": {"zh": "部门"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true, "required": true},
                  {"code": "size", "type": "number", "label": {"zh": "人数"}},
                  {"code": "above", "type": "relation", "label": {"zh": "上级"}, "entity": "unit"},
                  {"code": "near", "type": "relation", "many": true, "label": {"zh": "相邻"}, "entity": "unit"}]}""");
        transfers.publish();
    }

    private JsonNode bring(List<String> lines) {
        return transfers.bring("unit", "名称,上级\n" + String.join("\n", lines) + "\n");
    }

    private String above(String name) {
        return company.admin()
                .post(
                        "/api/v1/query",
                        Map.of(
                                "entity", "unit",
                                "fields", List.of("above.name"),
                                "where", Map.of("field", "name", "op", "=", "value", name)))
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("above.name")
                .asString("");
    }

    /** Unit {@code i} stands below unit {@code i / 7}; 0 is the root. */
    private static List<String> tree(int size) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            lines.add("U" + i + "," + (i == 0 ? "" : "U" + i / 7));
        }
        return lines;
    }

    private void assertTree(int size) {
        for (int i = 1; i < size; i += size / 40 + 1) {
            assertThat(above("U" + i)).as("U" + i).isEqualTo("U" + i / 7);
        }
        assertThat(transfers.count("unit", "ISBLANK(above)")).isEqualTo(1);
    }

    @Test
    void findsParentsThatComeLaterInTheSameChunk() {
        JsonNode done = bring(List.of("丙,乙", "乙,甲", "甲,"));
        assertThat(Transfers.tally(done)).containsExactly(3, 3, 0, 0, 0);
        assertThat(above("丙")).isEqualTo("乙");
        assertThat(above("乙")).isEqualTo("甲");
    }

    @Test
    void bringsATreeInFromAnyOrder() {
        List<String> lines = tree(4_500);
        Collections.shuffle(lines, new Random(11));
        JsonNode done = bring(lines);
        assertThat(done.path("state").asString()).isEqualTo("done");
        assertThat(Transfers.tally(done)).containsExactly(4_500, 4_500, 0, 0, 0);
        assertTree(4_500);
    }

    @Test
    void bringsATreeInWithTheRootInTheLastRow() {
        List<String> lines = tree(4_500).reversed();
        assertThat(Transfers.tally(bring(lines))).containsExactly(4_500, 4_500, 0, 0, 0);
        assertTree(4_500);
    }

    @Test
    void givesBackRowsThatNameNobodyAndThoseBelowThemUntilTheyAreCorrected() {
        JsonNode done = bring(List.of("丁,丙", "丙,没有", "乙,甲", "甲,"));
        assertThat(Transfers.tally(done)).containsExactly(4, 2, 0, 0, 2);
        String refused = transfers.refusedText(done.path("id").asString());
        assertThat(refused).contains("丁,丙", "丙,没有", "也没有导入");
        JsonNode again = transfers.bring("unit", refused.replace("没有,", "甲,"));
        assertThat(Transfers.tally(again)).containsExactly(2, 2, 0, 0, 0);
        assertThat(above("丁")).isEqualTo("丙");
    }

    @Test
    void givesBackRowsThatPointToEachOtherOrToThemselves() {
        JsonNode done = bring(List.of("甲,乙", "乙,甲", "丙,丙", "丁,"));
        assertThat(Transfers.tally(done)).containsExactly(4, 1, 0, 0, 3);
        assertThat(transfers.refusedText(done.path("id").asString())).contains("甲,乙", "乙,甲", "丙,丙");
        assertThat(transfers.count("unit")).isEqualTo(1);
    }

    @Test
    void updatesByAKeyAndFindsWhatWasThereBefore() {
        bring(List.of("总部,"));
        JsonNode done = transfers.bring("unit", "名称,上级,人数\n小组,分部,3\n分部,总部,9\n总部,,20\n", Map.of("match", "name"));
        assertThat(Transfers.tally(done)).containsExactly(3, 2, 1, 0, 0);
        assertThat(above("小组")).isEqualTo("分部");
        assertThat(above("分部")).isEqualTo("总部");
    }

    @Test
    void findsSeveralOfManyEachWhereverItStands() {
        JsonNode done = transfers.bring("unit", "名称,相邻,上级\n甲,乙;丙,\n乙,,丙\n丙,,\n");
        assertThat(Transfers.tally(done)).containsExactly(3, 3, 0, 0, 0);
        assertThat(transfers.count("unit", "COUNT(near) = 2")).isEqualTo(1);
    }

    @Test
    void goesOnAfterAStopWithoutLosingOrDoublingARow() {
        List<String> lines = tree(4_200).reversed();
        byte[] file = ("名称,上级\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        JsonNode begun = transfers
                .send("/api/v1/imports", "rows.csv", file, Map.of("entity", "unit"))
                .expect(201)
                .json();
        String id = begun.path("id").asString();
        transfers.await(id);
        undoAndQueue(id);
        ImportRunner runner = TestServer.bean(ImportRunner.class);
        for (int allowed = 1; !transfers.status(id).path("state").asString().equals("done"); allowed++) {
            AtomicInteger left = new AtomicInteger(2 + allowed % 3);
            runner.run(company.workspace(), UUID.fromString(id), () -> left.getAndDecrement() <= 0);
            assertThat(allowed).isLessThan(50);
        }
        JsonNode done = transfers.status(id);
        assertThat(Transfers.tally(done)).containsExactly(4_200, 4_200, 0, 0, 0);
        assertThat(transfers.count("unit")).isEqualTo(4_200);
        assertThat(waiting()).isZero();
    }

    /** As if nothing had been done yet, so that the test runs it itself. */
    private void undoAndQueue(String id) {
        company.admin()
                .post("/api/v1/records/unit/bulk-delete", Map.of("all", true))
                .expect(200);
        company.admin().post("/api/v1/records/unit/purge", Map.of("all", true)).expect(200);
        TestServer.bean(Database.class)
                .writing(ctx -> ctx.update(company.workspace().schema().table("import"))
                        .set(DSL.field(DSL.name("state"), String.class), "queued")
                        .set(Tally.READ, 0L)
                        .set(DSL.field(DSL.name("created_records"), Long.class), 0L)
                        .where(ImportStore.ID.eq(UUID.fromString(id)))
                        .execute());
    }

    private int waiting() {
        return TestServer.bean(Database.class)
                .read(ctx -> ctx.fetchCount(company.workspace().schema().table("import_waiting"), DSL.noCondition()));
    }
}

package io.zhike.record.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A file becomes an entity and its records. */
class SpreadsheetStartTest {
    private final TestWorkspace company = TestServer.newWorkspace();
    private final Transfers transfers = new Transfers(company.admin());

    @Test
    void theChineseSuperstoreComesInAsWorkbook() {
        byte[] file = SharedFiles.read("china-superstore/示例-超市.xls");
        assertTotals(transfers.start("示例-超市.xls", file, "超市"));
    }

    @Test
    void theChineseSuperstoreComesInAsGbkText() {
        byte[] file = SharedFiles.read("china-superstore/derived/orders_gbk_crlf.csv.gz");
        assertTotals(transfers.start("orders.csv", file, "订单"));
    }

    private void assertTotals(String entity) {
        assertThat(transfers.count(entity)).isEqualTo(10_000);
        assertThat(transfers.sum(entity, "xiao_shou_e")).isEqualByComparingTo("16117548.237");
        assertThat(transfers.sum(entity, "li_run")).isEqualByComparingTo("2156559.517");
        assertThat(transfers.sum(entity, "shu_liang")).isEqualByComparingTo("37675");
        assertThat(transfers.figure(entity, "count_unique", "ding_dan_id", "")).isEqualByComparingTo("2773");
        assertThat(transfers.count(entity, "细分 = \"公司\"")).isEqualTo(3098);
    }

    @Test
    void readsColumnsTheWayTheyAreWritten() {
        String csv = """
                客户编号,金额,日期,是否成交,率
                17850.0,"1,234.50",3/25/2014,是,12.345%
                17851.0,129.69599999999997,12/1/2014,否,5%
                17852.0,-,1/13/2014,是,N/A
                """;
        String entity = transfers.start("名单.csv", csv.getBytes(StandardCharsets.UTF_8), "名单");
        JsonNode rows = company.admin()
                .get("/api/v1/records/" + entity + "?sort=number")
                .expect(200)
                .json()
                .path("items");
        assertThat(rows.path(0).path("ke_hu_bian_hao").asString()).isEqualTo("17850");
        assertThat(rows.path(0).path("jin_e").asString()).isEqualTo("1234.500");
        assertThat(rows.path(1).path("jin_e").asString()).isEqualTo("129.696");
        assertThat(rows.path(2).path("jin_e").isNull()).isTrue();
        assertThat(rows.path(0).path("ri_qi").asString()).isEqualTo("2014-03-25");
        assertThat(rows.path(0).path("shi_fou_cheng_jiao").asBoolean()).isTrue();
        assertThat(rows.path(0).path("lu").asString()).startsWith("0.12345");
    }

    @Test
    void momentsWithTheirZoneBecomeMomentsOfTheWorkspace() {
        String csv = """
                名称,下单
                甲,2024-05-06T07:08:09Z
                乙,2024-05-06T15:08:09.250+08:00
                丙,2024-05-06 02:08:09 -0500
                丁,2024-05-06 15:08:09
                戊,2024-05-06 07:08:09 UTC
                """;
        String entity = transfers.start("moments.csv", csv.getBytes(StandardCharsets.UTF_8), "时刻");
        JsonNode rows = company.admin()
                .get("/api/v1/records/" + entity + "?sort=number")
                .expect(200)
                .json()
                .path("items");
        assertThat(rows.valueStream().map(row -> row.path("xia_dan").asString()))
                .containsExactly(
                        "2024-05-06T07:08:09Z",
                        "2024-05-06T07:08:09.250Z",
                        "2024-05-06T07:08:09Z",
                        "2024-05-06T07:08:09Z",
                        "2024-05-06T07:08:09Z");
    }

    @Test
    void aFileCalledLikeATableOfTheSystemGetsAnotherCode() {
        assertThat(transfers.start("batch.csv", "a\n1\n".getBytes(StandardCharsets.UTF_8), "Batch"))
                .isEqualTo("batch_2");
    }

    @Test
    void aColumnCanBeSkippedAndAnotherGetAnotherType() {
        JsonNode upload = transfers
                .upload("x.csv", "a,b\n1,2\n3,4\n".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .json();
        JsonNode started = company.admin()
                .post(
                        "/api/v1/uploads/" + upload.path("id").asString() + "/entity",
                        Map.of(
                                "label",
                                Map.of("zh", "表"),
                                "columns",
                                List.of(Map.of("name", "a", "code", "alpha", "type", "text"))))
                .expect(201)
                .json();
        transfers.await(started.path("import").asString());
        JsonNode first = company.admin()
                .get("/api/v1/records/" + started.path("entity").asString() + "?sort=number")
                .expect(200)
                .json()
                .path("items")
                .path(0);
        assertThat(first.path("alpha").asString()).isEqualTo("1");
        assertThat(first.has("b")).isFalse();
    }

    @Test
    void aSecondFileOfTheSameNameGetsAnotherCode() {
        String one = transfers.start("x.csv", "a\n1\n".getBytes(StandardCharsets.UTF_8), "同名");
        String two = transfers.start("x.csv", "a\n1\n".getBytes(StandardCharsets.UTF_8), "同名");
        assertThat(two).isNotEqualTo(one);
    }

    @Test
    void refusesAFileWithoutARow() {
        transfers.upload("empty.csv", new byte[0]).expect(400, "file-empty");
    }
}

package io.zhike.record.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Four files become four entities that point to each other. */
class MavenCrmTest {
    private final TestWorkspace company = TestServer.newWorkspace();
    private final Transfers transfers = new Transfers(company.admin());

    private void define() {
        transfers.define("client", """
                {"label": {"zh": "客户"}, "fields": [
                  {"code": "account", "type": "text", "label": {"zh": "客户名"}, "title": true, "required": true},
                  {"code": "sector", "type": "text", "label": {"zh": "行业"}},
                  {"code": "revenue", "type": "number", "label": {"zh": "收入"}},
                  {"code": "employees", "type": "number", "label": {"zh": "人数"}}]}""");
        transfers.define("product", """
                {"label": {"zh": "产品"}, "fields": [
                  {"code": "product", "type": "text", "label": {"zh": "产品名"}, "title": true},
                  {"code": "sales_price", "type": "money", "label": {"zh": "标价"}}]}""");
        transfers.define("agent", """
                {"label": {"zh": "销售"}, "fields": [
                  {"code": "sales_agent", "type": "text", "label": {"zh": "姓名"}, "title": true},
                  {"code": "manager", "type": "text", "label": {"zh": "经理"}},
                  {"code": "regional_office", "type": "text", "label": {"zh": "区域"}}]}""");
        transfers.define("opportunity", """
                {"label": {"zh": "商机"}, "fields": [
                  {"code": "opportunity_id", "type": "text", "label": {"zh": "编号"}, "title": true, "unique": true},
                  {"code": "sales_agent", "type": "relation", "label": {"zh": "销售"}, "entity": "agent"},
                  {"code": "product", "type": "relation", "label": {"zh": "产品"}, "entity": "product"},
                  {"code": "account", "type": "relation", "label": {"zh": "客户"}, "entity": "client"},
                  {"code": "deal_stage", "type": "stage", "label": {"zh": "阶段"}, "options": [
                    {"code": "prospecting", "label": {"zh": "寻找", "en": "Prospecting"}},
                    {"code": "engaging", "label": {"zh": "接触", "en": "Engaging"}},
                    {"code": "won", "label": {"zh": "成交", "en": "Won"}, "end": "won"},
                    {"code": "lost", "label": {"zh": "流失", "en": "Lost"}, "end": "lost"}]},
                  {"code": "engage_date", "type": "date", "label": {"zh": "接触日期"}},
                  {"code": "close_date", "type": "date", "label": {"zh": "结束日期"}},
                  {"code": "close_value", "type": "money", "label": {"zh": "成交额"}}]}""");
        transfers.publish();
    }

    private JsonNode bring(String entity, String file) {
        return transfers.bring(entity, file, SharedFiles.read("maven-crm/" + file), Map.of());
    }

    @Test
    void rowsThatNameNoRecordComeBackAndGoInOnceTheyAreMended() {
        byte[] pipeline = SharedFiles.read("maven-crm/sales_pipeline.csv");
        define();
        assertThat(Transfers.tally(bring("client", "accounts.csv"))).containsExactly(85, 85, 0, 0, 0);
        assertThat(Transfers.tally(bring("product", "products.csv"))).containsExactly(7, 7, 0, 0, 0);
        assertThat(Transfers.tally(bring("agent", "sales_teams.csv"))).containsExactly(35, 35, 0, 0, 0);

        JsonNode first = transfers.bring("opportunity", "sales_pipeline.csv", pipeline, Map.of());
        assertThat(Transfers.tally(first)).containsExactly(8800, 7320, 0, 0, 1480);

        String refused = transfers.refusedText(first.path("id").asString());
        assertThat(refused.lines().skip(1)).hasSize(1480).allMatch(line -> line.contains("GTXPro"));
        String mended = refused.replace("GTXPro", "GTX Pro");
        JsonNode second = transfers.bring("opportunity", mended);
        assertThat(Transfers.tally(second)).containsExactly(1480, 1480, 0, 0, 0);

        assertThat(transfers.count("opportunity")).isEqualTo(8800);
        assertThat(transfers.count("opportunity", "ISBLANK(account)")).isEqualTo(1425);
        assertThat(transfers.count("opportunity", "ISBLANK(engage_date)")).isEqualTo(500);
        int won = transfers.count("opportunity", "deal_stage = \"won\"");
        int lost = transfers.count("opportunity", "deal_stage = \"lost\"");
        assertThat(won).isEqualTo(4238);
        assertThat(won + lost).isEqualTo(6711);
        assertThat(Math.round(won * 10_000.0 / (won + lost)) / 100.0).isEqualTo(63.15);
        assertThat(transfers.figure("opportunity", "sum", "close_value", "deal_stage = \"won\""))
                .isEqualByComparingTo("10005534");
    }

    @Test
    void everyLineOfABrokenFileIsImportedOrGivenBack() {
        byte[] broken = SharedFiles.read("lead-scoring/leads_broken_variant.csv.gz");
        String entity = startKeepingRefused(broken);
        assertThat(transfers.count(entity)).isEqualTo(8902);
        assertThat(transfers.figure(entity, "count_unique", "prospect_id", "")).isEqualByComparingTo("8902");
    }

    private String startKeepingRefused(byte[] broken) {
        String upload = transfers
                .upload("leads.csv", broken)
                .expect(201)
                .json()
                .path("id")
                .asString();
        JsonNode started = company.admin()
                .post("/api/v1/uploads/" + upload + "/entity", Map.of("label", Map.of("zh", "线索")))
                .expect(201)
                .json();
        JsonNode done = transfers.await(started.path("import").asString());
        assertThat(Transfers.tally(done)).containsExactly(9240, 8902, 0, 0, 338);
        String refused = new String(transfers.refused(done.path("id").asString(), "csv"), StandardCharsets.UTF_8);
        assertThat(refused).contains("原文件行号", "退回原因");
        return started.path("entity").asString();
    }
}

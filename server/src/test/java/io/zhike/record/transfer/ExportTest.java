package io.zhike.record.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists become files, and the files become the same records again. */
class ExportTest {
    private static final String FIELDS = "name,phone,amount,share,due,at,vip,source,tags,customer,owner";
    private final TestWorkspace company = TestServer.newWorkspace();
    private final Transfers transfers = new Transfers(company.admin());

    @BeforeEach
    void define() {
        transfers.define("customer", """
                {"label": {"zh": "客户", "en": "Customer"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true}]}""");
        for (String code : List.of("deal", "copy")) {
            transfers.define(code, """
                    {"label": {"zh": "商机", "en": "Deal"}, "fields": [
                      {"code": "name", "type": "text", "label": {"zh": "名称", "en": "Name"}, "title": true},
                      {"code": "phone", "type": "phone", "label": {"zh": "电话", "en": "Phone"}},
                      {"code": "amount", "type": "money", "label": {"zh": "金额", "en": "Amount"}},
                      {"code": "share", "type": "percent", "label": {"zh": "占比", "en": "Share"}},
                      {"code": "due", "type": "date", "label": {"zh": "到期", "en": "Due"}},
                      {"code": "at", "type": "datetime", "label": {"zh": "时间", "en": "At"}},
                      {"code": "vip", "type": "boolean", "label": {"zh": "重要", "en": "Important"}},
                      {"code": "source", "type": "select", "label": {"zh": "来源", "en": "Source"}, "options": [
                        {"code": "web", "label": {"zh": "官网", "en": "Website"}}]},
                      {"code": "tags", "type": "multi_select", "label": {"zh": "标签", "en": "Tags"}, "options": [
                        {"code": "a", "label": {"zh": "甲", "en": "A"}}, {"code": "b", "label": {"zh": "乙", "en": "B"}}]},
                      {"code": "customer", "type": "relation", "label": {"zh": "客户", "en": "Customer"},
                       "entity": "customer"}]}""");
        }
        transfers.publish();
        String customer = company.admin()
                .post("/api/v1/records/customer", Map.of("name", "云栈"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        company.admin().post("/api/v1/records/deal", """
                {"items": [
                  {"name": "=1+1", "phone": "13812345678", "amount": "1234567.8", "share": "0.125", "due": "2014-01-05",
                   "at": "2026-11-22T01:02:03Z", "vip": true, "source": "web", "tags": ["a", "b"], "customer": "%s"},
                  {"name": "'-x", "amount": "-5"},
                  {"name": "a,b \\"c\\"\\nd", "vip": false, "tags": ["b"]}]}""".formatted(customer)).expect(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void anExportComesBackAsTheSameValues(String format) {
        byte[] file = company.admin()
                .get("/api/v1/exports/deal?sort=number&fields=" + FIELDS + "&format=" + format)
                .expect(200)
                .response()
                .body();
        JsonNode done = transfers.bring("copy", "deals." + format, file, Map.of());
        assertThat(Transfers.tally(done))
                .as(transfers.refusedText(done.path("id").asString()))
                .containsExactly(3, 3, 0, 0, 0);
        assertThat(values("copy")).isEqualTo(values("deal"));
    }

    private List<JsonNode> values(String entity) {
        JsonNode items = company.admin()
                .get("/api/v1/records/" + entity + "?sort=number&fields=" + FIELDS)
                .expect(200)
                .json()
                .path("items");
        items.forEach(item -> ((ObjectNode) item).remove(List.of("id", "number", "version")));
        return items.valueStream().toList();
    }

    private String csv(String query) {
        return new String(
                company.admin()
                        .get("/api/v1/exports/deal?" + query)
                        .expect(200)
                        .response()
                        .body(),
                StandardCharsets.UTF_8);
    }

    @Test
    void showsWhatPeopleSeeAndGuardsFormulas() {
        String text = csv("fields=name,source,customer,at&sort=number");
        assertThat(text.lines().findFirst().orElse("")).isEqualTo("\uFEFF名称,来源,客户,时间");
        assertThat(text).contains("'=1+1,官网,云栈,2026-11-22 09:02:03");
    }

    @Test
    void takesOnlyWhatTheListShows() {
        assertThat(csv("fields=name&where=amount%20%3C%200").lines().skip(1)).containsExactly("''-x");
        assertThat(csv("fields=name&search=%3D1%2B1").lines().skip(1)).containsExactly("'=1+1");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        company.admin().get("/api/v1/exports/deal?format=pdf").expect(400, "bad-format");
        company.admin().get("/api/v1/exports/deal?limit=5").expect(400, "unknown-property");
        company.admin().get("/api/v1/exports/nothing").expect(404, "unknown-entity");
        company.admin().get("/api/v1/exports/deal?fields=nothing").expect(400);
        company.admin().get("/api/v1/exports/deal?where=nothing%20%3D%201").expect(400);
    }

    @Test
    void needsTheRightToExport() {
        TestWorkspace.Person reader = company.newMember("读者");
        reader.client().get("/api/v1/exports/deal").expect(404, "unknown-entity");
        company.admin().put("/api/v1/definitions/role/reader", """
                {"label": {"zh": "读者"}, "entities": {"deal": {"read": "all"}}}""").expect(200);
        transfers.publish();
        company.admin()
                .put("/api/v1/members/" + reader.id() + "/roles", Map.of("roles", List.of("reader")))
                .expect(200);
        reader.client().get("/api/v1/exports/deal").expect(403, "export-forbidden");
    }
}

package io.zhike.record.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.store.Database;
import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import io.zhike.workspace.ToldLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is held on a person goes out whole on request, and when it is erased nothing of it is left anywhere, for ever. */
class PersonalDataTest {
    private static final String NAME = "欧阳明月";
    private static final String PHONE = "13912345678";
    private static final String OLD_PHONE = "13587654321";
    private static final String STREET = "梧桐里弄七号";
    private static final String SAID = "她说下周搬家";

    private final TestWorkspace company = TestServer.newWorkspace();
    private final Client admin = company.admin();
    private final String customer;
    private final String path;
    private final String file;

    PersonalDataTest() {
        admin.put("/api/v1/definitions/entity/customer", """
                        {"label": {"zh": "客户"}, "fields": [
                          {"code": "name", "type": "text", "label": {"zh": "姓名"}, "title": true, "required": true, "searchable": true, "personal": true},
                          {"code": "phone", "type": "phone", "label": {"zh": "电话"}, "required": true, "unique": true, "personal": true},
                          {"code": "scan", "type": "file", "label": {"zh": "证件"}, "personal": true},
                          {"code": "contract", "type": "file", "label": {"zh": "合同"}},
                          {"code": "spent", "type": "money", "label": {"zh": "累计消费"}},
                          {"code": "greeting", "type": "formula", "label": {"zh": "称呼"}, "formula": "name & \\"您好\\""}],
                         "checks": [{"code": "reachable", "when": "NOT(ISBLANK(phone))", "message": {"zh": "要有电话"}}]}
                        """).expect(200);
        admin.put("/api/v1/definitions/entity/address", """
                        {"label": {"zh": "地址"}, "parent": "customer", "fields": [
                          {"code": "customer", "type": "relation", "entity": "customer", "label": {"zh": "客户"}, "required": true},
                          {"code": "street", "type": "text", "label": {"zh": "街道"}, "personal": true, "title": true}]}
                        """).expect(200);
        admin.put("/api/v1/definitions/entity/visit", """
                        {"label": {"zh": "拜访"}, "fields": [
                          {"code": "customer", "type": "relation", "entity": "customer", "label": {"zh": "客户"}},
                          {"code": "said", "type": "long_text", "label": {"zh": "内容"}, "personal": true},
                          {"code": "amount", "type": "money", "label": {"zh": "金额"}}]}
                        """).expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        file = send("证件.txt");
        customer = made(
                "customer",
                Map.of(
                        "name",
                        NAME,
                        "phone",
                        OLD_PHONE,
                        "spent",
                        "5000",
                        "scan",
                        List.of(file),
                        "contract",
                        List.of(send("合同.txt"))));
        path = "/api/v1/records/customer/" + customer;
        admin.patch(path, Map.of("phone", PHONE)).expect(200);
        made("address", Map.of("customer", customer, "street", STREET));
        made("visit", Map.of("customer", customer, "said", SAID, "amount", "88"));
        admin.post(path + "/comments", Map.of("text", "注意，" + NAME + "怕狗")).expect(201);
    }

    private String made(String entity, Map<String, Object> values) {
        return admin.post("/api/v1/records/" + entity, values)
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private String send(String name) {
        return new Transfers(admin)
                .send("/api/v1/files", name, ("正文 " + NAME).getBytes(StandardCharsets.UTF_8), Map.of())
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private Answer erase(Map<String, Object> wish) {
        return admin.post(path + "/personal-data/erase", wish);
    }

    private static final Map<String, Object> EVERYTHING =
            Map.of("confirm", NAME, "related", List.of("visit"), "kept", List.of("comments", "files"));

    @Test
    void thePreviewSaysWhatThereIs() {
        JsonNode held = admin.get(path + "/personal-data").expect(200).json();
        assertThat(held.path("title").asString()).isEqualTo(NAME);
        assertThat(held.path("parts").toString())
                .contains("\"kind\":\"record\"", "\"kind\":\"child\"", "\"kind\":\"related\"", "姓名", "街道", "内容")
                .doesNotContain("累计消费");
        assertThat(held.path("changes").asInt()).isEqualTo(3);
        assertThat(held.path("kept").toString()).contains("\"kind\":\"comments\"", "\"count\":1", "\"count\":2");
    }

    @Test
    void itIsForAdministratorsAlone() {
        Client member = company.newMember("李娜").client();
        member.get(path + "/personal-data").expect(403, "admin-needed");
        member.get(path + "/personal-data/export").expect(403, "admin-needed");
        member.post(path + "/personal-data/erase", EVERYTHING).expect(403, "admin-needed");
        String nobody = path.replaceFirst("[^/]{8}$", "00000000");
        admin.get(nobody + "/personal-data").expect(404);
    }

    @Test
    void theExportHoldsAllOfItAndIsToldOf() throws IOException {
        Answer answer = admin.get(path + "/personal-data/export").expect(200);
        Map<String, byte[]> found = unzipped(answer.response().body());
        JsonNode data = JsonMapper.shared().readTree(found.get("data.json"));
        assertThat(data.path("records").path("customer").get(0).path("name").asString())
                .isEqualTo(NAME);
        assertThat(data.path("records").path("customer").get(0).path("spent").asString())
                .isEqualTo("5000.00");
        assertThat(data.path("records").path("address").toString()).contains(STREET);
        assertThat(data.path("records").path("visit").toString()).contains(SAID);
        assertThat(data.path("history").toString()).contains(OLD_PHONE.substring(3));
        assertThat(data.path("comments").toString()).contains("怕狗");
        assertThat(found.keySet())
                .contains("customer-客户.xlsx", "address-地址.xlsx", "visit-拜访.xlsx")
                .anyMatch(name -> name.matches("files/.{8}-证件.txt"));
        assertThat(new String(
                        found.entrySet().stream()
                                .filter(entry -> entry.getKey().endsWith("证件.txt"))
                                .findFirst()
                                .orElseThrow()
                                .getValue(),
                        StandardCharsets.UTF_8))
                .contains(NAME);
        JsonNode told = new ToldLog(company).last("personal-data-exported");
        assertThat(told.toString()).contains(customer).doesNotContain(NAME);
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> found = new LinkedHashMap<>();
        ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8);
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            found.put(entry.getName(), in.readAllBytes());
        }
        return found;
    }

    @Test
    void withoutTheNameTypedNothingIsErased() {
        erase(Map.of("confirm", "欧阳", "kept", List.of("comments"))).expect(400, "erasure-unconfirmed");
        erase(Map.of()).expect(400, "erasure-unconfirmed");
        assertThat(admin.get(path).expect(200).json().path("name").asString()).isEqualTo(NAME);
        assertThat(everywhere()).contains(NAME, SAID);
    }

    @Test
    void nothingOfItIsLeftAnywhereAndFiguresStay() {
        assertThat(everywhere()).contains(NAME, "13912345678", "13587654321", STREET, SAID, "怕狗");
        erase(EVERYTHING).expect(200);
        assertThat(everywhere())
                .as("all rows of all tables of the workspace")
                .doesNotContain(NAME, "13912345678", "13587654321", STREET, SAID, "怕狗", "oymy", "ouyangmingyue");
        JsonNode left = admin.get(path).expect(200).json();
        assertThat(left.path("name").asString()).startsWith("已匿名 ");
        assertThat(left.path("phone").isNull()).isTrue();
        assertThat(left.path("spent").asString()).isEqualTo("5000.00");
        assertThat(left.path("contract").isNull() || left.path("contract").isEmpty())
                .isTrue();
        assertThat(admin.get("/api/v1/records/visit")
                        .json()
                        .path("items")
                        .get(0)
                        .path("amount")
                        .asString())
                .isEqualTo("88.00");
        assertThat(admin.get("/api/v1/records/customer?search=" + "%E6%AC%A7%E9%98%B3")
                        .json()
                        .path("items"))
                .isEmpty();
        admin.get("/api/v1/files/" + file).expect(404);
        JsonNode told = new ToldLog(company).last("personal-data-erased");
        assertThat(told.toString()).contains(customer, "姓名", "电话").doesNotContain(NAME, "5678");
    }

    @Test
    void whatWasNotChosenStays() {
        erase(Map.of("confirm", NAME)).expect(200);
        assertThat(everywhere()).contains(SAID, "怕狗").doesNotContain("13912345678", STREET);
        JsonNode left = admin.get(path).expect(200).json();
        assertThat(left.path("contract")).hasSize(1);
        assertThat(left.path("scan").isNull() || left.path("scan").isEmpty()).isTrue();
        admin.get("/api/v1/files/" + file).expect(404);
    }

    @Test
    void undoingABatchFromBeforeBringsNothingBack() {
        String batch = admin.post(
                        "/api/v1/records/customer/bulk",
                        Map.of("ids", List.of(customer), "set", Map.of("phone", "13700001111", "spent", "6000")))
                .expect(200)
                .json()
                .path("batch")
                .asString();
        erase(EVERYTHING).expect(200);
        admin.post("/api/v1/batches/" + batch + "/undo", "{}").expect(200);
        assertThat(everywhere()).doesNotContain(NAME, "13912345678", "13700001111", "13587654321");
        assertThat(admin.get(path).json().path("name").asString()).startsWith("已匿名 ");
    }

    @Test
    void whatLiesInTheRecycleBinIsErasedToo() {
        String row = admin.get("/api/v1/records/address")
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        admin.delete("/api/v1/records/address/" + row).expect(204);
        erase(EVERYTHING).expect(200);
        assertThat(everywhere()).doesNotContain(STREET);
    }

    @Test
    void theHistoryStillTellsWhoChangedWhatAndWhen() {
        erase(EVERYTHING).expect(200);
        JsonNode history = admin.get(path + "/history").expect(200).json().path("items");
        assertThat(history).hasSize(3);
        assertThat(history.get(0).path("origin").asString()).isEqualTo("erasure");
        assertThat(history.get(1).path("fields").toString()).contains("phone").doesNotContain("135", "139");
    }

    @Test
    void aRecordWithoutPersonalFieldsHasNothingToErase() {
        admin.put("/api/v1/definitions/entity/product", """
                        {"label": {"zh": "产品"}, "fields": [{"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true}]}
                        """).expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        String product = made("product", Map.of("name", "螺丝"));
        admin.post("/api/v1/records/product/" + product + "/personal-data/erase", Map.of("confirm", "螺丝"))
                .expect(409, "no-personal-fields");
    }

    @Test
    void aFieldSaysWhetherItIsPersonal() {
        JsonNode fields =
                admin.get("/api/v1/entities/customer").expect(200).json().path("fields");
        Map<String, Boolean> personal = new LinkedHashMap<>();
        fields.forEach(field -> personal.put(
                field.path("code").asString(), field.path("personal").asBoolean(false)));
        assertThat(personal).containsEntry("phone", true).containsEntry("spent", false);
        admin.put("/api/v1/definitions/entity/wrong", """
                        {"label": {"zh": "错"}, "fields": [{"code": "a", "type": "text", "label": {"zh": "甲"}, "personal": "yes"}]}
                        """).expect(400);
    }

    /** All that the workspace's tables hold, as one text; answers that are kept for a day to be sent again are left out. */
    private String everywhere() {
        String schema = company.workspace().schema().name();
        StringBuilder all = new StringBuilder();
        TestServer.bean(Database.class).read(ctx -> {
            ctx.meta().getSchemas(schema).getFirst().getTables().stream()
                    .filter(table -> !table.getName().equals("idempotency"))
                    .forEach(table -> ctx.selectFrom(table).forEach(row -> {
                        for (Object value : row.intoArray()) {
                            all.append(
                                            value instanceof byte[] bytes
                                                    ? new String(bytes, StandardCharsets.UTF_8)
                                                    : value)
                                    .append('\n');
                        }
                    }));
            return true;
        });
        return all.toString();
    }
}

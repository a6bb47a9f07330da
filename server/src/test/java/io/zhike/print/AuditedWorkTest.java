package io.zhike.print;

import static io.zhike.workspace.ToldLog.change;
import static io.zhike.workspace.ToldLog.fact;
import static io.zhike.workspace.ToldLog.sentence;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.record.transfer.Transfers;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import io.zhike.workspace.ToldLog;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the modules above people tell the audit log of: definitions, records on their way in and out, roles. */
class AuditedWorkTest {
    private final TestWorkspace company = TestServer.newWorkspace();
    private final Client admin = company.admin();
    private final ToldLog log = new ToldLog(company);
    private final String who = company.administrator().member().name();
    private final Transfers transfers = new Transfers(admin);

    AuditedWorkTest() {
        admin.post("/api/v1/apps", "{\"template\": \"starter\"}").expect(201);
    }

    private String make(String name) {
        return admin.post("/api/v1/records/customer", Map.of("name", name))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private List<JsonNode> about(String action) {
        return log.read("?action=" + action);
    }

    @Test
    void anAppThatComesInAndGoesOut() {
        assertThat(sentence(log.last("app-installed"))).isEqualTo(who + " 安装了应用「客户跟进」");
        assertThat(fact(log.last("app-installed"), "template")).isEqualTo("starter");
        admin.post("/api/v1/apps", "{\"copyOf\": \"starter\", \"label\": \"门店\"}")
                .expect(201);
        assertThat(about("app-exported")).isEmpty();
        admin.get("/api/v1/apps/starter/package").expect(200);
        assertThat(log.last("app-exported").path("object").asString()).isEqualTo("starter");
    }

    @Test
    void whatAPublishChangedAndWhatItWas() {
        JsonNode entity =
                admin.get("/api/v1/definitions/entity/customer").expect(200).json();
        ((tools.jackson.databind.node.ObjectNode) entity.path("label")).put("zh", "客户档案");
        admin.put("/api/v1/definitions/entity/customer", entity).expect(200);
        int before = about("published").size();
        assertThat(about("published")).hasSize(before);
        admin.post("/api/v1/publish", "{}").expect(200);
        JsonNode published = log.last("published");
        assertThat(about("published")).hasSize(before + 1);
        assertThat(fact(published, "changed")).isEqualTo("客户档案 (entity/customer)");
        assertThat(change(published, "entity/customer.label.zh")).endsWith(" → 客户档案");
        admin.post("/api/v1/publish?dry=true", "{}").expect(200);
        assertThat(about("published")).hasSize(before + 1);
        String revision = fact(published, "revision");
        admin.post("/api/v1/revisions/" + (Integer.parseInt(revision) - 1) + "/restore", null)
                .expect(200);
        assertThat(log.last("revision-restored").path("origin").asString()).isEqualTo("session");
    }

    @Test
    void recordsThatGoAndComeBack() {
        String one = make("甲");
        String two = make("乙");
        assertThat(about("records-changed")).isEmpty();
        admin.delete("/api/v1/records/customer/" + one).expect(204);
        JsonNode deleted = log.last("records-deleted");
        assertThat(sentence(deleted)).isEqualTo(who + " 删除了 1 条「客户信息表」");
        assertThat(fact(deleted, "records")).isEqualTo(one);
        admin.post("/api/v1/records/customer/bulk", Map.of("ids", List.of(two), "set", Map.of("name", "丙")))
                .expect(200);
        assertThat(fact(log.last("records-changed"), "rows")).isEqualTo("1");
        JsonNode gone = admin.post("/api/v1/records/customer/bulk-delete", Map.of("where", "name = \"丙\""))
                .expect(200)
                .json();
        assertThat(about("records-deleted")).hasSize(2);
        assertThat(fact(log.last("records-deleted"), "filter")).isEqualTo("name = \"丙\"");
        admin.post("/api/v1/batches/" + gone.path("batch").asString() + "/undo", null)
                .expect(200);
        assertThat(fact(log.last("batch-undone"), "rows")).isEqualTo("1");
        admin.post("/api/v1/records/customer/restore", Map.of("ids", List.of(one)))
                .expect(200);
        assertThat(about("records-restored")).hasSize(1);
        admin.delete("/api/v1/records/customer/" + one).expect(204);
        admin.post("/api/v1/records/customer/purge", Map.of("ids", List.of(one)))
                .expect(200);
        assertThat(fact(log.last("records-purged"), "records")).isEqualTo(one);
    }

    @Test
    void aDeleteThatIsRefusedIsNotTold() {
        String one = make("甲");
        admin.with("If-Match", "\"99\"")
                .delete("/api/v1/records/customer/" + one)
                .expect(409);
        assertThat(about("records-deleted")).isEmpty();
    }

    @Test
    void anExportWithItsFilterAndItsRows() {
        make("甲");
        make("乙");
        admin.get("/api/v1/exports/customer?where=name%20%3D%20%22%E7%94%B2%22").expect(200);
        JsonNode told = log.last("records-exported");
        assertThat(sentence(told)).isEqualTo(who + " 导出了 1 条「客户信息表」");
        assertThat(fact(told, "filter")).isEqualTo("name = \"甲\"");
        assertThat(fact(told, "format")).isEqualTo("csv");
        admin.get("/api/v1/exports/customer?where=nonsense%20%3D%201").expect(400);
        assertThat(about("records-exported")).hasSize(1);
    }

    @Test
    void anImportFromItsBeginningToItsUndoing() {
        JsonNode done = transfers.bring("customer", "客户名称\n甲\n乙\n");
        assertThat(done.path("state").asString()).isEqualTo("done");
        JsonNode told = log.last("import-done");
        assertThat(sentence(told)).isEqualTo(who + " 向「客户信息表」的导入已完成：新建 2，更新 0，退回 0");
        assertThat(told.path("origin").asString()).isEqualTo("background");
        assertThat(told.path("member").asString())
                .isEqualTo(company.administrator().id().toString());
        assertThat(fact(log.last("import-begun"), "file")).isEqualTo("rows.csv");
        String id = done.path("id").asString();
        admin.post("/api/v1/imports/" + id + "/undo", "{}").expect(200);
        long patience = System.nanoTime() + 60_000_000_000L;
        while (about("import-undone").isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(patience);
        }
        assertThat(fact(log.last("import-undone"), "rows")).isEqualTo("2");
        assertThat(about("records-deleted")).isEmpty();
    }

    @Test
    void rolesThatAreGivenAndTaken() {
        TestWorkspace.Person ann = company.newMember("安");
        String address = "/api/v1/members/" + ann.id() + "/roles";
        admin.put(address, Map.of("roles", List.of("sales", "sales_manager"))).expect(200);
        admin.put(address, Map.of("roles", List.of("sales_manager"))).expect(200);
        assertThat(about("role-given")).hasSize(2);
        assertThat(sentence(log.last("role-taken"))).isEqualTo(who + " 收回了「安」的角色「销售员」");
        admin.put(address, Map.of("roles", List.of("sales_manager"))).expect(200);
        assertThat(about("role-given")).hasSize(2);
        assertThat(about("role-taken")).hasSize(1);
    }

    @Test
    void rolesThatComeWithAnInvitation() {
        String token = admin.post("/api/v1/invitations", Map.of("roles", List.of("sales")))
                .expect(201)
                .json()
                .path("token")
                .asString();
        Map<String, String> joining =
                Map.of("token", token, "name", "张三", "account", "z" + UUID.randomUUID(), "password", "a long password");
        TestServer.stranger().post("/api/v1/join", joining).expect(201);
        assertThat(about("role-given")).hasSize(1);
        assertThat(sentence(log.last("role-given"))).endsWith("把角色「销售员」给了「张三」");
    }

    @Test
    void theDataOfADeletedFieldThatGoesForGood() {
        JsonNode entity =
                admin.get("/api/v1/definitions/entity/customer").expect(200).json();
        tools.jackson.databind.node.ArrayNode fields = (tools.jackson.databind.node.ArrayNode) entity.path("fields");
        fields.addObject()
                .put("code", "shoe_size")
                .put("type", "number")
                .putObject("label")
                .put("zh", "鞋码");
        admin.put("/api/v1/definitions/entity/customer", entity).expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        fields.remove(fields.size() - 1);
        admin.put("/api/v1/definitions/entity/customer", entity).expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        String trash = admin.get("/api/v1/trash")
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        admin.delete("/api/v1/trash/" + trash).expect(204);
        assertThat(log.last("trash-purged").path("object").asString()).isEqualTo("customer.shoe_size");
    }

    @Test
    void aPrint() {
        String one = make("甲");
        JsonNode templates =
                admin.get("/api/v1/print-templates?entity=customer").expect(200).json();
        String template = templates.path("items").path(0).path("code").asString();
        assertThat(template).isNotEmpty();
        admin.get("/api/v1/records/customer/" + one + "/print/" + template).expect(200);
        JsonNode told = log.last("records-printed");
        assertThat(fact(told, "format")).isEqualTo("html");
        assertThat(fact(told, "records")).isEqualTo(one);
    }
}

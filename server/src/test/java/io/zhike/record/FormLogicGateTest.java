package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.record.transfer.Transfers;
import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The gate in holds every way in to the logic of forms, whatever the browser did. */
class FormLogicGateTest {
    private static final TestWorkspace COMPANY = TestServer.newWorkspace();

    static {
        COMPANY.admin().put("/api/v1/definitions/entity/client", """
                {"label": {"zh": "客户"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
                  {"code": "closed", "type": "boolean", "label": {"zh": "已停"}},
                  {"code": "rank", "type": "select", "label": {"zh": "级别"}, "options": [
                    {"code": "vip", "label": {"zh": "贵宾"}}, {"code": "plain", "label": {"zh": "普通"}}]}]}
                """).expect(200);
        COMPANY.admin().put("/api/v1/definitions/entity/bid", """
                {"label": {"zh": "商机"}, "fields": [
                  {"code": "subject", "type": "text", "label": {"zh": "主题"}, "title": true},
                  {"code": "client", "type": "relation", "label": {"zh": "客户"}, "entity": "client"},
                  {"code": "friends", "type": "relation", "many": true, "label": {"zh": "相关"}, "entity": "client"},
                  {"code": "stage", "type": "stage", "label": {"zh": "阶段"}, "default": "\\"open\\"", "options": [
                    {"code": "open", "label": {"zh": "在谈"}},
                    {"code": "gift", "label": {"zh": "赠送"}, "when": "client.rank = \\"vip\\""},
                    {"code": "won", "label": {"zh": "赢单"}, "end": "won"},
                    {"code": "lost", "label": {"zh": "输单"}, "end": "lost"}]},
                  {"code": "amount", "type": "money", "label": {"zh": "金额"}, "readonly_when": "stage = \\"won\\"",
                   "required_when": "stage = \\"won\\""},
                  {"code": "doubled", "type": "formula", "label": {"zh": "双倍"}, "formula": "amount * 2"},
                  {"code": "reason", "type": "text", "label": {"zh": "原因"}, "required": true,
                   "shown": "stage = \\"lost\\""},
                  {"code": "approver", "type": "text", "label": {"zh": "批准人"}, "required_when": "doubled > 2000"},
                  {"code": "ticket", "type": "text", "label": {"zh": "票号"}, "readonly_when": "NOT ISBLANK(ticket)"},
                  {"code": "boss", "type": "text", "label": {"zh": "上级"},
                   "required_when": "ISBLANK(owner.name) OR COUNT(friends) > 1"},
                  {"code": "tags", "type": "multi_select", "label": {"zh": "标签"}, "options": [
                    {"code": "hot", "label": {"zh": "热"}}, {"code": "big", "label": {"zh": "大"}, "when": "amount > 100"}]},
                  {"code": "secret", "type": "money", "label": {"zh": "底价"}, "required_when": "amount > 9000"},
                  {"code": "hint", "type": "text", "label": {"zh": "提示"}, "shown": "secret > 10",
                   "default": "TEXT(secret)"},
                  {"code": "begins", "type": "date", "label": {"zh": "开始"}},
                  {"code": "ends", "type": "date", "label": {"zh": "结束"}},
                  {"code": "lines", "type": "child_table", "label": {"zh": "明细"}, "entity": "bid_line"}],
                 "checks": [
                  {"code": "order", "when": "ends >= begins", "field": "ends",
                   "message": {"zh": "结束不能早于开始", "en": "The end is before the beginning"}},
                  {"code": "floor", "when": "amount >= secret", "message": {"zh": "价格太低", "en": "Too cheap"}}]}
                """).expect(200);
        COMPANY.admin().put("/api/v1/definitions/entity/bid_line", """
                {"label": {"zh": "明细"}, "parent": "bid", "fields": [
                  {"code": "bid", "type": "relation", "label": {"zh": "商机"}, "entity": "bid", "required": true},
                  {"code": "pieces", "type": "number", "label": {"zh": "件数"}, "readonly_when": "bid.stage = \\"won\\""}]}
                """).expect(200);
        COMPANY.admin().put("/api/v1/definitions/role/seller", """
                {"label": {"zh": "销售"}, "entities": {
                  "client": {"read": "all"},
                  "bid": {"create": true, "read": "own", "update": "own", "fields": {"*": "write", "secret": "none"}}}}
                """).expect(200);
        COMPANY.admin().post("/api/v1/publish", "{}").expect(200);
    }

    private final Client admin = COMPANY.admin();

    private static List<String> paths(Answer answer) {
        List<String> issues = answer.json()
                .path("errors")
                .valueStream()
                .map(error ->
                        error.path("path").asString() + " " + error.path("code").asString())
                .toList();
        return issues.isEmpty() ? List.of(answer.code()) : issues;
    }

    private Answer create(Map<String, ?> values) {
        return admin.post("/api/v1/records/bid", values);
    }

    private UUID made(Map<String, ?> values) {
        return UUID.fromString(create(values).expect(201).json().path("id").asString());
    }

    private Answer patch(UUID id, Map<String, ?> values) {
        return admin.patch("/api/v1/records/bid/" + id, values);
    }

    private UUID client(Map<String, ?> values) {
        return UUID.fromString(admin.post("/api/v1/records/client", values)
                .expect(201)
                .json()
                .path("id")
                .asString());
    }

    @Test
    void asksForAFieldOnlyWhereItsConditionHolds() {
        made(Map.of("subject", "a"));
        assertThat(paths(create(Map.of("subject", "a", "stage", "won")))).containsExactly("amount value-required");
        made(Map.of("subject", "a", "amount", 1000));
        assertThat(paths(create(Map.of("amount", 1001)))).contains("approver value-required");
    }

    @Test
    void doesNotAskForWhatIsHidden() {
        made(Map.of("subject", "hidden"));
        assertThat(paths(create(Map.of("stage", "lost")))).containsExactly("reason value-required");
        UUID id = made(Map.of("subject", "b"));
        assertThat(paths(patch(id, Map.of("stage", "lost")))).containsExactly("reason value-required");
        patch(id, Map.of("stage", "lost", "reason", "太贵")).expect(200);
        assertThat(paths(patch(id, singleBlank("reason")))).containsExactly("reason value-required");
        Map<String, Object> back = new LinkedHashMap<>(singleBlank("reason"));
        back.put("stage", "open");
        patch(id, back).expect(200);
    }

    private static Map<String, Object> singleBlank(String code) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(code, null);
        return values;
    }

    @Test
    void asksAnUpdateThatMakesAFieldRequiredAndNoOther() {
        UUID id = made(Map.of("subject", "c"));
        assertThat(paths(patch(id, Map.of("stage", "won")))).containsExactly("amount value-required");
        patch(id, Map.of("subject", "d")).expect(200);
        patch(id, Map.of("stage", "won", "amount", 5)).expect(200);
    }

    @Test
    void keepsReadOnlyFieldsAsTheyWereByWhatTheRecordWas() {
        UUID id = made(Map.of("subject", "e", "amount", 5));
        patch(id, Map.of("stage", "won", "amount", 6)).expect(200);
        assertThat(paths(patch(id, Map.of("amount", 7)))).containsExactly("amount field-locked");
        assertThat(paths(patch(id, Map.of("stage", "open", "amount", 7)))).containsExactly("amount field-locked");
        patch(id, Map.of("amount", 6, "subject", "f")).expect(200);
        patch(id, Map.of("stage", "open")).expect(200);
        patch(id, Map.of("amount", 7)).expect(200);
    }

    @Test
    void aFieldThatLocksItselfCanBeFilledInOnce() {
        UUID id = made(Map.of("subject", "g", "ticket", "T1"));
        assertThat(paths(patch(id, Map.of("ticket", "T2")))).containsExactly("ticket field-locked");
        assertThat(paths(create(Map.of("stage", "won", "amount", 5)))).containsExactly("amount field-locked");
    }

    @Test
    void offersAnOptionByWhatTheRecordPointsTo() {
        UUID plain = client(Map.of("name", "p", "rank", "plain"));
        UUID vip = client(Map.of("name", "v", "rank", "vip"));
        assertThat(paths(create(Map.of("stage", "gift")))).containsExactly("stage option-unavailable");
        assertThat(paths(create(Map.of("stage", "gift", "client", plain)))).containsExactly("stage option-unavailable");
        UUID id = made(Map.of("stage", "gift", "client", vip));
        patch(id, Map.of("client", plain, "subject", "kept")).expect(200);
        patch(id, Map.of("stage", "gift", "subject", "same")).expect(200);
        patch(id, Map.of("stage", "open")).expect(200);
        assertThat(paths(patch(id, Map.of("stage", "gift")))).containsExactly("stage option-unavailable");
    }

    @Test
    void judgesOnlyTheOptionsThatAreAdded() {
        assertThat(paths(create(Map.of("tags", List.of("hot", "big"))))).containsExactly("tags option-unavailable");
        UUID id = made(Map.of("amount", 200, "tags", List.of("big")));
        patch(id, Map.of("amount", 1)).expect(200);
        patch(id, Map.of("tags", List.of("big", "hot"))).expect(200);
    }

    @Test
    void looksThroughMembersAndCountsRelationsToMany() {
        assertThat(paths(create(singleBlank("owner")))).containsExactly("boss value-required");
        UUID a = client(Map.of("name", "a"));
        UUID b = client(Map.of("name", "b"));
        made(Map.of("friends", List.of(a)));
        assertThat(paths(create(Map.of("friends", List.of(a, b))))).containsExactly("boss value-required");
    }

    @Test
    void holdsChecksOnceAllThatTheyCompareIsThere() {
        made(Map.of("ends", "2026-01-01"));
        Answer answer = create(Map.of("begins", "2026-01-02", "ends", "2026-01-01"));
        assertThat(paths(answer)).containsExactly("ends check-failed");
        assertThat(answer.text()).contains("结束不能早于开始");
        UUID id = made(Map.of("begins", "2026-01-02", "ends", "2026-01-02"));
        assertThat(paths(patch(id, Map.of("begins", "2026-01-03")))).containsExactly("ends check-failed");
        patch(id, singleBlank("begins")).expect(200);
    }

    @Test
    void anUpdateIsNotAskedAboutChecksItDoesNotTouch() {
        COMPANY.admin().put("/api/v1/definitions/entity/old_rule", """
                {"label": {"zh": "旧规"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
                  {"code": "size", "type": "number", "label": {"zh": "大小"}}]}
                """).expect(200);
        COMPANY.admin().post("/api/v1/publish", "{}").expect(200);
        UUID old = UUID.fromString(admin.post("/api/v1/records/old_rule", Map.of("name", "x", "size", 9))
                .expect(201)
                .json()
                .path("id")
                .asString());
        COMPANY.admin().put("/api/v1/definitions/entity/old_rule", """
                {"label": {"zh": "旧规"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
                  {"code": "size", "type": "number", "label": {"zh": "大小"}}],
                 "checks": [{"code": "small", "when": "size < 5", "message": {"zh": "太大"}}]}
                """).expect(200);
        COMPANY.admin().post("/api/v1/publish", "{}").expect(200);
        admin.patch("/api/v1/records/old_rule/" + old, Map.of("name", "y")).expect(200);
        admin.patch("/api/v1/records/old_rule/" + old, Map.of("size", 8)).expect(400, "check-failed");
    }

    @Test
    void bulkEditsAndBatchesAreHeldToThemToo() {
        UUID id = made(Map.of("subject", "h"));
        Answer bulk = admin.post("/api/v1/records/bid/bulk", Map.of("ids", List.of(id), "set", Map.of("stage", "won")));
        assertThat(paths(bulk.expect(400))).allMatch(path -> path.endsWith("amount value-required"));
        Answer items = admin.post("/api/v1/records/bid", "{\"items\": [{\"subject\": \"x\"}, {\"stage\": \"lost\"}]}");
        assertThat(paths(items.expect(400))).containsExactly("items[1].reason value-required");
    }

    @Test
    void importsReturnTheRowWithTheMessage() {
        Transfers transfers = new Transfers(admin);
        JsonNode done = transfers.bring("bid", """
                主题,阶段,原因,开始,结束
                进口一,在谈,,,
                进口二,输单,,,
                进口三,在谈,,2026-01-02,2026-01-01
                """);
        assertThat(done.path("created").asInt()).isEqualTo(1);
        assertThat(done.path("refused").asInt()).isEqualTo(2);
        assertThat(transfers.refusedText(done.path("id").asString())).contains("「原因」必填", "结束不能早于开始");
    }

    @Test
    void rowsOfChildTablesLookAtTheirRecord() {
        UUID id = made(Map.of("subject", "i"));
        UUID line = UUID.fromString(admin.post("/api/v1/records/bid_line", Map.of("bid", id, "pieces", 1))
                .expect(201)
                .json()
                .path("id")
                .asString());
        patch(id, Map.of("stage", "won", "amount", 1)).expect(200);
        assertThat(paths(admin.patch("/api/v1/records/bid_line/" + line, Map.of("pieces", 2))))
                .containsExactly("pieces field-locked");
        assertThat(paths(admin.post("/api/v1/records/bid_line", Map.of("bid", id, "pieces", 1))))
                .containsExactly("pieces field-locked");
        admin.post("/api/v1/records/bid_line", Map.of("bid", id)).expect(201);
    }

    @Test
    void takingBackABatchBringsBackWhatWasThere() {
        UUID id = made(Map.of("subject", "j"));
        String batch = admin.post(
                        "/api/v1/records/bid/bulk",
                        Map.of("ids", List.of(id), "set", Map.of("stage", "won", "amount", 3)))
                .expect(200)
                .json()
                .path("batch")
                .asString();
        admin.post("/api/v1/batches/" + batch + "/undo", "{}").expect(200);
        JsonNode back = admin.get("/api/v1/records/bid/" + id).expect(200).json();
        assertThat(back.path("stage").asString()).isEqualTo("open");
        assertThat(back.path("amount").isNull()).isTrue();
    }

    private Client seller() {
        TestWorkspace.Person seller = COMPANY.newMember("销售");
        admin.put("/api/v1/members/" + seller.id() + "/roles", Map.of("roles", List.of("seller")))
                .expect(200);
        return seller.client();
    }

    @Test
    void saysNothingOfFieldsThatTheCallerMayNotRead() {
        Client seller = seller();
        Answer answer = seller.post("/api/v1/records/bid", Map.of("amount", 9500, "approver", "李"));
        answer.expect(400, "hidden-required");
        assertThat(answer.text()).doesNotContain("底价", "secret");
        JsonNode made = seller.post("/api/v1/records/bid", Map.of("amount", 50))
                .expect(201)
                .json();
        String id = made.path("id").asString();
        admin.patch("/api/v1/records/bid/" + id, Map.of("secret", 50)).expect(200);
        Answer cheap = seller.patch("/api/v1/records/bid/" + id, Map.of("amount", 40));
        cheap.expect(400, "check-failed");
        assertThat(cheap.text()).contains("价格太低").doesNotContain("底价", "secret", "50");
    }

    @Test
    void handsOutTheTreesOfConditionsThatTheCallerMayRead() {
        JsonNode all = admin.get("/api/v1/entities/bid").expect(200).json();
        assertThat(field(all, "reason").path("shown").toString()).contains("\"stage\"", "\"lost\"");
        assertThat(field(all, "secret").has("requiredWhen")).isTrue();
        assertThat(field(all, "amount").has("readonlyWhen")).isTrue();
        assertThat(field(all, "stage").path("defaultTree").path("value").asString())
                .isEqualTo("open");
        assertThat(field(all, "doubled").has("formulaTree")).isTrue();
        assertThat(field(all, "stage").path("options").path(1).path("when").toString())
                .contains("client.rank");
        assertThat(all.path("checks").size()).isEqualTo(2);
        assertThat(all.path("checks").path(0).path("needs").toString()).isEqualTo("[\"begins\",\"ends\"]");
        JsonNode some = seller().get("/api/v1/entities/bid").expect(200).json();
        assertThat(some.path("checks").size()).isEqualTo(1);
        assertThat(some.toString()).doesNotContain("secret");
        assertThat(field(some, "hint").has("shown")).isFalse();
        assertThat(field(some, "hint").has("defaultTree")).isFalse();
        assertThat(field(all, "hint").has("defaultTree")).isTrue();
    }

    private static JsonNode field(JsonNode entity, String code) {
        return entity.path("fields")
                .valueStream()
                .filter(each -> each.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }
}

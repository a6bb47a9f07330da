package io.zhike.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Client;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A field or an entity is deleted that others name: what can do without lets go, as drafts; the rest is named. */
class LettingGoTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RELEASE = "/api/v1/publish/release";

    private final ViewWorld world = new ViewWorld();
    private final Client admin = world.admin();

    /** Customers without that field, as a draft. */
    private void drop(String field) {
        JsonNode fields = JSON.readTree(ViewWorld.CUSTOMER).path("fields");
        String left = fields.valueStream()
                .filter(each -> !each.path("code").asString().equals(field))
                .map(JsonNode::toString)
                .reduce((one, other) -> one + "," + other)
                .orElseThrow();
        world.put("entity/customer", "{\"label\": {\"zh\": \"客户\"}, \"fields\": [" + left + "]}")
                .expect(200);
    }

    private JsonNode release(boolean dry) {
        return admin.post(RELEASE + "?dry=" + dry, "{}").expect(200).json();
    }

    /** The definitions that let go, as {@code kind/code: parts}. */
    private static List<String> released(JsonNode answer) {
        return answer.path("items")
                .valueStream()
                .map(item ->
                        item.path("kind").asString() + "/" + item.path("code").asString() + ": "
                                + (item.path("gone").asBoolean()
                                        ? "gone"
                                        : item.path("parts")
                                                .valueStream()
                                                .map(JsonNode::asString)
                                                .toList()))
                .toList();
    }

    private static List<String> left(JsonNode answer) {
        return answer.path("left")
                .valueStream()
                .map(issue -> issue.path("path").asString())
                .toList();
    }

    private JsonNode draft(String key) {
        return admin.get("/api/v1/definitions/" + key).expect(200).json();
    }

    private void publishAll() {
        admin.post("/api/v1/publish", "{\"accept\": [" + accepted() + "]}").expect(200);
    }

    private String accepted() {
        return admin.post("/api/v1/publish?dry=true", "{}")
                .expect(200)
                .json()
                .path("steps")
                .valueStream()
                .filter(step -> step.path("lossy").asBoolean())
                .map(step -> step.path("key").toString())
                .reduce((one, other) -> one + "," + other)
                .orElse("");
    }

    @Test
    void aViewLetsGoOfAFieldWhereverItStands() {
        world.publish("rich", """
                "columns": ["name", "worth", "stage"], "sort": ["-worth", "name"], "totals": {"worth": "sum"},
                "quick": ["stage", "worth"], "where": {"all": [{"field": "worth", "op": ">", "value": "5"},
                {"field": "name", "op": "not_blank"}]}, "colors": [{"where": "worth > 100", "color": "red"}]""");
        drop("worth");

        JsonNode answer = release(false);

        assertThat(released(answer)).containsExactly("role/clerk: [字段权限]", "view/rich: [列, 排序, 快捷筛选, 合计, 筛选条件, 颜色规则]");
        assertThat(left(answer)).isEmpty();
        JsonNode view = draft("view/rich");
        assertThat(view.path("columns").toString()).isEqualTo("[\"name\",\"stage\"]");
        assertThat(view.path("sort").toString()).isEqualTo("[\"name\"]");
        assertThat(view.path("where").toString()).isEqualTo("{\"all\":[{\"field\":\"name\",\"op\":\"not_blank\"}]}");
        assertThat(view.path("colors")).isEmpty();
        publishAll();
    }

    @Test
    void askingOnlyChangesNothing() {
        world.publish("rich", "\"columns\": [\"name\", \"worth\"]");
        drop("worth");

        assertThat(released(release(true))).contains("view/rich: [列]");

        assertThat(draft("view/rich").path("columns")).hasSize(2);
        admin.post("/api/v1/publish?dry=true", "{}").expect(400, "cannot-publish");
    }

    @Test
    void aBoardKeepsItsColumnsAndIsNamed() {
        world.publish("stages", "\"type\": \"board\", \"by\": \"stage\", \"card\": [\"name\", \"stage\"]");
        drop("stage");

        JsonNode answer = release(false);

        assertThat(released(answer)).containsExactly("view/stages: [卡片字段]");
        assertThat(left(answer)).contains("view/stages.by");
        assertThat(draft("view/stages").path("by").asString()).isEqualTo("stage");
    }

    @Test
    void aConditionKeepsWhatElseItSaysInItsOwnWords() {
        world.publish("text", "\"where\": \"{名称} <> \\\"a AND b\\\" AND (worth > 1 OR worth < 0) AND note = BLANK\"");
        drop("worth");

        release(false);

        assertThat(draft("view/text").path("where").asString()).isEqualTo("{名称} <> \"a AND b\" AND note = BLANK");
    }

    @Test
    void aRowScopeIsNeverWidened() {
        world.put("role/few", """
                {"label": {"zh": "少"}, "entities": {"customer": {"read": {"where": "worth < 5"}}}}""").expect(200);
        publishAll();
        drop("worth");

        JsonNode answer = release(false);

        assertThat(released(answer)).containsExactly("role/clerk: [字段权限]");
        assertThat(left(answer)).contains("role/few.entities.customer.read.where");
    }

    @Test
    void aRoleThatNamesADeletedButtonKeepsTheOthersAndGainsNone() {
        for (String code : List.of("first", "second")) {
            world.put("button/" + code, """
                    {"label": {"zh": "按钮"}, "entity": "customer", "open": {"url": "https://example.com/"}}""").expect(200);
        }
        world.put("role/presser", """
                {"label": {"zh": "按"}, "entities": {"customer": {"read": "all", "buttons": ["first", "second"]}}}""").expect(200);
        publishAll();
        admin.delete("/api/v1/definitions/button/first").expect(200);

        assertThat(released(release(false))).containsExactly("role/presser: [按钮权限]");

        publishAll();
        JsonNode buttons =
                draft("role/presser").path("entities").path("customer").path("buttons");
        assertThat(buttons.valueStream().map(JsonNode::asString)).containsExactly("second");
    }

    @Test
    void whatIsAboutADeletedEntityGoesWithItAndSoDoesTheWayToIt() {
        world.put("view/visits", "{\"label\": {\"zh\": \"拜访\"}, \"entity\": \"visit\"}")
                .expect(200);
        world.put(
                        "app/crm",
                        "{\"app\": \"crm\", \"label\": {\"zh\": \"客\"}, \"menu\": [{\"entity\": \"customer\"}, {\"view\": \"visits\"}]}")
                .expect(200);
        publishAll();
        admin.delete("/api/v1/definitions/entity/visit").expect(200);

        JsonNode answer = release(false);

        assertThat(released(answer)).containsExactly("view/visits: gone", "app/crm: [菜单项]");
        assertThat(left(answer)).isEmpty();
        publishAll();
        assertThat(ViewWorld.views(admin).toList()).isEmpty();
    }

    @Test
    void aPageLosesAListThatHungOnTheField() {
        world.put("record_page/customer", """
                {"label": {"zh": "页"}, "entity": "customer", "header": ["stage", "worth"], "main": [
                  {"code": "facts", "type": "facts", "fields": ["name", "worth"]},
                  {"code": "visits", "type": "related", "entity": "visit", "relation": "customer"}],
                 "side": [{"code": "sums", "type": "figures", "figures": [
                  {"code": "a", "label": {"zh": "甲"}, "value": "worth * 2"},
                  {"code": "b", "label": {"zh": "乙"}, "value": "COUNT(visit_customer)"}]}]}""").expect(200);
        publishAll();
        drop("worth");
        world.put("entity/visit", """
                {"label": {"zh": "拜访"}, "fields": [
                  {"code": "what", "type": "text", "label": {"zh": "内容"}, "title": true}]}""").expect(200);

        JsonNode answer = release(false);

        assertThat(left(answer)).isEmpty();
        JsonNode page = draft("record_page/customer");
        assertThat(page.path("header").toString()).isEqualTo("[\"stage\"]");
        assertThat(page.path("main")).hasSize(1);
        assertThat(page.path("main").path(0).path("fields").toString()).isEqualTo("[\"name\"]");
        assertThat(page.path("side").path(0).path("figures")).isEmpty();
    }

    @Test
    void aFormulaIsLeftToThePerson() {
        String fields = ViewWorld.CUSTOMER.replace(
                "{\"code\": \"note\"",
                "{\"code\": \"twice\", \"type\": \"formula\","
                        + " \"label\": {\"zh\": \"双\"}, \"formula\": \"worth * 2\"}, {\"code\": \"note\"");
        world.put("entity/customer", fields).expect(200);
        publishAll();
        world.put(
                        "entity/customer",
                        fields.replace("{\"code\": \"worth\", \"type\": \"money\", \"label\": {\"zh\": \"价值\"}},", ""))
                .expect(200);

        assertThat(left(release(false))).anyMatch(path -> path.contains(".formula"));
    }

    @Test
    void whatAButtonSetsIsLeftToThePersonAndWhatItFillsInANewRecordIsNot() {
        world.put("button/lost", """
                {"label": {"zh": "流失"}, "entity": "customer", "set": {"values": [
                  {"field": "stage", "value": "\\"won\\""}, {"field": "note", "ask": true}]}}""").expect(200);
        world.put("button/visit", """
                {"label": {"zh": "拜访"}, "entity": "visit", "create": {"entity": "customer", "values": [
                  {"field": "stage", "value": "\\"new\\""}, {"field": "name", "ask": true}]}}""").expect(200);
        publishAll();
        drop("stage");

        JsonNode answer = release(false);

        assertThat(released(answer)).containsExactly("button/visit: [新记录里填写的字段]");
        assertThat(left(answer)).contains("button/lost.set.values[0].field");
    }

    @Test
    void onlyBuildersMay() {
        drop("worth");

        world.clerk.client().post(RELEASE, "{}").expect(403);
    }

    @Test
    void theDraftOfSomebodyElseIsBuiltUpon() {
        world.publish("rich", "\"columns\": [\"name\", \"worth\"]");
        world.put("view/rich", ViewWorld.view("\"columns\": [\"worth\", \"note\"]"))
                .expect(200);
        drop("worth");

        release(false);

        assertThat(draft("view/rich").path("columns").toString()).isEqualTo("[\"note\"]");
    }
}

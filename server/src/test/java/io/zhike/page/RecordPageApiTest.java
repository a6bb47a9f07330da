package io.zhike.page;

import static io.zhike.page.RecordPageKindTest.json;
import static io.zhike.page.RecordPageKindTest.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RecordPageApiTest {
    private static final String TILES = """
            {'code': 'tiles', 'type': 'figures', 'figures': [
              {'code': 'visits', 'label': {'zh': '拜访次数'}, 'value': 'COUNT(visit_customer)',
               'colors': [{'is': '=', 'than': '0', 'color': 'red'}, {'is': '>=', 'than': '2', 'color': 'green'}]},
              {'code': 'worth', 'label': {'zh': '价值'}, 'value': 'worth'},
              {'code': 'stage', 'label': {'zh': '阶段'}, 'value': 'stage'},
              {'code': 'owner', 'label': {'zh': '负责人'}, 'value': 'owner'},
              {'code': 'last', 'label': {'zh': '最近'}, 'value': 'MAX(visit_customer, created_at)'},
              {'code': 'none', 'label': {'zh': '未填'}, 'value': 'begins'}]}""";

    private final ViewWorld world = new ViewWorld();
    private final Client admin = world.admin();
    private String record = "";

    @BeforeEach
    void aCustomerWithVisits() {
        record = admin.post("/api/v1/records/customer", Map.of("name", "华信", "worth", "1200.5", "stage", "new"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        for (String what : List.of("一", "二")) {
            admin.post("/api/v1/records/visit", Map.of("what", what, "customer", record))
                    .expect(201);
        }
    }

    private void publish(String code, String rest) {
        world.put("record_page/" + code, page(rest)).expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
    }

    private static JsonNode pages(Client client) {
        return client.get("/api/v1/record-pages").expect(200).json().path("items");
    }

    private JsonNode figures(Client client) {
        return client.get("/api/v1/record-pages/customer/figures/" + record)
                .expect(200)
                .json()
                .path("items");
    }

    @Test
    void aPublishedPageIsAnsweredAsItIsLaidOut() {
        publish("customer", """
                'header': ['owner', 'worth'], 'top': [%s], 'main': [
                  {'code': 'facts', 'type': 'facts', 'label': {'zh': '基本'}, 'shown': '阶段 = \\"new\\"'},
                  {'code': 'list', 'type': 'related', 'entity': 'visit', 'relation': 'customer', 'where': '内容 <> \\"x\\"'}],
                'side': [{'code': 'log', 'type': 'timeline'}, {'code': 'todo', 'type': 'todos'}]""".formatted(TILES));

        JsonNode page = pages(admin).get(0);

        assertThat(page.path("entity").asString()).isEqualTo("customer");
        assertThat(page.path("header").toString()).isEqualTo("[\"owner\",\"worth\"]");
        assertThat(page.path("top").get(0).path("type").asString()).isEqualTo("figures");
        assertThat(page.path("top").get(0).path("figures").get(0).toString())
                .isEqualTo("{\"code\":\"visits\",\"label\":{\"zh\":\"拜访次数\"}}");
        JsonNode facts = page.path("main").get(0);
        assertThat(facts.path("code").asString()).isEqualTo("facts");
        assertThat(facts.path("label").path("zh").asString()).isEqualTo("基本");
        assertThat(facts.path("shown").path("field").asString()).isEqualTo("stage");
        assertThat(page.path("main").get(1).path("where").path("field").asString())
                .isEqualTo("what");
        assertThat(page.path("main").get(1).path("rows").asInt()).isEqualTo(10);
        assertThat(page.path("side").get(0).toString()).isEqualTo("{\"code\":\"log\",\"type\":\"timeline\"}");
        assertThat(page.path("side").get(1).toString()).isEqualTo("{\"code\":\"todo\",\"type\":\"todos\"}");
    }

    @Test
    void aFigureOverRelatedRecordsSaysWhichTheyAre() {
        publish("customer", """
                'main': [{'code': 't', 'type': 'figures', 'figures': [
                  {'code': 'a', 'label': {'zh': '甲'}, 'value': 'COUNT(visit_customer, 内容 = \\"一\\" AND created_at >= NOW() - DAYS(9))'},
                  {'code': 'b', 'label': {'zh': '乙'}, 'value': 'COUNT(visit_customer) * 2'},
                  {'code': 'c', 'label': {'zh': '丙'}, 'value': 'LAST(visit_customer, what, created_at)'}]}]""");

        JsonNode all = figures(admin);

        JsonNode records = all.get(0).path("records");
        assertThat(records.path("entity").asString()).isEqualTo("visit");
        JsonNode parts = records.path("where").path("all");
        assertThat(parts.get(0).toString())
                .isEqualTo("{\"field\":\"customer\",\"op\":\"in\",\"value\":[\"" + record + "\"]}");
        assertThat(parts.get(1).toString()).isEqualTo("{\"field\":\"what\",\"op\":\"=\",\"value\":\"一\"}");
        assertThat(parts).hasSize(3);
        String where =
                java.net.URLEncoder.encode(records.path("where").toString(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(admin.get("/api/v1/records/visit?where=" + where)
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(Integer.parseInt(all.get(0).path("value").asString()));
        assertThat(all.get(1).has("records")).isFalse();
        assertThat(all.get(2).has("records")).isFalse();
    }

    @Test
    void figuresComeInOneAnswerEachAsWhatItIsShown() {
        publish("customer", "'main': [" + TILES + "]");

        JsonNode all = figures(admin);

        assertThat(all).hasSize(6);
        assertThat(all.get(0).path("value").asString()).isEqualTo("2");
        assertThat(all.get(0).path("color").asString()).isEqualTo("green");
        assertThat(all.get(1).path("value").asString()).isEqualTo("1200.50");
        assertThat(all.get(1).path("field").path("type").asString()).isEqualTo("money");
        assertThat(all.get(2).path("field").path("options")).hasSize(2);
        assertThat(all.get(3).path("label").asString()).isNotBlank();
        assertThat(all.get(4).path("field").path("valueType").asString()).isEqualTo("datetime");
        assertThat(all.get(5).path("value").isNull()).isTrue();
        assertThat(all.get(5).has("field")).isTrue();
    }

    @Test
    void aColourIsTheFirstWhoseBoundHolds() {
        publish("customer", """
                'main': [{'code': 't', 'type': 'figures', 'figures': [
                  {'code': 'a', 'label': {'zh': 'a'}, 'value': 'worth', 'colors': [
                    {'is': '>', 'than': '1200.5', 'color': 'red'}, {'is': '>=', 'than': '1200.50', 'color': 'gold'}]},
                  {'code': 'b', 'label': {'zh': 'b'}, 'value': 'name', 'colors': [{'is': '<>', 'than': '\\"华信\\"', 'color': 'red'}]},
                  {'code': 'c', 'label': {'zh': 'c'}, 'value': 'NOW() - created_at', 'colors': [
                    {'is': '<', 'than': 'DAYS(1)', 'color': 'green'}]},
                  {'code': 'd', 'label': {'zh': 'd'}, 'value': 'begins', 'colors': [{'is': '<', 'than': 'TODAY()', 'color': 'red'}]},
                  {'code': 'e', 'label': {'zh': 'e'}, 'value': 'COUNT(visit_customer)', 'colors': [
                    {'is': '<', 'than': 'worth', 'color': 'cyan'}]}]}]""");

        assertThat(figures(admin).valueStream().map(each -> each.path("color").asString("-")))
                .containsExactly("gold", "-", "green", "-", "cyan");
    }

    @Test
    void nobodyLearnsByACountWhatTheyMayNotSee() {
        publish("customer", "'header': ['worth'], 'main': [" + TILES + """
                , {'code': 'list', 'type': 'related', 'entity': 'visit', 'relation': 'customer'},
                {'code': 'secret', 'type': 'facts', 'fields': ['worth']},
                {'code': 'open', 'type': 'facts', 'fields': ['worth', 'name'], 'shown': 'worth > 1'}]""");
        Client clerk = world.clerk.client();

        JsonNode page = pages(clerk).get(0);
        List<String> codes = page.path("main")
                .valueStream()
                .map(block -> block.path("code").asString())
                .toList();

        assertThat(codes).containsExactly("tiles", "open");
        assertThat(page.toString()).doesNotContain("worth", "visit");
        assertThat(page.path("main").get(1).has("shown")).isFalse();
        JsonNode figures = figures(clerk);
        assertThat(figures.get(0).has("field")).isFalse();
        assertThat(figures.get(1).has("field")).isFalse();
        assertThat(figures.get(2).path("value").asString()).isEqualTo("new");
        assertThat(figures.toString()).doesNotContain("1200");
    }

    @Test
    void countsOnlyTheRowsWithinTheScopeOfTheCaller() {
        publish("customer", "'main': [" + TILES + "]");
        world.put("role/clerk", json("""
                {'label': {'zh': '文员'}, 'entities': {'customer': {'read': 'all'},
                  'visit': {'read': 'own', 'create': true, 'fields': {'*': 'write'}}}}""")).expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        Client clerk = world.clerk.client();
        assertThat(figures(clerk).get(0).path("value").asString()).isEqualTo("0");
        assertThat(figures(clerk).get(0).path("color").asString()).isEqualTo("red");
        assertThat(figures(clerk).get(4).path("value").isNull()).isTrue();

        clerk.post("/api/v1/records/visit", Map.of("what", "三", "customer", record))
                .expect(201);

        assertThat(figures(clerk).get(0).path("value").asString()).isEqualTo("1");
        assertThat(figures(admin).get(0).path("value").asString()).isEqualTo("3");
    }

    @Test
    void aPageForARoleComesBeforeTheUsualOne() {
        publish("customer", "'main': [{'code': 'a', 'type': 'timeline'}]");
        publish("clerks", "'roles': ['clerk'], 'main': [{'code': 'b', 'type': 'facts'}]");
        publish("others", "'roles': ['clerk'], 'main': []");

        assertThat(pages(world.clerk.client())
                        .valueStream()
                        .map(page -> page.path("code").asString()))
                .containsExactly("clerks");
        assertThat(pages(admin).valueStream().map(page -> page.path("code").asString()))
                .containsExactly("customer");
        assertThat(pages(world.workspace.newMember("路人").client())).isEmpty();
    }

    @Test
    void aRecordOutsideTheScopeHasNoFigures() {
        publish("customer", "'main': [" + TILES + "]");
        Client stranger = world.workspace.newMember("路人").client();

        stranger.get("/api/v1/record-pages/customer/figures/" + record).expect(404, "unknown-entity");
        admin.get("/api/v1/record-pages/customer/figures/" + world.clerk.id()).expect(404, "record-not-found");
        admin.get("/api/v1/record-pages/nobody/figures/" + record).expect(404, "no-such-page");
    }

    @Test
    void figuresOfADraftAreTriedAndWrongOnesAreLeftBlank() {
        Answer tried = admin.post("/api/v1/record-pages/figures", json("""
                {'entity': 'customer', 'record': '%s', 'figures': [
                  {'code': 'a', 'label': {'zh': 'a'}, 'value': 'worth * 2'},
                  {'code': 'b', 'label': {'zh': 'b'}, 'value': 'worth *'}, {'code': 'c'},
                  {'code': 'd', 'label': {'zh': 'd'}, 'value': 'worth', 'colors': [{'is': '>', 'than': 'nobody', 'color': 'red'}]}]}
                """.formatted(record)));

        JsonNode items = tried.expect(200).json().path("items");
        assertThat(items.get(0).path("value").asString()).isEqualTo("2401");
        assertThat(items.get(1).has("field")).isFalse();
        assertThat(items.get(2).has("field")).isFalse();
        assertThat(items.get(3).path("value").asString()).isEqualTo("1200.50");
    }

    @Test
    void aQuestionWithoutItsPartsIsRefused() {
        admin.post("/api/v1/record-pages/figures", "{\"entity\": \"customer\"}").expect(400, "figures-of-what");
        String many = "{'code': 'a', 'value': '1'},".repeat(101);
        admin.post(
                        "/api/v1/record-pages/figures",
                        json("{'entity': 'customer', 'record': '%s', 'figures': [%s]}"
                                .formatted(record, many.substring(0, many.length() - 1))))
                .expect(400, "too-many-figures");
    }
}

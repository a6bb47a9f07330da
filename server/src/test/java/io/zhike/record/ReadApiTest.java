package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The read gate over HTTP, on the company of {@link World}. */
class ReadApiTest {
    private static final World WORLD = World.SHARED;

    private static Answer list(String person, String parameters) {
        return WORLD.as(person).get("/api/v1/records/customer?" + parameters);
    }

    private static List<String> names(String person, String parameters) {
        return texts(list(person, parameters).expect(200).json(), "name");
    }

    private static List<String> texts(JsonNode page, String field) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path(field).asString(null))
                .toList();
    }

    private static String where(String condition) {
        return "where=" + URLEncoder.encode(condition, StandardCharsets.UTF_8);
    }

    private static JsonNode query(String person, String json) {
        return WORLD.query(person, json.replace('\'', '"'));
    }

    // ---- lists

    @Test
    void readsTheFieldsAskedForThroughRelationsToo() {
        JsonNode page = query("admin", """
                {'entity': 'customer', 'fields': ['name', 'source', 'parent.name', 'parent.owner.name', 'keeper.department'],
                 'where': 'source = \\"fair\\" AND spent > 5000', 'sort': ['-created_at'], 'limit': 50}""");
        assertThat(page.path("items")).hasSize(1);
        JsonNode item = page.path("items").get(0);
        assertThat(item.propertyNames())
                .containsExactly(
                        "id",
                        "number",
                        "version",
                        "name",
                        "source",
                        "parent.name",
                        "parent.owner.name",
                        "keeper.department",
                        "labels");
        assertThat(item.path("parent.name").asString()).isEqualTo("白云机场");
        assertThat(item.path("parent.owner.name").asString()).isEqualTo("王销售");
        assertThat(item.path("labels").path("keeper.department").asString()).isEqualTo("华东");
        assertThat(page.path("next").isNull()).isTrue();
    }

    @Test
    void writesDecimalsAsTextsAndCountsAsNumbers() {
        JsonNode item = list("admin", where("number = 1"))
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertThat(item.path("spent").isString()).isTrue();
        assertThat(item.path("spent").asString()).isEqualTo("8000.50");
        assertThat(item.path("margin_rate").asString()).isEqualTo("0.499968752");
        assertThat(item.path("number").isIntegralNumber()).isTrue();
        assertThat(item.path("version").isIntegralNumber()).isTrue();
        assertThat(item.path("talk").asString()).isEqualTo("PT1H30M");
        assertThat(item.path("spot").path("address").asString()).isEqualTo("世纪大道");
        assertThat(item.path("tags").valueStream().map(JsonNode::asString)).containsExactly("vip", "new");
    }

    @Test
    void namesWhatValuesPointTo() {
        JsonNode item = list("admin", where("number = 1"))
                .expect(200)
                .json()
                .path("items")
                .get(0);
        JsonNode labels = item.path("labels");
        assertThat(labels.path("parent").asString()).isEqualTo("白云机场");
        assertThat(labels.path("owner").asString()).isEqualTo("李销售");
        assertThat(labels.path("department").asString()).isEqualTo("上海");
        assertThat(labels.path("place").asString()).contains("浦东");
        assertThat(labels.path("partners").valueStream().map(JsonNode::asString))
                .containsExactly("安徽钢铁", "曾氏贸易");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | 安徽钢铁,白云机场,曾氏贸易,华信科技,ACME Ltd.",
                "-name | ACME Ltd.,华信科技,曾氏贸易,白云机场,安徽钢铁",
                "spent | 曾氏贸易,安徽钢铁,华信科技,白云机场,ACME Ltd.",
                "-spent | 白云机场,华信科技,安徽钢铁,曾氏贸易,ACME Ltd.",
                "source,-spent | 安徽钢铁,曾氏贸易,华信科技,白云机场,ACME Ltd.",
                "owner,name | 曾氏贸易,华信科技,白云机场,ACME Ltd.,安徽钢铁",
                "parent,name | 华信科技,安徽钢铁,曾氏贸易,白云机场,ACME Ltd.",
                "signed | 安徽钢铁,白云机场,华信科技,曾氏贸易,ACME Ltd.",
                "-number | ACME Ltd.,白云机场,安徽钢铁,曾氏贸易,华信科技",
                "level,name | 曾氏贸易,ACME Ltd.,安徽钢铁,白云机场,华信科技",
                "-id | ACME Ltd.,白云机场,安徽钢铁,曾氏贸易,华信科技"
            })
    void sortsAsPeopleExpectAndPagesInTheSameOrder(String sort, String expected) {
        List<String> order = List.of(expected.split(","));
        List<String> all = names("admin", "sort=" + sort);
        assertThat(all).isEqualTo(order);
        List<String> paged = new ArrayList<>();
        String after = "";
        do {
            JsonNode page =
                    list("admin", "limit=2&sort=" + sort + after).expect(200).json();
            paged.addAll(texts(page, "name"));
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!after.isEmpty());
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void takesATreeWhereItTakesAText() {
        assertThat(names("admin", where("{\"all\": [{\"field\": \"source\", \"op\": \"=\", \"value\": \"website\"}]}")))
                .containsExactlyInAnyOrder("曾氏贸易", "安徽钢铁");
        assertThat(names("admin", where("来源 = \"官网\""))).containsExactlyInAnyOrder("曾氏贸易", "安徽钢铁");
        assertThat(names("admin", where("parent.spent >= 20000"))).containsExactly("华信科技");
        assertThat(names("admin", where("COUNT(sale_customer, done = FALSE) = 2")))
                .containsExactly("华信科技");
        assertThat(names("admin", where("NOT (spent > 1)"))).containsExactly("ACME Ltd.");
    }

    @Test
    void searchesNamesNumbersAndPinyin() {
        assertThat(names("admin", "search=hxkj")).containsExactly("华信科技");
        assertThat(names("admin", "search=1381234")).containsExactly("华信科技");
        assertThat(names("admin", "search=138-1234")).containsExactly("华信科技");
        assertThat(names("admin", "search=zeng")).containsExactly("曾氏贸易");
        assertThat(names("admin", "search=" + URLEncoder.encode("华信 五十万", StandardCharsets.UTF_8)))
                .containsExactly("华信科技");
        assertThat(names("admin", "search=nosuch")).isEmpty();
    }

    @Test
    void saysWhatIsWrongAndWhere() {
        JsonNode problem = list("admin", "fields=name,nosuch,spent.x")
                .expect(400, "unknown-field")
                .json();
        assertThat(problem.path("errors")
                        .valueStream()
                        .map(error -> error.path("path").asString()))
                .containsExactly("fields[1]", "fields[2]");
        list("admin", "sort=tags").expect(400, "not-sortable");
        list("admin", "sort=nosuch").expect(400, "unknown-field");
        list("admin", "limit=501").expect(400, "limit-out-of-bounds");
        list("admin", "limit=many").expect(400);
        list("admin", "filter=x").expect(400);
        list("admin", "after=nonsense").expect(400, "cursor-invalid");
        list("admin", where("spent + ")).expect(400, "expression-refused");
        list("admin", where("spent")).expect(400, "expression-refused");
        WORLD.as("admin").get("/api/v1/records/nosuch").expect(404, "unknown-entity");
        WORLD.as("admin")
                .get("/api/v1/records/customer/" + WORLD.departments.get("east"))
                .expect(404, "record-not-found");
        WORLD.as("admin").post("/api/v1/query", "{}").expect(400);
        WORLD.as("admin")
                .post("/api/v1/query", "{\"entity\": \"customer\", \"groups\": [], \"fields\": [\"name\"]}")
                .expect(400);
    }

    @Test
    void refusesACursorOfAnotherOrder() {
        String next = list("admin", "limit=1&sort=name")
                .expect(200)
                .json()
                .path("next")
                .asString();
        list("admin", "limit=1&sort=spent&after=" + next).expect(400, "cursor-invalid");
    }

    // ---- row scopes

    @Test
    void showsEachMemberTheirOwnPart() {
        assertThat(names("admin", "sort=number")).hasSize(5);
        assertThat(names("li", "sort=number")).containsExactly("华信科技", "曾氏贸易");
        assertThat(names("zhang", "sort=number")).containsExactly("华信科技", "曾氏贸易", "安徽钢铁");
        assertThat(names("wang", "sort=number")).hasSize(5);
        assertThat(texts(
                        WORLD.as("wang")
                                .get("/api/v1/records/sale?sort=number")
                                .expect(200)
                                .json(),
                        "subject"))
                .containsExactly("订单s1", "订单s2", "订单s3");
    }

    @Test
    void hidesARecordOutsideTheScopeOnEveryWayToIt() {
        String baiyun = "/api/v1/records/customer/" + WORLD.records.get("baiyun");
        WORLD.as("wang").get(baiyun).expect(200);
        WORLD.as("li").get(baiyun).expect(404, "record-not-found");
        assertThat(names("li", "search=" + URLEncoder.encode("白云", StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(names("li", where("parent.name = \"白云机场\""))).isEmpty();
        assertThat(names("li", where("ISBLANK(parent.name) AND name = \"华信科技\"")))
                .containsExactly("华信科技");
        JsonNode huaxin = query(
                        "li", "{'entity': 'customer', 'fields': ['parent', 'parent.name'], 'where': 'number = 1'}")
                .path("items")
                .get(0);
        assertThat(huaxin.path("parent.name").isNull()).isTrue();
        assertThat(huaxin.path("labels").has("parent")).isFalse();
        JsonNode partners = query("li", "{'entity': 'customer', 'fields': ['partners'], 'where': 'number = 1'}")
                .path("items")
                .get(0);
        assertThat(partners.path("partners")).hasSize(1);
        assertThat(partners.path("labels").path("partners").get(0).asString()).isEqualTo("曾氏贸易");
    }

    @Test
    void countsOnlyChildrenThatTheCallerReads() {
        String openSales = "{'entity': 'customer', 'fields': ['open_sales'], 'where': 'number = 1'}";
        assertThat(query("admin", openSales)
                        .path("items")
                        .get(0)
                        .path("open_sales")
                        .asString())
                .isEqualTo("2");
        assertThat(query("li", openSales)
                        .path("items")
                        .get(0)
                        .path("open_sales")
                        .asString())
                .isEqualTo("1");
    }

    // ---- groups and counts

    @Test
    void groupsWithTotalsAsTheContractSays() {
        JsonNode answer = query("admin", """
                {'entity': 'customer', 'groups': [{'by': 'source'}, {'by': 'signed', 'bucket': 'month'}],
                 'measures': [{'fn': 'count'}, {'fn': 'sum', 'of': 'spent'}], 'totals': true}""");
        assertThat(answer.path("groups").valueStream().map(JsonNode::toString))
                .containsExactly(
                        "{\"key\":[\"website\",\"2025-12\"],\"values\":[1,\"5000.01\"]}",
                        "{\"key\":[\"website\",\"2026-02\"],\"values\":[1,\"300.00\"]}",
                        "{\"key\":[\"fair\",\"2026-01\"],\"values\":[1,\"8000.50\"]}",
                        "{\"key\":[\"ads\",\"2026-01\"],\"values\":[1,\"20000.00\"]}",
                        "{\"key\":[null,null],\"values\":[1,null]}",
                        "{\"key\":[null,null],\"total\":true,\"values\":[5,\"33300.51\"]}");
    }

    @Test
    void givesTheTotalsOfEverySmallerSetOfGroups() {
        JsonNode answer = query("admin", """
                {'entity': 'sale', 'groups': [{'by': 'done'}, {'by': 'customer.source'}],
                 'measures': [{'fn': 'count'}], 'totals': 'all'}""");
        List<String> totals = answer.path("groups")
                .valueStream()
                .filter(group -> group.path("total").booleanValue(false))
                .map(JsonNode::toString)
                .toList();
        assertThat(totals)
                .contains(
                        "{\"key\":[true,null],\"total\":true,\"over\":[1],\"values\":[2]}",
                        "{\"key\":[null,\"fair\"],\"total\":true,\"over\":[0],\"values\":[3]}",
                        "{\"key\":[null,null],\"total\":true,\"values\":[4]}");
    }

    @ParameterizedTest
    @CsvSource({"day,2026-01-31", "week,2026-W05", "month,2026-01", "quarter,2026-Q1", "year,2026"})
    void putsTimesIntoTheBucketsOfTheWorkspacesZone(String bucket, String key) {
        JsonNode answer = query("admin", """
                {'entity': 'customer', 'where': 'number = 1', 'groups': [{'by': 'met_at', 'bucket': '%s'}],
                 'measures': [{'fn': 'count'}]}""".formatted(bucket));
        assertThat(answer.path("groups").get(0).path("key").get(0).asString()).isEqualTo(key);
        JsonNode later = query("admin", """
                {'entity': 'customer', 'where': 'number = 2', 'groups': [{'by': 'met_at', 'bucket': 'day'}],
                 'measures': [{'fn': 'count'}]}""");
        assertThat(later.path("groups").get(0).path("key").get(0).asString()).isEqualTo("2026-02-01");
    }

    @Test
    void measuresInAllWays() {
        JsonNode values = query("admin", """
                {'entity': 'customer', 'groups': [], 'measures': [{'fn': 'count'}, {'fn': 'count', 'of': 'spent'},
                 {'fn': 'count_unique', 'of': 'source'}, {'fn': 'avg', 'of': 'spent'}, {'fn': 'min', 'of': 'signed'},
                 {'fn': 'max', 'of': 'name'}, {'fn': 'sum', 'of': 'talk'}, {'fn': 'max', 'of': 'met_at'},
                 {'fn': 'sum', 'of': 'margin_rate'}]}""").path("groups").get(0).path("values");
        assertThat(values.valueStream().map(JsonNode::toString))
                .containsExactly(
                        "5",
                        "4",
                        "3",
                        "\"8325.1275\"",
                        "\"2025-12-29\"",
                        "\"白云机场\"",
                        "\"PT1H30M\"",
                        "\"2026-01-31T16:30:00Z\"",
                        values.get(8).toString());
    }

    @Test
    void sortsGroupsByAMeasureAndNamesTheirKeys() {
        JsonNode answer = query("admin", """
                {'entity': 'customer', 'groups': [{'by': 'owner'}], 'measures': [{'fn': 'sum', 'of': 'spent'}],
                 'sort': ['-sum(spent)'], 'limit': 2}""");
        assertThat(answer.path("groups")
                        .valueStream()
                        .map(group -> group.path("labels").get(0).asString()))
                .containsExactly("王销售", "李销售");
        assertThat(answer.path("more").booleanValue()).isTrue();
    }

    @Test
    void groupsOnlyWhatTheCallerReads() {
        JsonNode answer = query("li", """
                {'entity': 'customer', 'groups': [{'by': 'source'}], 'measures': [{'fn': 'count'}], 'totals': true}""");
        assertThat(answer.path("groups").valueStream().map(JsonNode::toString))
                .containsExactly(
                        "{\"key\":[\"website\"],\"values\":[1]}",
                        "{\"key\":[\"fair\"],\"values\":[1]}",
                        "{\"key\":[null],\"total\":true,\"values\":[2]}");
    }

    @Test
    void refusesGroupsAndMeasuresThatMeanNothing() {
        for (String wrong : List.of(
                "'groups': [{'by': 'tags'}]",
                "'groups': [{'by': 'name', 'bucket': 'month'}]",
                "'groups': [{'by': 'signed', 'bucket': 'decade'}]",
                "'measures': [{'fn': 'sum', 'of': 'name'}]",
                "'measures': [{'fn': 'sum'}]",
                "'measures': [{'fn': 'median', 'of': 'spent'}]",
                "'groups': [{'by': 'source'}], 'sort': ['spent']",
                "'groups': [{'by': 'source'}], 'totals': 'some'")) {
            WORLD.as("admin")
                    .post("/api/v1/query", ("{'entity': 'customer', " + wrong + "}").replace('\'', '"'))
                    .expect(400);
        }
    }

    @Test
    void countsUpToACapOrExactly() {
        assertThat(query("admin", "{'entity': 'customer', 'count': true}").toString())
                .isEqualTo("{\"count\":{\"value\":5,\"more\":false}}");
        assertThat(query("li", "{'entity': 'customer', 'where': 'spent > 1000', 'count': 'exact'}")
                        .toString())
                .isEqualTo("{\"count\":{\"value\":1,\"more\":false}}");
    }

    // ---- the language and the entities

    @Test
    void checksAnExpressionAndPointsAtWhatIsWrong() {
        JsonNode right = WORLD.as("admin")
                .post("/api/v1/expressions/check", "{\"entity\": \"customer\", \"text\": \"IF(spent > 5000, 1, 2)\"}")
                .expect(200)
                .json();
        assertThat(right.path("type").asString()).isEqualTo("number");
        assertThat(right.path("tree").isObject()).isTrue();
        JsonNode wrong = WORLD.as("admin")
                .post("/api/v1/expressions/check", "{\"entity\": \"customer\", \"text\": \"spent > nosuch\"}")
                .expect(200)
                .json();
        assertThat(wrong.path("errors").get(0).path("from").asInt()).isEqualTo(8);
        assertThat(wrong.path("errors").get(0).path("message").asString()).contains("nosuch");
    }

    private static JsonNode checked(String person, String body) {
        return WORLD.as(person)
                .post("/api/v1/expressions/check", body.replace('\'', '"'))
                .expect(200)
                .json();
    }

    @Test
    void worksAnExpressionOutForARecord() {
        String body = "{'entity': 'customer', 'text': '%s', 'record': '" + WORLD.records.get("huaxin") + "'}";
        assertThat(checked("admin", body.formatted("spent * 2"))
                        .path("result")
                        .path("value")
                        .asString())
                .isEqualTo("16001");
        assertThat(checked("admin", body.formatted("parent.keeper"))
                        .path("result")
                        .path("value")
                        .isNull())
                .isTrue();
        assertThat(checked("li", body.formatted("owner"))
                        .path("result")
                        .path("labels")
                        .path("value")
                        .asString())
                .isEqualTo("李销售");
        assertThat(checked("admin", body.formatted("LEN(")).has("result")).isFalse();
    }

    @Test
    void worksNothingOutForARecordThatTheCallerDoesNotRead() {
        UUID hidden = WORLD.records.get("baiyun");
        String body = "{'entity': 'customer', 'text': 'name', 'record': '" + hidden + "'}";
        assertThat(checked("admin", body).path("result").path("value").asString())
                .isNotEmpty();
        assertThat(checked("li", body).has("result")).isFalse();
    }

    @Test
    void namesWhatAnExpressionMayUse() {
        JsonNode names = WORLD.as("admin")
                .get("/api/v1/expressions/names?entity=customer")
                .expect(200)
                .json()
                .path("items");
        assertThat(named(names, "parent").path("to").asString()).isEqualTo("customer");
        assertThat(named(names, "owner").path("to").asString()).isEqualTo("$member");
        assertThat(named(names, "level").path("type").asString()).isEqualTo("text");
        assertThat(named(names, "sale_customer").path("many").asBoolean()).isTrue();
        assertThat(named(names, "source").path("options")).hasSize(3);
        assertThat(WORLD.as("li")
                        .get("/api/v1/expressions/names?entity=$member")
                        .expect(200)
                        .text())
                .contains("supervisor");
        WORLD.as("guest").get("/api/v1/expressions/names?entity=customer").expect(404);
    }

    private static JsonNode named(JsonNode names, String code) {
        return names.valueStream()
                .filter(name -> name.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void namesOfDraftsAreForBuilders() {
        TestWorkspace company = TestServer.newWorkspace();
        company.admin().put("/api/v1/definitions/entity/plan", """
                        {"label": {"zh": "计划"}, "fields": [
                          {"code": "title", "type": "text", "label": {"zh": "标题"}, "title": true}]}""").expect(200);
        String check = "{\"entity\": \"plan\", \"text\": \"LEN(title) > 2\", \"draft\": true}";
        assertThat(company.admin()
                        .post("/api/v1/expressions/check", check)
                        .expect(200)
                        .json()
                        .path("type")
                        .asString())
                .isEqualTo("boolean");
        company.admin().get("/api/v1/expressions/names?entity=plan&draft=true").expect(200);
        company.admin().get("/api/v1/expressions/names?entity=plan").expect(404);
        Client clerk = company.newMember("店员").client();
        clerk.post("/api/v1/expressions/check", check).expect(403);
        clerk.get("/api/v1/expressions/names?entity=plan&draft=true").expect(403);
    }

    @Test
    void documentsTheFunctions() {
        JsonNode functions = WORLD.as("li")
                .get("/api/v1/expressions/functions")
                .expect(200)
                .json()
                .path("items");
        JsonNode when = functions
                .valueStream()
                .filter(function -> function.path("name").asString().equals("IF"))
                .findFirst()
                .orElseThrow();
        assertThat(when.path("title").path("zh").asString()).isNotEmpty();
        assertThat(when.path("signatures").get(0).path("parameters")).isNotEmpty();
        assertThat(when.path("examples").get(0).path("text").asString()).contains("IF(");
    }

    @Test
    void describesEntitiesWithTheRightsOnThem() {
        JsonNode customer =
                WORLD.as("li").get("/api/v1/entities/customer").expect(200).json();
        assertThat(customer.path("titleField").asString()).isEqualTo("name");
        assertThat(customer.path("rights").toString())
                .isEqualTo(
                        "{\"create\":true,\"update\":true,\"delete\":true,\"import\":true,\"export\":true,\"share\":false}");
        JsonNode name = customer.path("fields")
                .valueStream()
                .filter(field -> field.path("code").asString().equals("name"))
                .findFirst()
                .orElseThrow();
        assertThat(name.path("readonly").booleanValue()).isFalse();
        JsonNode masked =
                WORLD.as("wang").get("/api/v1/entities/customer").expect(200).json();
        assertThat(masked.path("fields")
                        .valueStream()
                        .allMatch(field -> field.path("readonly").booleanValue()))
                .isTrue();
        assertThat(WORLD.as("li")
                        .get("/api/v1/entities")
                        .expect(200)
                        .json()
                        .path("items")
                        .valueStream()
                        .map(entity -> entity.path("code").asString()))
                .containsExactly("customer", "sale");
    }
}

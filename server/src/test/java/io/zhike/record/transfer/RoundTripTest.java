package io.zhike.record.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Random records of every type that a file can hold go out as a file and come in again as the same records. Rich texts are left
 * out: they go out as plain texts, for people.
 */
class RoundTripTest {
    private static final String FIELDS =
            "name,note,score,spent,share,vip,day,moment,talk,source,tags,stage,phone,mail,link,place,stars,bar,keeper,team,boss,friends";
    private static final TestWorkspace COMPANY = TestServer.newWorkspace();
    private static final Client ADMIN = COMPANY.admin();
    private static final Transfers TRANSFERS = new Transfers(ADMIN);
    private static final Random RANDOM = new Random(7_2026);
    private static String team;

    @BeforeAll
    static void fill() {
        TRANSFERS.define("person", """
                {"label": {"zh": "人"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "姓名"}, "title": true}]}""");
        for (String entity : List.of("origin", "copy")) {
            TRANSFERS.define(entity, """
                    {"label": {"zh": "%s"}, "fields": [
                      {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
                      {"code": "note", "type": "long_text", "label": {"zh": "备注"}},
                      {"code": "score", "type": "number", "label": {"zh": "分数"}},
                      {"code": "spent", "type": "money", "label": {"zh": "花费"}},
                      {"code": "share", "type": "percent", "label": {"zh": "占比"}},
                      {"code": "vip", "type": "boolean", "label": {"zh": "贵宾"}},
                      {"code": "day", "type": "date", "label": {"zh": "日"}},
                      {"code": "moment", "type": "datetime", "label": {"zh": "时"}},
                      {"code": "talk", "type": "duration", "label": {"zh": "通话"}},
                      {"code": "source", "type": "select", "label": {"zh": "来源"}, "options": [
                        {"code": "web", "label": {"zh": "官网"}}, {"code": "fair", "label": {"zh": "展会"}}]},
                      {"code": "tags", "type": "multi_select", "label": {"zh": "标签"}, "options": [
                        {"code": "a", "label": {"zh": "甲"}}, {"code": "b", "label": {"zh": "乙"}}]},
                      {"code": "stage", "type": "stage", "label": {"zh": "阶段"}, "options": [
                        {"code": "new", "label": {"zh": "新"}}, {"code": "won", "label": {"zh": "赢"}, "end": "won"}]},
                      {"code": "phone", "type": "phone", "label": {"zh": "电话"}},
                      {"code": "mail", "type": "email", "label": {"zh": "邮箱"}},
                      {"code": "link", "type": "url", "label": {"zh": "网址"}},
                      {"code": "place", "type": "region", "label": {"zh": "地区"}},
                      {"code": "stars", "type": "rating", "label": {"zh": "评分"}},
                      {"code": "bar", "type": "barcode", "label": {"zh": "条码"}},
                      {"code": "keeper", "type": "member", "label": {"zh": "客服"}},
                      {"code": "team", "type": "department", "label": {"zh": "小组"}},
                      {"code": "boss", "type": "relation", "label": {"zh": "上级"}, "entity": "person"},
                      {"code": "friends", "type": "relation", "many": true, "label": {"zh": "朋友"}, "entity": "person"}]}""".formatted(entity));
        }
        TRANSFERS.publish();
        team = ADMIN.post("/api/v1/departments", Map.of("name", "华东"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        List<String> people = new ArrayList<>();
        for (String name : List.of("张三", "李四", "=1+1", "O'Neill")) {
            people.add(ADMIN.post("/api/v1/records/person", Map.of("name", name))
                    .expect(201)
                    .json()
                    .path("id")
                    .asString());
        }
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            items.add(randomRecord(people));
        }
        ADMIN.post("/api/v1/records/origin", Map.of("items", items)).expect(201);
    }

    @SafeVarargs
    private static <T> T one(T... values) {
        return values[RANDOM.nextInt(values.length)];
    }

    private static Map<String, Object> randomRecord(List<String> people) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put(
                "note",
                one(
                        "一\n二",
                        "\"引号\",逗号;分号\t制表",
                        "=cmd|' /C calc'!A0",
                        "'=x",
                        "''",
                        "007",
                        "1e5",
                        "2026-01-01",
                        "TRUE",
                        "😀"));
        record.put("score", one("0", "-1.5", "3", "1000000", "0.0000000001", "123456789012345678.25", "-0.5"));
        record.put("spent", one("0.01", "0.10", "99.99", "-5", "1234567.89", "99999999999999.99"));
        record.put("share", one("0.5", "0.125", "1", "-0.005", "12.5"));
        record.put("vip", one(true, false));
        record.put(
                "day",
                one("2026-01-31", "1899-12-31", "1900-02-28", "1900-03-01", "2024-02-29", "9999-12-31", "0999-01-02"));
        record.put("moment", one("2026-01-31T15:59:59Z", "2026-01-31T16:00:00Z", "1999-12-31T16:00:00Z"));
        record.put("talk", one("PT1H", "PT59M59S", "PT0S", "P2D", "PT100H5S"));
        record.put("source", one("web", "fair"));
        record.put("tags", one(List.of("a"), List.of("b", "a"), List.of("a", "b")));
        record.put("stage", one("new", "won"));
        record.put("phone", one("13812345678", "075588886666", "+12025550123"));
        record.put("mail", one("a@example.com", "b+c@example.com"));
        record.put("link", one("https://example.com/a?b=c,d", "https://例子.中国/路"));
        record.put("place", one("310115", "440305", "11"));
        record.put("stars", one(1, 3, 5));
        record.put("bar", one("6901234567892", "0012345678905", "ABC-1"));
        record.put("keeper", COMPANY.administrator().id());
        record.put("team", team);
        record.put("boss", people.get(RANDOM.nextInt(people.size())));
        record.put("friends", one(people.subList(0, 1), people.subList(1, 3), people));
        record.values().removeIf(value -> RANDOM.nextInt(4) == 0);
        record.put("name", one("安徽", "-5", "+86", "@me", "=A1", "007", "10", "a,b", "O'Neill", "'x", "真", "null"));
        return record;
    }

    private static List<JsonNode> values(String entity) {
        JsonNode items = ADMIN.get("/api/v1/records/" + entity + "?limit=500&sort=number&fields=" + FIELDS)
                .expect(200)
                .json()
                .path("items");
        items.forEach(item -> ((ObjectNode) item).remove(List.of("id", "number", "version")));
        return items.valueStream().toList();
    }

    @ParameterizedTest
    @CsvSource({"csv", "xlsx"})
    void whatGoesOutComesInAsItWas(String format) {
        byte[] file = ADMIN.get("/api/v1/exports/origin?sort=number&fields=" + FIELDS + "&format=" + format)
                .expect(200)
                .response()
                .body();

        JsonNode done = TRANSFERS.bring("copy", "out." + format, file, Map.of());

        String id = done.path("id").asString();
        assertThat(Transfers.tally(done)).as(TRANSFERS.refusedText(id)).containsExactly(80, 80, 0, 0, 0);
        assertThat(differences(values("origin"), values("copy"))).isEmpty();
        assertThat(TRANSFERS.undo(id).path("undone").asInt()).isEqualTo(80);
    }

    private static List<String> differences(List<JsonNode> before, List<JsonNode> after) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            for (String field : FIELDS.split(",")) {
                JsonNode was = before.get(i).path(field);
                JsonNode is = after.get(i).path(field);
                if (!was.equals(is)) {
                    differences.add("row " + (i + 2) + ", " + field + ": " + was + " -> " + is);
                }
            }
        }
        return differences;
    }
}

package io.zhike.record.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whatever people call their fields, they can write, filter, sort, group, export and import by that name. */
class FieldNamesTest {
    private static final Client ADMIN = TestServer.newWorkspace().admin();
    private static final Transfers TRANSFERS = new Transfers(ADMIN);
    private static int number;

    /** Names as spreadsheets have them; a row with a bare number among them is taken for data. */
    static List<String> names() {
        return List.of(
                "a \"quoted\" name",
                "it's",
                "with  two spaces",
                "客户 😀 表情",
                "DROP TABLE customer; --",
                "select",
                "order by",
                "null",
                "TRUE",
                "=1+1",
                "@SUM(A1)",
                "a,b;c|d",
                "back\\slash",
                "{brace}",
                "100% sure",
                "很长的名字".repeat(14),
                "x".repeat(63),
                "名称（元）/［月］*?:");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** An entity with a title and one field of that name; the code of the field is what a spreadsheet's column would get. */
    private static String define(String code, String label) {
        String entity = "named" + ++number;
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("label").put("zh", label);
        ObjectNode title = body.putArray("fields").addObject();
        title.put("code", "title")
                .put("type", "text")
                .put("title", true)
                .putObject("label")
                .put("zh", "标题");
        ObjectNode field = ((tools.jackson.databind.node.ArrayNode) body.path("fields")).addObject();
        field.put("code", code).put("type", "text").putObject("label").put("zh", label);
        TRANSFERS.define(entity, body.toString());
        TRANSFERS.publish();
        return entity;
    }

    @ParameterizedTest
    @MethodSource("names")
    void aFieldOfAnyNameWorksOnEveryWay(String name) {
        String entity = define("named", name);
        ADMIN.post("/api/v1/records/" + entity, Map.of("title", "甲", "named", "值"))
                .expect(201);
        ADMIN.post("/api/v1/records/" + entity, Map.of("title", "乙", "named", "another"))
                .expect(201);

        String list = "/api/v1/records/" + entity;
        String quoted = name.contains("{") ? "named" : "{" + name + "}";
        assertThat(ADMIN.get(list + "?where=" + encoded(quoted + " = \"值\""))
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(1);
        JsonNode groups = ADMIN.post(
                        "/api/v1/query",
                        Map.of(
                                "entity",
                                entity,
                                "groups",
                                List.of(Map.of("by", "named")),
                                "measures",
                                List.of(Map.of("fn", "count"))))
                .expect(200)
                .json()
                .path("groups");
        assertThat(groups).hasSize(2);
        for (String format : List.of("csv", "xlsx")) {
            byte[] file = ADMIN.get("/api/v1/exports/" + entity + "?sort=number&fields=title,named&format=" + format)
                    .expect(200)
                    .response()
                    .body();
            JsonNode done = TRANSFERS.bring(entity, "again." + format, file, Map.of());
            assertThat(Transfers.tally(done))
                    .as(format + " " + done)
                    .containsExactly(format.equals("csv") ? 2 : 4, format.equals("csv") ? 2 : 4, 0, 0, 0);
        }
        assertThat(TRANSFERS.count(entity, "named = \"值\"")).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"select", "from", "table", "user", "group", "order", "limit", "where", "if"})
    void wordsOfSqlAndOfTheLanguageAreCodesLikeOthers(String code) {
        String entity = define(code, "字段");
        ADMIN.post("/api/v1/records/" + entity, Map.of("title", "甲", code, "值")).expect(201);

        Answer list = ADMIN.get("/api/v1/records/" + entity + "?fields=" + code + "&sort=-" + code + "&where="
                + encoded("{" + code + "} = \"值\""));

        assertThat(list.expect(200).json().path("items").path(0).path(code).asString())
                .isEqualTo("值");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\"b",
                "a b",
                "客户",
                "a__b",
                "a_",
                "A",
                "1a",
                "x;drop table y",
                "owner",
                "id",
                "null",
                "true",
                "and",
                "in",
                "a2345678901234567890123456789012345678901",
                "a234567890123456789012345678901234567890123456789012345678901234"
            })
    void otherCodesAreRefusedByName(String code) {
        String document = JsonNodeFactory.instance
                .objectNode()
                .put("code", code)
                .path("code")
                .toString();
        Answer answer = ADMIN.put("/api/v1/definitions/entity/refused" + ++number, """
                {"label": {"zh": "表"}, "fields": [
                  {"code": "title", "type": "text", "title": true, "label": {"zh": "标题"}},
                  {"code": %s, "type": "text", "label": {"zh": "字段"}}]}""".formatted(document));

        assertThat(answer.text()).contains("fields[1].code");
        ADMIN.post("/api/v1/publish", "{}").expect(400);
        ADMIN.delete("/api/v1/definitions/entity/refused" + number);
    }

    @Test
    void columnsOfAFileWithAllTheseNamesBecomeFields() {
        List<String> columns = names();
        String header = columns.stream()
                .map(name -> "\"" + name.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
        String row = "v" + ",v".repeat(columns.size() - 1);
        String csv = header + "\n" + row + "\n" + row.replace('v', 'w') + "\n";

        String entity = TRANSFERS.start("names.csv", csv.getBytes(StandardCharsets.UTF_8), "名字/[*]:?");

        assertThat(TRANSFERS.count(entity)).isEqualTo(2);
        assertThat(labels(entity))
                .containsAll(columns.stream()
                        .map(name -> name.replaceAll("\\s+", " "))
                        .toList());
        ADMIN.get("/api/v1/exports/" + entity + "?format=xlsx").expect(200);
    }

    private static List<String> labels(String entity) {
        return ADMIN.get("/api/v1/entities/" + entity)
                .expect(200)
                .json()
                .path("fields")
                .valueStream()
                .map(field -> field.path("label").path("zh").asString())
                .toList();
    }

    /** Where the first row is data already, the columns are named by letters and no row is lost. */
    @Test
    void aFileWithoutNamesBecomesAnEntityToo() {
        byte[] file = "2026-01-01,5\n2026-01-02,6\n2026-01-03,7\n".getBytes(StandardCharsets.UTF_8);

        String entity = TRANSFERS.start("nameless.csv", file, "无名");

        assertThat(TRANSFERS.count(entity)).isEqualTo(3);
        assertThat(labels(entity)).contains("列 A", "列 B");
    }
}

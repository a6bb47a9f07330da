package io.zhike.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RecordPageKindTest {
    private static ViewWorld world;

    @BeforeAll
    static void fill() {
        world = new ViewWorld();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'code': 'a', 'type': 'facts'}",
                "{'code': 'a', 'type': 'facts', 'fields': ['name', 'worth', 'owner'], 'label': {'zh': '资料'}}",
                "{'code': 'a', 'type': 'todos'}",
                "{'code': 'a', 'type': 'timeline', 'shown': 'stage = \\\"won\\\" AND owner = ME()'}",
                "{'code': 'a', 'type': 'related', 'entity': 'visit', 'relation': 'customer', 'columns': ['what', 'owner'],"
                        + " 'sort': ['-created_at'], 'where': 'what <> \\\"x\\\"', 'rows': 5}",
                "{'code': 'a', 'type': 'note', 'text': {'zh': '先核对电话'}}",
                "{'code': 'a', 'type': 'figures', 'figures': [{'code': 'n', 'label': {'zh': '拜访'}, 'value': 'COUNT(visit_customer)',"
                        + " 'colors': [{'is': '<', 'than': '1', 'color': 'red'}]}]}",
                "{'code': 'a', 'type': 'figures', 'figures': [{'code': 'n', 'label': {'zh': '距今'}, 'value': 'NOW() - created_at',"
                        + " 'colors': [{'is': '>', 'than': 'DAYS(30)', 'color': 'red'}]}]}",
                "{'code': 'a', 'type': 'tabs', 'tabs': [{'code': 't', 'label': {'zh': '更多'}, 'blocks': [{'code': 'b', 'type': 'timeline'}]}]}"
            })
    void acceptsEachBlockWithWhatItNeeds(String block) {
        assertThat(issues(block)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'code': 'a', 'type': 'facts'}, {'code': 'a', 'type': 'timeline'} | main[1].code code-twice",
                "{'code': 'a', 'type': 'facts', 'entity': 'visit'} | main[0].entity not-for-block",
                "{'code': 'a', 'type': 'facts', 'fields': ['nobody']} | main[0].fields[0] element-missing",
                "{'code': 'a', 'type': 'facts', 'form': 'nobody'} | main[0].form reference-missing",
                "{'code': 'a', 'type': 'related', 'entity': 'visit'} | main[0] block-needs",
                "{'code': 'a', 'type': 'related', 'entity': 'gone', 'relation': 'customer'} | main[0].entity reference-missing",
                "{'code': 'a', 'type': 'related', 'entity': 'visit', 'relation': 'what'} | main[0].relation not-pointing-here",
                "{'code': 'a', 'type': 'related', 'entity': 'visit', 'relation': 'customer', 'where': 'what'} | main[0].where not-a-condition",
                "{'code': 'a', 'type': 'related', 'entity': 'visit', 'relation': 'customer', 'columns': ['x']} | main[0].columns[0] element-missing",
                "{'code': 'a', 'type': 'related', 'entity': 'visit', 'relation': 'customer', 'columns': ['customer.stage']} | main[0].columns[0] wrong-field",
                "{'code': 'a', 'type': 'timeline', 'shown': 'nobody = 1'} | main[0].shown unknown-name",
                "{'code': 'a', 'type': 'timeline', 'shown': 'worth'} | main[0].shown not-a-condition",
                "{'code': 'a', 'type': 'timeline', 'shown': 'COUNT(visit_customer) > 1'} | main[0].shown rows-in-shown",
                "{'code': 'a', 'type': 'timeline', 'shown': 'INDEPARTMENT(owner, MYDEPARTMENT())'} | main[0].shown staff-in-shown",
                "{'code': 'a', 'type': 'note'} | main[0] block-needs",
                "{'code': 'a', 'type': 'figures', 'figures': [{'code': 'n', 'label': {'zh': 'x'}, 'value': 'tags'}]} | main[0].figures[0].value not-one-value",
                "{'code': 'a', 'type': 'figures', 'figures': [{'code': 'n', 'label': {'zh': 'x'}, 'value': 'SUM('}]} | main[0].figures[0].value unexpected-end",
                "{'code': 'a', 'type': 'figures', 'figures': [{'code': 'n', 'label': {'zh': 'x'}, 'value': 'worth',"
                        + " 'colors': [{'is': '>', 'than': '\\\"x\\\"', 'color': 'red'}]}]} | main[0].figures[0].colors[0].than expected-type",
            })
    void saysWhatIsWrongAndWhere(String blocks, String issue) {
        assertThat(issues(blocks)).as(issue).contains(issue).hasSize(1);
    }

    @Test
    void isForEverybodyOrForRoles() {
        assertThat(codes(put(world, "record_page/customer", "'main': [], 'roles': ['clerk']")))
                .containsExactly("roles roles-of-usual");
        assertThat(codes(put(world, "record_page/other", "'main': []"))).containsExactly("roles for-nobody");
        assertThat(codes(put(world, "record_page/other", "'main': [], 'roles': ['nobody']")))
                .containsExactly("roles[0] reference-missing");
        assertThat(codes(put(world, "record_page/other", "'main': [], 'roles': ['clerk']")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'main': [{'code': 'a', 'type': 'chart'}]",
                "'main': [{'type': 'facts'}]",
                "'main': [{'code': 'a', 'type': 'related', 'rows': 0}]",
                "'main': [{'code': 'a', 'type': 'tabs', 'tabs': [{'code': 't', 'label': {'zh': 'x'},"
                        + " 'blocks': [{'code': 'b', 'type': 'tabs', 'tabs': []}]}]}]",
                "'main': [{'code': 'a', 'type': 'figures', 'figures': [{'code': 'n', 'label': {'zh': 'x'}, 'value': '1',"
                        + " 'colors': [{'is': '~', 'than': '1', 'color': 'red'}]}]}]",
                "'main': [], 'header': ['a', 'b', 'c', 'd', 'e', 'f', 'g']",
                "'side': []"
            })
    void refusesWhatBreaksItsSchema(String rest) {
        assertThat(put(world, "record_page/broken", rest).status()).isEqualTo(400);
    }

    @Test
    void namesThePageWhenAFieldIsDeletedThatItShowsOrCounts() {
        ViewWorld own = new ViewWorld();
        put(own, "record_page/customer", """
                'header': ['worth'], 'main': [
                  {'code': 'a', 'type': 'related', 'entity': 'visit', 'relation': 'customer'},
                  {'code': 'b', 'type': 'figures', 'figures': [
                    {'code': 'n', 'label': {'zh': '拜访'}, 'value': 'COUNT(visit_customer, what <> \\"\\")'}]}],
                'side': [{'code': 'c', 'type': 'timeline', 'shown': 'stage = \\"won\\"'}]""").expect(200);
        own.admin().post("/api/v1/publish", "{}").expect(200);

        Answer customer = own.put(
                "entity/customer",
                json(
                        "{'label': {'zh': '客户'}, 'fields': [{'code': 'name', 'type': 'text', 'label': {'zh': '名称'}, 'title': true}]}"));
        assertThat(paths(customer)).contains("record_page/customer.header[0]", "record_page/customer.side[0].shown");

        Answer visit = own.put(
                "entity/visit",
                json("{'label': {'zh': '拜访'}, 'fields': [{'code': 'what', 'type': 'text', 'label': {'zh': '内容'}}]}"));
        assertThat(paths(visit)).contains("record_page/customer.main[0].relation");
        own.admin().post("/api/v1/publish", "{}").expect(400, "cannot-publish");
    }

    @Test
    void comparesPagesBlockByBlock() {
        ViewWorld own = new ViewWorld();
        String note = "{'code': '%s', 'type': 'note', 'text': {'zh': '%s'}}";
        put(own, "record_page/customer", "'main': [" + note.formatted("a", "一") + "," + note.formatted("b", "二") + "]")
                .expect(200);
        JsonNode first = own.admin().post("/api/v1/publish", "{}").expect(200).json();
        put(own, "record_page/customer", "'main': [" + note.formatted("b", "三") + "," + note.formatted("a", "一") + "]")
                .expect(200);
        JsonNode second = own.admin().post("/api/v1/publish", "{}").expect(200).json();

        JsonNode changes = own.admin()
                .get("/api/v1/revisions/" + first.path("revision").asInt() + "/compare/"
                        + second.path("revision").asInt())
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("elements");

        assertThat(changes.valueStream()
                        .map(each -> each.path("how").asString() + " "
                                + each.path("element").asString()))
                .contains("changed b");
    }

    private static List<String> paths(Answer answer) {
        return answer.expect(200)
                .json()
                .path("issues")
                .valueStream()
                .map(issue -> issue.path("path").asString())
                .toList();
    }

    private static Answer put(ViewWorld world, String key, String rest) {
        return world.put(key, page(rest));
    }

    private static List<String> issues(String blocks) {
        return codes(world.put("record_page/customer", page("'main': [" + blocks + "]")));
    }

    private static List<String> codes(Answer answer) {
        return answer.expect(200)
                .json()
                .path("issues")
                .valueStream()
                .map(issue ->
                        issue.path("path").asString() + " " + issue.path("code").asString())
                .toList();
    }

    static String page(String rest) {
        return json("{'label': {'zh': '客户页面'}, 'entity': 'customer', " + rest + "}");
    }

    static String json(String text) {
        return text.replace("\\\"", "\u0001").replace('\'', '"').replace("\u0001", "\\\"");
    }
}

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

class ViewKindTest {
    private static ViewWorld world;

    @BeforeAll
    static void fill() {
        world = new ViewWorld();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "'type': 'board', 'by': 'stage', 'sum': 'worth', 'card': ['name', 'owner.name'], 'hidden': ['won']",
                "'type': 'board', 'by': 'owner'",
                "'type': 'calendar', 'from': 'begins', 'to': 'ends', 'title': 'name', 'color': 'stage'",
                "'type': 'calendar', 'from': 'created_at'",
                "'type': 'gallery', 'cover': 'photo', 'card': ['worth']",
                "'type': 'gantt', 'from': 'begins', 'to': 'ends', 'progress': 'done', 'group': ['owner']",
                "'group': ['stage', 'owner'], 'totals': {'worth': 'avg', 'name': 'count', 'begins': 'max'}, 'height': 'tall'",
                "'quick': ['stage', 'tags'], 'colors': [{'where': 'worth > 5', 'color': 'red'}]",
                "'where': 'COUNT(visit_customer) > 2'",
                "'where': {'all': [{'field': 'begins', 'op': '=', 'value': {'relative': 'this_month'}}]}"
            })
    void acceptsEachTypeWithWhatItNeeds(String rest) {
        assertThat(world.issues(json(rest))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'type': 'board' | by missing-for-type",
                "'type': 'calendar' | from missing-for-type",
                "'type': 'gantt', 'from': 'begins' | to missing-for-type",
                "'type': 'board', 'by': 'note' | by wrong-field",
                "'type': 'board', 'by': 'tags' | by wrong-field",
                "'type': 'board', 'by': 'customer.stage' | by no-such-field",
                "'type': 'board', 'by': 'owner.name' | by wrong-field",
                "'type': 'board', 'by': 'stage', 'sum': 'name' | sum wrong-field",
                "'type': 'board', 'by': 'stage', 'sum': 'number' | sum wrong-field",
                "'type': 'board', 'by': 'stage', 'hidden': ['gone'] | hidden[0] no-such-column",
                "'type': 'calendar', 'from': 'name' | from wrong-field",
                "'type': 'calendar', 'from': 'begins', 'color': 'worth' | color wrong-field",
                "'type': 'gallery', 'cover': 'name' | cover wrong-field",
                "'type': 'gantt', 'from': 'begins', 'to': 'ends', 'progress': 'name' | progress wrong-field",
                "'group': ['tags'] | group[0] wrong-field",
                "'group': ['created_at'] | group[0] wrong-field",
                "'quick': ['owner.name'] | quick[0] wrong-field",
                "'totals': {'name': 'sum'} | totals.name wrong-field",
                "'totals': {'number': 'sum'} | totals.number wrong-field",
                "'totals': {'name': 'min'} | totals.name wrong-field",
                "'columns': ['name', 'nobody'] | columns[1] no-such-field",
                "'card': ['nobody'] | card[0] no-such-field",
                "'where': 'worth + 1' | where not-a-condition",
                "'where': 'nobody = 1' | where unknown-name",
                "'where': {'field': 'nobody', 'op': 'blank'} | where at-node",
                "'colors': [{'where': 'worth', 'color': 'red'}] | colors[0].where not-a-condition",
                "'colors': [{'where': 'COUNT(visit_customer) > 1', 'color': 'red'}] | colors[0].where aggregate-in-color",
                "'colors': [{'where': 'INDEPARTMENT(owner, MYDEPARTMENT())', 'color': 'red'}] | colors[0].where staff-in-color"
            })
    void saysWhatIsWrongAndWhere(String rest, String issue) {
        assertThat(world.issues(json(rest))).anyMatch(found -> found.equals(issue));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type': 'pie'",
                "'height': 'giant'",
                "'group': ['stage', 'owner', 'name']",
                "'totals': {'worth': 'median'}",
                "'colors': [{'where': 'worth > 1', 'color': 'mauve'}]",
                "'colors': [{'color': 'red'}]",
                "'by': ['stage']",
                "'where': 5",
                "'cards': ['name']"
            })
    void refusesWhatBreaksItsSchema(String rest) {
        Answer answer = world.put("view/broken", ViewWorld.view(json(rest)));
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void keepsAFieldFromBeingDeletedThatABoardStandsOn() {
        ViewWorld own = new ViewWorld();
        own.publish(
                "board", json("'type': 'board', 'by': 'stage', 'colors': [{'where': 'worth > 1', 'color': 'red'}]"));

        JsonNode issues = own.put(
                        "entity/customer",
                        "{\"label\": {\"zh\": \"客户\"}, \"fields\": [{\"code\": \"name\", \"type\": \"text\","
                                + " \"label\": {\"zh\": \"名称\"}, \"title\": true}]}")
                .expect(200)
                .json()
                .path("issues");

        assertThat(issues.valueStream().map(issue -> issue.path("path").asString()))
                .contains("view/board.by", "view/board.colors[0].where");
    }

    @Test
    void describesAColourRuleAsTheTreeThatBrowsersEvaluate() {
        ViewWorld own = new ViewWorld();
        own.publish("coloured", json("'colors': [{'where': '价值 > 5', 'color': 'red'}]"));

        JsonNode rule = ViewWorld.view(own.admin(), "coloured").path("colors").get(0);

        assertThat(rule.path("color").asString()).isEqualTo("red");
        assertThat(rule.path("tree").path("field").asString()).isEqualTo("worth");
    }

    @Test
    void tellsNothingOfFieldsThatTheCallerMayNotRead() {
        ViewWorld own = new ViewWorld();
        own.publish(
                "open",
                json("'type': 'board', 'by': 'stage', 'sum': 'worth', 'card': ['worth', 'note'],"
                        + " 'columns': ['name', 'worth'], 'totals': {'worth': 'sum', 'name': 'count'}, 'quick': ['worth', 'stage'],"
                        + " 'group': ['worth'], 'colors': [{'where': 'worth > 5', 'color': 'red'},"
                        + " {'where': 'name <> \\\"x\\\"', 'color': 'blue'}]"));
        own.publish("sorted", json("'sort': ['-worth']"));
        own.publish("filtered", json("'where': 'worth > 5'"));

        List<String> seen = ViewWorld.views(own.clerk.client())
                .map(view -> view.path("code").asString())
                .toList();
        JsonNode open = ViewWorld.view(own.clerk.client(), "open");

        assertThat(seen).containsExactly("open");
        assertThat(open.toString()).doesNotContain("worth").contains("stage", "note", "blue");
        assertThat(open.path("usable").booleanValue()).isTrue();
        assertThat(open.path("leftOut")).isEmpty();
        assertThat(ViewWorld.view(own.admin(), "open").path("sum").asString()).isEqualTo("worth");
    }

    @Test
    void hidesABoardWhoseColumnsTheCallerMayNotRead() {
        ViewWorld own = new ViewWorld();
        own.put("role/clerk", ViewWorld.CLERK.replace("\"worth\"", "\"stage\"")).expect(200);
        own.publish("board", json("'type': 'board', 'by': 'stage'"));
        own.publish("listed", json("'type': 'list', 'by': 'stage'"));

        assertThat(ViewWorld.views(own.clerk.client())
                        .map(view -> view.path("code").asString()))
                .containsExactly("listed");
        assertThat(ViewWorld.view(own.clerk.client(), "listed").has("by")).isFalse();
    }

    @Test
    void publishesOneViewAndLeavesTheOtherDraftsAlone() {
        ViewWorld own = new ViewWorld();
        own.put("view/one", ViewWorld.view("")).expect(200);
        own.put("view/other", ViewWorld.view("")).expect(200);

        own.admin().post("/api/v1/publish", "{\"only\": [\"view/one\"]}").expect(200);

        assertThat(ViewWorld.views(own.admin()).map(view -> view.path("code").asString()))
                .containsExactly("one");
        assertThat(own.admin()
                        .get("/api/v1/definitions?kind=view&state=draft")
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    private static String json(String rest) {
        return rest.replace("\\\"", "\u0001").replace('\'', '"').replace("\u0001", "\\\"");
    }
}

package io.zhike.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Client;
import io.zhike.workspace.TestWorkspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What those who build rules ask over HTTP: how rules do, their log, trials, replays, switches. */
class RuleApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SET =
            "'then': [{'code': 's1', 'do': 'set', 'with': {'values': [{'field': 'note', 'value': '`done`'}]}}]";

    private final RuleWorld world = new RuleWorld();

    private JsonNode rules() {
        return world.admin().get("/api/v1/rules").expect(200).json();
    }

    private List<JsonNode> runsOf(String rule) {
        return world.admin()
                .get("/api/v1/rules/" + rule + "/runs")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private static ObjectNode definition(String rest) {
        ObjectNode definition = (ObjectNode) JSON.readTree(RuleWorld.document("customer", rest));
        return definition.put("kind", "rule").put("code", "tried");
    }

    @Test
    void theCatalogueDescribesItself() {
        JsonNode actions =
                world.admin().get("/api/v1/actions").expect(200).json().path("items");
        List<String> codes = actions.valueStream()
                .map(action -> action.path("code").asString())
                .toList();
        assertThat(codes)
                .contains("set", "create", "update_related", "delete", "assign", "tag", "share", "run_rule", "refuse");
        actions.forEach(action -> {
            assertThat(action.path("title").path("zh").asString("")).isNotEmpty();
            assertThat(action.path("title").path("en").asString("")).isNotEmpty();
            assertThat(action.path("help").path("zh").asString("")).isNotEmpty();
            action.path("parameters").path("properties").forEach(parameter -> {
                assertThat(parameter.path("title").path("en").asString("")).isNotEmpty();
                assertThat(parameter.path("help").path("zh").asString("")).isNotEmpty();
                assertThat(parameter.path("x-input").asString("")).isNotEmpty();
            });
        });
    }

    @Test
    void tellsHowARuleDoesAndWhatCameOfItsRuns() {
        world.rule("r", "customer", "'when': {'created': {}}, " + SET);
        String id = world.create("customer", Map.of("name", "甲"));
        world.settle();
        JsonNode rule = rules().path("items").get(0);
        assertThat(rule.path("on").asBoolean()).isTrue();
        assertThat(rule.path("runsToday").asInt()).isOne();
        assertThat(runsOf("r")).singleElement().satisfies(run -> {
            assertThat(run.path("record").path("title").asString()).isEqualTo("甲");
            assertThat(run.path("state").asString()).isEqualTo("done");
            JsonNode whole = world.admin()
                    .get("/api/v1/rule-runs/" + run.path("id").asString())
                    .expect(200)
                    .json();
            assertThat(whole.path("setOff").path("kind").asString()).isEqualTo("change");
            assertThat(whole.path("setOff").path("by").asString()).startsWith("管理员");
            assertThat(whole.path("steps").get(0).path("do").asString()).isEqualTo("set");
            assertThat(whole.path("steps")
                            .get(0)
                            .path("touched")
                            .get(0)
                            .path("id")
                            .asString())
                    .isEqualTo(id);
        });
    }

    @Test
    void namesTheRuleThatSetARunOff() {
        world.rule("r", "customer", "'when': {'created': {}}, " + SET);
        world.rule(
                "after",
                "customer",
                "'when': {'changed': {'field': 'note'}}, "
                        + "'then': [{'code': 's1', 'do': 'set', 'with': {'values': [{'field': 'name', 'value': '`乙`'}]}}]");
        world.create("customer", Map.of("name", "甲"));
        world.settle();
        JsonNode first = rules().path("items").get(0).path("code").asString().equals("r")
                ? rules().path("items").get(0)
                : rules().path("items").get(1);
        assertThat(runsOf("after")).singleElement().satisfies(run -> {
            assertThat(run.path("setOff").path("kind").asString()).isEqualTo("rule");
            assertThat(run.path("setOff").path("by").asString())
                    .isEqualTo(first.path("label").path("zh").asString());
        });
    }

    @Test
    void aTrialDoesAllAndLeavesNothing() {
        String id = world.create("customer", Map.of("name", "甲"));
        JsonNode tried = world.admin()
                .post(
                        "/api/v1/rules/try",
                        JSON.createObjectNode()
                                .put("record", id)
                                .set(
                                        "definition",
                                        definition(
                                                "'when': {'created': {}}, 'where': 'name = `乙`', 'then': ["
                                                        + "{'code': 'w', 'do': 'wait', 'with': {'for': {'days': 2}}},"
                                                        + "{'code': 'c', 'do': 'create', 'with': {'entity': 'task', 'back': 'customer', 'values': [{'field': 'title', 'value': 'name'}]}},"
                                                        + "{'code': 'e', 'do': 'each', 'with': {'of': 'task_customer', 'then': [{'code': 'i', 'do': 'set', 'with': {'values': [{'field': 'title', 'value': '`x`'}]}}]}}]")))
                .expect(200)
                .json();
        assertThat(tried.path("fires").asBoolean()).isFalse();
        assertThat(tried.path("steps").valueStream().map(step -> step.path("do").asString()))
                .containsExactly("wait", "create", "each", "set");
        assertThat(tried.path("steps").get(3).path("outcome").asString()).isEqualTo("done");
        assertThat(tried.path("steps").get(1).path("touched").isEmpty())
                .as("what the trial made is gone again, so that nothing leads there")
                .isTrue();
        assertThat(world.all("task")).isEmpty();
        assertThat(world.runs()).isEmpty();
    }

    @Test
    void aTrialCallsWhatItWouldTouchByName() {
        String id = world.create("customer", Map.of("name", "甲"));
        JsonNode touched = world.admin()
                .post(
                        "/api/v1/rules/try",
                        JSON.createObjectNode()
                                .put("record", id)
                                .set("definition", definition("'when': {'created': {}}, " + SET)))
                .expect(200)
                .json()
                .at("/steps/0/touched");
        assertThat(touched).hasSize(1);
        assertThat(touched.get(0).path("id").asString()).isEqualTo(id);
        assertThat(touched.get(0).path("title").asString()).isEqualTo("甲");
    }

    @Test
    void aTrialOfWhatIsWrongNamesThePlace() {
        world.admin()
                .post(
                        "/api/v1/rules/try",
                        JSON.createObjectNode()
                                .put("record", world.create("customer", Map.of("name", "甲")))
                                .set(
                                        "definition",
                                        definition("'when': {'created': {}}, 'where': 'nothing = 1', " + SET)))
                .expect(400, "rule-invalid");
    }

    @Test
    void aReplayTellsForWhomAsTheRecordsWereThen() {
        String one = world.create("customer", Map.of("name", "甲", "worth", 10));
        String two = world.create("customer", Map.of("name", "乙", "worth", 500));
        world.change("customer", one, Map.of("worth", 300));
        world.change("customer", one, Map.of("worth", 20));
        JsonNode replayed = world.admin()
                .post(
                        "/api/v1/rules/replay",
                        JSON.createObjectNode()
                                .put("months", 1)
                                .set("definition", definition("'when': {'saved': {}}, 'where': 'worth > 100', " + SET)))
                .expect(200)
                .json();
        assertThat(replayed.path("fired").asInt()).isEqualTo(2);
        assertThat(replayed.path("records")
                        .valueStream()
                        .map(hit -> hit.path("id").asString()))
                .containsExactly(two, one);
        assertThat(replayed.path("byMonth")).hasSize(1);
        assertThat(world.runs()).isEmpty();
    }

    @Test
    void whyTellsOfEachChangeWhetherItFiredAndWhatWasMissing() {
        String id = world.create("customer", Map.of("name", "甲"));
        world.rule("r", "customer", "'when': {'updated': {'fields': ['worth']}}, 'where': 'worth > 100', " + SET);
        world.change("customer", id, Map.of("name", "乙"));
        world.change("customer", id, Map.of("worth", 200));
        world.settle();
        List<JsonNode> why = world.admin()
                .get("/api/v1/rules/r/why/" + id)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
        assertThat(why.stream().map(each -> each.path("fired").asBoolean())).containsExactly(false, true, false, false);
        assertThat(why.get(1).path("change").asString()).isEqualTo("更新：价值");
        assertThat(why.get(1).path("run").asString("")).isNotEmpty();
        assertThat(why.get(0).path("reason").asString()).isEqualTo("不是它要等的变化");
    }

    @Test
    void aStoppedRuleDoesNothingAndAStartedOneDoesNotCatchUp() {
        world.rule("r", "customer", "'when': {'created': {}}, " + SET);
        world.admin().post("/api/v1/rules/r/stop", "{}").expect(204);
        String missed = world.create("customer", Map.of("name", "甲"));
        world.settle();
        assertThat(rules().path("items").get(0).path("on").asBoolean()).isFalse();
        world.admin().post("/api/v1/rules/r/start", "{}").expect(204);
        String seen = world.create("customer", Map.of("name", "乙"));
        world.settle();
        assertThat(world.record("customer", missed).path("note").asString("")).isEmpty();
        assertThat(world.record("customer", seen).path("note").asString("")).isEqualTo("done");
    }

    @Test
    void aPauseLosesNothing() {
        world.rule("r", "customer", "'when': {'created': {}}, " + SET);
        world.admin().post("/api/v1/rules/pause", "{}").expect(204);
        String id = world.create("customer", Map.of("name", "甲"));
        world.settle();
        assertThat(rules().path("paused").asBoolean()).isTrue();
        assertThat(world.record("customer", id).path("note").asString("")).isEmpty();
        world.admin().post("/api/v1/rules/resume", "{}").expect(204);
        world.settle();
        assertThat(world.record("customer", id).path("note").asString("")).isEqualTo("done");
    }

    @Test
    void whatFailedIsRepeatedByAPressAndWhatIsDoneIsNot() {
        world.rule(
                "r",
                "customer",
                "'when': {'created': {}}, 'then': [{'code': 's', 'do': 'set', 'with': {'values': [{'field': 'worth', 'value': 'worth - 10'}]}}]");
        String id = world.create("customer", Map.of("name", "甲", "worth", 5));
        world.settle();
        String run = runsOf("r").getFirst().path("id").asString();
        assertThat(rules().path("items").get(0).path("failures").asInt()).isOne();
        world.change("customer", id, Map.of("worth", 50));
        world.admin().post("/api/v1/rule-runs/" + run + "/repeat", "{}").expect(200);
        world.settle();
        assertThat(world.record("customer", id).path("worth").asString()).isEqualTo("40.00");
        world.admin().post("/api/v1/rule-runs/" + run + "/repeat", "{}").expect(409, "run-not-repeatable");
    }

    @Test
    void whoBuildsNothingIsToldNothing() {
        world.rule("r", "customer", "'when': {'created': {}}, " + SET);
        TestWorkspace.Person reader = world.workspace.newMember("旁观");
        Client client = reader.client();
        for (String path : List.of("/api/v1/rules", "/api/v1/rules/r/runs")) {
            assertThat(client.get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(client.post("/api/v1/rules/pause", "{}").status()).isEqualTo(403);
        assertThat(client.post("/api/v1/rules/r/stop", "{}").status()).isEqualTo(403);
    }

    @Test
    void aButtonRunsARuleForTheRecordsThatItsConditionHoldsFor() {
        world.rule("pressed", "customer", "'when': {'button': {}}, 'where': 'worth > 10', " + SET);
        world.put("button/go", """
                        {"label": {"zh": "走"}, "entity": "customer", "run": {"rule": "pressed"}}""").expect(200);
        world.publish();
        String rich = world.create("customer", Map.of("name", "甲", "worth", 50));
        String poor = world.create("customer", Map.of("name", "乙", "worth", 5));
        String press = "/api/v1/records/customer/%s/buttons/go";
        world.admin().post(press.formatted(rich), "{}").expect(200);
        world.admin().post(press.formatted(poor), "{}").expect(409, "rule-not-for-record");
        world.settle();
        assertThat(world.record("customer", rich).path("note").asString("")).isEqualTo("done");
        assertThat(world.runs("pressed")).hasSize(1);
        world.admin().post("/api/v1/rules/pressed/stop", "{}").expect(204);
        world.admin().post(press.formatted(rich), "{}").expect(409, "rule-off");
    }
}

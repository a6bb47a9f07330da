package io.zhike.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.definition.Definitions;
import io.zhike.store.Database;
import io.zhike.workspace.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What steps of rules do together: assigning, creating, changing what is related, loops that end. */
class ScenariosTest {
    private final RuleWorld world = new RuleWorld();

    private static String assign(String with) {
        return "'then': [{'code': 's1', 'do': 'assign', 'with': {" + with + "}}]";
    }

    private static String group(RuleWorld.Group group) {
        return "'to': [{'who': 'group', 'id': '" + group.id() + "'}]";
    }

    @Test
    void nobodyWhoHasLeftIsChosenAndLimitsPassPeopleOver() {
        RuleWorld.Group sales = world.group(3);
        String left = sales.members().getFirst();
        world.admin().patch("/api/v1/members/" + left, Map.of("active", false)).expect(200);
        world.rule(
                "leads",
                "customer",
                "'when': {'created': {}}, "
                        + assign("'way': 'load', 'most_open': 2, 'open': 'stage = `new`', " + group(sales)));
        for (int i = 0; i < 5; i++) {
            world.create("customer", Map.of("name", "客户" + i));
        }
        world.settle();
        Map<String, Integer> owned = world.byOwner("customer");
        assertThat(owned).doesNotContainKey(left);
        assertThat(owned)
                .containsEntry(sales.members().get(1), 2)
                .containsEntry(sales.members().get(2), 2);
        assertThat(world.runs("leads").stream().map(run -> run.path("state").asString()))
                .containsExactlyInAnyOrder("done", "done", "done", "done", "waiting");
    }

    @Test
    void aTableOfRegionsSaysWhoAndItsLastRowTakesTheRest() {
        RuleWorld.Group sales = world.group(3);
        String rows = "[{'if': 'region = `华东`', 'to': [{'who': 'member', 'id': '%s'}]},"
                + "{'if': 'region = `华南`', 'to': [{'who': 'member', 'id': '%s'}]}, {'to': [{'who': 'member', 'id': '%s'}]}]";
        world.rule(
                "regions",
                "customer",
                "'when': {'created': {}}, "
                        + assign("'way': 'table', 'table': "
                                + rows.formatted(sales.members().toArray())));
        String south = world.create("customer", Map.of("name", "甲", "region", "华南"));
        String north = world.create("customer", Map.of("name", "乙", "region", "东北"));
        world.settle();
        assertThat(world.record("customer", south).path("owner").asString())
                .isEqualTo(sales.members().get(1));
        assertThat(world.record("customer", north).path("owner").asString())
                .isEqualTo(sales.members().get(2));
    }

    @Test
    void aClosedOrderChangesItsCustomerAndTheOtherWayRoundAllOrdersOfOne() {
        world.rule(
                "up",
                "order",
                "'when': {'saved': {}}, 'where': 'state = `closed`', 'then': [{'code': 's1', 'do': 'update_related', 'with': "
                        + "{'of': 'customer', 'values': [{'field': 'note', 'value': 'title'}]}}]");
        world.rule(
                "down",
                "customer",
                "'when': {'entered': {'field': 'stage', 'values': ['lost']}}, 'then': [{'code': 's1', 'do': 'update_related', 'with': "
                        + "{'of': 'order_customer', 'where': 'state = `open`', 'values': [{'field': 'title', 'value': '`流失`'}]}}]");
        String customer = world.create("customer", Map.of("name", "甲"));
        String open = world.create("order", Map.of("title", "一", "customer", customer, "state", "open"));
        String closed = world.create("order", Map.of("title", "二", "customer", customer, "state", "closed"));
        world.settle();
        assertThat(world.record("customer", customer).path("note").asString()).isEqualTo("二");
        world.change("customer", customer, Map.of("stage", "lost"));
        world.settle();
        assertThat(world.record("order", open).path("title").asString()).isEqualTo("流失");
        assertThat(world.record("order", closed).path("title").asString()).isEqualTo("二");
    }

    @Test
    void aLoopThroughThreeEntitiesIsStoppedAndNamed() {
        world.rule(
                "one",
                "customer",
                "'when': {'saved': {}}, 'then': [{'code': 's1', 'do': 'create', 'with': {'entity': 'order', 'back': 'customer', "
                        + "'values': [{'field': 'title', 'value': '`o`'}]}}]");
        world.rule(
                "two",
                "order",
                "'when': {'created': {}}, 'then': [{'code': 's1', 'do': 'create', 'with': {'entity': 'task', 'back': 'order', "
                        + "'values': [{'field': 'customer', 'value': 'customer'}]}}]");
        world.rule(
                "three",
                "task",
                "'when': {'created': {}}, 'then': [{'code': 's1', 'do': 'update_related', 'with': {'of': 'customer', "
                        + "'values': [{'field': 'note', 'value': 'TEXT(NOW(), `yyyy-MM-dd HH:mm:ss`)'}]}}]");
        world.create("customer", Map.of("name", "甲"));
        world.settle();
        List<JsonNode> stopped = world.runs("one").stream()
                .filter(run -> run.path("state").asString().equals("stopped"))
                .toList();
        assertThat(world.runs("one")).hasSize(2);
        assertThat(stopped).singleElement().satisfies(run -> {
            assertThat(run.path("cycle")
                            .valueStream()
                            .map(link -> link.path("rule").asString()))
                    .containsExactly("one", "two", "three", "one");
            assertThat(run.path("message").asString()).startsWith("规则绕回来了，已停下：规则 → 规则 → 规则");
        });
        assertThat(world.all("order")).hasSize(1);
    }

    /** Rules that answer each other's changes of customers; only the first one answers a change of a name. */
    private String rulesThatSetEachOtherOff() {
        world.rule(
                "one",
                "customer",
                "'when': {'updated': {'fields': ['name', 'region']}}, 'then': [{'code': 's1', 'do': 'set', 'with': "
                        + "{'values': [{'field': 'note', 'value': 'note & `a`'}]}}]");
        world.rule(
                "two",
                "customer",
                "'when': {'updated': {'fields': ['note']}}, 'then': [{'code': 's1', 'do': 'set', 'with': "
                        + "{'values': [{'field': 'region', 'value': 'region & `b`'}]}}]");
        return world.create("customer", Map.of("name", "甲", "note", "x", "region", "y"));
    }

    private List<JsonNode> stopped() {
        return world.runs("one").stream()
                .filter(run -> run.path("state").asString().equals("stopped"))
                .toList();
    }

    @Test
    void aLoopIsToldOnceADayAndOfEveryChangeItIsSaid() {
        String customer = rulesThatSetEachOtherOff();
        world.change("customer", customer, Map.of("name", "乙"));
        world.settle();
        world.change("customer", customer, Map.of("name", "丙"));
        world.settle();
        assertThat(world.runs("one"))
                .as("by the member, twice, and one that was stopped")
                .hasSize(3);
        assertThat(stopped()).hasSize(1);
        String reasons = whyOne(customer);
        assertThat(reasons).doesNotContain("还没轮到");
        assertThat(reasons.split(stopped().getFirst().path("id").asString(), -1))
                .as("named for both")
                .hasSize(3);
    }

    private String whyOne(String customer) {
        return world.admin()
                .get("/api/v1/rules/one/why/" + customer)
                .expect(200)
                .text();
    }

    @Test
    void aLoopThatWasRepeatedIsToldAgain() {
        String customer = rulesThatSetEachOtherOff();
        world.change("customer", customer, Map.of("name", "乙"));
        world.settle();
        String told = stopped().getFirst().path("id").asString();
        world.admin().post("/api/v1/rule-runs/" + told + "/repeat", "{}").expect(200);
        world.settle();
        assertThat(stopped()).isEmpty();
        assertThat(whyOne(customer)).contains("规则绕回来了，这一次没有执行").doesNotContain("还没轮到");
        world.change("customer", customer, Map.of("name", "丙"));
        world.settle();
        assertThat(stopped()).hasSize(1);
    }

    @Test
    void aLoopIsToldForEachRecordAndAnewOnAnotherDay() {
        UUID first = UUID.fromString(rulesThatSetEachOtherOff());
        UUID second = UUID.fromString(world.create("customer", Map.of("name", "乙")));
        Instant noon = Instant.parse("2026-03-01T04:00:00Z");
        List<Fired> sameDay = List.of(closing(first, noon), closing(first, noon.plusSeconds(60)));
        assertThat(begin(sameDay)).isOne();
        assertThat(begin(List.of(closing(first, noon.plusSeconds(120))))).isZero();
        assertThat(begin(List.of(closing(second, noon)))).isOne();
        assertThat(begin(List.of(closing(first, noon.plus(Duration.ofDays(1))))))
                .isOne();
        assertThat(stopped()).hasSize(3);
    }

    /** A change of a record that would set the first rule off again, as it led to it. */
    private Fired closing(UUID record, Instant at) {
        List<String> causes = Causes.with("two", record, Causes.with("one", record, List.of()));
        Rule rule = RuleBook.of(TestServer.bean(Definitions.class).published(world.workspace.workspace()))
                .find("one")
                .orElseThrow();
        return new Fired(
                rule, at.toString(), List.of(record), at, Optional.empty(), causes, Fired.none(), Fired.none());
    }

    private int begin(List<Fired> fired) {
        return TestServer.bean(Database.class)
                .write(ctx -> TestServer.bean(RuleRuns.class).begin(ctx, world.workspace.workspace(), fired));
    }

    @Test
    void aRuleDoesNotAnswerWhatARollUpMakesOfItsOwnWrite() {
        world.rule(
                "sum",
                "customer",
                "'when': {'updated': {'fields': ['orders_sum']}}, 'then': [{'code': 's1', 'do': 'create', 'with': "
                        + "{'entity': 'order', 'back': 'customer', 'values': [{'field': 'amount', 'value': '1'}]}}]");
        String id = world.create("customer", Map.of("name", "甲"));
        world.create("order", Map.of("title", "o", "customer", id, "amount", 5));
        world.settle();
        assertThat(world.runs("sum")).hasSize(1);
        assertThat(world.all("order")).hasSize(2);
    }

    @Test
    void waysAreChosenTagsAddedAndChildrenGoneThroughOneByOne() {
        world.rule("long", "customer", """
                'when': {'changed': {'field': 'vip', 'to': [true]}}, 'then': [
                  {'code': 'b', 'do': 'branch', 'with': {'cases': [
                     {'if': 'worth > 100', 'then': [{'code': 'hot', 'do': 'tag', 'with': {'field': 'tags', 'add': ['hot'], 'remove': ['cold']}}]}],
                     'otherwise': [{'code': 'cold', 'do': 'tag', 'with': {'field': 'tags', 'add': ['cold']}}]}},
                  {'code': 'e', 'do': 'each', 'with': {'of': 'order_customer', 'if': 'state = `open`', 'then': [
                     {'code': 'close', 'do': 'set', 'with': {'values': [{'field': 'state', 'value': '`closed`'}]}}]}},
                  {'code': 'end', 'do': 'set', 'with': {'values': [{'field': 'note', 'value': 'COUNT(order_customer, state = `closed`) & ` closed`'}]}}]""");
        String id = world.create("customer", Map.of("name", "甲", "worth", 200, "tags", List.of("cold")));
        for (int i = 0; i < 3; i++) {
            world.create("order", Map.of("title", "o" + i, "customer", id, "state", "open"));
        }
        world.change("customer", id, Map.of("vip", true));
        world.settle();
        JsonNode customer = world.record("customer", id);
        assertThat(customer.path("tags").get(0).asString()).isEqualTo("hot");
        assertThat(customer.path("tags")).hasSize(1);
        assertThat(customer.path("note").asString()).isEqualTo("3 closed");
        assertThat(world.runs("long"))
                .hasSize(4)
                .allSatisfy(run -> assertThat(run.path("state").asString()).isEqualTo("done"));
    }

    @Test
    void aRuleWaitsAndTheRunKeepsItsPlace() {
        world.rule(
                "later",
                "customer",
                "'when': {'created': {}}, 'then': [{'code': 'w', 'do': 'wait', 'with': {'for': {'days': 3}}}, "
                        + "{'code': 's', 'do': 'set', 'with': {'values': [{'field': 'note', 'value': '`x`'}]}}]");
        String id = world.create("customer", Map.of("name", "甲"));
        world.settle();
        assertThat(world.runs("later")).singleElement().satisfies(run -> {
            assertThat(run.path("state").asString()).isEqualTo("waiting");
            assertThat(run.path("due").asString()).isEqualTo("later");
        });
        assertThat(world.record("customer", id).path("note").asString("")).isEmpty();
    }

    @Test
    void whatIsRefusedFailsItsOwnRunOnlyAndSaysWhy() {
        world.rule(
                "bad",
                "customer",
                "'when': {'created': {}}, 'then': [{'code': 's', 'do': 'set', 'with': {'values': [{'field': 'worth', 'value': 'worth - 10'}]}}]");
        List<String> ids =
                world.createAll("customer", List.of(Map.of("name", "甲", "worth", 5), Map.of("name", "乙", "worth", 50)));
        world.settle();
        assertThat(world.record("customer", ids.get(1)).path("worth").asString())
                .isEqualTo("40.00");
        assertThat(world.runs("bad").stream().map(run -> run.path("state").asString()))
                .containsExactlyInAnyOrder("failed", "done");
        assertThat(world.runs("bad").stream().map(run -> run.path("message").asString()))
                .anyMatch(message -> message.contains("价值"));
    }

    @Test
    void aRuleMayRunAnother() {
        world.rule(
                "other",
                "customer",
                "'when': {'button': {}}, 'then': [{'code': 's', 'do': 'set', 'with': {'values': [{'field': 'note', 'value': '`called`'}]}}]");
        world.rule(
                "caller",
                "customer",
                "'when': {'created': {}}, 'then': [{'code': 's', 'do': 'run_rule', 'with': {'rule': 'other'}}]");
        String id = world.create("customer", Map.of("name", "甲"));
        world.settle();
        assertThat(world.record("customer", id).path("note").asString()).isEqualTo("called");
    }
}

package io.zhike.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.page.FilledForm;
import io.zhike.store.Database;
import io.zhike.workspace.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** What the feed tells sets rules off: the kind of change, the fields, what holds now and what held before. */
class RecordTriggerTest {
    private static final String NOTE =
            "'then': [{'code': 's1', 'do': 'set', 'with': {'values': [{'field': 'note', 'value': '`%s`'}]}}]";

    private final RuleWorld world = new RuleWorld();

    private void rule(String code, String when, String note) {
        world.rule(code, "customer", when + ", " + NOTE.formatted(note));
    }

    private String note(String id) {
        world.settle();
        return world.record("customer", id).path("note").asString("");
    }

    @Test
    void aNewRecordThatTheConditionHoldsForIsChangedAndOthersAreNot() {
        rule("r", "'when': {'created': {}}, 'where': 'source = `website`'", "hello");
        String website = world.create("customer", Map.of("name", "甲", "source", "website"));
        String fair = world.create("customer", Map.of("name", "乙", "source", "fair"));
        assertThat(note(website)).isEqualTo("hello");
        assertThat(note(fair)).isEmpty();
        assertThat(world.runs("r")).singleElement().satisfies(run -> {
            assertThat(run.path("state").asString()).isEqualTo("done");
            assertThat(run.path("log").get(0).path("outcome").asString()).isEqualTo("done");
        });
    }

    @Test
    void whatHappenedBeforeTheRuleWasPublishedSetsNothingOff() {
        String before = world.create("customer", Map.of("name", "甲", "source", "website"));
        rule("r", "'when': {'created': {}}", "hello");
        assertThat(note(before)).isEmpty();
        assertThat(world.runs("r")).isEmpty();
    }

    /** How many changes were handed to rules since the reader was there first; -1 where it is not. */
    private long handled() {
        return TestServer.bean(Database.class)
                .read(ctx -> ctx.select(DSL.field(DSL.name("handled"), Long.class))
                        .from(world.workspace.workspace().schema().table("feed_position"))
                        .where(DSL.field(DSL.name("reader"), String.class).eq(RuleEngine.READER))
                        .fetchOptional(row -> row.value1())
                        .orElse(-1L));
    }

    @Test
    void theFirstRuleThatLooksAtChangesReadsNothingOfThePastOthersMayHaveBeenThereBefore() {
        world.createAll("customer", List.of(Map.of("name", "甲"), Map.of("name", "乙"), Map.of("name", "丙")));
        world.rule(
                "daily", "customer", "'when': {'schedule': {'every': 'day', 'at': '07:00'}}, " + NOTE.formatted("x"));
        world.createAll("customer", List.of(Map.of("name", "丁"), Map.of("name", "戊")));
        world.settle();
        rule("first", "'when': {'created': {}}", "hello");
        world.settle();
        assertThat(handled()).isZero();
        String id = world.create("customer", Map.of("name", "己"));
        assertThat(note(id)).isEqualTo("hello");
        long after = handled();
        assertThat(after).isPositive();
        world.rule("first", "customer", "'on': false, 'when': {'created': {}}, " + NOTE.formatted("hello"));
        world.createAll("customer", List.of(Map.of("name", "庚"), Map.of("name", "辛")));
        world.settle();
        rule("first", "'when': {'created': {}}", "again");
        world.settle();
        assertThat(handled()).isEqualTo(after);
        assertThat(world.runs("first")).hasSize(1);
    }

    @Test
    void aStageIsEnteredOnceAndLeft() {
        rule("in", "'when': {'entered': {'field': 'stage', 'values': ['won']}}", "won");
        rule("out", "'when': {'left': {'field': 'stage', 'values': ['won']}}", "left");
        String id = world.create("customer", Map.of("name", "甲"));
        assertThat(note(id)).isEmpty();
        world.change("customer", id, Map.of("stage", "won"));
        assertThat(note(id)).isEqualTo("won");
        world.change("customer", id, Map.of("name", "甲甲"));
        world.change("customer", id, Map.of("stage", "lost"));
        assertThat(note(id)).isEqualTo("left");
        assertThat(world.runs("in")).hasSize(1);
        assertThat(world.runs("out")).hasSize(1);
    }

    @Test
    void aFieldChangesFromOneValueToAnother() {
        rule("r", "'when': {'changed': {'field': 'stage', 'from': ['new'], 'to': ['lost']}}", "lost");
        String id = world.create("customer", Map.of("name", "甲"));
        world.change("customer", id, Map.of("stage", "won"));
        world.change("customer", id, Map.of("stage", "lost"));
        assertThat(note(id)).isEmpty();
        world.change("customer", id, Map.of("stage", "new"));
        world.change("customer", id, Map.of("stage", "lost"));
        assertThat(note(id)).isEqualTo("lost");
    }

    @Test
    void theConditionOnWhatWasBeforeLooksAtTheRecordBeforeThisVeryChange() {
        rule("r", "'when': {'updated': {'fields': ['worth']}}, 'was': 'worth < 100', 'where': 'worth >= 100'", "grew");
        String id = world.create("customer", Map.of("name", "甲", "worth", 50));
        world.change("customer", id, Map.of("worth", 60));
        assertThat(note(id)).isEmpty();
        world.change("customer", id, Map.of("worth", 160));
        world.change("customer", id, Map.of("worth", 170));
        assertThat(note(id)).isEqualTo("grew");
        assertThat(world.runs("r")).hasSize(1);
    }

    @Test
    void aRollupThatFollowsItsChildrenIsAChange() {
        rule("r", "'when': {'updated': {'fields': ['orders_sum']}}, 'where': 'orders_sum > 100'", "big");
        String id = world.create("customer", Map.of("name", "甲"));
        world.create("order", Map.of("title", "o", "customer", id, "amount", 80));
        assertThat(note(id)).isEmpty();
        world.create("order", Map.of("title", "o", "customer", id, "amount", 80));
        assertThat(note(id)).isEqualTo("big");
    }

    @Test
    void theConditionMayCountWhatBelongsToTheRecord() {
        rule("r", "'when': {'saved': {}}, 'where': 'COUNT(order_customer, amount > 10) > 1'", "many");
        String id = world.create("customer", Map.of("name", "甲"));
        world.create("order", Map.of("title", "o", "customer", id, "amount", 80));
        world.change("customer", id, Map.of("name", "乙"));
        assertThat(note(id)).isEmpty();
        world.create("order", Map.of("title", "o", "customer", id, "amount", 80));
        world.change("customer", id, Map.of("name", "丙"));
        assertThat(note(id)).isEqualTo("many");
    }

    @Test
    void bulkWritesSetItOffForEachRecordAndAsASetOnce() {
        rule("each", "'when': {'created': {}}", "each");
        world.rule(
                "set",
                "customer",
                "'when': {'created': {}}, 'as': 'set', 'then': [{'code': 's1', 'do': 'set', 'with': {'values': [{'field': 'vip', 'value': 'TRUE'}]}}]");
        List<Map<String, String>> items = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            items.add(Map.of("name", "客户" + i));
        }
        world.createAll("customer", items);
        world.settle();
        assertThat(world.runs("each")).hasSize(30);
        assertThat(world.runs("set").stream()
                        .mapToInt(run -> run.path("records").asInt())
                        .sum())
                .isEqualTo(30);
        assertThat(world.runs("set").size()).isLessThan(30);
        assertThat(world.all("customer"))
                .allSatisfy(
                        customer -> assertThat(customer.path("vip").asBoolean()).isTrue());
    }

    @Test
    void onlyWhatCameInByThatPublicFormSetsItOff() {
        for (String form : List.of("signup", "other")) {
            world.put(
                            "public_form/" + form,
                            "{\"label\": {\"zh\": \"报名\"}, \"entity\": \"customer\", \"fields\": [{\"field\": \"name\"}]}")
                    .expect(200);
        }
        world.publish();
        rule("r", "'when': {'created': {'form': 'signup'}}", "by form");
        rule("any", "'when': {'created': {'form': 'other'}}", "by another");
        world.create("customer", Map.of("name", "自己建的"));
        for (var form :
                world.admin().get("/api/v1/public-forms").expect(200).json().path("items")) {
            String path = "/api/v1/public" + form.path("path").asString().replaceFirst("^/f", "/forms");
            if (form.path("code").asString().equals("signup")) {
                FilledForm.send(TestServer.stranger(), path, "'name': '填表的'", "")
                        .expect(201);
            }
        }
        world.settle();
        assertThat(world.all("customer").stream()
                        .map(each -> each.path("name").asString() + " "
                                + each.path("note").asString("")))
                .containsExactlyInAnyOrder("自己建的 ", "填表的 by form");
        assertThat(world.runs("any")).isEmpty();
    }

    @Test
    void aRuleNeverAnswersItsOwnChange() {
        rule("r", "'when': {'saved': {}}", "again");
        String id = world.create("customer", Map.of("name", "甲"));
        assertThat(note(id)).isEqualTo("again");
        assertThat(world.runs("r")).hasSize(1);
    }

    @Test
    void onceForARecordIsOnce() {
        rule("r", "'when': {'saved': {}}, 'once': {'per': 'ever'}", "once");
        String id = world.create("customer", Map.of("name", "甲"));
        world.settle();
        world.change("customer", id, Map.of("name", "乙"));
        world.settle();
        assertThat(world.runs("r")).hasSize(1);
    }

    @Test
    void whatIsOverTheLimitIsKeptAndNotDone() {
        rule("r", "'when': {'created': {}}, 'limit': {'runs': 2, 'per': 'day'}", "hi");
        for (int i = 0; i < 4; i++) {
            world.create("customer", Map.of("name", "甲" + i));
        }
        world.settle();
        assertThat(world.runs("r").stream().map(run -> run.path("state").asString()))
                .containsExactlyInAnyOrder("done", "done", "stopped", "stopped");
        assertThat(world.runs("r").getLast().path("message").asString()).isEqualTo("超过了每天 2 次的上限，没有执行");
    }

    @Test
    void aRuleOfOneWorkspaceSeesNothingOfAnother() {
        rule("r", "'when': {'created': {}}", "mine");
        RuleWorld other = new RuleWorld();
        String theirs = other.create("customer", Map.of("name", "甲"));
        other.settle();
        world.settle();
        assertThat(other.record("customer", theirs).path("note").asString("")).isEmpty();
        assertThat(world.runs()).isEmpty();
    }
}

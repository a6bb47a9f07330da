package io.zhike.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules that run while a record is saved: they set, they refuse, and nothing is ever half done. */
class SaveRulesTest {
    private final RuleWorld world = new RuleWorld();

    private void rule(String code, int order, String rest) {
        world.rule(code, "customer", "'at': 'save', 'order': " + order + ", " + rest);
    }

    @Test
    void setsFieldsBeforeTheRecordIsStoredOneRuleAfterTheOther() {
        rule(
                "one",
                1,
                "'when': {'saved': {}}, 'then': [{'code': 's', 'do': 'set', 'with': {'values': [{'field': 'note', 'value': '`a`'}]}}]");
        rule(
                "two",
                2,
                "'when': {'saved': {}}, 'where': 'note = `a`', 'then': [{'code': 's', 'do': 'set', 'with': {'values': [{'field': 'note', 'value': 'note & `b`'}]}}]");
        String id = world.create("customer", Map.of("name", "甲"));
        assertThat(world.record("customer", id).path("note").asString()).isEqualTo("ab");
        assertThat(world.record("customer", id).path("version").asInt()).isOne();
    }

    @Test
    void refusesWithItsOwnWordsAtTheFieldThatIsNamed() {
        rule(
                "no",
                1,
                "'when': {'saved': {}}, 'where': 'worth > 100 AND ISBLANK(source)', 'then': [{'code': 's', 'do': 'refuse', 'with': "
                        + "{'message': '价值 {worth} 的客户要有来源', 'field': 'source'}}]");
        Answer refused = world.admin().post("/api/v1/records/customer", Map.of("name", "甲", "worth", 500));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .contains("的客户要有来源")
                .contains("\"path\":\"source\"")
                .contains("500");
        assertThat(world.all("customer")).isEmpty();
        world.create("customer", Map.of("name", "乙", "worth", 500, "source", "fair"));
    }

    @Test
    void looksAtWhatChangesAndAtWhatWas() {
        rule(
                "stage",
                1,
                "'when': {'changed': {'field': 'stage', 'to': ['won']}}, 'was': 'worth < 10', 'then': [{'code': 's', 'do': 'refuse', 'with': {'message': '太少'}}]");
        String poor = world.create("customer", Map.of("name", "甲", "worth", 5));
        String rich = world.create("customer", Map.of("name", "乙", "worth", 50));
        assertThat(world.admin()
                        .patch("/api/v1/records/customer/" + poor, Map.of("stage", "won", "worth", 100))
                        .status())
                .isEqualTo(400);
        world.change("customer", rich, Map.of("stage", "won"));
        assertThat(world.record("customer", poor).path("stage").asString()).isEqualTo("new");
    }

    @Test
    void choosesWaysAndReadsBehindRelations() {
        world.rule(
                "way",
                "order",
                "'at': 'save', 'when': {'created': {}}, 'then': [{'code': 'b', 'do': 'branch', 'with': {'cases': [{'if': 'customer.vip', 'then': ["
                        + "{'code': 'v', 'do': 'set', 'with': {'values': [{'field': 'title', 'value': '`VIP ` & customer.name'}]}}]}], 'otherwise': ["
                        + "{'code': 'o', 'do': 'set', 'with': {'values': [{'field': 'title', 'value': '`usual`'}]}}]}}]");
        String vip = world.create("customer", Map.of("name", "甲", "vip", true));
        String usual = world.create("customer", Map.of("name", "乙"));
        List<String> orders = world.createAll(
                "order", List.of(Map.of("customer", vip), Map.of("customer", usual), Map.of("title", "x")));
        assertThat(world.record("order", orders.get(0)).path("title").asString())
                .isEqualTo("VIP 甲");
        assertThat(world.record("order", orders.get(1)).path("title").asString())
                .isEqualTo("usual");
    }

    @Test
    void aSwitchAndAPauseHoldForThemToo() {
        rule("no", 1, "'when': {'saved': {}}, 'then': [{'code': 's', 'do': 'refuse', 'with': {'message': '不行'}}]");
        assertThat(world.admin()
                        .post("/api/v1/records/customer", Map.of("name", "甲"))
                        .status())
                .isEqualTo(400);
        world.admin().post("/api/v1/rules/no/stop", "{}").expect(204);
        world.create("customer", Map.of("name", "甲"));
        world.admin().post("/api/v1/rules/no/start", "{}").expect(204);
        assertThat(world.admin()
                        .post("/api/v1/records/customer", Map.of("name", "甲"))
                        .status())
                .isEqualTo(400);
        world.admin().post("/api/v1/rules/pause", "{}").expect(204);
        world.create("customer", Map.of("name", "甲"));
        world.admin().post("/api/v1/rules/resume", "{}").expect(204);
    }
}

package io.zhike.entity;

import static io.zhike.entity.TestEntities.catalog;
import static io.zhike.entity.TestEntities.child;
import static io.zhike.entity.TestEntities.entity;
import static io.zhike.entity.TestEntities.issues;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.definition.Definition;
import io.zhike.definition.Reference;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What a definition may say of when its fields are shown, asked for and kept. */
class FormLogicTest {
    private static final Definition CUSTOMER = entity(
            "customer",
            "客户",
            "{code: 'name', type: 'text', title: true}",
            "{code: 'level', type: 'select', label: '级别', options: [{code: 'vip', label: {zh: '贵宾'}}]}");

    private static Definition deal(String... fields) {
        String[] all = new String[fields.length + 4];
        all[0] = "{code: 'kind', type: 'select', label: '类型', options: [{code: 'new', label: {zh: '新签'}}, "
                + "{code: 'renew', label: {zh: '续约'}, when: 'customer.level = \"贵宾\"'}]}";
        all[1] = "{code: 'customer', type: 'relation', entity: 'customer'}";
        all[2] = "{code: 'price', type: 'money'}";
        all[3] = "{code: 'double', type: 'formula', formula: 'price * 2'}";
        System.arraycopy(fields, 0, all, 4, fields.length);
        return entity("deal", "商机", all);
    }

    private static Definition withChecks(Definition deal, String checks) {
        ObjectNode body = deal.body();
        body.set("checks", TestEntities.json("{checks: " + checks + "}").get("checks"));
        return Definition.of(body);
    }

    private static List<String> wrong(Definition deal) {
        return issues(catalog(CUSTOMER, deal), "deal");
    }

    @Test
    void keepsConditionsCheckedWithAllThatTheyRead() {
        EntityCatalog catalog = catalog(
                CUSTOMER,
                deal("{code: 'note', type: 'text', shown: '类型 = \"新签\"', required_when: 'double > 100', "
                        + "readonly_when: 'NOT ISBLANK(note)'}"));

        FormLogic logic = catalog.logic("deal");
        assertThat(issues(catalog, "deal")).isEmpty();
        assertThat(logic.shown("note").orElseThrow().reads()).containsExactly("kind");
        assertThat(logic.requiredWhen("note").orElseThrow().reads()).containsExactlyInAnyOrder("double", "price");
        assertThat(logic.readonlyWhen("note").orElseThrow().reads()).containsExactly("note");
        assertThat(logic.options("kind")).containsOnlyKeys("renew");
        assertThat(logic.beyond()).containsExactly(List.of("customer", "level"));
        assertThat(catalog.logic("customer").isEmpty()).isTrue();
        assertThat(catalog.logic("nobody").isEmpty()).isTrue();
    }

    @Test
    void placesWhatIsWrongWithACondition() {
        assertThat(wrong(deal("{code: 'note', type: 'text', shown: 'nothing = 1', required_when: 'price', "
                        + "readonly_when: 'price >'}")))
                .anyMatch(issue -> issue.startsWith("fields[4].shown[0,7): "))
                .anyMatch(issue -> issue.startsWith("fields[4].required_when[0,5): "))
                .anyMatch(issue -> issue.startsWith("fields[4].readonly_when[7,7): ")
                        || issue.startsWith("fields[4].readonly_when"))
                .hasSize(3);
        assertThat(
                        wrong(
                                deal(
                                        "{code: 'way', type: 'multi_select', options: [{code: 'a', label: {zh: 'A'}}, {code: 'b', label: {zh: 'B'}, when: 'price'}]}")))
                .singleElement()
                .asString()
                .startsWith("fields[4].options[1].when[0,5): ");
    }

    @Test
    void refusesConditionsOnWhatTheServerComputes() {
        assertThat(wrong(deal("{code: 'half', type: 'formula', formula: 'price / 2', required_when: 'TRUE', "
                        + "readonly_when: 'TRUE', shown: 'price > 1'}")))
                .containsExactly(
                        "fields[4].required_when: A computed field cannot have 'required_when'.",
                        "fields[4].readonly_when: A computed field cannot have 'readonly_when'.");
    }

    @Test
    void refusesRowsThatPointHereAndNamesTheWay() {
        Definition deal = deal(
                "{code: 'lines', type: 'child_table', entity: 'line'}",
                "{code: 'count', type: 'formula', formula: 'COUNT(lines)'}",
                "{code: 'note', type: 'text', shown: 'COUNT(lines) > 0', required_when: 'count > 1', readonly_when: 'COUNT(customer.deal_customer) > 1'}");
        Definition line =
                child("line", "明细", "deal", "{code: 'deal', type: 'relation', entity: 'deal', required: true}");

        assertThat(issues(catalog(CUSTOMER, deal, line), "deal"))
                .anyMatch(issue -> issue.startsWith("fields[6].shown: ") && issue.contains("'lines'"))
                .anyMatch(issue -> issue.startsWith("fields[6].required_when: ") && issue.contains("'count → lines'"))
                .anyMatch(issue ->
                        issue.startsWith("fields[6].readonly_when: ") && issue.contains("'customer.deal_customer'"))
                .allMatch(issue -> issue.contains("roll-up"));
    }

    @Test
    void allowsToAskWhetherARelationToManyIsBlank() {
        EntityCatalog catalog = catalog(
                CUSTOMER,
                deal(
                        "{code: 'partners', type: 'relation', many: true, entity: 'customer'}",
                        "{code: 'note', type: 'text', shown: 'COUNT(partners) > 1', required_when: 'NOT ISBLANK(partners)'}"));

        assertThat(issues(catalog, "deal")).isEmpty();
        assertThat(catalog.logic("deal").shown("note").orElseThrow().reads()).containsExactly("partners");
        assertThat(wrong(deal(
                        "{code: 'partners', type: 'relation', many: true, entity: 'customer'}",
                        "{code: 'note', type: 'text', shown: 'COUNT(partners, level = \"vip\") > 1'}")))
                .hasSize(1);
    }

    @Test
    void keepsTheParentOfAChildTableInSight() {
        Definition line = child(
                "line",
                "明细",
                "deal",
                "{code: 'deal', type: 'relation', entity: 'deal', required: true, shown: 'TRUE'}");

        assertThat(issues(catalog(CUSTOMER, deal(), line), "line"))
                .singleElement()
                .asString()
                .startsWith("fields[0].shown: ");
    }

    @Test
    void keepsChecksInTheirOrderWithTheFieldsThatTheyNeed() {
        EntityCatalog catalog = catalog(
                CUSTOMER,
                withChecks(
                        deal(
                                "{code: 'from', type: 'date'}",
                                "{code: 'to', type: 'date'}",
                                "{code: 'urgent', type: 'boolean'}"),
                        """
                        [{code: 'order', when: 'to >= from', message: {zh: '先后', en: 'Order'}, field: 'to'},
                         {code: 'one_of', when: 'NOT ISBLANK(from) OR NOT ISBLANK(price)', message: {zh: '至少一个'}},
                         {code: 'soon', when: 'NOT urgent OR IFBLANK(price, 0) < 10', message: {zh: '急'}}]"""));

        assertThat(issues(catalog, "deal")).isEmpty();
        List<FormLogic.Rule> rules = catalog.logic("deal").checks();
        assertThat(rules.stream().map(rule -> rule.check().code())).containsExactly("order", "one_of", "soon");
        assertThat(rules.stream().map(FormLogic.Rule::needs)).containsExactly(Set.of("from", "to"), Set.of(), Set.of());
    }

    @Test
    void placesWhatIsWrongWithACheck() {
        assertThat(wrong(withChecks(deal(), """
                        [{code: 'a', when: 'price', message: {zh: 'x'}},
                         {code: 'a', when: 'price > 1', message: {zh: 'x'}},
                         {code: 'B!', when: 'price > 1', message: {zh: 'x'}},
                         {code: 'c', when: 'price > 1', message: {zh: 'x'}, field: 'nothing'},
                         {code: 'd', message: {zh: 'x'}}, {code: 'e', when: 'price > 1'}, 7]""")))
                .anyMatch(issue -> issue.startsWith("checks[0].when[0,5): "))
                .anyMatch(issue -> issue.startsWith("checks[1].code: "))
                .anyMatch(issue -> issue.startsWith("checks[2].code: "))
                .anyMatch(issue -> issue.startsWith("checks[3].field: "))
                .anyMatch(issue -> issue.startsWith("checks[4].when: "))
                .anyMatch(issue -> issue.startsWith("checks[5].message: "))
                .anyMatch(issue -> issue.startsWith("checks[6]: "))
                .hasSize(7);
    }

    @Test
    void saysWhereAFieldIsUsedByConditions() {
        Definition deal = withChecks(
                deal(
                        "{code: 'note', type: 'text', shown: 'price > 1', required_when: 'price > 2', readonly_when: 'price > 3'}"),
                "[{code: 'a', when: 'price > 4', message: {zh: 'x'}, field: 'price'}]");
        EntityCatalog catalog = catalog(CUSTOMER, deal);

        assertThat(new EntityReferences(EntityParser.parse(deal), catalog)
                        .all().stream()
                                .filter(reference -> "price".equals(reference.element()))
                                .map(Reference::path))
                .contains(
                        "fields[4].shown",
                        "fields[4].required_when",
                        "fields[4].readonly_when",
                        "checks[0].when",
                        "checks[0].field");
        assertThat(new EntityReferences(EntityParser.parse(deal), catalog)
                        .all().stream()
                                .filter(reference -> "level".equals(reference.element()))
                                .map(Reference::path))
                .contains("fields[0].options[1].when");
    }

    @Test
    void offersLookalikesWhereTextsCanBeAlike() {
        assertThat(wrong(deal(
                        "{code: 'a', type: 'text', lookalike: true}", "{code: 'b', type: 'money', lookalike: true}")))
                .singleElement()
                .asString()
                .startsWith("fields[5].lookalike: ");
    }
}

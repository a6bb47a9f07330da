package io.zhike.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a definition of a button may say, and what is told of one that says something else. */
class ButtonKindTest {
    private static ButtonWorld world;

    @BeforeAll
    static void fill() {
        world = new ButtonWorld();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'set': {'values': [{'field': 'stage', 'value': '`won`'}]}",
                "'set': {'values': [{'field': 'stage', 'value': '`成交`'}, {'field': 'won_at', 'value': 'NOW()', 'ask': true}]}",
                "'set': {'values': [{'field': 'won_at', 'value': 'TODAY()'}, {'field': 'tags', 'value': '`vip`'}]}",
                "'set': {'values': [{'field': 'keeper', 'value': 'ME()'}, {'field': 'why', 'ask': true, 'required': true}]}",
                "'set': {'values': [{'field': 'owner', 'value': 'ME()'}]}, 'shown': 'owner <> ME()', 'tone': 'danger'",
                "'create': {'entity': 'order', 'back': 'customer', 'values': [{'field': 'title', 'value': 'name & `的单`'}]}",
                "'create': {'entity': 'order', 'at_once': true, 'values': []}, 'confirm': {'zh': '建吗？'}",
                "'open': {'url': 'https://example.com/?q={name}&o={owner.name}'}, 'icon': 'app', 'order': 3",
                "'open': {'relation': 'parent'}",
                "'open': {'view': 'customers'}",
                "'call': {'field': 'phone'}, 'shown': 'NOT(ISBLANK(phone))'"
            })
    void acceptsEachActionWithWhatItNeeds(String rest) {
        assertThat(world.issues(rest)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'icon': 'app' | button/tried one-action",
                "'call': {'field': 'phone'}, 'open': {'relation': 'parent'} | button/tried one-action",
                "'open': {} | open one-target",
                "'open': {'relation': 'parent', 'view': 'customers'} | open one-target",
                "'set': {'values': [{'field': 'double', 'value': '1'}]} | set.values[0].field not-writable",
                "'set': {'values': [{'field': 'created_at', 'value': 'NOW()'}]} | set.values[0].field not-writable",
                "'set': {'values': [{'field': 'why', 'ask': true}, {'field': 'why', 'ask': true}]} | set.values[1].field filled-twice",
                "'set': {'values': []} | set.values nothing-set",
                "'set': {'values': [{'field': 'why'}]} | set.values[0].value nothing-given",
                "'set': {'values': [{'field': 'stage', 'value': '5'}]} | set.values[0].value wrong-value",
                "'set': {'values': [{'field': 'stage', 'value': '`gone`'}]} | set.values[0].value wrong-value",
                "'set': {'values': [{'field': 'keeper', 'value': 'name'}]} | set.values[0].value wrong-value",
                "'set': {'values': [{'field': 'parent', 'value': 'ME()'}]} | set.values[0].value wrong-value",
                "'set': {'values': [{'field': 'why', 'value': 'nobody'}]} | set.values[0].value unknown-name",
                "'set': {'values': [{'field': 'nobody', 'value': '1'}]} | set.values[0].field element-missing",
                "'create': {'entity': 'order', 'back': 'title', 'values': []} | create.back not-back",
                "'create': {'entity': 'order', 'back': 'customer', 'values': [{'field': 'customer', 'value': 'parent'}]} | create.values[0].field filled-twice",
                "'create': {'entity': 'nothing', 'values': []} | create.entity reference-missing",
                "'create': {'entity': 'order', 'values': [{'field': 'due', 'value': 'name'}]} | create.values[0].value wrong-value",
                "'open': {'url': 'javascript:alert(1)'} | open.url bad-address",
                "'open': {'url': '{name}'} | open.url bad-address",
                "'open': {'url': '//example.com'} | open.url bad-address",
                "'open': {'url': 'https://example.com/{name'} | open.url bad-braces",
                "'open': {'url': 'https://example.com/{tags}'} | open.url not-single",
                "'open': {'url': 'https://example.com/{nobody}'} | open.url unknown-name",
                "'open': {'url': 'https://example.com/{COUNT(order_customer)}'} | open.url aggregate-here",
                "'open': {'relation': 'name'} | open.relation not-a-relation",
                "'open': {'view': 'gone'} | open.view reference-missing",
                "'call': {'field': 'name'} | call.field not-a-phone",
                "'call': {'field': 'phone'}, 'shown': 'worth' | shown not-a-condition",
                "'call': {'field': 'phone'}, 'shown': 'COUNT(order_customer) > 1' | shown aggregate-here",
                "'call': {'field': 'phone'}, 'shown': 'INDEPARTMENT(owner, MYDEPARTMENT())' | shown staff-here"
            })
    void saysWhatIsWrongAndWhere(String rest, String issue) {
        assertThat(world.issues(rest)).contains(issue);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'set': {'values': [{'value': '1'}]}",
                "'set': {'values': [{'field': 'why', 'value': 5}]}",
                "'call': {}",
                "'call': {'field': 'phone'}, 'tone': 'loud'",
                "'call': {'field': 'phone'}, 'order': -1",
                "'open': {'script': 'x'}"
            })
    void refusesWhatIsNoButtonAtAll(String rest) {
        world.put("button/tried", ButtonWorld.button(rest)).expect(400);
    }

    @Test
    void aFieldThatAButtonNeedsCannotBeDeleted() {
        ButtonWorld own = new ButtonWorld();
        own.publish("plan", "'create': {'entity': 'order', 'values': [{'field': 'due', 'value': 'TODAY()'}]}");
        own.put("entity/order", """
                {"label": {"zh": "订单"}, "fields": [
                  {"code": "title", "type": "text", "label": {"zh": "标题"}, "title": true},
                  {"code": "customer", "type": "relation", "label": {"zh": "客户"}, "entity": "customer"},
                  {"code": "secret", "type": "text", "label": {"zh": "内部"}}]}""").expect(200);
        JsonNode refused =
                own.admin().post("/api/v1/publish", "{}").expect(400).json().path("errors");
        assertThat(refused.valueStream()
                        .map(issue -> issue.path("path").asString() + " "
                                + issue.path("code").asString()))
                .containsExactly("button/plan.create.values[0].field refers-to-deleted-element");
        assertThat(refused.get(0).path("message").asString()).contains("按钮").contains("到期");
    }

    @Test
    void whatAnExpressionReadsBehindARelationIsNeededToo() {
        ButtonWorld own = new ButtonWorld();
        own.put("button/far", """
                {"label": {"zh": "打开"}, "entity": "order", "open": {"url": "tel:{customer.phone}"}}""").expect(200);
        own.publish();
        own.put(
                        "entity/customer",
                        ButtonWorld.CUSTOMER.replace(
                                "{\"code\": \"phone\", \"type\": \"phone\"", "{\"code\": \"fax\", \"type\": \"phone\""))
                .expect(200);
        assertThat(own.admin().post("/api/v1/publish", "{}").expect(400).text()).contains("button/far.open.url");
    }
}

package io.zhike.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.message.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON trees: the same expression as the text, and refusals that name the node. */
class TreeTest {
    private final Expressions expressions = new Expressions();
    private final Fixture fixture = Fixture.shared();

    private static JsonNode json(String text) {
        return Fixture.JSON.readTree(text.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'all':[{'field':'客户来源','op':'=','value':'官网'},{'field':'spent','op':'>','value':5000}]} | source = \"website\" AND spent > 5000",
                "{'all':[{'all':[{'path':'active'},{'path':'active'}]},{'any':[{'path':'active'}]}]} | active AND active AND active",
                "{'field':'spent','op':'in','value':['1',2]} | spent IN (1, 2)",
                "{'field':'name','op':'not_contains','value':'a'} | NOT(CONTAINS(name, \"a\"))",
                "{'field':'created_at','op':'=','value':{'relative':'last_30_days'}} | DURING(created_at, \"last_30_days\")",
                "{'field':'created_at','op':'<=','value':{'relative':'this_week'}} | created_at <= PERIODEND(\"this_week\")",
                "{'field':'created_at','op':'>=','value':'2026-01-31'} | created_at >= \"2026-01-31\"",
                "{'field':'parent.name','op':'blank'} | ISBLANK(parent.name)",
                "{'call':'IF','args':[{'path':'active'},{'value':'1','type':'number'},{'value':null}]} | IF(active, 1, BLANK)",
                "{'aggregate':'LAST','over':'parent.orders','value':{'path':'amount'},'by':{'path':'paid_at'},'where':{'field':'status','op':'=','value':'已付款'}} | LAST(parent.orders, amount, paid_at, status = \"paid\")",
                "{'aggregate':'COUNT','over':'orders','value':{'path':'amount'}} | COUNT(orders.amount)",
                "{'op':'-','of':{'path':'spent'}} | -spent",
                "{'op':'&','left':{'path':'name'},'right':'x'} | name & \"x\"",
                "{'list':[1,2]} | [1, 2]",
            })
    void isTheSameAsTheText(String tree, String text) {
        Checked checked = expressions.check(json(tree), "customer", fixture);
        assertThat(checked.problems()).isEmpty();
        assertThat(checked.expression())
                .isEqualTo(expressions.check(text, "customer", fixture).expression());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | $: This node is not understood; expected all, any, not, field, path, value, list, call, aggregate, op, relative.",
                "{'all':{}} | $.all: This node is not understood; expected […].",
                "{'all':[1]} | $.all[0]: Expected boolean here, but this is number.",
                "{'field':'spent','op':'~','value':1} | $: There is no operator '~'; allowed are: =, <>, <, <=, >, >=, in, not_in, contains, not_contains, contains_any, contains_all, starts_with, ends_with, blank, not_blank, between.",
                "{'field':'spent','op':'='} | $: This node is not understood; expected {field, op, value}.",
                "{'field':'spent','op':'=','value':1,'vlaue':2} | $: The node has an unknown key 'vlaue'.",
                "{'field':'spent','op':'>','value':'abc'} | $: A number cannot be compared with a text.",
                "{'field':'spent','op':'>','value':'abc','type':'number'} | $.value: 'abc' is not a number.",
                "{'field':'x..y','op':'blank'} | $.field: There is no name between the braces.",
                "{'any':[{'field':'sorce','op':'=','value':'a'}]} | $.any[0].field: There is no field named 'sorce'. Did you mean 'source'?",
                "{'field':'source','op':'in','value':['fair','tv']} | $.value[1]: 'Source' has no option 'tv'; allowed are: Website, Fair, Referral.",
                "{'field':'created_at','op':'=','value':{'relative':'someday'}} | $: There is no period 'someday'; use today, yesterday, tomorrow, this_week, last_month, next_quarter, this_year, last_30_days, next_7_days and the like.",
                "{'field':'created_at','op':'in','value':{'relative':'today'}} | $: There is no operator 'in'; allowed are: =, <>, <, <=, >, >=.",
                "{'field':'spent','op':'between','value':[1]} | $.value: This node is not understood; expected […, …].",
                "{'value':'x','type':'colour'} | $: There is no type 'colour'.",
                "{'value':1e999} | $: A number has at most 40 digits.",
                "{'call':'NOPE'} | $: There is no function named 'NOPE'.",
                "{'aggregate':'LEFT','over':'orders'} | $: There is no function named 'LEFT'.",
                "{'aggregate':'SUM','over':'name','value':{'path':'x'}} | $.over: SUM with a condition needs child or related records as its first argument.",
                "{'aggregate':'SUM','over':'orders'} | $: This node is not understood; expected {aggregate, over, value?, by?, where?}.",
                "{'op':'+','left':1} | $: This node is not understood; expected {op, left, right}.",
                "{'path':7} | $.path: Expected text here, but this is 7.",
            })
    void refusesByTheNode(String tree, String message) {
        Checked checked = expressions.check(json(tree), "customer", fixture);
        assertThat(checked.problems()).isNotEmpty();
        assertThat(checked.problems().getFirst().message().in(Language.EN)).isEqualTo(message);
    }

    @Test
    void boundsDepthAndSize() {
        JsonNode deep = json("{'path':'active'}");
        for (int i = 0; i < 900; i++) {
            ObjectNode outer = Fixture.JSON.createObjectNode();
            outer.set("not", deep);
            deep = outer;
        }
        assertRefused(deep, ExpressionError.TOO_DEEP);
        ArrayNode many = Fixture.JSON.createArrayNode();
        for (int i = 0; i <= Limits.ITEMS; i++) {
            many.add(true);
        }
        ObjectNode all = Fixture.JSON.createObjectNode();
        all.set("all", many);
        assertRefused(all, ExpressionError.LIST_TOO_LONG);
        assertRefused(Fixture.JSON.getNodeFactory().stringNode("x".repeat(10_001)), ExpressionError.TEXT_TOO_LONG);
        assertRefused(Fixture.JSON.getNodeFactory().stringNode("a\u0000"), ExpressionError.UNREADABLE_TEXT);
    }

    private void assertRefused(JsonNode tree, ExpressionError error) {
        Problem problem =
                expressions.check(tree, "customer", fixture).problems().getFirst();
        assertThat(problem.message().arguments().getLast())
                .isInstanceOfSatisfying(
                        io.zhike.message.Message.class,
                        m -> assertThat(m.code()).isEqualTo(error));
    }

    @Test
    void givesProblemsToTheEdgeAsIssues() {
        Checked checked = expressions.check("spent >", "customer", fixture);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(checked::orThrow))
                .isInstanceOfSatisfying(io.zhike.message.ProblemException.class, e -> {
                    assertThat(e.message().code()).isEqualTo(ExpressionError.EXPRESSION_REFUSED);
                    assertThat(e.issues()).hasSize(1);
                });
        assertThat(List.of(
                        checked.problems().getFirst().from(),
                        checked.problems().getFirst().to()))
                .containsExactly(7, 7);
    }
}

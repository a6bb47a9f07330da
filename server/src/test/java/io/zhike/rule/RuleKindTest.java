package io.zhike.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a definition of a rule is refused for, each at its place. */
class RuleKindTest {
    private static final RuleWorld WORLD = new RuleWorld();
    private static final String THEN =
            "'then': [{'code': 's1', 'do': 'set', 'with': {'values': [{'field': 'note', 'value': '`x`'}]}}]";

    private static List<String> issues(String rest) {
        Answer said = WORLD.draft("checked", "customer", rest);
        assertThat(said.status()).as(said.text()).isIn(200, 400);
        JsonNode answer = said.json();
        List<String> found = new java.util.ArrayList<>();
        (answer.has("errors") ? answer.path("errors") : answer.path("issues"))
                .forEach(issue -> found.add(
                        issue.path("path").asString() + " " + issue.path("code").asString()));
        return found;
    }

    @Test
    void aRuleThatIsRightHasNoIssues() {
        assertThat(issues(
                        "'when': {'created': {}}, 'where': 'COUNT(order_customer) > 1 AND owner.name <> `x`', " + THEN))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    'when': {'changed': {'field': 'double'}}, THEN | when.changed.field not-stored
                    'when': {'entered': {'field': 'stage', 'values': ['nowhere']}}, THEN | when.entered.values[0] no-such-value
                    'when': {'date': {'field': 'name'}}, THEN | when.date.field not-a-date
                    'when': {'date': {'field': 'until', 'lunar': true}}, THEN | when.date.lunar each-year-only
                    'when': {'created': {}}, 'where': 'name', THEN | where not-a-condition
                    'when': {'created': {}}, 'was': 'vip', THEN | was was-needs-change
                    'when': {'saved': {}}, 'was': 'owner.name = `x`', THEN | was was-own-fields
                    'when': {'created': {}}, 'then': [] | then nothing-to-do
                    'when': {'deleted': {}}, 'at': 'save', THEN | when save-trigger
                    'when': {'saved': {}}, 'at': 'save', 'once': {'per': 'day'}, THEN | once save-plain
                    'when': {'saved': {}}, 'at': 'save', 'where': 'COUNT(order_customer) > 1', THEN | where save-rows
                    'when': {'saved': {}}, 'at': 'save', 'then': [{'code': 'a', 'do': 'delete'}] | then[0].do save-step
                    'when': {'saved': {}}, 'then': [{'code': 'a', 'do': 'refuse', 'with': {'message': 'x'}}] | then[0].do only-in-save
                    'when': {'saved': {}}, 'then': [{'code': 'a', 'do': 'set', 'with': {'values': [{'field': 'double', 'value': '1'}]}}] | then[0].with.values[0].field not-writable
                    'when': {'saved': {}}, 'then': [{'code': 'a', 'do': 'set', 'with': {'values': [{'field': 'worth', 'value': '`x`'}]}}] | then[0].with.values[0].value wrong-value
                    'when': {'saved': {}}, 'then': [{'code': 'a', 'do': 'each', 'with': {'of': 'name', 'then': []}}] | then[0].with.of not-many
                    'when': {'saved': {}}, 'then': [{'code': 'a', 'do': 'wait', 'with': {'until': 'name'}}] | then[0].with.until not-a-time
                    'when': {'saved': {}}, 'as': 'set', 'then': [{'code': 'a', 'do': 'each', 'with': {'of': 'order_customer', 'then': []}}] | then[0].do not-of-sets
                    'when': {'saved': {}}, 'as': 'set', 'once': {'per': 'day'}, 'then': [{'code': 'a', 'do': 'set', 'with': {'values': [{'field': 'note', 'value': '`x`'}]}}] | once once-of-sets
                    'when': {'saved': {}}, 'then': [{'code': 'a', 'do': 'assign', 'with': {'way': 'in_turn'}}] | then[0].with.to nobody-to-choose
                    'when': {'saved': {}}, 'then': [{'code': 'a', 'do': 'assign', 'with': {'way': 'fixed', 'to': [{'who': 'member'}]}}] | then[0].with.to[0] incomplete
                    'when': {'saved': {}}, 'then': [{'code': 'a', 'do': 'assign', 'with': {'way': 'fixed', 'to': [{'who': 'field', 'field': 'name'}]}}] | then[0].with.to[0] not-people
                    'when': {'saved': {}}, 'then': [{'code': 'a', 'do': 'tag', 'with': {'field': 'name', 'add': ['x']}}] | then[0].with.field not-multi-select
                    'when': {'saved': {}}, 'then': [{'code': 'a', 'do': 'tag', 'with': {'field': 'tags', 'add': ['x']}}] | then[0].with.add[0] no-such-option
                    'when': {'saved': {}}, 'then': [{'code': 'a', 'do': 'create', 'with': {'entity': 'task', 'back': 'title'}}] | then[0].with.back not-back
                    'when': {'saved': {}}, 'then': [{'code': 'a', 'do': 'update_related', 'with': {'of': 'name', 'values': [{'field': 'x', 'value': '1'}]}}] | then[0].with.of not-related
                    """)
    void whatIsWrongIsNamedAtItsPlace(String rest, String issue) {
        assertThat(issues(rest.replace("THEN", THEN))).contains(issue);
    }

    @Test
    void whatIsMissingIsToldByItsReference() {
        assertThat(issues("'when': {'changed': {'field': 'gone'}}, " + THEN))
                .singleElement()
                .asString()
                .startsWith("when.changed.field ");
    }

    @Test
    void twoStepsOfOneCodeAndUnknownActionsAreRefused() {
        assertThat(
                        issues(
                                "'when': {'saved': {}}, 'then': [{'code': 'a', 'do': 'delete'}, {'code': 'a', 'do': 'delete'}]"))
                .contains("then[1] duplicate-code");
        assertThat(issues("'when': {'saved': {}}, 'then': [{'code': 'a', 'do': 'explode'}]"))
                .isNotEmpty();
        assertThat(issues("'when': {'saved': {}, 'created': {}}, " + THEN)).isNotEmpty();
    }
}

package io.zhike.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.message.Issue;
import io.zhike.message.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class DocumentCheckTest {
    private static final ObjectNode SCHEMA =
            DocumentSchema.of("form", Json.of("""
            {fields: {type: 'array', minItems: 1, maxItems: 3, items: {$ref: '#/$defs/field'}},
             width: {type: 'integer', minimum: 1, maximum: 12},
             tags: {type: 'array', uniqueItems: true, items: {type: 'string', maxLength: 5}},
             size: {oneOf: [{type: 'string', enum: ['small', 'large']},
                            {type: 'object', properties: {w: {type: 'number'}, h: {type: 'number'}}, required: ['w', 'h']}]}}
            """), "fields").setAll(Json.of("""
            {$defs: {field: {type: 'object',
               properties: {code: {type: 'string', pattern: '^[a-z][a-z0-9_]{0,39}$'}, type: {enum: ['text', 'number', 'select']},
                            label: {type: 'object', properties: {zh: {type: 'string'}, en: {type: 'string'}}, minProperties: 1}},
               required: ['code', 'type'],
               allOf: [{if: {properties: {type: {const: 'select'}}}, then: {properties: {options: {type: 'array'}}, required: ['options']}}],
               unevaluatedProperties: false}}}
            """));
    private final DocumentCheck check = new DocumentCheck(SCHEMA);

    @Test
    void acceptsADocumentThatMatches() {
        assertThat(issues("""
                {kind: 'form', code: 'a', label: {zh: '甲'}, fields: [{code: 'x', type: 'select', options: []}], width: 3,
                 size: {w: 1, h: 2}}""")).isEmpty();
    }

    @Test
    void namesEveryPlaceAtOnce() {
        assertThat(issues(
                        "{kind: 'view', code: 'A b', label: {}, fields: [{type: 'text'}, {code: 'x', type: 'nmber'}]}"))
                .containsExactlyInAnyOrder(
                        "kind must-be This has to be 'form', not 'view'.",
                        "code not-a-code 'A b' cannot be a code. A code begins with a lower-case letter and has only"
                                + " lower-case letters, digits and underscores, at most 40.",
                        "label label-empty A label needs a text in zh or in en.",
                        "fields[0].code property-missing 'code' is missing. Add it.",
                        "fields[1].type misspelt-value 'nmber' is not allowed. Did you mean 'number'?");
    }

    @Test
    void guessesWhatAnUnknownPropertyWasMeantToBe() {
        assertThat(
                        issues(
                                "{kind: 'form', code: 'a', lable: {zh: '甲'}, label: {zh: '甲'}, fields: [{code: 'x', type: 'text'}]}"))
                .containsExactly("lable property-misspelt There is no property 'lable' here. Did you mean 'label'?");
    }

    @Test
    void guessesAmongThePropertiesOfConditionalPartsToo() {
        assertThat(issues("""
                {kind: 'form', code: 'a', label: {zh: '甲'}, fields: [{code: 'x', type: 'select', options: [], option: 1}]}"""))
                .containsExactly(
                        "fields[0].option property-misspelt There is no property 'option' here. Did you mean 'options'?");
    }

    @Test
    void listsThePropertiesWhereNothingIsNear() {
        assertThat(issues(
                        "{kind: 'form', code: 'a', label: {zh: '甲'}, zzzzzz: 1, fields: [{code: 'x', type: 'text'}]}"))
                .containsExactly("zzzzzz property-unknown There is no property 'zzzzzz' here. The properties are:"
                        + " kind, code, app, label, description, fields, width, tags, size.");
    }

    @Test
    void saysLimits() {
        assertThat(
                        issues(
                                "{kind: 'form', code: 'a', label: {zh: '甲'}, fields: [], width: 13, tags: ['a', 'a', 'abcdef']}"))
                .containsExactlyInAnyOrder(
                        "fields too-few-items At least 1 items, there are 0. Add some.",
                        "width number-too-large 13 is too large: at most 12.",
                        "tags duplicate-items The list has an item twice. Remove the repetition.",
                        "tags[2] text-too-long The text is too long: at most 5 characters. Shorten it.");
    }

    @Test
    void saysTypesAsPeopleCallThem() {
        assertThat(check.check(Json.of("{kind: 'form', code: 'a', label: {zh: '甲'}, fields: {}, width: 'x'}")))
                .extracting(issue -> issue.message().in(Language.ZH))
                .containsExactlyInAnyOrder("这里需要列表 […]，而不是对象 {…}。", "这里需要整数，而不是文字。");
    }

    @Test
    void speaksOfTheFormThatWasMeant() {
        assertThat(
                        issues(
                                "{kind: 'form', code: 'a', label: {zh: '甲'}, fields: [{code: 'x', type: 'text'}], size: {w: 1}}"))
                .containsExactly("size.h property-missing 'h' is missing. Add it.");
        assertThat(
                        issues(
                                "{kind: 'form', code: 'a', label: {zh: '甲'}, fields: [{code: 'x', type: 'text'}], size: 'lage'}"))
                .containsExactly("size misspelt-value 'lage' is not allowed. Did you mean 'large'?");
    }

    @Test
    void neverThrowsForAnyShape() {
        for (String text :
                List.of("{}", "{kind: null}", "{fields: [null, 1, [], {}]}", "{'': {'': ''}}", "{label: [[[]]]}")) {
            assertThat(check.check(Json.of(text))).isNotEmpty();
        }
    }

    private List<String> issues(String document) {
        return check.check(Json.of(document)).stream()
                .map(DocumentCheckTest::said)
                .toList();
    }

    private static String said(Issue issue) {
        return issue.path() + " " + issue.message().code().code() + " "
                + issue.message().in(Language.EN);
    }
}

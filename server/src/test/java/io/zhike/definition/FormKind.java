package io.zhike.definition;

import io.zhike.message.Issue;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A kind for tests: forms with fields that may point to other forms; a title that says "bad" is wrong. */
final class FormKind implements DefinitionKind {
    @Override
    public String kind() {
        return "form";
    }

    @Override
    public Label label() {
        return new Label("表单", "form");
    }

    @Override
    public ObjectNode schema() {
        return DocumentSchema.of("form", Json.of("""
                {title: {type: 'string'},
                 fields: {type: 'array', items: {type: 'object', additionalProperties: false, required: ['code'],
                   properties: {code: {type: 'string', pattern: '^[a-z][a-z0-9_]{0,39}$'}, label: {type: 'object'},
                                form: {type: 'string', pattern: '^[a-z][a-z0-9_]{0,39}$'}, field: {type: 'string'},
                                width: {type: 'integer'},
                                options: {type: 'array', items: {type: 'object'}}}}}}
                """));
    }

    @Override
    public List<Issue> check(Definition definition, DefinitionSet all) {
        return definition.get("title").asString("").equals("bad")
                ? List.of(Issue.at("title", DefinitionIssue.BREAKS_SCHEMA, "bad"))
                : List.of();
    }

    @Override
    public List<Reference> references(Definition definition, DefinitionSet all) {
        List<Reference> references = new ArrayList<>();
        JsonNode fields = definition.get("fields");
        for (int i = 0; i < fields.size(); i++) {
            String form = fields.get(i).path("form").stringValue(null);
            if (form != null) {
                String field = fields.get(i).path("field").stringValue(null);
                String path = "fields[" + i + "]." + (field == null ? "form" : "field");
                references.add(new Reference(new DefinitionKey("form", form), field, path));
            }
        }
        return references;
    }

    @Override
    public List<Element> elements(Definition definition) {
        List<Element> elements = new ArrayList<>();
        JsonNode fields = definition.get("fields");
        for (int i = 0; i < fields.size(); i++) {
            String code = fields.get(i).path("code").stringValue();
            String path = "fields[" + i + "]";
            elements.add(new Element(code, Labels.read(fields.get(i).path("label"), code), path));
            JsonNode options = fields.get(i).path("options");
            for (int j = 0; j < options.size(); j++) {
                String option = options.get(j).path("code").stringValue();
                elements.add(new Element(code + "." + option, Label.of(option), path + ".options[" + j + "]"));
            }
        }
        return elements;
    }

    /** A form with these fields, each a JSON object as tests write them. */
    static ObjectNode form(String code, String... fields) {
        return Json.of("{kind: 'form', code: '" + code + "', label: {zh: '" + code + "表', en: 'The " + code
                + "'}, fields: [" + String.join(",", fields) + "]}");
    }
}

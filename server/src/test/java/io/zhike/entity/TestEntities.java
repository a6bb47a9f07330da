package io.zhike.entity;

import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionSet;
import io.zhike.message.Issue;
import io.zhike.message.Language;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Entities from short texts: {@code entity("customer", "客户", "{code: 'name', type: 'text'}")}. */
public final class TestEntities {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.core.json.JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(tools.jackson.core.json.JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
            .build();

    private TestEntities() {}

    public static ObjectNode json(String text) {
        return (ObjectNode) JSON.readTree(text);
    }

    /** A definition; a field without a label is called by its code. */
    public static Definition entity(String code, String label, String... fields) {
        ObjectNode body = JSON.createObjectNode().put("kind", "entity").put("code", code);
        body.putObject("label").put("zh", label);
        var list = body.putArray("fields");
        for (String field : fields) {
            ObjectNode json = json(field);
            if (json.path("label").isMissingNode()) {
                json.putObject("label").put("zh", json.path("code").asString());
            } else if (json.path("label").isString()) {
                String text = json.path("label").stringValue();
                json.putObject("label").put("zh", text);
            }
            list.add(json);
        }
        return Definition.of(body);
    }

    /** The same as a child table of the record that {@code parent} points to. */
    public static Definition child(String code, String label, String parent, String... fields) {
        ObjectNode body = entity(code, label, fields).body();
        body.put("parent", parent);
        return Definition.of(body);
    }

    public static DefinitionSet set(Definition... definitions) {
        return new DefinitionSet(1, Arrays.asList(definitions));
    }

    public static EntityCatalog catalog(Definition... definitions) {
        return EntityCatalog.of(set(definitions));
    }

    public static List<String> issues(EntityCatalog catalog, String entity) {
        return said(catalog.issues(entity));
    }

    static List<String> said(List<Issue> issues) {
        return issues.stream()
                .map(issue -> issue.path() + ": " + issue.message().in(Language.EN))
                .toList();
    }

    /** The type of a field given as JSON. */
    public static FieldType type(String json) {
        ObjectNode field = json(json);
        return FieldTypes.find(field.path("type").stringValue()).orElseThrow().parse(FieldProperties.of(field));
    }
}

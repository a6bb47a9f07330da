package io.zhike.entity;

import io.zhike.message.Label;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the web needs to know of an entity to show and edit its records: the definition, defaults filled in. */
public final class EntityDescription {
    private EntityDescription() {}

    /** {@code {code, app, label, title, parent, fields: […]}}, system fields last. */
    public static ObjectNode of(EntityDefinition entity) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("code", entity.code());
        entity.app().ifPresent(app -> json.put("app", app));
        json.set("label", label(entity.label()));
        json.put("title", entity.title());
        entity.parent().ifPresent(parent -> json.put("parent", parent));
        ArrayNode fields = json.putArray("fields");
        entity.fields().forEach(field -> fields.add(of(field)));
        return json;
    }

    /**
     * One field: its common properties, those of its type, whether it can be written and, for a computed one, the code of
     * the {@code result}'s type.
     */
    public static ObjectNode of(Field field) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("code", field.code()).put("type", field.type().code());
        json.set("label", label(field.label()));
        field.help().ifPresent(help -> json.set("help", label(help)));
        json.put("required", field.required())
                .put("unique", field.unique())
                .put("searchable", field.searchable())
                .put("indexed", field.indexed())
                .put("lookalike", field.lookalike())
                .put("writable", field.writable())
                .put("system", field.system());
        field.initial().ifPresent(text -> json.put("default", text));
        field.type().writeProperties(json);
        return json;
    }

    /** The type of a field with its properties alone, from which {@link #type} makes it again. */
    public static ObjectNode properties(Field field) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("type", field.type().code());
        field.type().writeProperties(json);
        return json;
    }

    /** The type that {@link #properties} described; of a computed field without its result. */
    public static FieldType type(ObjectNode properties) {
        return FieldTypes.find(properties.path("type").stringValue())
                .orElseThrow()
                .parse(FieldProperties.of(properties));
    }

    private static ObjectNode label(Label label) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (label.zh() != null) {
            json.put("zh", label.zh());
        }
        if (label.en() != null) {
            json.put("en", label.en());
        }
        return json;
    }
}

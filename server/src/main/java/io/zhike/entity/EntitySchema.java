package io.zhike.entity;

import io.zhike.definition.DocumentSchema;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The published JSON Schema of entity documents, made of what the kinds of field say of themselves. */
final class EntitySchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private EntitySchema() {}

    static ObjectNode make() {
        ObjectNode properties = JSON.objectNode();
        properties.set("parent", DocumentSchema.code());
        ObjectNode fields =
                properties.putObject("fields").put("type", "array").put("maxItems", EntityParser.MOST_FIELDS);
        fields.set("items", field());
        properties.set("checks", checks());
        properties.set("traits", TraitParser.schema());
        return DocumentSchema.of("entity", properties, "fields");
    }

    /** What all fields have, then for each kind what only it has. */
    private static ObjectNode field() {
        ObjectNode field = JSON.objectNode().put("type", "object");
        ObjectNode common = field.putObject("properties");
        common.set(
                "code",
                JSON.objectNode().put("type", "string").put("minLength", 1).put("maxLength", 200));
        ArrayNode types = common.putObject("type").putArray("enum");
        FieldTypes.codes().forEach(types::add);
        common.set("label", DocumentSchema.label());
        common.set("help", help());
        for (String flag : List.of("required", "title", "unique", "searchable", "indexed", "lookalike", "personal")) {
            common.putObject(flag).put("type", "boolean");
        }
        for (String condition : EntityParser.CONDITIONS) {
            common.set(condition, DocumentSchema.text(EntityParser.CONDITION_LENGTH));
        }
        common.putObject("default").putArray("type").add("string").add("number").add("boolean");
        field.putArray("required").add("code").add("type").add("label");
        ArrayNode kinds = field.putArray("allOf");
        FieldTypes.all().stream().filter(kind -> !kind.properties().isEmpty()).forEach(kind -> kinds.add(only(kind)));
        return field.put("unevaluatedProperties", false);
    }

    private static ObjectNode checks() {
        ObjectNode check = JSON.objectNode().put("type", "object");
        ObjectNode properties = check.putObject("properties");
        properties.set("code", DocumentSchema.code());
        properties.set("when", DocumentSchema.text(EntityParser.CONDITION_LENGTH));
        properties.set("message", DocumentSchema.label());
        properties.set("field", DocumentSchema.code());
        check.putArray("required").add("code").add("when").add("message");
        check.put("additionalProperties", false);
        ObjectNode checks = JSON.objectNode().put("type", "array").put("maxItems", CheckParser.MOST);
        checks.set("items", check);
        return checks;
    }

    private static ObjectNode only(FieldKind kind) {
        ObjectNode rule = JSON.objectNode();
        ObjectNode when = rule.putObject("if");
        when.putObject("properties").putObject("type").put("const", kind.code());
        when.putArray("required").add("type");
        ObjectNode own = rule.putObject("then").putObject("properties");
        kind.properties()
                .forEach(property -> own.set(property.name(), property.schema().deepCopy()));
        return rule;
    }

    private static ObjectNode help() {
        ObjectNode text = DocumentSchema.text(2000);
        ObjectNode help = JSON.objectNode().put("type", "object");
        ObjectNode languages = help.putObject("properties");
        languages.set("zh", text.deepCopy());
        languages.set("en", text);
        return help.put("minProperties", 1).put("additionalProperties", false);
    }
}

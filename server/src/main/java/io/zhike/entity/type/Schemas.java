package io.zhike.entity.type;

import io.zhike.entity.FieldKind.Property;
import io.zhike.entity.Option;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Pieces of JSON Schema that several types share: of their properties and of their values. */
final class Schemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Schemas() {}

    static ObjectNode object() {
        return JSON.objectNode();
    }

    static Property text(String name, int length) {
        return new Property(name, object().put("type", "string").put("maxLength", length));
    }

    static Property whole(String name, int least, int most) {
        return new Property(
                name, object().put("type", "integer").put("minimum", least).put("maximum", most));
    }

    static Property decimal(String name) {
        ObjectNode schema = object();
        schema.putArray("type").add("number").add("string");
        return new Property(name, schema);
    }

    static Property flag(String name) {
        return new Property(name, object().put("type", "boolean"));
    }

    static Property oneOf(String name, List<String> values) {
        ObjectNode schema = object();
        values.forEach(schema.putArray("enum")::add);
        return new Property(name, schema);
    }

    static Property texts(String name) {
        ObjectNode schema = object().put("type", "array");
        schema.putObject("items").put("type", "string");
        return new Property(name, schema);
    }

    static Property options(boolean stages) {
        ObjectNode option = object().put("type", "object");
        ObjectNode properties = option.putObject("properties");
        properties.putObject("code").put("type", "string");
        properties.putObject("label").put("type", "object");
        Option.COLORS.forEach(properties.putObject("color").putArray("enum")::add);
        properties.putObject("when").put("type", "string");
        properties.putObject("retired").put("type", "boolean");
        if (stages) {
            properties.putObject("end").putArray("enum").add("won").add("lost");
        }
        option.putArray("required").add("code").add("label");
        option.put("additionalProperties", false);
        ObjectNode schema = object().put("type", "array").put("minItems", 1);
        schema.set("items", option);
        return new Property("options", schema);
    }

    /** A value that is a text. */
    static ObjectNode textValue(int length) {
        ObjectNode schema = object();
        schema.putArray("type").add("string").add("null");
        return schema.put("maxLength", length);
    }

    /** A value that is a text of a known format, such as {@code date}. */
    static ObjectNode formatted(String format) {
        ObjectNode schema = object();
        schema.putArray("type").add("string").add("null");
        return schema.put("format", format);
    }

    /** A decimal: a text in answers, a text or a number in requests. */
    static ObjectNode decimalValue() {
        ObjectNode schema = object();
        schema.putArray("type").add("string").add("number").add("null");
        return schema.put("format", "decimal");
    }

    static ObjectNode listOf(ObjectNode items, int most) {
        ObjectNode schema = object();
        schema.putArray("type").add("array").add("null");
        schema.set("items", items);
        return schema.put("maxItems", most);
    }

    static ObjectNode uuidValue() {
        return formatted("uuid");
    }

    static ObjectNode uuidItem() {
        return object().put("type", "string").put("format", "uuid");
    }
}

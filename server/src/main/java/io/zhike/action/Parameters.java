package io.zhike.action;

import io.zhike.definition.DocumentSchema;
import io.zhike.message.Label;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the JSON Schema of an action's {@code with} together. Each property says beside its schema what people call it
 * ({@code title} and {@code help}, in both languages) and by which control a builder asks for it ({@code x-input}).
 */
public final class Parameters {
    public static final int LONGEST_EXPRESSION = 10_000;
    public static final int LONGEST_TEXT = 20_000;
    private static final int MOST_VALUES = 50;
    private static final int MOST_RECIPIENTS = 50;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ObjectNode schema = JSON.objectNode();
    private final ObjectNode properties;
    private final ArrayNode required;

    public Parameters() {
        schema.put("type", "object");
        this.properties = schema.putObject("properties");
        this.required = schema.putArray("required");
        schema.put("additionalProperties", false);
    }

    /**
     * One property.
     *
     * @param input the builder's control, such as {@code field}, {@code text}, {@code recipients}
     */
    public Parameters with(String name, Label title, Label help, String input, ObjectNode value) {
        ObjectNode property = value.deepCopy();
        property.set("title", label(title));
        property.set("help", label(help));
        property.put("x-input", input);
        properties.set(name, property);
        return this;
    }

    /** Has to be given. */
    public Parameters requiring(String... names) {
        List.of(names).forEach(required::add);
        return this;
    }

    public ObjectNode schema() {
        return schema.deepCopy();
    }

    /** A text or the tree of a condition. */
    public static ObjectNode condition() {
        ObjectNode condition = JSON.objectNode();
        condition.putArray("type").add("string").add("object");
        return condition.put("maxLength", LONGEST_EXPRESSION);
    }

    public static ObjectNode expression() {
        return DocumentSchema.text(LONGEST_EXPRESSION).put("minLength", 1);
    }

    /** A text with values in braces. */
    public static ObjectNode template() {
        return DocumentSchema.text(LONGEST_TEXT).put("minLength", 1);
    }

    public static ObjectNode whether() {
        return JSON.objectNode().put("type", "boolean");
    }

    public static ObjectNode whole(int least, int most) {
        return JSON.objectNode().put("type", "integer").put("minimum", least).put("maximum", most);
    }

    public static ObjectNode oneOf(List<String> codes) {
        ObjectNode one = JSON.objectNode();
        codes.forEach(one.putArray("enum")::add);
        return one;
    }

    /** {@code schema}, which depends on the parameter {@code other}: of which entity, or of which field, it is. */
    public static ObjectNode of(ObjectNode schema, String other) {
        return schema.put("x-of", other);
    }

    /** The same as {@link #values()}, with fields of the entity that the parameter {@code other} says. */
    public static ObjectNode values(String other) {
        return of(values(), other);
    }

    /** Codes with what they are called. */
    public static ObjectNode oneOf(Map<String, Label> codes) {
        ObjectNode one = JSON.objectNode();
        ArrayNode all = one.putArray("enum");
        ObjectNode titles = one.putObject("x-titles");
        codes.forEach((code, label) -> {
            all.add(code);
            titles.set(code, label(label));
        });
        return one;
    }

    /** Fields with the expressions that give their values. */
    public static ObjectNode values() {
        ObjectNode value = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode inner = value.putObject("properties");
        inner.set("field", DocumentSchema.code().put("x-input", "field"));
        inner.set("value", expression().put("x-input", "expression"));
        value.putArray("required").add("field").add("value");
        ObjectNode values = JSON.objectNode().put("type", "array").put("maxItems", MOST_VALUES);
        values.set("items", value);
        return values;
    }

    /** People, as {@link Recipients} reads them. */
    public static ObjectNode recipients() {
        ObjectNode list =
                JSON.objectNode().put("type", "array").put("minItems", 1).put("maxItems", MOST_RECIPIENTS);
        list.set("items", Recipients.schema());
        return list;
    }

    static ObjectNode label(Label label) {
        ObjectNode node = JSON.objectNode();
        if (label.zh() != null) {
            node.put("zh", label.zh());
        }
        if (label.en() != null) {
            node.put("en", label.en());
        }
        return node;
    }
}

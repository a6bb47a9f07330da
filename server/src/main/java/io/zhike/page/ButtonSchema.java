package io.zhike.page;

import io.zhike.definition.DocumentSchema;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of documents of kind {@code button}. */
final class ButtonSchema {
    /** The properties of which a document has exactly one. */
    static final List<String> ACTIONS = List.of("set", "create", "open", "call", "run");

    /** What {@code open} has exactly one of. */
    static final List<String> TARGETS = List.of("url", "relation", "view");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_EXPRESSION = 10_000;
    private static final int LONGEST_URL = 2_000;
    private static final int MOST_VALUES = 50;
    private static final int MOST_ORDER = 100_000;

    private ButtonSchema() {}

    static ObjectNode schema() {
        ObjectNode properties = JSON.objectNode();
        properties.set("entity", DocumentSchema.code());
        properties.set("icon", DocumentSchema.code());
        ArrayNode tones = properties.putObject("tone").putArray("enum");
        Button.TONES.forEach(tones::add);
        properties.putObject("order").put("type", "integer").put("minimum", 0).put("maximum", MOST_ORDER);
        properties.set("shown", DocumentSchema.text(LONGEST_EXPRESSION));
        properties.set("confirm", DocumentSchema.label());
        ObjectNode set = object("values");
        properties(set).set("values", values());
        properties.set("set", set);
        properties.set("create", create());
        ObjectNode open = object();
        properties(open).set("url", DocumentSchema.text(LONGEST_URL).put("minLength", 1));
        properties(open).set("relation", DocumentSchema.code());
        properties(open).set("view", DocumentSchema.code());
        properties.set("open", open);
        ObjectNode call = object("field");
        properties(call).set("field", DocumentSchema.code());
        properties.set("call", call);
        ObjectNode run = object("rule");
        properties(run).set("rule", DocumentSchema.code());
        properties.set("run", run);
        return DocumentSchema.of(ButtonKind.KIND, properties, "entity");
    }

    private static ObjectNode create() {
        ObjectNode create = object("entity");
        properties(create).set("entity", DocumentSchema.code());
        properties(create).set("back", DocumentSchema.code());
        properties(create).putObject("at_once").put("type", "boolean");
        properties(create).set("values", values());
        return create;
    }

    private static ObjectNode values() {
        ObjectNode value = object("field");
        properties(value).set("field", DocumentSchema.code());
        properties(value).set("value", DocumentSchema.text(LONGEST_EXPRESSION));
        properties(value).putObject("ask").put("type", "boolean");
        properties(value).putObject("required").put("type", "boolean");
        ObjectNode values = JSON.objectNode().put("type", "array");
        values.put("maxItems", MOST_VALUES);
        values.set("items", value);
        return values;
    }

    private static ObjectNode object(String... required) {
        ObjectNode object = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        object.putObject("properties");
        List.of(required).forEach(object.putArray("required")::add);
        return object;
    }

    private static ObjectNode properties(ObjectNode object) {
        return (ObjectNode) object.path("properties");
    }
}

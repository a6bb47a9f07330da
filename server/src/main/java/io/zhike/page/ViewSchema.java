package io.zhike.page;

import io.zhike.definition.DocumentSchema;
import io.zhike.entity.Option;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of documents of kind {@code view}. */
final class ViewSchema {
    /** How high the rows of a list can be. */
    static final List<String> HEIGHTS = List.of("short", "medium", "tall");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_PATH = 200;
    private static final int LONGEST_CONDITION = 10_000;

    private ViewSchema() {}

    static ObjectNode schema() {
        ObjectNode properties = JSON.objectNode();
        properties.set("entity", DocumentSchema.code());
        properties.set("type", oneOf(ViewType.codes()));
        properties.set("columns", paths(200));
        properties.set("where", condition(0));
        properties.set("sort", paths(5));
        properties.set("group", paths(2));
        properties.set("colors", colors());
        properties.set("height", oneOf(HEIGHTS));
        properties.set("quick", paths(10));
        properties.set("roles", DocumentSchema.roles());
        ObjectNode totals = properties.putObject("totals").put("type", "object").put("maxProperties", 20);
        totals.set("propertyNames", DocumentSchema.code());
        totals.set("additionalProperties", oneOf(Total.codes()));
        properties.set("card", paths(20));
        properties.set("hidden", paths(200));
        for (String field : List.of("by", "sum", "from", "to", "title", "color", "cover", "progress")) {
            properties.set(field, path());
        }
        return DocumentSchema.of(ViewKind.KIND, properties, "entity");
    }

    private static ObjectNode colors() {
        ObjectNode rule = JSON.objectNode().put("type", "object");
        ObjectNode properties = rule.putObject("properties");
        properties.set("where", condition(1));
        properties.set("color", oneOf(Option.COLORS));
        rule.putArray("required").add("where").add("color");
        rule.put("additionalProperties", false);
        ObjectNode colors = JSON.objectNode().put("type", "array").put("maxItems", 20);
        colors.set("items", rule);
        return colors;
    }

    /** A text in the language, or its tree as lists of records take it too. */
    private static ObjectNode condition(int shortest) {
        ObjectNode condition = JSON.objectNode();
        condition.putArray("type").add("string").add("object");
        return condition.put("maxLength", LONGEST_CONDITION).put("minLength", shortest);
    }

    private static ObjectNode paths(int most) {
        ObjectNode paths =
                JSON.objectNode().put("type", "array").put("maxItems", most).put("uniqueItems", true);
        paths.set("items", path());
        return paths;
    }

    private static ObjectNode path() {
        return DocumentSchema.text(LONGEST_PATH).put("minLength", 1);
    }

    private static ObjectNode oneOf(List<String> words) {
        ObjectNode word = JSON.objectNode().put("type", "string");
        ArrayNode allowed = word.putArray("enum");
        words.forEach(allowed::add);
        return word;
    }
}

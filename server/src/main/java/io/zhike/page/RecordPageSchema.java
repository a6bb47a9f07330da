package io.zhike.page;

import io.zhike.definition.DocumentSchema;
import io.zhike.entity.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of documents of kind {@code record_page}. */
final class RecordPageSchema {
    /** How many fields stand beside the title. */
    static final int HEADER = 6;

    /** How many figures one block has. */
    static final int FIGURES = 12;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int BLOCKS = 40;
    private static final int TABS = 12;
    private static final int FIELDS = 200;
    private static final int COLUMNS = 20;
    private static final int COLORS = 10;
    private static final int MOST_LINES = 50;
    private static final int LONGEST_PATH = 200;
    private static final int LONGEST_EXPRESSION = 10_000;

    private RecordPageSchema() {}

    static ObjectNode schema() {
        ObjectNode properties = JSON.objectNode();
        properties.set("entity", DocumentSchema.code());
        properties.set("roles", list(DocumentSchema.code(), 50).put("uniqueItems", true));
        properties.set("header", list(DocumentSchema.code(), HEADER).put("uniqueItems", true));
        ObjectNode blocks = list(block(list(block(null), BLOCKS)), BLOCKS);
        properties.set("top", blocks);
        properties.set("main", blocks.deepCopy());
        properties.set("side", blocks.deepCopy());
        return DocumentSchema.of(RecordPageKind.KIND, properties, "entity", "main");
    }

    /** @param inner what a tab holds; null for what stands in one */
    private static ObjectNode block(@Nullable ObjectNode inner) {
        ObjectNode properties = JSON.objectNode();
        properties.set("code", DocumentSchema.code());
        properties.set("type", oneOf(inner == null ? withoutTabs() : BlockType.codes()));
        properties.set("label", DocumentSchema.label());
        properties.set("shown", expression());
        properties.set("form", DocumentSchema.code());
        properties.set("fields", list(DocumentSchema.code(), FIELDS).put("uniqueItems", true));
        properties.set("entity", DocumentSchema.code());
        properties.set("relation", DocumentSchema.code());
        properties.set("columns", list(path(), COLUMNS).put("uniqueItems", true));
        properties.set("sort", list(path(), 5));
        properties.set("where", condition());
        properties.putObject("rows").put("type", "integer").put("minimum", 1).put("maximum", MOST_LINES);
        properties.set("figures", list(figure(), FIGURES));
        properties.set("text", words());
        if (inner != null) {
            properties.set("tabs", list(tab(inner), TABS));
        }
        return object(properties, "code", "type");
    }

    private static ObjectNode tab(ObjectNode inner) {
        ObjectNode properties = JSON.objectNode();
        properties.set("code", DocumentSchema.code());
        properties.set("label", DocumentSchema.label());
        properties.set("blocks", inner);
        return object(properties, "code", "label", "blocks");
    }

    private static ObjectNode figure() {
        ObjectNode color = JSON.objectNode();
        color.set("is", oneOf(Figure.signs()));
        color.set("than", expression());
        color.set("color", oneOf(Option.COLORS));
        ObjectNode properties = JSON.objectNode();
        properties.set("code", DocumentSchema.code());
        properties.set("label", DocumentSchema.label());
        properties.set("value", expression());
        properties.set("colors", list(object(color, "is", "than", "color"), COLORS));
        return object(properties, "code", "label", "value");
    }

    private static List<String> withoutTabs() {
        return BlockType.codes().stream()
                .filter(code -> !code.equals(BlockType.TABS.code()))
                .toList();
    }

    /** A longer text in both languages. */
    private static ObjectNode words() {
        ObjectNode languages = JSON.objectNode();
        languages.set(
                "zh", DocumentSchema.text(DocumentSchema.DESCRIPTION_LENGTH).put("minLength", 1));
        languages.set(
                "en", DocumentSchema.text(DocumentSchema.DESCRIPTION_LENGTH).put("minLength", 1));
        return object(languages).put("minProperties", 1);
    }

    private static ObjectNode object(ObjectNode properties, String... required) {
        ObjectNode object = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        object.set("properties", properties);
        if (required.length > 0) {
            ArrayNode needed = object.putArray("required");
            List.of(required).forEach(needed::add);
        }
        return object;
    }

    private static ObjectNode list(ObjectNode items, int most) {
        ObjectNode list = JSON.objectNode().put("type", "array").put("maxItems", most);
        list.set("items", items);
        return list;
    }

    private static ObjectNode path() {
        return DocumentSchema.text(LONGEST_PATH).put("minLength", 1);
    }

    private static ObjectNode expression() {
        return DocumentSchema.text(LONGEST_EXPRESSION).put("minLength", 1);
    }

    /** A text in the language, or its tree as lists of records take it too. */
    private static ObjectNode condition() {
        ObjectNode condition = JSON.objectNode();
        condition.putArray("type").add("string").add("object");
        return condition.put("maxLength", LONGEST_EXPRESSION).put("minLength", 1);
    }

    private static ObjectNode oneOf(List<String> words) {
        ObjectNode word = JSON.objectNode().put("type", "string");
        ArrayNode allowed = word.putArray("enum");
        words.forEach(allowed::add);
        return word;
    }
}

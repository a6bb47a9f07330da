package io.zhike.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values as the vectors write them: numbers as texts without trailing zeros, moments and durations by ISO 8601. */
public final class VectorValues {
    private VectorValues() {}

    public static JsonNode json(@Nullable Object value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (value) {
            case null -> json.nullNode();
            case Boolean bool -> json.booleanNode(bool);
            case List<?> list -> {
                ArrayNode items = json.arrayNode();
                list.forEach(item -> items.add(json(item)));
                yield items;
            }
            default -> json.stringNode(Literals.spell(value));
        };
    }
}

package io.zhike.definition;

import io.zhike.http.JsonFormat;
import org.jooq.JSON;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Documents as the database keeps them: the text, with its properties in the order they were written in. */
final class Documents {
    private static final JsonMapper MAPPER = JsonFormat.mapper();

    private Documents() {}

    static JSON write(JsonNode node) {
        return JSON.json(MAPPER.writeValueAsString(node));
    }

    static JsonNode read(JSON json) {
        return MAPPER.readTree(json.data());
    }

    static Definition definition(JSON json) {
        return Definition.of((ObjectNode) read(json));
    }
}

package io.zhike.page;

import io.zhike.definition.Definition;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A list of an entity's records as a definition of kind {@code view} says.
 *
 * @param columns paths of fields, in their order; empty for all fields
 * @param where a condition in the language; empty for all records
 * @param sort paths of fields, {@code -} in front for descending
 */
record View(
        String code,
        @Nullable String app,
        Label label,
        String entity,
        List<String> columns,
        Optional<String> where,
        List<String> sort) {

    View {
        columns = List.copyOf(columns);
        sort = List.copyOf(sort);
    }

    static View of(Definition definition) {
        JsonNode where = definition.get("where");
        return new View(
                definition.key().code(),
                definition.app(),
                definition.label(),
                definition.get("entity").asString(),
                texts(definition.get("columns")),
                where.isString() ? Optional.of(where.asString()) : Optional.empty(),
                texts(definition.get("sort")));
    }

    /** The path that a sort is by, without its direction. */
    static String path(String sort) {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}

package io.zhike.record.transfer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.JSONB;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A mapping as JSON: {@code {"column": "field"}} or {@code {"column": {"field": …, "by": …}}}. */
final class MappingJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private MappingJson() {}

    static JSONB write(Map<String, ColumnTarget> mapping) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        mapping.forEach((column, target) -> {
            ObjectNode to = node.putObject(column).put("field", target.field());
            target.by().ifPresent(by -> to.put("by", by));
        });
        return JSONB.valueOf(node.toString());
    }

    static Map<String, ColumnTarget> read(JSONB stored) {
        return read(JSON.readTree(stored.data()));
    }

    /** @throws io.zhike.message.ProblemException where it has another form */
    static Map<String, ColumnTarget> read(JsonNode node) {
        if (!node.isObject()) {
            throw ImportError.BAD_MAPPING.problem();
        }
        Map<String, ColumnTarget> mapping = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                mapping.put(entry.getKey(), target(entry.getValue()));
            }
        });
        return mapping;
    }

    private static ColumnTarget target(JsonNode node) {
        if (node.isString()) {
            return new ColumnTarget(node.asString(), Optional.empty());
        }
        JsonNode field = node.path("field");
        JsonNode by = node.path("by");
        if (!field.isString() || !(by.isMissingNode() || by.isNull() || by.isString())) {
            throw ImportError.BAD_MAPPING.problem();
        }
        return new ColumnTarget(field.asString(), by.isString() ? Optional.of(by.asString()) : Optional.empty());
    }
}

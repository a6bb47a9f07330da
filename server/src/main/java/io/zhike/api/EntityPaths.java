package io.zhike.api;

import io.zhike.access.EntityGrant;
import io.zhike.access.RowScope;
import io.zhike.entity.EntityDefinition;
import io.zhike.message.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The paths of one entity's records: those of the base document for any entity, with this entity's name, its schemas, and
 * only what the caller may do.
 */
final class EntityPaths {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String RECORDS = "/api/v1/records/{entity}";
    private static final String RECORD = RECORDS + "/{id}";

    private final EntityDefinition entity;
    private final EntityGrant grant;
    private final EntitySchemas schemas;
    private final Language language;

    EntityPaths(EntityDefinition entity, EntityGrant grant, EntitySchemas schemas, Language language) {
        this.entity = entity;
        this.grant = grant;
        this.schemas = schemas;
        this.language = language;
    }

    /** Puts them into {@code paths}, which hold those of the base document. */
    void into(ObjectNode paths) {
        ObjectNode many = item(paths, RECORDS);
        ObjectNode one = item(paths, RECORD);
        keep(many, "get", reads());
        keep(many, "post", grant.create());
        keep(one, "get", reads());
        keep(one, "patch", reaches(grant.update()));
        keep(one, "delete", reaches(grant.delete()));
        answer(many, "get", "200", schemas.reference("page"));
        send(many, "post", oneOrMany("create"));
        answer(many, "post", "201", oneOrMany("record"));
        answer(one, "get", "200", schemas.reference("record"));
        send(one, "patch", schemas.reference("change"));
        answer(one, "patch", "200", schemas.reference("record"));
        add(paths, RECORDS, many);
        add(paths, RECORD, one);
    }

    private boolean reads() {
        return reaches(grant.read());
    }

    private static boolean reaches(RowScope scope) {
        return !(scope instanceof RowScope.None);
    }

    private void add(ObjectNode paths, String pattern, ObjectNode item) {
        boolean empty =
                item.properties().stream().allMatch(entry -> entry.getKey().equals("parameters"));
        if (!empty) {
            paths.set(pattern.replace("{entity}", entity.code()), item);
        }
    }

    /** A copy of what holds for every entity, without the parameter that names it. */
    private ObjectNode item(ObjectNode paths, String pattern) {
        ObjectNode item = (ObjectNode) paths.path(pattern).deepCopy();
        ArrayNode parameters = JSON.arrayNode();
        for (JsonNode parameter : item.path("parameters")) {
            if (!parameter.path("$ref").asString("").endsWith("/Entity")) {
                parameters.add(parameter);
            }
        }
        item.remove("parameters");
        if (!parameters.isEmpty()) {
            item.set("parameters", parameters);
        }
        item.forEach(this::name);
        return item;
    }

    private void name(JsonNode operation) {
        if (operation instanceof ObjectNode object) {
            String label = entity.label().in(language);
            object.put("operationId", object.path("operationId").asString() + "." + entity.code());
            object.put("summary", label + ": " + object.path("summary").asString());
            object.putArray("tags").add(tag());
        }
    }

    /** The tag that the entity's operations stand under. */
    String tag() {
        return "entity." + entity.code();
    }

    private static void keep(ObjectNode item, String method, boolean allowed) {
        if (!allowed) {
            item.remove(method);
        }
    }

    private static void answer(ObjectNode item, String method, String status, ObjectNode schema) {
        if (item.path(method) instanceof ObjectNode operation) {
            ObjectNode answer = JSON.objectNode()
                    .put("description", operation.path("summary").asString());
            answer.putObject("content").putObject("application/json").set("schema", schema);
            ((ObjectNode) operation.path("responses")).set(status, answer);
        }
    }

    private static void send(ObjectNode item, String method, ObjectNode schema) {
        if (item.path(method) instanceof ObjectNode operation) {
            ObjectNode body = operation.putObject("requestBody").put("required", true);
            body.putObject("content").putObject("application/json").set("schema", schema);
        }
    }

    private ObjectNode oneOrMany(String use) {
        ObjectNode many = JSON.objectNode().put("type", "object");
        many.putArray("required").add("items");
        many.putObject("properties").putObject("items").put("type", "array").set("items", schemas.reference(use));
        ObjectNode either = JSON.objectNode();
        either.putArray("anyOf").add(schemas.reference(use)).add(many);
        return either;
    }
}

package io.zhike.access;

import io.zhike.definition.Definition;
import io.zhike.message.Label;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A published role.
 *
 * @param admin whether it may do everything; its entities then add nothing
 * @param entities its rights by entity; none on an entity that is not there
 */
record Role(String code, Label label, boolean admin, Map<String, EntityRights> entities) {

    Role {
        entities = Map.copyOf(entities);
    }

    /** The role of a document that matches the schema of its kind. */
    static Role of(Definition definition) {
        Map<String, EntityRights> entities = new LinkedHashMap<>();
        definition.get("entities").forEachEntry((entity, rights) -> entities.put(entity, rights(rights)));
        return new Role(
                definition.key().code(),
                definition.label(),
                definition.get("admin").booleanValue(false),
                entities);
    }

    private static EntityRights rights(JsonNode rights) {
        return new EntityRights(
                rights.path("create").booleanValue(false),
                scope(rights.path("read")),
                scope(rights.path("update")),
                scope(rights.path("delete")),
                rights.path("import").booleanValue(false),
                rights.path("export").booleanValue(false),
                fields(rights.path("fields")));
    }

    private static ScopeRule scope(JsonNode scope) {
        if (scope.isString()) {
            return new ScopeRule.Reaching(ScopeRule.Reach.of(scope.stringValue()));
        }
        return scope.isObject() ? new ScopeRule.Where(scope.path("where").stringValue()) : ScopeRule.NOTHING;
    }

    /** A role that says nothing of fields may write them all. */
    private static Map<String, FieldRight> fields(JsonNode fields) {
        if (!fields.isObject()) {
            return Map.of(EntityRights.OTHERS, FieldRight.WRITE);
        }
        Map<String, FieldRight> rights = new LinkedHashMap<>();
        fields.forEachEntry((field, right) -> rights.put(field, FieldRight.of(right.stringValue())));
        return rights;
    }
}

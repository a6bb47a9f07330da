package io.zhike.access;

import io.zhike.definition.Definition;
import io.zhike.message.Label;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
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

    /** Who says nothing of printing and of buttons may print what they read, and press every button. */
    private static EntityRights rights(JsonNode rights) {
        ScopeRule read = scope(rights.path("read"));
        boolean reads = !read.equals(ScopeRule.NOTHING);
        return new EntityRights(
                abilities(rights, reads),
                read,
                scope(rights.path("update")),
                scope(rights.path("delete")),
                buttons(rights.path("buttons"), reads),
                fields(rights.path("fields")),
                denied(rights.path("deny")));
    }

    private static Denied denied(JsonNode deny) {
        return deny.isObject()
                ? new Denied(
                        abilities(deny, false),
                        scope(deny.path("read")),
                        scope(deny.path("update")),
                        scope(deny.path("delete")),
                        buttons(deny.path("buttons"), false),
                        caps(deny.path("fields")))
                : Denied.NOTHING;
    }

    private static Set<Ability> abilities(JsonNode rights, boolean prints) {
        Set<Ability> abilities = EnumSet.noneOf(Ability.class);
        for (Ability ability : Ability.values()) {
            if (rights.path(ability.code()).booleanValue(ability == Ability.PRINT && prints)) {
                abilities.add(ability);
            }
        }
        return abilities;
    }

    private static Pressable buttons(JsonNode buttons, boolean usual) {
        if (buttons.isArray()) {
            Set<String> named = new LinkedHashSet<>();
            buttons.forEach(button -> named.add(button.stringValue()));
            return new Pressable(false, named);
        }
        boolean all = buttons.isString() ? buttons.stringValue().equals(EntityRights.ALL_BUTTONS) : usual;
        return all ? Pressable.ALL : Pressable.NONE;
    }

    /** One reach, or several of which any will do. */
    private static ScopeRule scope(JsonNode scope) {
        if (scope.isArray()) {
            return ScopeRule.anyOf(scope.valueStream().map(Role::scope).toList());
        }
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
        fields.forEachEntry((field, right) -> rights.put(field, right(right)));
        return rights;
    }

    /** As {@link #fields}; what is not said of a field is left alone. What is not seen is not changed either. */
    private static Map<String, FieldRight> caps(JsonNode fields) {
        Map<String, FieldRight> caps = new LinkedHashMap<>();
        fields.forEachEntry((field, right) -> caps.put(field, cap(right)));
        return caps;
    }

    private static FieldRight cap(JsonNode right) {
        if (right.isString()) {
            return right(right);
        }
        FieldRight.See see = FieldRight.See.of(right.path(FieldRight.SEE).asString(FieldRight.See.READ.code()));
        return see == FieldRight.See.NONE
                ? FieldRight.NONE
                : new FieldRight(
                        see,
                        FieldRight.Change.of(right.path(FieldRight.CHANGE).asString(FieldRight.Change.WRITE.code())));
    }

    /** A word for both, or each by itself; what is not said is none. */
    private static FieldRight right(JsonNode right) {
        return right.isString()
                ? FieldRight.Word.of(right.stringValue()).orElseThrow().right()
                : new FieldRight(
                        FieldRight.See.of(right.path(FieldRight.SEE).asString(FieldRight.See.NONE.code())),
                        FieldRight.Change.of(right.path(FieldRight.CHANGE).asString(FieldRight.Change.NONE.code())));
    }
}

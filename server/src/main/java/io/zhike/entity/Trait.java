package io.zhike.entity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * That an entity is of a kind, and which of its fields plays which role.
 *
 * @param fields the codes of the fields by role, required roles all there
 */
public record Trait(TraitKind kind, Map<String, String> fields) {
    public Trait {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        for (TraitKind.Role role : kind.roles()) {
            if (role.required() && !fields.containsKey(role.name())) {
                throw new IllegalArgumentException("an " + kind + " needs '" + role.name() + "'");
            }
        }
    }
}

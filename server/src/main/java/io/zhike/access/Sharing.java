package io.zhike.access;

import io.zhike.definition.Definition;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A rule that shares all records for which a condition holds, whoever they belong to.
 *
 * @param where the condition, over the unmasked record
 * @param roles with whoever has one of these
 * @param principals with whoever is one of these, or in one
 */
record Sharing(String entity, String where, Set<String> roles, Set<SharePrincipal> principals, ShareLevel level) {
    Sharing {
        roles = Set.copyOf(roles);
        principals = Set.copyOf(principals);
    }

    /** The rule of a document that matches the schema of its kind. */
    static Sharing of(Definition definition) {
        Set<String> roles = new LinkedHashSet<>();
        Set<SharePrincipal> principals = new LinkedHashSet<>();
        for (JsonNode with : definition.get("with")) {
            if (with.has("role")) {
                roles.add(with.path("role").stringValue());
            } else if (with.has("group")) {
                principals.add(new SharePrincipal(SharePrincipal.Kind.GROUP, id(with.path("group")), false));
            } else {
                principals.add(new SharePrincipal(
                        SharePrincipal.Kind.DEPARTMENT,
                        id(with.path("department")),
                        with.path("below").booleanValue(false)));
            }
        }
        return new Sharing(
                definition.get("entity").stringValue(),
                definition.get("where").stringValue(),
                roles,
                principals,
                ShareLevel.find(definition.get("level").stringValue()).orElseThrow());
    }

    private static UUID id(JsonNode id) {
        return UUID.fromString(id.stringValue());
    }

    /** Whether it is with somebody of these roles and names. */
    boolean isWith(Set<String> ofRoles, Audience audience) {
        return roles.stream().anyMatch(ofRoles::contains)
                || principals.stream().anyMatch(each -> audience.holds(each.id(), each.below()));
    }
}

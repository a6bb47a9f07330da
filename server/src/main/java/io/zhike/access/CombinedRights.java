package io.zhike.access;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What several roles come to together: of each right the most that one of them gives. */
final class CombinedRights {
    private final boolean admin;
    private final List<Role> roles;

    private CombinedRights(boolean admin, List<Role> roles) {
        this.admin = admin;
        this.roles = roles;
    }

    /** No role is no right. */
    static CombinedRights of(Collection<Role> roles) {
        return new CombinedRights(roles.stream().anyMatch(Role::admin), List.copyOf(roles));
    }

    static CombinedRights everything() {
        return new CombinedRights(true, List.of());
    }

    boolean admin() {
        return admin;
    }

    boolean may(String entity, Predicate<EntityRights> right) {
        return admin || on(entity).stream().anyMatch(right);
    }

    /** The rules of which one must let a record in; empty where none does. */
    Set<ScopeRule> rules(String entity, Function<EntityRights, ScopeRule> which) {
        if (admin) {
            return Set.of(new ScopeRule.Reaching(ScopeRule.Reach.ALL));
        }
        Set<ScopeRule> rules = new LinkedHashSet<>();
        on(entity).stream()
                .map(which)
                .filter(rule -> !rule.equals(ScopeRule.NOTHING))
                .forEach(rules::add);
        return rules;
    }

    /** The buttons of which one role or another allows the press. */
    Pressable buttons(String entity) {
        return admin
                ? Pressable.ALL
                : on(entity).stream().map(EntityRights::buttons).reduce(Pressable.NONE, Pressable::or);
    }

    /** Whether {@code entity} exists for these roles. */
    boolean sees(String entity) {
        return may(entity, rights -> rights.create() || !rights.read().equals(ScopeRule.NOTHING));
    }

    /** The right that is said of a field; what a computed one is computed from is not looked at. */
    FieldRight said(String entity, String field) {
        if (admin) {
            return FieldRight.WRITE;
        }
        return on(entity).stream().map(rights -> rights.on(field)).reduce(FieldRight.NONE, FieldRight::or);
    }

    private List<EntityRights> on(String entity) {
        return roles.stream()
                .map(role -> role.entities().get(entity))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}

package io.zhike.access;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What several roles come to together: of each right the most that one of them gives. */
final class CombinedRights {
    private static final ScopeRule EVERY_RECORD = new ScopeRule.Reaching(ScopeRule.Reach.ALL);

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

    /** The codes of the roles. */
    Set<String> codes() {
        return roles.stream().map(Role::code).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether one role gives it and none denies it. */
    boolean may(String entity, Ability ability) {
        return admin
                || (on(entity).stream().anyMatch(rights -> rights.may(ability))
                        && on(entity).stream()
                                .noneMatch(rights -> rights.denied().abilities().contains(ability)));
    }

    /** The rules of which one must let a record in; empty where none does. */
    Set<ScopeRule> rules(String entity, Function<EntityRights, ScopeRule> which) {
        return admin ? Set.of(EVERY_RECORD) : each(entity, which);
    }

    /** The rules of which none may hold for a record; empty where nothing is denied. */
    Set<ScopeRule> denied(String entity, Function<Denied, ScopeRule> which) {
        return admin ? Set.of() : each(entity, rights -> which.apply(rights.denied()));
    }

    private Set<ScopeRule> each(String entity, Function<EntityRights, ScopeRule> which) {
        Set<ScopeRule> rules = new LinkedHashSet<>();
        on(entity).forEach(rights -> rules.addAll(which.apply(rights).each()));
        return rules;
    }

    /** The buttons of which one role or another allows the press and none denies it. */
    Pressable buttons(String entity) {
        if (admin) {
            return Pressable.ALL;
        }
        Pressable given = on(entity).stream().map(EntityRights::buttons).reduce(Pressable.NONE, Pressable::or);
        return on(entity).stream().map(rights -> rights.denied().buttons()).reduce(given, Pressable::butFor);
    }

    /** Whether {@code entity} exists for these roles. */
    boolean sees(String entity) {
        boolean reads = !rules(entity, EntityRights::read).isEmpty()
                && !denied(entity, Denied::read).contains(EVERY_RECORD);
        return may(entity, Ability.CREATE) || reads;
    }

    /** The right that is said of a field, as far as none denies it; what a computed one is computed from is not looked at. */
    FieldRight said(String entity, String field) {
        if (admin) {
            return FieldRight.WRITE;
        }
        FieldRight right = on(entity).stream().map(rights -> rights.on(field)).reduce(FieldRight.NONE, FieldRight::or);
        for (EntityRights rights : on(entity)) {
            right = rights.denied().leaves(field, right);
        }
        return right;
    }

    private List<EntityRights> on(String entity) {
        return roles.stream()
                .map(role -> role.entities().get(entity))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}

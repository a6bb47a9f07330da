package io.zhike.access;

import io.zhike.definition.DefinitionSet;
import io.zhike.entity.EntityCatalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The roles of one revision, and what sets of them come to; made once per revision and shared. */
final class RoleBook {
    private final EntityCatalog catalog;
    private final Map<String, Role> roles;
    private final List<Sharing> sharings;
    private final Map<Set<String>, SharedRights> combined = new ConcurrentHashMap<>();
    private final SharedRights everything;

    private RoleBook(EntityCatalog catalog, Map<String, Role> roles, List<Sharing> sharings) {
        this.catalog = catalog;
        this.roles = roles;
        this.sharings = List.copyOf(sharings);
        this.everything = new SharedRights(catalog, sharings, CombinedRights.everything());
    }

    static RoleBook of(DefinitionSet definitions) {
        return definitions.view(RoleBook.class, RoleBook::make);
    }

    private static RoleBook make(DefinitionSet definitions) {
        Map<String, Role> roles = new LinkedHashMap<>();
        definitions.ofKind(RoleKind.KIND).forEach(role -> roles.put(role.key().code(), Role.of(role)));
        List<Sharing> sharings =
                definitions.ofKind(SharingKind.KIND).stream().map(Sharing::of).toList();
        return new RoleBook(EntityCatalog.of(definitions), roles, sharings);
    }

    EntityCatalog catalog() {
        return catalog;
    }

    List<Sharing> sharings() {
        return sharings;
    }

    List<Role> all() {
        return List.copyOf(roles.values());
    }

    boolean has(String role) {
        return roles.containsKey(role);
    }

    SharedRights everything() {
        return everything;
    }

    /** What these roles come to together; those that are not published add nothing. */
    SharedRights of(Set<String> codes) {
        Set<String> known = new TreeSet<>(codes);
        known.retainAll(roles.keySet());
        return combined.computeIfAbsent(
                Set.copyOf(known),
                set -> new SharedRights(
                        catalog,
                        sharings,
                        CombinedRights.of(set.stream()
                                .map(roles::get)
                                .map(Objects::requireNonNull)
                                .toList())));
    }
}

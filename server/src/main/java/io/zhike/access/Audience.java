package io.zhike.access;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * By what names things are shared with a member.
 *
 * @param direct the member, their groups and their departments
 * @param above the departments above those: what is shared with one and all below it reaches the member too
 */
public record Audience(Set<UUID> direct, Set<UUID> above) {
    public Audience {
        direct = Set.copyOf(direct);
        above = Set.copyOf(above);
    }

    /** Whether what is shared with {@code principal} is shared with the member, {@code below} saying whether with all below it. */
    boolean holds(UUID principal, boolean below) {
        return direct.contains(principal) || (below && above.contains(principal));
    }

    /** All of the names, in an order that stays. */
    List<UUID> all() {
        Set<UUID> all = new HashSet<>(direct);
        all.addAll(above);
        return all.stream().sorted().toList();
    }
}

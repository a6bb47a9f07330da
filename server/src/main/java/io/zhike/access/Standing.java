package io.zhike.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a member stands just now.
 *
 * @param admin whether the member administers the workspace
 * @param department the main one; null for none
 * @param roles codes of roles, published or not
 * @param departments those the member belongs to
 * @param below those and all departments below them
 * @param audience by what names things are shared with the member
 */
record Standing(
        UUID member,
        boolean admin,
        @Nullable UUID department,
        Set<String> roles,
        List<UUID> departments,
        List<UUID> below,
        Audience audience) {

    Standing {
        roles = Set.copyOf(roles);
        departments = List.copyOf(departments);
        below = List.copyOf(below);
    }

    /** Somebody who may do nothing: not, or no longer, an active member. */
    static Standing outside(UUID member) {
        return new Standing(
                member, false, null, Set.of(), List.of(), List.of(), new Audience(Set.of(member), Set.of()));
    }

    /** Here with {@code role} alone, for whoever could give that role; nobody else is shown anything. */
    Standing previewing(String role) {
        return new Standing(member, false, department, admin ? Set.of(role) : Set.of(), departments, below, audience);
    }

    /** What {@code reach} means for this member but for what is shared. The own records are among those of the departments. */
    RowScope scope(ScopeRule.Reach reach) {
        return switch (reach) {
            case NONE, SHARED -> RowScope.NONE;
            case ALL -> RowScope.EVERYTHING;
            case OWN -> new RowScope.Own(member);
            case DEPARTMENT -> RowScope.anyOf(List.of(new RowScope.Own(member), RowScope.departments(departments)));
            case DEPARTMENT_TREE -> RowScope.anyOf(List.of(new RowScope.Own(member), RowScope.departments(below)));
        };
    }
}

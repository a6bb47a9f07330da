package io.zhike.access;

import java.util.Map;
import java.util.Set;

/**
 * What a role takes away, whatever other roles, shares or sharing rules give; administrators keep everything.
 *
 * @param read which records are not read; a condition of which it cannot be told whether it holds denies nothing
 * @param buttons which buttons are not pressed
 * @param caps the most that is left of the right on a field, by its code
 */
record Denied(
        Set<Ability> abilities,
        ScopeRule read,
        ScopeRule update,
        ScopeRule delete,
        Pressable buttons,
        Map<String, FieldRight> caps) {
    static final Denied NOTHING =
            new Denied(Set.of(), ScopeRule.NOTHING, ScopeRule.NOTHING, ScopeRule.NOTHING, Pressable.NONE, Map.of());

    Denied {
        abilities = Set.copyOf(abilities);
        caps = Map.copyOf(caps);
    }

    /** What is left of {@code right} on that field. */
    FieldRight leaves(String field, FieldRight right) {
        return right.within(caps.getOrDefault(field, FieldRight.WRITE));
    }
}

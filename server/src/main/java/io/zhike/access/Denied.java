package io.zhike.access;

import java.util.Set;

/**
 * What a role takes away, whatever other roles, shares or sharing rules give; administrators keep everything.
 *
 * @param read which records are not read; a condition of which it cannot be told whether it holds denies nothing
 * @param buttons which buttons are not pressed
 */
record Denied(Set<Ability> abilities, ScopeRule read, ScopeRule update, ScopeRule delete, Pressable buttons) {
    static final Denied NOTHING =
            new Denied(Set.of(), ScopeRule.NOTHING, ScopeRule.NOTHING, ScopeRule.NOTHING, Pressable.NONE);

    Denied {
        abilities = Set.copyOf(abilities);
    }
}

package io.zhike.access;

import java.util.HashSet;
import java.util.Set;

/**
 * Which buttons of an entity somebody may press, by what roles say; whether one is there for them depends on all that it reads
 * and writes too.
 *
 * @param all whether every one, those that are yet to be made too; {@code named} is empty then
 * @param named codes of buttons
 */
public record Pressable(boolean all, Set<String> named) {
    static final Pressable ALL = new Pressable(true, Set.of());
    static final Pressable NONE = new Pressable(false, Set.of());

    public Pressable {
        named = all ? Set.of() : Set.copyOf(named);
    }

    /** Whether the button with this code may be pressed. */
    public boolean allows(String button) {
        return all || named.contains(button);
    }

    /** What two roles come to together: what one of them allows. */
    Pressable or(Pressable other) {
        Set<String> both = new HashSet<>(named);
        both.addAll(other.named);
        return new Pressable(all || other.all, both);
    }
}

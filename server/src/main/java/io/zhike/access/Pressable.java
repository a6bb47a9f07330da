package io.zhike.access;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which buttons of an entity somebody may press, by what roles say; whether one is there for them depends on all that it reads
 * and writes too.
 *
 * @param all whether every one, those that are yet to be made too, but for those of {@code but}; {@code named} is empty then
 * @param named codes of buttons
 * @param but codes of buttons that are denied; none among those named
 */
public record Pressable(boolean all, Set<String> named, Set<String> but) {
    static final Pressable ALL = new Pressable(true, Set.of());
    static final Pressable NONE = new Pressable(false, Set.of());

    public Pressable {
        Set<String> denied = Set.copyOf(but);
        named = all
                ? Set.of()
                : named.stream().filter(each -> !denied.contains(each)).collect(Collectors.toUnmodifiableSet());
        but = all ? denied : Set.of();
    }

    Pressable(boolean all, Set<String> named) {
        this(all, named, Set.of());
    }

    /** Whether the button with this code may be pressed. */
    public boolean allows(String button) {
        return all ? !but.contains(button) : named.contains(button);
    }

    /** What two roles come to together: what one of them allows. Before anything is denied. */
    Pressable or(Pressable other) {
        return new Pressable(all || other.all, both(named, other.named));
    }

    /** What is left where {@code denied} is not pressed. */
    Pressable butFor(Pressable denied) {
        return denied.all ? NONE : new Pressable(all, named, both(but, denied.named));
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> both = new HashSet<>(some);
        both.addAll(others);
        return both;
    }
}

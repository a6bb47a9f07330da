package io.zhike.access;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What somebody may do with the fields of one entity; all are codes.
 *
 * @param readable those whose values can be read, {@code number} always among them where anything is; a computed field only if
 *     all that it is computed from can be read
 * @param masked those of which the mask can be seen and nothing else: in questions and conditions they are not there
 * @param revealable those of {@code masked} whose value can be had for one record at a time
 * @param writable those that can be set; each is readable or masked
 * @param clearable those of {@code writable} that can be emptied too
 */
public record FieldGrant(
        Set<String> readable, Set<String> masked, Set<String> revealable, Set<String> writable, Set<String> clearable) {

    /** No field at all. */
    public static final FieldGrant NOTHING = new FieldGrant(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public FieldGrant {
        readable = Set.copyOf(readable);
        masked = Set.copyOf(masked);
        revealable = Set.copyOf(revealable);
        writable = Set.copyOf(writable);
        clearable = Set.copyOf(clearable);
        if (masked.stream().anyMatch(readable::contains) || !masked.containsAll(revealable)) {
            throw new IllegalArgumentException("a field is readable or masked, and only a masked one is revealed");
        }
        if (!shown(readable, masked).containsAll(writable) || !writable.containsAll(clearable)) {
            throw new IllegalArgumentException("a field that can be set is seen, and one that can be emptied is set");
        }
    }

    /** The fields that are there at all: readable or masked. */
    public Set<String> shown() {
        return masked.isEmpty() ? readable : shown(readable, masked);
    }

    private static Set<String> shown(Set<String> readable, Set<String> masked) {
        Set<String> shown = new LinkedHashSet<>(readable);
        shown.addAll(masked);
        return shown;
    }
}

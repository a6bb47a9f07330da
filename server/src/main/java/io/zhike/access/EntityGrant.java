package io.zhike.access;

import java.util.Set;

/**
 * What somebody may do with the records of one entity.
 *
 * @param read the records that can be read; changing and deleting needs this <em>and</em> the scope below
 * @param mayPrint whether records that can be read can be printed
 * @param mayShare whether records that can be read can be shared with others, one by one
 * @param buttons which buttons can be pressed, as far as roles name them
 * @param readable the codes of the fields that can be read, {@code number} always among them where anything is; a computed field only if all that it is computed from can be read
 * @param writable the codes of the fields that can be set; each is readable too
 */
public record EntityGrant(
        boolean create,
        RowScope read,
        RowScope update,
        RowScope delete,
        boolean mayImport,
        boolean mayExport,
        boolean mayPrint,
        boolean mayShare,
        Pressable buttons,
        Set<String> readable,
        Set<String> writable) {

    /** Nothing at all: the entity is as if it did not exist. */
    public static final EntityGrant NOTHING = new EntityGrant(
            false,
            RowScope.NONE,
            RowScope.NONE,
            RowScope.NONE,
            false,
            false,
            false,
            false,
            Pressable.NONE,
            Set.of(),
            Set.of());

    public EntityGrant {
        readable = Set.copyOf(readable);
        writable = Set.copyOf(writable);
        if (!readable.containsAll(writable)) {
            throw new IllegalArgumentException("a field that can be set can be read");
        }
    }

    /** Whether the entity exists for this caller. */
    public boolean visible() {
        return create || !(read instanceof RowScope.None);
    }
}

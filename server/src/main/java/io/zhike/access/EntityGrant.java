package io.zhike.access;

import java.util.Set;

/**
 * What somebody may do with the records of one entity.
 *
 * @param read the records that can be read; changing and deleting needs this <em>and</em> the scope below
 * @param mayPrint whether records that can be read can be printed
 * @param mayShare whether records that can be read can be shared with others, one by one
 * @param buttons which buttons can be pressed, as far as roles name them
 * @param fields what can be done with which fields
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
        FieldGrant fields) {

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
            FieldGrant.NOTHING);

    /** The codes of the fields whose values can be read: see {@link FieldGrant}. */
    public Set<String> readable() {
        return fields.readable();
    }

    /** The codes of the fields of which the mask is seen and nothing else. */
    public Set<String> masked() {
        return fields.masked();
    }

    /** The codes of the fields that can be set, masked ones among them. */
    public Set<String> writable() {
        return fields.writable();
    }

    /** Whether the entity exists for this caller. */
    public boolean visible() {
        return create || !(read instanceof RowScope.None);
    }
}

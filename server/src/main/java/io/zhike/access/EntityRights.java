package io.zhike.access;

import java.util.Map;

/**
 * What a role may do with the records of one entity.
 *
 * @param buttons which buttons may be pressed
 * @param mayPrint whether records may be printed
 * @param fields by code; {@code *} for those that are not named
 */
record EntityRights(
        boolean create,
        ScopeRule read,
        ScopeRule update,
        ScopeRule delete,
        boolean mayImport,
        boolean mayExport,
        boolean mayPrint,
        Pressable buttons,
        Map<String, FieldRight> fields) {
    static final String OTHERS = "*";
    static final String ALL_BUTTONS = "all";
    static final String NO_BUTTONS = "none";

    EntityRights {
        fields = Map.copyOf(fields);
    }

    /** The right on a field: its own entry, or that of all others; none where neither is there. */
    FieldRight on(String field) {
        FieldRight own = fields.get(field);
        return own != null ? own : fields.getOrDefault(OTHERS, FieldRight.NONE);
    }
}

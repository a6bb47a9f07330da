package io.zhike.access;

import java.util.Map;

/**
 * What a role may do with the records of one entity.
 *
 * @param fields by code; {@code *} for those that are not named
 */
record EntityRights(
        boolean create,
        ScopeRule read,
        ScopeRule update,
        ScopeRule delete,
        boolean mayImport,
        boolean mayExport,
        Map<String, FieldRight> fields) {
    static final String OTHERS = "*";

    EntityRights {
        fields = Map.copyOf(fields);
    }

    /** The right on a field: its own entry, or that of all others; none where neither is there. */
    FieldRight on(String field) {
        FieldRight own = fields.get(field);
        return own != null ? own : fields.getOrDefault(OTHERS, FieldRight.NONE);
    }
}

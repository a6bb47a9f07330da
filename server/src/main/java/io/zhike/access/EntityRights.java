package io.zhike.access;

import java.util.Map;
import java.util.Set;

/**
 * What a role may do with the records of one entity.
 *
 * @param buttons which buttons may be pressed
 * @param fields by code; {@code *} for those that are not named
 * @param denied what nobody with this role may do
 */
record EntityRights(
        Set<Ability> abilities,
        ScopeRule read,
        ScopeRule update,
        ScopeRule delete,
        Pressable buttons,
        Map<String, FieldRight> fields,
        Denied denied) {
    static final String OTHERS = "*";
    static final String ALL_BUTTONS = "all";
    static final String NO_BUTTONS = "none";

    EntityRights {
        abilities = Set.copyOf(abilities);
        fields = Map.copyOf(fields);
    }

    boolean may(Ability ability) {
        return abilities.contains(ability);
    }

    /** The right on a field: its own entry, or that of all others; none where neither is there. */
    FieldRight on(String field) {
        FieldRight own = fields.get(field);
        return own != null ? own : fields.getOrDefault(OTHERS, FieldRight.NONE);
    }
}

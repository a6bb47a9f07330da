package io.zhike.record;

import io.zhike.access.Grants;
import io.zhike.entity.EntityDefinition;
import io.zhike.expression.Evaluator;
import java.time.ZoneId;

/**
 * A record that nobody has saved yet, as the logic of its entity sees it: with its defaults, and with nothing of what lies
 * behind its relations.
 */
public final class UnsavedRecord {
    private static final Evaluator EVALUATOR = new Evaluator();

    private final Grants grants;
    private final EntityDefinition entity;
    private final MemoryRow row;

    /**
     * @param grants of whoever makes it
     * @param given what is known of it, by field; all else is blank or has its default
     */
    public UnsavedRecord(Grants grants, EntityDefinition entity, RecordValues given, ZoneId zone) {
        this.grants = grants;
        this.entity = entity;
        RecordValues values =
                Defaults.filled(grants.catalog(), entity, grants.environment(), zone, given, given.codes());
        this.row = new MemoryRow(values, grants.catalog(), entity, grants.environment());
    }

    /** Whether a form shows the field. Where that takes what lies behind a relation, it does not. */
    public boolean shows(String field) {
        return grants.catalog()
                .logic(entity.code())
                .shown(field)
                .map(condition -> EVALUATOR.holds(condition.expression(), row, grants.environment()))
                .orElse(true);
    }
}

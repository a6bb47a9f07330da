package io.zhike.record;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.SystemFields;
import org.jooq.Condition;
import org.jooq.impl.SQLDataType;

/**
 * The one place where the records of a question are chosen: those that are neither deleted nor outside the caller's row
 * scope, of which the condition and the search hold.
 */
final class Selecting {
    private Selecting() {}

    static Condition where(Lens lens, Frame frame, RecordQuery.Selection from) {
        EntityDefinition entity = frame.entity();
        Condition rows = frame.rows(from.deleted());
        Condition condition = from.where()
                .map(where -> frame.condition(lens.condition(entity, where)))
                .orElseGet(org.jooq.impl.DSL::noCondition);
        Condition search = from.search()
                .map(words -> SearchText.matches(
                        frame.system(SystemFields.SEARCH, SQLDataType.CLOB),
                        words,
                        lens.searchable(entity, true),
                        lens.searchable(entity, false)))
                .orElseGet(org.jooq.impl.DSL::noCondition);
        return rows.and(condition).and(search);
    }
}

package io.zhike.record;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.SystemFields;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.SQLDataType;

/**
 * The one place where the records of a question are chosen: those that are neither deleted nor outside the caller's row
 * scope, of which the condition and the search hold.
 */
final class Selecting {
    private Selecting() {}

    /** Ways that together choose what {@link #where} does, each with a part of the row scope; at least one. */
    static List<Branch> branches(Lens lens, Frame frame, RecordQuery.Selection from) {
        if (from.deleted()) {
            return List.of(new Branch(where(lens, frame, from), Optional.empty()));
        }
        Condition asked = asked(lens, frame, from);
        return frame.branches().stream().map(branch -> branch.and(asked)).toList();
    }

    static Condition where(Lens lens, Frame frame, RecordQuery.Selection from) {
        return frame.rows(from.deleted()).and(asked(lens, frame, from));
    }

    /** The condition and the search, without the row scope: never to be used alone. */
    private static Condition asked(Lens lens, Frame frame, RecordQuery.Selection from) {
        EntityDefinition entity = frame.entity();
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
        return condition.and(search);
    }
}

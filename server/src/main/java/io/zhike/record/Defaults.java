package io.zhike.record;

import io.zhike.access.People;
import io.zhike.entity.Computation;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.FieldFit;
import io.zhike.expression.Environment;
import io.zhike.expression.Evaluator;
import io.zhike.expression.Expression;
import io.zhike.expression.Vocabulary;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** What new records hold where nobody said otherwise. */
@Component
final class Defaults {
    private static final Evaluator EVALUATOR = new Evaluator();

    /** {@code values} with the defaults of those fields that {@code given} does not name, each seeing those before it. */
    RecordValues fill(WriteRun run, RecordValues values, Set<String> given) {
        ZoneId zone = run.caller().workspace().zone();
        return emptyFigures(
                run, filled(run.catalog(), run.entity(), run.grants().environment(), zone, values, given));
    }

    /** As {@link #fill}, without figures over children: of a record that is not written. */
    static RecordValues filled(
            EntityCatalog catalog,
            EntityDefinition entity,
            Environment environment,
            ZoneId zone,
            RecordValues values,
            Set<String> given) {
        RecordValues filled = values;
        for (Map.Entry<String, Expression> entry :
                catalog.initial(entity.code()).entrySet()) {
            if (!given.contains(entry.getKey())) {
                MemoryRow row = new MemoryRow(filled, catalog, entity, environment);
                Object value = EVALUATOR.evaluate(entry.getValue(), row, environment);
                Field field = entity.fields().get(entry.getKey());
                filled = filled.with(entry.getKey(), FieldFit.value(field, value, zone));
            }
        }
        return filled;
    }

    /** A record without children counts none of them. */
    private static RecordValues emptyFigures(WriteRun run, RecordValues values) {
        RecordValues filled = values;
        for (Field field : run.entity().fields()) {
            if (field.type().computation().orElse(null) instanceof Computation.Rollup rollup) {
                filled = filled.with(field.code(), RollupFigures.ofNone(field, rollup.fn()));
            }
        }
        return filled;
    }

    /** The main departments of {@code members}; who has none is not in the answer. Asks in the running transaction. */
    Map<UUID, UUID> departmentsOf(WriteRun run, Set<UUID> members) {
        if (members.isEmpty()) {
            return Map.of();
        }
        Table<Record> table = People.table(run.schema(), Vocabulary.MEMBER);
        org.jooq.Field<UUID> id = People.id(table);
        org.jooq.Field<UUID> department =
                People.column(table, Vocabulary.MEMBER, "department").coerce(SQLDataType.UUID);
        return run.ctx()
                .select(id, department)
                .from(table)
                .where(id.in(members))
                .and(department.isNotNull())
                .fetchMap(id, department);
    }
}

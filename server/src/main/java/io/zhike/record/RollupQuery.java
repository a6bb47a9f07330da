package io.zhike.record;

import io.zhike.access.Access;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Rollup;
import io.zhike.workspace.Caller;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the database for what roll-ups need: the parents, locked, and figures over all of their children. */
@Component
final class RollupQuery {
    private final Access access;
    private final SealedValues sealed;

    RollupQuery(Access access, SealedValues sealed) {
        this.sealed = sealed;
        this.access = access;
    }

    /** Locks the parents, in the order of their ids, and gives what they hold. */
    Map<UUID, StoredRecord> lock(WriteRun run, EntityDefinition parent, Collection<UUID> ids) {
        return new LockedRecords(run.ctx(), EntityTable.of(parent, run.schema())).columns(ids);
    }

    /** The figure of each parent over its living children that count; a parent without any is not in the answer. */
    Map<UUID, @Nullable Object> figures(WriteRun run, Rollup rollup, Collection<UUID> parents) {
        EntityDefinition child = run.catalog().get(rollup.child());
        Lens lens = new Lens(access.of(Caller.system(run.caller().workspace(), "rollup")), sealed);
        Frame frame = new Frame(lens, child);
        Field<UUID> parent = frame.system(rollup.parent(), SQLDataType.UUID);
        Condition counts = rollup.where().map(frame::condition).orElseGet(DSL::noCondition);
        Field<?> figure = figure(rollup, frame);
        EntityTable table = EntityTable.of(run.catalog().get(rollup.entity()), run.schema());
        EntityTable.FieldColumns column = table.columns(rollup.field()).orElseThrow();
        Map<UUID, @Nullable Object> figures = new HashMap<>();
        run.ctx()
                .select(parent, figure)
                .from(frame.from())
                .where(frame.rows(false))
                .and(counts)
                .and(parent.in(parents))
                .groupBy(parent)
                .forEach(row -> {
                    Object value = ColumnValue.toValue(
                            row.get(1), column.field().type().valueType());
                    if (value != null) {
                        figures.put(row.value1(), value);
                    }
                });
        return figures;
    }

    private static Field<?> figure(Rollup rollup, Frame frame) {
        Field<?> of = frame.computed(rollup.of().orElseThrow());
        return switch (rollup.fn()) {
            case AVG -> DSL.round(DSL.avg(Objects.requireNonNull(of.coerce(SQLDataType.NUMERIC))), 10);
            case MIN -> DSL.min(of);
            case MAX -> DSL.max(of);
            case COUNT -> DSL.count(of);
            case SUM -> DSL.sum(of.coerce(SQLDataType.NUMERIC));
        };
    }
}

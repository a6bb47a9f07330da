package io.zhike.record;

import io.zhike.entity.SystemFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

/** Locks records for the running transaction, in the order of their ids so that two never wait for each other in a circle. */
final class LockedRecords {
    private static final int PAGE = 1_000;

    private final DSLContext ctx;
    private final EntityTable table;

    LockedRecords(DSLContext ctx, EntityTable table) {
        this.ctx = ctx;
        this.table = table;
    }

    /** The caller's scopes over the table. */
    record Scopes(Condition read, Condition update, Condition delete) {
        static final Scopes ALL = new Scopes(DSL.trueCondition(), DSL.trueCondition(), DSL.trueCondition());
    }

    /** The records of {@code ids} that are there, many-relations included, in the order of their ids. */
    Map<UUID, StoredRecord> load(Collection<UUID> ids, Scopes scopes) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Record> rows = lock(ids, scopes);
        // Read after the locks, or a change of them that we waited for would be missed.
        Map<UUID, Map<String, List<UUID>>> links = new Links(ctx).of(table, ids);
        return stored(rows, scopes, links);
    }

    /** The first records for which {@code which} holds, in the order of their ids, with every right; at most 1,000. */
    Collection<StoredRecord> page(Condition which) {
        List<UUID> ids = ctx.select(table.id())
                .from(table.table())
                .where(which)
                .orderBy(table.id())
                .limit(PAGE)
                .fetch(table.id());
        return load(ids, Scopes.ALL).values();
    }

    /** As {@link #load} with every right and without many-relations. */
    Map<UUID, StoredRecord> columns(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : stored(lock(ids, Scopes.ALL), Scopes.ALL, Map.of());
    }

    /** Not {@code FOR UPDATE}: rows that point here may come while we hold the lock, and take no part in a deadlock. */
    private List<Record> lock(Collection<UUID> ids, Scopes scopes) {
        List<SelectField<?>> selected = new ArrayList<>(List.of(read(scopes), update(scopes), delete(scopes)));
        table.columns().forEach(field -> selected.addAll(field.columns()));
        return List.copyOf(ctx.select(selected)
                .from(table.table())
                .where(table.id().in(new TreeSet<>(ids)))
                .orderBy(table.id())
                .forNoKeyUpdate()
                .fetch());
    }

    private Map<UUID, StoredRecord> stored(List<Record> rows, Scopes scopes, Map<UUID, Map<String, List<UUID>>> links) {
        Map<UUID, StoredRecord> found = new LinkedHashMap<>();
        for (Record row : rows) {
            StoredRecord record = stored(row, scopes, links);
            found.put(record.id(), record);
        }
        return found;
    }

    private StoredRecord stored(Record row, Scopes scopes, Map<UUID, Map<String, List<UUID>>> links) {
        RecordValues values = CurrentValues.values(table, row, links);
        return new StoredRecord(
                (UUID) required(values, SystemFields.ID),
                ((BigDecimal) required(values, SystemFields.NUMBER)).longValueExact(),
                ((BigDecimal) required(values, SystemFields.VERSION)).intValueExact(),
                (Instant) required(values, SystemFields.UPDATED_AT),
                values.get(SystemFields.DELETED_AT) != null,
                new StoredRecord.Reach(
                        Boolean.TRUE.equals(row.get(read(scopes))),
                        Boolean.TRUE.equals(row.get(update(scopes))),
                        Boolean.TRUE.equals(row.get(delete(scopes)))),
                values);
    }

    private static Field<Boolean> read(Scopes scopes) {
        return DSL.field(scopes.read()).as("may_read");
    }

    private static Field<Boolean> update(Scopes scopes) {
        return DSL.field(scopes.update()).as("may_update");
    }

    private static Field<Boolean> delete(Scopes scopes) {
        return DSL.field(scopes.delete()).as("may_delete");
    }

    private static Object required(RecordValues values, String code) {
        Object value = values.get(code);
        if (value == null) {
            throw new IllegalStateException("the system column '" + code + "' is blank");
        }
        return value;
    }
}

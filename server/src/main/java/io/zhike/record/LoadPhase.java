package io.zhike.record;

import static io.zhike.record.ChangeKind.CREATE;

import io.zhike.access.ScopeConditions;
import io.zhike.entity.SystemFields;
import io.zhike.message.Message;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Locks and loads the records that are there already, in the order of their ids so that two batches never wait for each
 * other in a circle, and refuses those that are not there, not the caller's, changed since, or in the wrong state.
 */
final class LoadPhase implements WritePhase {

    @Override
    public void run(WriteRun run) {
        TreeSet<UUID> ids = new TreeSet<>();
        run.all().stream().filter(write -> !write.creates()).forEach(write -> ids.add(write.id()));
        if (ids.isEmpty()) {
            return;
        }
        Map<UUID, StoredRecord> found = load(run, ids);
        for (PendingWrite write : run.all()) {
            if (write.kind() != CREATE) {
                admit(run, write, found.get(write.id()));
            }
        }
    }

    private static Map<UUID, StoredRecord> load(WriteRun run, TreeSet<UUID> ids) {
        Field<Boolean> read = reach(
                "may_read",
                ScopeConditions.of(run.grants(), run.entity(), run.grant().read()));
        Field<Boolean> update = reach(
                "may_update",
                ScopeConditions.of(run.grants(), run.entity(), run.grant().update()));
        Field<Boolean> delete = reach(
                "may_delete",
                ScopeConditions.of(run.grants(), run.entity(), run.grant().delete()));
        List<SelectField<?>> selected = new ArrayList<>(List.of(read, update, delete));
        run.table().columns().forEach(field -> selected.addAll(field.columns()));
        Map<UUID, StoredRecord> found = new HashMap<>();
        Map<UUID, Map<String, List<UUID>>> links = new Links(run.ctx()).of(run.table(), ids);
        run.ctx()
                .select(selected)
                .from(run.table().table())
                .where(run.table().id().in(ids))
                .orderBy(run.table().id())
                .forUpdate()
                .forEach(row -> {
                    StoredRecord record = stored(run.table(), row, read, update, delete, links);
                    found.put(record.id(), record);
                });
        return found;
    }

    private static Field<Boolean> reach(String name, Condition scope) {
        return DSL.field(scope).as(name);
    }

    private static StoredRecord stored(
            EntityTable table,
            Record row,
            Field<Boolean> read,
            Field<Boolean> update,
            Field<Boolean> delete,
            Map<UUID, Map<String, List<UUID>>> links) {
        RecordValues values = CurrentValues.values(table, row, links);
        return new StoredRecord(
                (UUID) required(values, SystemFields.ID),
                ((BigDecimal) required(values, SystemFields.NUMBER)).longValueExact(),
                ((BigDecimal) required(values, SystemFields.VERSION)).intValueExact(),
                (Instant) required(values, SystemFields.UPDATED_AT),
                values.get(SystemFields.DELETED_AT) != null,
                new StoredRecord.Reach(
                        Boolean.TRUE.equals(row.get(read)),
                        Boolean.TRUE.equals(row.get(update)),
                        Boolean.TRUE.equals(row.get(delete))),
                values);
    }

    private static Object required(RecordValues values, String code) {
        Object value = values.get(code);
        if (value == null) {
            throw new IllegalStateException("the system column '" + code + "' is blank");
        }
        return value;
    }

    private static void admit(WriteRun run, PendingWrite write, @Nullable StoredRecord record) {
        if (record == null || !record.reach().read()) {
            write.refuse("", RecordError.RECORD_NOT_FOUND, run.entity().label(), write.id());
            return;
        }
        write.setBefore(record);
        boolean allowed = write.kind() == ChangeKind.UPDATE
                ? record.reach().update()
                : record.reach().delete();
        if (!allowed) {
            write.refuse(
                    "",
                    RecordError.RECORD_FORBIDDEN,
                    verb(write.kind()),
                    run.entity().label());
            return;
        }
        checkState(write, record);
    }

    private static void checkState(PendingWrite write, StoredRecord record) {
        switch (write.write()) {
            case RecordWrite.Update _, RecordWrite.Delete _ -> {
                if (record.deleted()) {
                    write.refuse("", RecordError.RECORD_IN_BIN);
                }
            }
            case RecordWrite.Restore _, RecordWrite.Purge _ -> {
                if (!record.deleted()) {
                    write.refuse("", RecordError.RECORD_NOT_IN_BIN);
                }
            }
            case RecordWrite.Create _ -> throw new IllegalStateException("a create has no record yet");
        }
        write.expectedVersion()
                .filter(seen -> seen != record.version())
                .ifPresent(seen -> write.refuse("", RecordError.VERSION_CONFLICT, seen, record.version()));
    }

    private static Message verb(ChangeKind kind) {
        return switch (kind) {
            case CREATE -> RecordVerb.CREATE.with();
            case UPDATE, COMPUTE -> RecordVerb.CHANGE.with();
            case DELETE -> RecordVerb.DELETE.with();
            case RESTORE -> RecordVerb.RESTORE.with();
            case PURGE -> RecordVerb.PURGE.with();
        };
    }
}

package io.zhike.record;

import io.zhike.entity.Field;
import io.zhike.entity.SystemFields;
import io.zhike.entity.ValueContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Refuses values of unique fields that another record has, in the table or earlier in the batch; one query a field. The
 * unique index stands behind this for what another transaction writes at the same moment.
 */
final class UniquePhase implements WritePhase {

    @Override
    public void run(WriteRun run) {
        for (Field field : run.entity().fields().where(Field::unique)) {
            check(run, field);
        }
    }

    private static void check(WriteRun run, Field field) {
        Map<Object, UUID> holders = new HashMap<>();
        List<PendingWrite> setting = run.pending(ChangeKind.CREATE, ChangeKind.UPDATE, ChangeKind.RESTORE)
                .filter(write -> write.after().get(field.code()) != null)
                .filter(write ->
                        write.kind() != ChangeKind.UPDATE || write.changes().has(field.code()))
                .toList();
        if (setting.isEmpty()) {
            return;
        }
        load(run, field, setting, holders);
        for (PendingWrite write : setting) {
            Object value = Objects.requireNonNull(write.after().get(field.code()));
            UUID holder = holders.putIfAbsent(key(value), write.id());
            if (holder != null && !holder.equals(write.id())) {
                ValueContext said = new ValueContext(
                        run.caller().workspace().zone(), run.caller().language());
                write.refuse(
                        field.code(),
                        RecordError.NOT_UNIQUE,
                        field.label(),
                        field.type().said(value, said));
            }
        }
    }

    private static void load(WriteRun run, Field field, List<PendingWrite> setting, Map<Object, UUID> holders) {
        EntityTable.FieldColumns columns = run.table().columns(field.code()).orElseThrow();
        org.jooq.Field<?> column = columns.columns().getFirst();
        List<@Nullable Object> values = new ArrayList<>();
        setting.forEach(write ->
                values.add(columns.toColumns(write.after().get(field.code())).getFirst()));
        run.ctx()
                .select(run.table().id(), column)
                .from(run.table().table())
                .where(DSL.field(DSL.name(SystemFields.DELETED_AT), SQLDataType.TIMESTAMPWITHTIMEZONE)
                        .isNull())
                .and(column.in(values))
                .forEach(row -> hold(row, columns, holders));
    }

    private static void hold(Record2<UUID, ?> row, EntityTable.FieldColumns columns, Map<Object, UUID> holders) {
        Object value = columns.fromRow(row);
        if (value != null) {
            holders.put(key(value), row.value1());
        }
    }

    private static Object key(Object value) {
        return value instanceof java.math.BigDecimal number ? number.stripTrailingZeros() : value;
    }
}

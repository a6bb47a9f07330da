package io.zhike.record;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.SystemFields;
import io.zhike.store.WorkspaceSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What records hold now, as the table has it, whoever asks. */
@Component
final class CurrentValues {

    /** The values of all stored fields, many-relations too; a record that is not there is not in the answer. */
    Map<UUID, RecordValues> of(DSLContext ctx, WorkspaceSchema schema, EntityDefinition entity, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        EntityTable table = EntityTable.of(entity, schema);
        List<SelectField<?>> selected = new ArrayList<>();
        table.columns().forEach(field -> selected.addAll(field.columns()));
        Map<UUID, Map<String, List<UUID>>> links = new Links(ctx).of(table, ids);
        Map<UUID, RecordValues> found = new HashMap<>();
        ctx.select(selected).from(table.table()).where(table.id().in(ids)).forEach(row -> {
            RecordValues values = values(table, row, links);
            found.put((UUID) java.util.Objects.requireNonNull(values.get(SystemFields.ID)), values);
        });
        return found;
    }

    /** The values of a row that holds all columns of {@code table}. */
    static RecordValues values(EntityTable table, Record row, Map<UUID, Map<String, List<UUID>>> links) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        table.columns().forEach(field -> values.put(field.field().code(), field.fromRow(row)));
        table.links().forEach(link -> values.put(link.field().code(), null));
        links.getOrDefault(row.get(table.id()), Map.of()).forEach(values::put);
        return RecordValues.of(values);
    }
}

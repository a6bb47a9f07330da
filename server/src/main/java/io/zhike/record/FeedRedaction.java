package io.zhike.record;

import io.zhike.store.WorkspaceSchema;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one place where rows of the feed are changed after they were written: values of fields that hold personal data become
 * null, on both sides of every change of a record, those in batches and imports included. That is right for three reasons. The
 * law that gives people the right to be forgotten knows no exception for a history. What the feed proves stays: who changed
 * which field, when, in which batch; only what the value was is gone. And nothing can bring it back: an undo reads old values
 * from here and finds none. The audit log, which must not be changed, never holds values of records.
 */
final class FeedRedaction {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FeedRedaction() {}

    /** How many changes there are of the records. */
    static int count(DSLContext ctx, WorkspaceSchema schema, String entity, Collection<UUID> records) {
        return ctx.fetchCount(
                schema.table(ChangeRows.TABLE), ChangeRows.RECORD.in(records), ChangeRows.ENTITY.eq(entity));
    }

    /** Blanks {@code fields} in all changes of the records; returns how many changes held any of them. */
    static int redact(
            DSLContext ctx, WorkspaceSchema schema, String entity, Collection<UUID> records, List<String> fields) {
        int redacted = 0;
        for (Record row : ctx.select(ChangeRows.AT, ChangeRows.ID, ChangeRows.BEFORE, ChangeRows.AFTER)
                .from(schema.table(ChangeRows.TABLE))
                .where(ChangeRows.RECORD.in(records))
                .and(ChangeRows.ENTITY.eq(entity))
                .fetch()) {
            @Nullable JSONB before = row.get(ChangeRows.BEFORE);
            @Nullable JSONB after = row.get(ChangeRows.AFTER);
            @Nullable JSONB lessBefore = without(before, fields);
            @Nullable JSONB lessAfter = without(after, fields);
            if (lessBefore != before || lessAfter != after) {
                ctx.update(schema.table(ChangeRows.TABLE))
                        .set(ChangeRows.BEFORE, lessBefore)
                        .set(ChangeRows.AFTER, lessAfter)
                        .where(ChangeRows.AT.eq(row.get(ChangeRows.AT)), ChangeRows.ID.eq(row.get(ChangeRows.ID)))
                        .execute();
                redacted++;
            }
        }
        return redacted;
    }

    /** The very same where it has none of them. */
    private static @Nullable JSONB without(@Nullable JSONB values, List<String> fields) {
        if (values == null || !(JSON.readTree(values.data()) instanceof ObjectNode node)) {
            return values;
        }
        List<String> held = fields.stream().filter(node::has).toList();
        held.forEach(node::putNull);
        return held.isEmpty() ? values : JSONB.valueOf(node.toString());
    }
}

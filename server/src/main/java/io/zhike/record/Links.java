package io.zhike.record;

import static io.zhike.record.EntityTable.Link.POSITION;
import static io.zhike.record.EntityTable.Link.SOURCE;
import static io.zhike.record.EntityTable.Link.TARGET;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The many-relations of records: tables of pairs, in an order. */
final class Links {
    private final DSLContext ctx;

    Links(DSLContext ctx) {
        this.ctx = ctx;
    }

    /** For each record the targets of each of its many-relations; one query a relation. */
    Map<UUID, Map<String, List<UUID>>> of(EntityTable table, Collection<UUID> records) {
        Map<UUID, Map<String, List<UUID>>> found = new HashMap<>();
        for (EntityTable.Link link : table.links()) {
            ctx.select(SOURCE, TARGET)
                    .from(link.table())
                    .where(SOURCE.in(records))
                    .orderBy(SOURCE, POSITION)
                    .forEach(row -> found.computeIfAbsent(row.value1(), _ -> new HashMap<>())
                            .computeIfAbsent(link.field().code(), _ -> new ArrayList<>())
                            .add(row.value2()));
        }
        return found;
    }

    /** Makes {@code targets} all that the record points to by {@code link}. */
    void replace(EntityTable.Link link, UUID record, @Nullable Object targets) {
        ctx.deleteFrom(link.table()).where(SOURCE.eq(record)).execute();
        Map<UUID, @Nullable Object> one = new HashMap<>();
        one.put(record, targets);
        add(link, one);
    }

    /** Lets records that point to nothing yet by {@code link} point to the targets under their id. */
    void add(EntityTable.Link link, Map<UUID, @Nullable Object> targets) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        targets.forEach((record, value) -> {
            if (value instanceof List<?> list) {
                for (int position = 0; position < list.size(); position++) {
                    rows.add(Arrays.asList(record, list.get(position), position));
                }
            }
        });
        if (!rows.isEmpty()) {
            RowInsert.into(ctx, link.table(), List.of(SOURCE, TARGET, POSITION), rows);
        }
    }
}

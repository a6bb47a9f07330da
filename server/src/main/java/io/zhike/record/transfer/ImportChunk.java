package io.zhike.record.transfer;

import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.ValueContext;
import io.zhike.record.ChangeOrigin;
import io.zhike.record.RecordFinder;
import io.zhike.record.RecordWrite;
import io.zhike.record.RecordWriter;
import io.zhike.record.WriteBatch;
import io.zhike.record.WriteResult;
import io.zhike.workspace.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Takes chunks of rows through look-ups and matching to the gate, inside one transaction each. */
final class ImportChunk {
    private final RecordWriter writer;
    private final Lookups lookups;
    private final MatchKeys keys;
    private final RefusedRows refusedRows;
    private final EntityDefinition entity;
    private final RowMapper mapper;
    private final UUID batch;
    private final Map<String, String> columns = new HashMap<>();

    ImportChunk(
            RecordWriter writer,
            RecordFinder finder,
            People people,
            RefusedRows refusedRows,
            EntityCatalog catalog,
            ImportStatus status,
            RowMapper mapper,
            ValueContext context) {
        this.writer = writer;
        this.entity = catalog.get(status.plan().entity());
        this.lookups = new Lookups(finder, people, catalog, status.plan().mapping(), context);
        this.keys = new MatchKeys(finder, entity, status.plan(), context);
        this.refusedRows = refusedRows;
        this.mapper = mapper;
        this.batch = status.id();
        status.plan().mapping().forEach((column, target) -> columns.put(target.field(), column));
    }

    /** Writes what can be written and keeps what is refused; what became of the rows. */
    Tally write(DSLContext ctx, Caller caller, List<ImportRow> rows) {
        for (Field field : mapper.lookedUp()) {
            lookups.resolve(ctx, caller, field, sound(rows));
        }
        long created = 0;
        long updated = 0;
        long unchanged = 0;
        for (List<ImportRow> round : keys.rounds(sound(rows))) {
            Map<ImportRow, UUID> existing = keys.find(ctx, caller, round);
            List<ImportRow> writing = sound(round);
            WriteResult result = writer.write(ctx, caller, batch(writing, existing));
            for (int i = 0; i < writing.size(); i++) {
                switch (result.outcomes().get(i)) {
                    case WriteResult.Refused refused -> refused.issues().forEach(writing.get(i)::refuse);
                    case WriteResult.Written written -> {
                        boolean isNew = !existing.containsKey(writing.get(i));
                        created += isNew ? 1 : 0;
                        updated += !isNew && written.changed() ? 1 : 0;
                        unchanged += !isNew && !written.changed() ? 1 : 0;
                    }
                }
            }
        }
        List<ImportRow> refused = rows.stream().filter(ImportRow::refused).toList();
        refusedRows.keep(ctx, caller, batch, columns, refused);
        return Tally.ofRows(created, updated, unchanged, refused.size());
    }

    private WriteBatch batch(List<ImportRow> rows, Map<ImportRow, UUID> existing) {
        List<RecordWrite> writes = new ArrayList<>(rows.size());
        for (ImportRow row : rows) {
            @Nullable UUID id = existing.get(row);
            writes.add(
                    id == null
                            ? new RecordWrite.Create(row.values())
                            : new RecordWrite.Update(id, Optional.empty(), row.values()));
        }
        return WriteBatch.of(entity.code(), ChangeOrigin.IMPORT, writes)
                .in(batch)
                .skippingRefused();
    }

    private static List<ImportRow> sound(List<ImportRow> rows) {
        return rows.stream().filter(row -> !row.refused()).toList();
    }
}

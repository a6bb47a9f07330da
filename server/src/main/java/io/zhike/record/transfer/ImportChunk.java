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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Takes chunks of rows through look-ups and matching to the gate, inside one transaction each. */
final class ImportChunk {
    /** How many rows deep a chunk looks for what was just written, so that one transaction does not take for ever. */
    private static final int ROUNDS = 50;

    private final RecordWriter writer;
    private final Lookups lookups;
    private final MatchKeys keys;
    private final RefusedRows refusedRows;
    private final EntityDefinition entity;
    private final RowMapper mapper;
    private final UUID batch;
    private final Map<String, String> columns = new HashMap<>();

    /** Relations to records of the entity itself: what they name may be a row of the same file. */
    private final List<Field> ownFields;

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
        this.ownFields = mapper.lookedUp().stream()
                .filter(field -> Lookups.pointsTo(entity.code(), field))
                .toList();
        status.plan().mapping().forEach((column, target) -> columns.put(target.field(), column));
    }

    /** What becomes of a row that names a record of the entity itself which is not there. */
    enum Missing {
        /** It is written later: that record may come further down. */
        WAITS,
        /** Nothing comes any more. */
        REFUSED_LATE
    }

    /** @param waiting the rows that are neither written nor refused, in their order */
    record Outcome(Tally tally, List<ImportRow> waiting) {}

    /** Writes what can be written and keeps what is refused; what became of the rows. */
    Outcome write(DSLContext ctx, Caller caller, List<ImportRow> rows, Missing missing) {
        for (Field field : mapper.lookedUp()) {
            if (!ownFields.contains(field)) {
                lookups.resolve(ctx, caller, field, sound(rows), ImportError.NO_MATCH);
            }
        }
        Tally tally = Tally.ofRows(0, 0, 0, 0);
        List<ImportRow> waiting = sound(rows);
        boolean further = true;
        for (int rounds = 0; further && rounds < ROUNDS; rounds++) {
            Set<ImportRow> later = resolveOwn(ctx, caller, waiting, null);
            Tally round = writeFound(ctx, caller, without(waiting, later));
            tally = tally.plus(round);
            waiting = sound(List.copyOf(later));
            // Only a record that was just written, or renamed, can be what another row has waited for.
            further = !waiting.isEmpty() && round.created() + round.updated() > 0;
        }
        if (missing == Missing.REFUSED_LATE) {
            resolveOwn(ctx, caller, waiting, ImportError.NO_MATCH_LATE);
            waiting = sound(waiting);
        }
        List<ImportRow> refused = rows.stream().filter(ImportRow::refused).toList();
        refusedRows.keep(ctx, caller, batch, columns, refused);
        return new Outcome(tally.plus(Tally.ofRows(0, 0, 0, refused.size())), waiting);
    }

    private Set<ImportRow> resolveOwn(
            DSLContext ctx, Caller caller, List<ImportRow> rows, @Nullable ImportError nothing) {
        Set<ImportRow> left = new LinkedHashSet<>();
        ownFields.forEach(field -> left.addAll(lookups.resolve(ctx, caller, field, rows, nothing)));
        return left;
    }

    private Tally writeFound(DSLContext ctx, Caller caller, List<ImportRow> rows) {
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
        return Tally.ofRows(created, updated, unchanged, 0);
    }

    private static List<ImportRow> without(List<ImportRow> rows, Set<ImportRow> left) {
        return left.isEmpty()
                ? rows
                : rows.stream().filter(row -> !left.contains(row)).toList();
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

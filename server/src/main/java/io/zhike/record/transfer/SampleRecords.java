package io.zhike.record.transfer;

import io.zhike.definition.Definitions;
import io.zhike.definition.SampleLoader;
import io.zhike.definition.SampleTable;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.SystemFields;
import io.zhike.entity.ValueContext;
import io.zhike.message.Issue;
import io.zhike.record.BatchUndo;
import io.zhike.record.ChangeOrigin;
import io.zhike.record.RecordError;
import io.zhike.record.RecordFinder;
import io.zhike.record.RecordWrite;
import io.zhike.record.RecordWriter;
import io.zhike.record.WriteBatch;
import io.zhike.sheet.Cell;
import io.zhike.sheet.Header;
import io.zhike.sheet.Row;
import io.zhike.sheet.SheetWriter;
import io.zhike.store.Database;
import io.zhike.store.Ids;
import io.zhike.workspace.Caller;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sample data goes the way of imports: read by the fields, relations looked up by title, written through the gate. */
@Component
final class SampleRecords implements SampleLoader {
    private static final int CHUNK = 500;

    private final Database database;
    private final Clock clock;
    private final Definitions definitions;
    private final RecordWriter writer;
    private final RecordFinder finder;
    private final People people;
    private final BatchUndo undo;

    SampleRecords(
            Database database,
            Clock clock,
            Definitions definitions,
            RecordWriter writer,
            RecordFinder finder,
            People people,
            BatchUndo undo) {
        this.database = database;
        this.clock = clock;
        this.definitions = definitions;
        this.writer = writer;
        this.finder = finder;
        this.people = people;
        this.undo = undo;
    }

    @Override
    public UUID load(Caller caller, List<SampleTable> tables, @Nullable UUID owner) {
        UUID batch = Ids.at(clock.instant());
        EntityCatalog catalog = EntityCatalog.of(definitions.published(caller.workspace()));
        database.writing(ctx -> tables.forEach(table -> load(ctx, caller, catalog, table, owner, batch)));
        return batch;
    }

    private void load(
            DSLContext ctx, Caller caller, EntityCatalog catalog, SampleTable table, @Nullable UUID owner, UUID batch) {
        EntityDefinition entity = catalog.get(table.entity());
        refuseUnknown(entity, table);
        Map<String, ColumnTarget> mapping = new LinkedHashMap<>();
        table.columns().forEach(column -> mapping.put(column, new ColumnTarget(column, Optional.empty())));
        ValueContext context = new ValueContext(caller.workspace().zone(), caller.language());
        Header header = new Header(true, 1, 1, table.columns());
        RowMapper mapper = new RowMapper(mapping, entity, header, List.of(), false, context);
        Lookups lookups = new Lookups(finder, people, catalog, mapping, context);
        for (List<ImportRow> rows : parts(entity, mapper, table)) {
            for (Field field : mapper.lookedUp()) {
                lookups.resolve(ctx, caller, field, rows, ImportError.NO_MATCH);
            }
            refuseBroken(table, rows);
            writer.write(ctx, caller, batch(entity, rows, owner).in(batch));
        }
    }

    private static void refuseUnknown(EntityDefinition entity, SampleTable table) {
        List<Issue> issues = table.columns().stream()
                .filter(column -> entity.field(column).filter(Field::writable).isEmpty())
                .map(column -> Issue.at(table.entity(), ImportError.UNKNOWN_TARGET, entity.label(), column))
                .toList();
        if (!issues.isEmpty()) {
            throw RecordError.INPUT_REFUSED.problem(issues, issues.size());
        }
    }

    /** Where records point to others of their own entity, one at a time, so that each finds those before it. */
    private static List<List<ImportRow>> parts(EntityDefinition entity, RowMapper mapper, SampleTable table) {
        boolean toItself = mapper.lookedUp().stream()
                .anyMatch(field ->
                        field.type().target().filter(entity.code()::equals).isPresent());
        int size = toItself ? 1 : CHUNK;
        List<List<ImportRow>> parts = new ArrayList<>();
        for (int from = 0; from < table.rows().size(); from += size) {
            List<ImportRow> part = new ArrayList<>();
            for (int i = from; i < Math.min(from + size, table.rows().size()); i++) {
                List<Cell> cells =
                        table.rows().get(i).stream().map(SampleRecords::cell).toList();
                part.add(mapper.map(i, new Row(i + 2L, cells)));
            }
            parts.add(part);
        }
        return parts;
    }

    private static Cell cell(String text) {
        return text.isBlank() ? Cell.BLANK : SheetWriter.text(text);
    }

    private static void refuseBroken(SampleTable table, List<ImportRow> rows) {
        List<Issue> issues = new ArrayList<>();
        for (ImportRow row : rows) {
            String line = table.entity() + "[" + row.position() + "]";
            row.issues().forEach(issue -> issues.add(issue.under(line)));
        }
        if (!issues.isEmpty()) {
            throw RecordError.INPUT_REFUSED.problem(issues, issues.size());
        }
    }

    private static WriteBatch batch(EntityDefinition entity, List<ImportRow> rows, @Nullable UUID owner) {
        List<RecordWrite> writes = new ArrayList<>();
        for (ImportRow row : rows) {
            if (owner != null && !row.values().has(SystemFields.OWNER)) {
                row.set(SystemFields.OWNER, owner);
            }
            writes.add(new RecordWrite.Create(row.values()));
        }
        return WriteBatch.of(entity.code(), ChangeOrigin.SAMPLE, writes);
    }

    @Override
    public void remove(Caller caller, UUID batch) {
        BatchUndo.Step step = undo.step(caller, batch, (_, _) -> {});
        while (!step.finished()) {
            step = undo.step(caller, batch, (_, _) -> {});
        }
    }
}

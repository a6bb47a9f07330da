package io.zhike.record;

import static io.zhike.record.ChangeRows.AT;
import static io.zhike.record.ChangeRows.BATCH;
import static io.zhike.record.ChangeRows.ID;

import io.zhike.definition.Definitions;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.Reading;
import io.zhike.entity.ValueContext;
import io.zhike.message.Language;
import io.zhike.store.Database;
import io.zhike.store.Ids;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Members;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes a batch back: records it made go to the recycle bin, fields it changed get their old values, records it deleted come
 * back. What was changed again since stays as it is now: a record as a whole where the batch made it, otherwise each field.
 */
@Service
public class BatchUndo {
    private static final int PAGE = 1_000;
    private static final org.jooq.Field<UUID> UNDO = DSL.field(DSL.name("undone_by"), SQLDataType.UUID);
    private static final org.jooq.Field<OffsetDateTime> UNDONE_AT =
            DSL.field(DSL.name("undone_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final org.jooq.Field<OffsetDateTime> CURSOR_AT =
            DSL.field(DSL.name("cursor_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final org.jooq.Field<UUID> CURSOR_ID = DSL.field(DSL.name("cursor_id"), SQLDataType.UUID);

    private final Database database;
    private final Clock clock;
    private final Definitions definitions;
    private final Members members;
    private final RecordWriter writer;
    private final CurrentValues current;

    BatchUndo(
            Database database,
            Clock clock,
            Definitions definitions,
            Members members,
            RecordWriter writer,
            CurrentValues current) {
        this.database = database;
        this.clock = clock;
        this.definitions = definitions;
        this.members = members;
        this.writer = writer;
        this.current = current;
    }

    /**
     * What one step did.
     *
     * @param undone how many records were taken back
     * @param kept how many were left because they were changed since, or could not be taken back
     * @param finished whether nothing of the batch is left
     */
    public record Step(long undone, long kept, boolean finished) {}

    /**
     * Takes a whole batch back at once.
     *
     * @throws io.zhike.message.ProblemException where there is no such batch, it is another member's, or it is undone already
     */
    public Step undo(Caller caller, UUID batch) {
        long undone = 0;
        long kept = 0;
        claim(caller, batch);
        while (true) {
            Step step = step(caller, batch, (_, _) -> {});
            undone += step.undone();
            kept += step.kept();
            if (step.finished()) {
                return new Step(undone, kept, true);
            }
        }
    }

    private void claim(Caller caller, UUID batch) {
        Record row = database.read(ctx -> ctx.select(ChangeRows.ACTOR, UNDONE_AT)
                .from(caller.workspace().schema().table("batch"))
                .where(ID.eq(batch))
                .fetchOne());
        boolean allowed = row != null
                && (caller.isSystem()
                        || members.isAdmin(caller)
                        || Objects.equals(row.get(ChangeRows.ACTOR), caller.member()));
        if (row == null || !allowed) {
            throw RecordError.BATCH_NOT_FOUND.problem(batch);
        }
        if (row.get(UNDONE_AT) != null) {
            throw RecordError.BATCH_UNDONE.problem();
        }
    }

    /**
     * Takes the next page of a batch back, newest change first, in one transaction with {@code alongside}.
     *
     * @param alongside what else shall happen in that transaction
     */
    public Step step(Caller caller, UUID batch, BiConsumer<DSLContext, Step> alongside) {
        WorkspaceSchema schema = caller.workspace().schema();
        return database.write(ctx -> {
            Record state = ctx.select(UNDO, CURSOR_AT, CURSOR_ID)
                    .from(schema.table("batch"))
                    .where(ID.eq(batch))
                    .forUpdate()
                    .fetchOne();
            if (state == null) {
                return new Step(0, 0, true);
            }
            UUID undoBatch = Optional.ofNullable(state.get(UNDO)).orElseGet(() -> Ids.at(clock.instant()));
            List<Change> page = page(ctx, schema, batch, state.get(CURSOR_AT), state.get(CURSOR_ID));
            Step step = takeBack(ctx, caller, batch, undoBatch, page);
            remember(ctx, schema, batch, undoBatch, page, step.finished());
            alongside.accept(ctx, step);
            return step;
        });
    }

    private static List<Change> page(
            DSLContext ctx, WorkspaceSchema schema, UUID batch, @Nullable OffsetDateTime at, @Nullable UUID id) {
        Condition older =
                at == null || id == null ? DSL.noCondition() : DSL.row(AT, ID).lt(at, id);
        return ctx.select(ChangeRows.ALL)
                .from(schema.table(ChangeRows.TABLE))
                .where(BATCH.eq(batch))
                .and(older)
                .orderBy(AT.desc(), ID.desc())
                .limit(PAGE)
                .fetch(StoredChange::of);
    }

    private void remember(
            DSLContext ctx, WorkspaceSchema schema, UUID batch, UUID undoBatch, List<Change> page, boolean finished) {
        var update = ctx.update(schema.table("batch")).set(UNDO, undoBatch);
        if (!page.isEmpty()) {
            update = update.set(CURSOR_AT, page.getLast().at().atOffset(ZoneOffset.UTC))
                    .set(CURSOR_ID, page.getLast().id());
        }
        if (finished) {
            update = update.set(UNDONE_AT, clock.instant().atOffset(ZoneOffset.UTC));
        }
        update.where(ID.eq(batch)).execute();
    }

    private Step takeBack(DSLContext ctx, Caller caller, UUID batch, UUID undoBatch, List<Change> page) {
        long undone = 0;
        long kept = 0;
        EntityCatalog catalog = EntityCatalog.of(definitions.published(caller.workspace()));
        for (List<Change> run : sameEntity(page)) {
            Optional<EntityDefinition> entity = catalog.find(run.getFirst().entity());
            if (entity.isEmpty()) {
                kept += run.size();
                continue;
            }
            Map<UUID, Integer> own = ownVersions(ctx, caller, List.of(batch, undoBatch), run);
            List<RecordWrite> writes = writes(ctx, caller, entity.get(), run, own);
            WriteBatch back = WriteBatch.of(entity.get().code(), ChangeOrigin.UNDO, writes)
                    .in(undoBatch)
                    .because("batch:" + batch)
                    .skippingRefused();
            long written = writer.write(ctx, caller, back).written().stream()
                    .filter(WriteResult.Written::changed)
                    .count();
            undone += written;
            kept += run.size() - written;
        }
        return new Step(undone, kept, page.size() < PAGE);
    }

    /** Neighbouring changes of one entity, no record twice in a run. */
    private static List<List<Change>> sameEntity(List<Change> page) {
        List<List<Change>> runs = new ArrayList<>();
        Map<UUID, Change> run = new LinkedHashMap<>();
        String entity = "";
        for (Change change : page) {
            if (change.kind() == ChangeKind.COMPUTE || change.kind() == ChangeKind.PURGE) {
                continue;
            }
            if (!change.entity().equals(entity) || run.containsKey(change.record())) {
                if (!run.isEmpty()) {
                    runs.add(List.copyOf(run.values()));
                }
                run.clear();
                entity = change.entity();
            }
            run.put(change.record(), change);
        }
        if (!run.isEmpty()) {
            runs.add(List.copyOf(run.values()));
        }
        return runs;
    }

    /**
     * For records that only these batches have touched since they were made or restored, the version they are left at: a
     * record that one import has made and then updated is still all its own.
     */
    private static Map<UUID, Integer> ownVersions(
            DSLContext ctx, Caller caller, List<UUID> batches, List<Change> changes) {
        Map<UUID, Integer> from = new HashMap<>();
        changes.stream()
                .filter(change -> change.kind() == ChangeKind.CREATE || change.kind() == ChangeKind.RESTORE)
                .forEach(change -> from.put(change.record(), change.version()));
        if (from.isEmpty()) {
            return Map.of();
        }
        Map<UUID, TreeSet<Integer>> versions = new HashMap<>();
        ctx.select(ChangeRows.RECORD, ChangeRows.VERSION)
                .from(caller.workspace().schema().table(ChangeRows.TABLE))
                .where(ChangeRows.ENTITY.eq(changes.getFirst().entity()))
                .and(ChangeRows.RECORD.in(from.keySet()))
                .and(BATCH.in(batches))
                .forEach(row -> {
                    if (row.value2() >= from.getOrDefault(row.value1(), 0)) {
                        versions.computeIfAbsent(row.value1(), _ -> new TreeSet<>())
                                .add(row.value2());
                    }
                });
        Map<UUID, Integer> own = new HashMap<>();
        versions.forEach((record, seen) -> {
            boolean unbroken = seen.last() - seen.first() + 1 == seen.size();
            own.put(record, unbroken ? seen.last() : seen.first());
        });
        return own;
    }

    private List<RecordWrite> writes(
            DSLContext ctx, Caller caller, EntityDefinition entity, List<Change> changes, Map<UUID, Integer> own) {
        Map<UUID, RecordValues> now = current.of(
                ctx,
                caller.workspace().schema(),
                entity,
                changes.stream()
                        .filter(change -> change.kind() == ChangeKind.UPDATE)
                        .map(Change::record)
                        .toList());
        List<RecordWrite> writes = new ArrayList<>();
        for (Change change : changes) {
            int version = own.getOrDefault(change.record(), change.version());
            switch (change.kind()) {
                case CREATE -> writes.add(new RecordWrite.Delete(change.record(), Optional.of(version)));
                case UPDATE -> writes.add(oldValues(caller, entity, change, now.get(change.record())));
                case DELETE -> writes.add(new RecordWrite.Restore(change.record()));
                case RESTORE -> writes.add(new RecordWrite.Delete(change.record(), Optional.of(version)));
                case PURGE, COMPUTE -> throw new IllegalStateException("left out before: " + change.kind());
            }
        }
        return writes;
    }

    /** The old values of those fields that still have what the batch gave them. */
    private static RecordWrite oldValues(
            Caller caller, EntityDefinition entity, Change change, @Nullable RecordValues now) {
        ValueContext context = new ValueContext(caller.workspace().zone(), Language.ZH);
        Map<String, @Nullable Object> old = new LinkedHashMap<>();
        change.after().properties().forEach(entry -> {
            Optional<Field> field = entity.field(entry.getKey()).filter(Field::writable);
            if (field.isPresent() && now != null && now.has(entry.getKey())) {
                @Nullable Object given = value(field.get(), change.after(), context);
                if (RecordValues.same(given, now.get(entry.getKey()))) {
                    old.put(entry.getKey(), value(field.get(), change.before(), context));
                }
            }
        });
        return new RecordWrite.Update(change.record(), Optional.empty(), RecordValues.of(old));
    }

    private static @Nullable Object value(Field field, ObjectNode values, ValueContext context) {
        return switch (field.type().read(values.path(field.code()), context)) {
            case Reading.Value(var value) -> value;
            case Reading.Refused _ -> null;
        };
    }
}

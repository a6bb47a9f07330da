package io.zhike.record;

import static io.zhike.record.ChangeRows.AT;
import static io.zhike.record.ChangeRows.BATCH;
import static io.zhike.record.ChangeRows.ID;

import io.zhike.access.Access;
import io.zhike.access.Grants;
import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditLog;
import io.zhike.audit.AuditWord;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.Reading;
import io.zhike.entity.SystemFields;
import io.zhike.entity.ValueContext;
import io.zhike.message.Language;
import io.zhike.store.Database;
import io.zhike.store.Ids;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Members;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    private final Access access;
    private final Members members;
    private final RecordWriter writer;
    private final CurrentValues current;
    private final SealedValues sealed;

    BatchUndo(
            Database database,
            Clock clock,
            Access access,
            Members members,
            RecordWriter writer,
            CurrentValues current,
            SealedValues sealed) {
        this.sealed = sealed;
        this.database = database;
        this.clock = clock;
        this.access = access;
        this.members = members;
        this.writer = writer;
        this.current = current;
    }

    /**
     * What one step did.
     *
     * @param undone how many records were taken back
     * @param kept how many were left because they were changed since, or because the caller may not take them back
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
                tell(caller, batch, undone, kept);
                return new Step(undone, kept, true);
            }
        }
    }

    /** In a transaction of its own: the undo is many, and goes on from where it was when it is asked for again. */
    private void tell(Caller caller, UUID batch, long undone, long kept) {
        AuditEntry entry = AuditEntry.of(RecordAction.BATCH_UNDONE, "batch", batch, "")
                .with(AuditWord.ROWS, undone)
                .with(AuditWord.KEPT, kept);
        database.writing(ctx -> AuditLog.record(ctx, caller.workspace().schema(), clock.instant(), entry));
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
        return Retries.run(() -> {
            Grants grants = access.of(caller);
            return database.write(ctx -> step(ctx, caller, grants, batch, alongside));
        });
    }

    private Step step(
            DSLContext ctx, Caller caller, Grants grants, UUID batch, BiConsumer<DSLContext, Step> alongside) {
        WorkspaceSchema schema = caller.workspace().schema();
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
        Step step = takeBack(ctx, caller, grants, batch, undoBatch, page);
        remember(ctx, schema, batch, undoBatch, page, step.finished());
        alongside.accept(ctx, step);
        return step;
    }

    /** Neighbouring changes of one entity, no record twice, that are being taken back. */
    private record Back(UUID batch, UUID undoBatch, List<Change> changes) {}

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

    private Step takeBack(DSLContext ctx, Caller caller, Grants grants, UUID batch, UUID undoBatch, List<Change> page) {
        long undone = 0;
        long kept = 0;
        for (List<Change> run : sameEntity(page)) {
            Optional<EntityDefinition> entity = grants.catalog()
                    .find(run.getFirst().entity())
                    .filter(found -> grants.on(found.code()).visible());
            if (entity.isEmpty()) {
                kept += run.size();
                continue;
            }
            List<RecordWrite> writes = writes(ctx, caller, entity.get(), new Back(batch, undoBatch, run));
            WriteBatch back = WriteBatch.of(entity.get().code(), ChangeOrigin.UNDO, writes)
                    .in(undoBatch)
                    .because("batch:" + batch)
                    .skippingRefused();
            long written = writer.write(ctx, caller, grants, back).written().stream()
                    .filter(WriteResult.Written::changed)
                    .count();
            undone += written;
            kept += run.size() - written;
        }
        return new Step(undone, kept, page.size() < PAGE);
    }

    /**
     * Neighbouring changes of one entity, no record twice in a run. What followed the change of another record, such as the
     * rows of its child tables, follows it back.
     */
    private static List<List<Change>> sameEntity(List<Change> page) {
        List<List<Change>> runs = new ArrayList<>();
        Map<UUID, Change> run = new LinkedHashMap<>();
        String entity = "";
        for (Change change : page) {
            boolean follows = change.causes().stream().anyMatch(cause -> cause.startsWith(ChangePhase.FOLLOWING));
            if (follows || change.kind() == ChangeKind.PURGE) {
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

    private List<RecordWrite> writes(DSLContext ctx, Caller caller, EntityDefinition entity, Back back) {
        WorkspaceSchema schema = caller.workspace().schema();
        Map<UUID, RecordValues> now = current.of(
                ctx, schema, entity, back.changes().stream().map(Change::record).toList());
        Set<UUID> touched = changedSince(ctx, schema, back);
        List<RecordWrite> writes = new ArrayList<>();
        for (Change change : back.changes()) {
            RecordValues present = now.get(change.record());
            if (present == null || (change.kind() != ChangeKind.UPDATE && touched.contains(change.record()))) {
                continue;
            }
            switch (change.kind()) {
                case CREATE, RESTORE -> writes.add(new RecordWrite.Delete(change.record(), version(present)));
                case UPDATE ->
                    oldValues(
                                    caller,
                                    entity,
                                    sealed.opened(schema, entity, change),
                                    sealed.opened(schema, entity, change.record(), present))
                            .ifPresent(writes::add);
                case DELETE -> writes.add(new RecordWrite.Restore(change.record()));
                case PURGE, COMPUTE -> throw new IllegalStateException("left out before: " + change.kind());
            }
        }
        return writes;
    }

    private static Optional<Integer> version(RecordValues present) {
        return Optional.ofNullable(present.get(SystemFields.VERSION))
                .map(version -> ((BigDecimal) version).intValueExact());
    }

    /** The records that somebody else than the batch and its undo changed after the batch did. */
    private static Set<UUID> changedSince(DSLContext ctx, WorkspaceSchema schema, Back back) {
        Set<UUID> touched = new HashSet<>();
        Map<UUID, Change> byRecord = new HashMap<>();
        back.changes().forEach(change -> byRecord.put(change.record(), change));
        ctx.select(ChangeRows.RECORD, AT)
                .from(schema.table(ChangeRows.TABLE))
                .where(ChangeRows.RECORD.in(byRecord.keySet()))
                .and(ChangeRows.ENTITY.eq(back.changes().getFirst().entity()))
                .and(ChangeRows.KIND.ne(ChangeKind.COMPUTE.code()))
                .and(BATCH.isNull().or(BATCH.notIn(back.batch(), back.undoBatch())))
                .forEach(row -> {
                    Change change = byRecord.get(row.value1());
                    if (change != null && row.value2().toInstant().isAfter(change.at())) {
                        touched.add(row.value1());
                    }
                });
        return touched;
    }

    /** The old values of those fields that still have what the batch gave them; empty where there is none. */
    private static Optional<RecordWrite> oldValues(
            Caller caller, EntityDefinition entity, Change change, RecordValues now) {
        ValueContext context = new ValueContext(caller.workspace().zone(), Language.ZH);
        Map<String, @Nullable Object> old = new LinkedHashMap<>();
        change.after().properties().forEach(entry -> {
            Optional<Field> field = entity.field(entry.getKey()).filter(Field::writable);
            if (field.isPresent() && now.has(entry.getKey())) {
                Reading given = read(field.get(), change.after(), context);
                Reading before = read(field.get(), change.before(), context);
                if (given instanceof Reading.Value(var value)
                        && RecordValues.same(value, now.get(entry.getKey()))
                        && before instanceof Reading.Value(var taken)) {
                    old.put(entry.getKey(), taken);
                }
            }
        });
        return old.isEmpty()
                ? Optional.empty()
                : Optional.of(new RecordWrite.Update(change.record(), Optional.empty(), RecordValues.of(old)));
    }

    /** What is refused now was fine then: an option that is gone, a type that became another. */
    private static Reading read(Field field, ObjectNode values, ValueContext context) {
        return field.type().read(values.path(field.code()), context);
    }
}

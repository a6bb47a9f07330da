package io.zhike.rule;

import io.zhike.message.Message;
import io.zhike.store.WorkspaceSchema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.JSONB;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The table of runs. */
final class RunRows {
    static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    static final Field<String> RULE = DSL.field(DSL.name("rule"), SQLDataType.CLOB);
    static final Field<String> KEY = DSL.field(DSL.name("key"), SQLDataType.CLOB);
    static final Field<String> ENTITY = DSL.field(DSL.name("entity"), SQLDataType.CLOB);
    static final Field<UUID[]> RECORDS = DSL.field(DSL.name("records"), SQLDataType.UUID.array());
    static final Field<String> STATE = DSL.field(DSL.name("state"), SQLDataType.CLOB);
    static final Field<String> STEP = DSL.field(DSL.name("step"), SQLDataType.CLOB);
    static final Field<OffsetDateTime> DUE = DSL.field(DSL.name("due"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    static final Field<Integer> TRIES = DSL.field(DSL.name("tries"), SQLDataType.INTEGER);
    static final Field<UUID> ACTOR = DSL.field(DSL.name("actor"), SQLDataType.UUID);
    static final Field<JSONB> CAUSES = DSL.field(DSL.name("causes"), SQLDataType.JSONB);
    static final Field<JSONB> BEFORE = DSL.field(DSL.name("before"), SQLDataType.JSONB);
    static final Field<JSONB> AFTER = DSL.field(DSL.name("after"), SQLDataType.JSONB);
    static final Field<UUID> PARENT = DSL.field(DSL.name("parent"), SQLDataType.UUID);
    static final Field<OffsetDateTime> CREATED = DSL.field(DSL.name("created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    static final Field<OffsetDateTime> FINISHED = DSL.field(DSL.name("finished_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    static final Field<JSONB> MESSAGE = DSL.field(DSL.name("message"), SQLDataType.JSONB);
    static final Field<JSONB> CYCLE = DSL.field(DSL.name("cycle"), SQLDataType.JSONB);
    static final Field<JSONB> LOG = DSL.field(DSL.name("log"), SQLDataType.JSONB);

    static final List<Field<?>> ALL = List.of(
            ID, RULE, KEY, ENTITY, RECORDS, STATE, STEP, DUE, TRIES, ACTOR, CAUSES, BEFORE, AFTER, PARENT, CREATED,
            FINISHED, MESSAGE, CYCLE, LOG);
    private static final int AT_ONCE = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext ctx;
    private final Table<Record> table;

    RunRows(DSLContext ctx, WorkspaceSchema schema) {
        this.ctx = ctx;
        this.table = schema.table("rule_run");
    }

    /** Adds those whose rule has no run with their key yet; the ids of the ones that were added. */
    List<UUID> add(List<Run> runs) {
        if (runs.isEmpty()) {
            return List.of();
        }
        List<UUID> added = new ArrayList<>();
        for (int from = 0; from < runs.size(); from += AT_ONCE) {
            InsertValuesStepN<Record> insert = ctx.insertInto(table).columns(ALL);
            for (Run run : runs.subList(from, Math.min(runs.size(), from + AT_ONCE))) {
                insert = insert.values(row(run));
            }
            added.addAll(
                    insert.onConflict(RULE, KEY).doNothing().returningResult(ID).fetch(ID));
        }
        return added;
    }

    private static List<@Nullable Object> row(Run run) {
        return Arrays.asList(
                run.id,
                run.rule,
                run.key,
                run.entity,
                run.records.toArray(UUID[]::new),
                run.state().code(),
                run.step(),
                utc(run.due()),
                run.tries(),
                run.actor.orElse(null),
                JSONB.valueOf(texts(run.causes).toString()),
                JSONB.valueOf(run.before.toString()),
                JSONB.valueOf(run.after.toString()),
                run.parent.orElse(null),
                utc(run.createdAt),
                run.state().over() ? utc(run.createdAt) : null,
                json(run.message()),
                json(run.cycle()),
                JSONB.valueOf(run.log().toString()));
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    private static @Nullable JSONB json(@Nullable JsonNode node) {
        return node == null ? null : JSONB.valueOf(node.toString());
    }

    /** The rule whose waiting run is due first and which nobody works at, and its entity; empty where nothing is due. */
    Optional<String> ruleDue(Instant now) {
        return ctx.select(RULE)
                .from(table)
                .where(waiting().and(DUE.le(utc(now))))
                .orderBy(DUE, ID)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional(RULE);
    }

    /** Its runs that are due, those longest due first, locked; without what somebody else works at. */
    List<Run> due(String rule, Instant now, int limit) {
        return ctx.select(ALL)
                .from(table)
                .where(RULE.eq(rule), waiting(), DUE.le(utc(now)))
                .orderBy(DUE, ID)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(RunRows::run);
    }

    private static Condition waiting() {
        return STATE.eq(DSL.inline(RunState.WAITING.code()));
    }

    private static Run run(Record row) {
        Run.Of of = new Run.Of(
                row.get(ID),
                row.get(RULE),
                row.get(KEY),
                row.get(ENTITY),
                List.of(row.get(RECORDS)),
                Optional.ofNullable(row.get(ACTOR)),
                causes(row.get(CAUSES)),
                object(row.get(BEFORE)),
                object(row.get(AFTER)),
                Optional.ofNullable(row.get(PARENT)),
                row.get(CREATED).toInstant());
        return new Run(of, row.get(STEP), row.get(DUE).toInstant()).tried(row.get(TRIES));
    }

    static List<String> causes(JSONB stored) {
        List<String> causes = new ArrayList<>();
        JSON.readTree(stored.data()).forEach(cause -> causes.add(cause.asString()));
        return causes;
    }

    private static ObjectNode object(@Nullable JSONB stored) {
        JsonNode node = stored == null ? null : JSON.readTree(stored.data());
        return node instanceof ObjectNode object ? object : JSON.createObjectNode();
    }

    /** Keeps how far they have come. */
    void move(List<Run> runs, Instant now) {
        List<Query> updates = new ArrayList<>();
        for (Run run : runs) {
            updates.add(ctx.update(table)
                    .set(STATE, run.state().code())
                    .set(STEP, run.step())
                    .set(DUE, utc(run.due()))
                    .set(TRIES, run.tries())
                    .set(MESSAGE, json(run.message()))
                    .set(CYCLE, json(run.cycle()))
                    .set(FINISHED, run.state().over() ? utc(now) : null)
                    .set(LOG, appended(run.log()))
                    .where(ID.eq(run.id)));
        }
        ctx.batch(updates).execute();
    }

    /**
     * Lets a run that failed or was stopped go on where it stood, at once; false where it is not over, or is done. One that was
     * to close a way round is kept under a key of its own from then on.
     */
    boolean repeat(UUID id, String first, Instant now) {
        return ctx.update(table)
                        .set(STATE, RunState.WAITING.code())
                        // Were it kept under its way round, nobody would be told that it was closed again.
                        .set(
                                KEY,
                                DSL.when(KEY.startsWith(Causes.ROUND), DSL.val(id.toString()))
                                        .otherwise(KEY))
                        .set(STEP, DSL.coalesce(STEP, DSL.val(first)))
                        .set(DUE, utc(now))
                        .set(TRIES, 0)
                        .setNull(FINISHED)
                        .setNull(MESSAGE)
                        .setNull(CYCLE)
                        .where(ID.eq(id), STATE.in(RunState.FAILED.code(), RunState.STOPPED.code()))
                        .execute()
                > 0;
    }

    /** Deletes runs that were over before {@code before}, but those that failed; how many. */
    int forget(Instant before, int limit) {
        return ctx.deleteFrom(table)
                .where(ID.in(DSL.select(ID)
                        .from(table)
                        .where(FINISHED.lt(utc(before)), STATE.ne(RunState.FAILED.code()))
                        .limit(limit)))
                .execute();
    }

    private static Field<JSONB> appended(ArrayNode entries) {
        return DSL.function(
                DSL.name("pg_catalog", "jsonb_concat"),
                SQLDataType.JSONB,
                LOG,
                DSL.val(JSONB.valueOf(entries.toString()), SQLDataType.JSONB));
    }

    /** Ends all runs of a rule that are not over. */
    void stop(String rule, Message why, Instant now) {
        ctx.update(table)
                .set(STATE, RunState.STOPPED.code())
                .set(MESSAGE, json(Run.said(why)))
                .set(FINISHED, utc(now))
                .where(RULE.eq(rule), STATE.in(RunState.WAITING.code(), RunState.RUNNING.code()))
                .execute();
    }

    /** Lets those of {@code parents} go on whose every record is through; they are locked in order. */
    void goOnAfter(Collection<UUID> parents, Instant now) {
        if (parents.isEmpty()) {
            return;
        }
        List<UUID> locked = ctx.select(ID)
                .from(table)
                .where(ID.in(parents), STATE.eq(RunState.RUNNING.code()))
                .orderBy(ID)
                .forUpdate()
                .fetch(ID);
        Table<Record> child = table.as("child");
        Field<UUID> parent = DSL.field(DSL.name("child", "parent"), SQLDataType.UUID);
        Field<String> state = DSL.field(DSL.name("child", "state"), SQLDataType.CLOB);
        List<UUID> busy = ctx.selectDistinct(parent)
                .from(child)
                .where(parent.in(locked))
                .and(state.in(RunState.WAITING.code(), RunState.RUNNING.code()))
                .fetch(parent);
        List<UUID> through = locked.stream().filter(id -> !busy.contains(id)).toList();
        ctx.update(table)
                .set(STATE, RunState.WAITING.code())
                .set(DUE, utc(now))
                .where(ID.in(through))
                .execute();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

package io.zhike.workspace;

import io.zhike.http.JsonFormat;
import io.zhike.message.Label;
import io.zhike.store.WorkspaceSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The tables of hand-overs in one workspace's schema. */
final class HandOverRows {
    private static final JsonMapper JSON = JsonFormat.mapper();
    private static final int MOST_PROBLEMS = 20;
    private static final int LISTED = 20;
    private static final Field<String> SUBJECT_KIND = column("subject_kind", SQLDataType.CLOB);
    private static final Field<UUID> SUBJECT = column("subject", SQLDataType.UUID);
    private static final Field<String> SUBJECT_NAME = column("subject_name", SQLDataType.CLOB);
    private static final Field<UUID> ACTOR = column("actor", SQLDataType.UUID);
    private static final Field<String> STATE = column("state", SQLDataType.CLOB);
    private static final Field<Boolean> ENDS = column("ends", SQLDataType.BOOLEAN);
    private static final Field<String> MESSAGE = column("message", SQLDataType.CLOB);
    private static final Field<Instant> FINISHED_AT = column("finished_at", SQLDataType.INSTANT);
    private static final Field<UUID> HAND_OVER = column("hand_over", SQLDataType.UUID);
    private static final Field<Integer> PLACE = column("place", SQLDataType.INTEGER);
    private static final Field<String> CODE = column("code", SQLDataType.CLOB);
    private static final Field<JSONB> LABEL = column("label", SQLDataType.JSONB);
    private static final Field<String> FATE = column("fate", SQLDataType.CLOB);
    private static final Field<UUID> SUCCESSOR = column("successor", SQLDataType.UUID);
    private static final Field<Long> TOTAL = column("total", SQLDataType.BIGINT);
    private static final Field<Long> MOVED = column("moved", SQLDataType.BIGINT);
    private static final Field<Long> REFUSED = column("refused", SQLDataType.BIGINT);
    private static final Field<String> AFTER = column("after", SQLDataType.CLOB);
    private static final Field<Boolean> FINISHED = column("finished", SQLDataType.BOOLEAN);
    private static final Field<JSONB> PROBLEMS = column("problems", SQLDataType.JSONB);

    private final DSLContext ctx;
    private final Table<Record> table;
    private final Table<Record> parts;

    HandOverRows(DSLContext ctx, WorkspaceSchema schema) {
        this.ctx = ctx;
        this.table = schema.table("hand_over");
        this.parts = schema.table("hand_over_part");
    }

    void insert(HandOver made) {
        ctx.insertInto(table)
                .set(Columns.ID, made.id())
                .set(SUBJECT_KIND, made.kind().name())
                .set(SUBJECT, made.subject())
                .set(SUBJECT_NAME, made.name())
                .set(ACTOR, made.actor())
                .set(Columns.LANGUAGE, made.language())
                .set(STATE, made.state().name())
                .set(ENDS, made.ends())
                .set(Columns.CREATED_AT, made.createdAt())
                .execute();
        for (int i = 0; i < made.parts().size(); i++) {
            insert(made.id(), made.parts().get(i), i);
        }
    }

    private void insert(UUID handOver, HandOver.Part part, int place) {
        ctx.insertInto(parts)
                .set(HAND_OVER, handOver)
                .set(PLACE, place)
                .set(CODE, part.code())
                .set(LABEL, json(part.label()))
                .set(FATE, part.fate().name())
                .set(SUCCESSOR, part.successor())
                .set(TOTAL, part.total())
                .set(MOVED, part.moved())
                .set(REFUSED, part.refused())
                .set(FINISHED, part.finished())
                .set(PROBLEMS, json(part.problems()))
                .execute();
    }

    Optional<HandOver> find(UUID id) {
        return select(Columns.ID.eq(id)).stream().findFirst();
    }

    /** Those of a subject, newest first; the last few. */
    List<HandOver> of(UUID subject) {
        return select(SUBJECT.eq(subject));
    }

    boolean isRunning(UUID subject) {
        return ctx.fetchExists(
                table,
                SUBJECT.eq(subject).and(STATE.in(HandOver.State.PASSING.name(), HandOver.State.SWEEPING.name())));
    }

    /** Where a part goes on; null at the beginning. */
    @Nullable
    String after(UUID handOver, String code) {
        return ctx.select(AFTER).from(parts).where(is(handOver, code)).fetchOne(AFTER);
    }

    /** Counts a step, and notes where it goes on. */
    void count(UUID handOver, String code, Holding.Step step, List<HandOver.Said> problems) {
        List<HandOver.Said> all = new ArrayList<>(problemsOf(handOver, code));
        all.addAll(problems);
        ctx.update(parts)
                .set(MOVED, MOVED.plus(step.moved()))
                .set(REFUSED, REFUSED.plus(step.refused()))
                .set(AFTER, step.next())
                .set(FINISHED, step.next() == null)
                .set(PROBLEMS, json(all.subList(0, Math.min(MOST_PROBLEMS, all.size()))))
                .where(is(handOver, code))
                .execute();
    }

    /** Begins anew with what passes: the refused ones are looked at once more, and counted once. */
    void sweep(UUID handOver) {
        ctx.update(parts)
                .set(AFTER, (String) null)
                .set(FINISHED, false)
                .set(REFUSED, 0L)
                .set(PROBLEMS, json(List.of()))
                .where(HAND_OVER.eq(handOver))
                .and(SUCCESSOR.isNotNull())
                .execute();
        state(handOver, HandOver.State.SWEEPING);
    }

    void state(UUID handOver, HandOver.State state) {
        ctx.update(table)
                .set(STATE, state.name())
                .where(Columns.ID.eq(handOver))
                .execute();
    }

    void finish(UUID handOver, HandOver.State state, @Nullable String message, Instant now) {
        ctx.update(table)
                .set(STATE, state.name())
                .set(MESSAGE, message)
                .set(FINISHED_AT, now)
                .where(Columns.ID.eq(handOver))
                .execute();
    }

    private List<HandOver.Said> problemsOf(UUID handOver, String code) {
        return ctx.select(PROBLEMS)
                .from(parts)
                .where(is(handOver, code))
                .fetchSingle(row -> List.of(JSON.readValue(row.value1().data(), HandOver.Said[].class)));
    }

    private List<HandOver> select(Condition which) {
        return ctx.select(
                        Columns.ID,
                        SUBJECT_KIND,
                        SUBJECT,
                        SUBJECT_NAME,
                        ACTOR,
                        Columns.LANGUAGE,
                        STATE,
                        ENDS,
                        MESSAGE,
                        Columns.CREATED_AT,
                        FINISHED_AT)
                .from(table)
                .where(which)
                .orderBy(Columns.ID.desc())
                .limit(LISTED)
                .fetch(row -> of(row, partsOf(row.get(Columns.ID))));
    }

    private static HandOver of(Record row, List<HandOver.Part> parts) {
        return new HandOver(
                row.get(Columns.ID),
                HandOver.Kind.valueOf(row.get(SUBJECT_KIND)),
                row.get(SUBJECT),
                row.get(SUBJECT_NAME),
                row.get(ACTOR),
                row.get(Columns.LANGUAGE),
                HandOver.State.valueOf(row.get(STATE)),
                row.get(ENDS),
                row.get(MESSAGE),
                row.get(Columns.CREATED_AT),
                row.get(FINISHED_AT),
                parts);
    }

    private List<HandOver.Part> partsOf(UUID handOver) {
        return ctx.select(CODE, LABEL, FATE, SUCCESSOR, TOTAL, MOVED, REFUSED, FINISHED, PROBLEMS)
                .from(parts)
                .where(HAND_OVER.eq(handOver))
                .orderBy(PLACE)
                .fetch(row -> new HandOver.Part(
                        row.get(CODE),
                        JSON.readValue(row.get(LABEL).data(), Label.class),
                        Holding.Fate.valueOf(row.get(FATE)),
                        row.get(SUCCESSOR),
                        row.get(TOTAL),
                        row.get(MOVED),
                        row.get(REFUSED),
                        row.get(FINISHED),
                        List.of(JSON.readValue(row.get(PROBLEMS).data(), HandOver.Said[].class))));
    }

    private static Condition is(UUID handOver, String code) {
        return HAND_OVER.eq(handOver).and(CODE.eq(code));
    }

    private static JSONB json(Object value) {
        return JSONB.jsonb(JSON.writeValueAsString(value));
    }

    private static <T> Field<T> column(String name, DataType<T> type) {
        return DSL.field(DSL.quotedName(name), type);
    }
}

package io.zhike.rule;

import static io.zhike.rule.RunRows.ACTOR;
import static io.zhike.rule.RunRows.ALL;
import static io.zhike.rule.RunRows.CAUSES;
import static io.zhike.rule.RunRows.CREATED;
import static io.zhike.rule.RunRows.CYCLE;
import static io.zhike.rule.RunRows.DUE;
import static io.zhike.rule.RunRows.ENTITY;
import static io.zhike.rule.RunRows.FINISHED;
import static io.zhike.rule.RunRows.ID;
import static io.zhike.rule.RunRows.KEY;
import static io.zhike.rule.RunRows.LOG;
import static io.zhike.rule.RunRows.MESSAGE;
import static io.zhike.rule.RunRows.PARENT;
import static io.zhike.rule.RunRows.RECORDS;
import static io.zhike.rule.RunRows.RULE;
import static io.zhike.rule.RunRows.STATE;
import static io.zhike.rule.RunRows.TRIES;

import io.zhike.store.WorkspaceSchema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Runs as people look at them. */
final class ShownRuns {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext ctx;
    private final Table<Record> table;

    ShownRuns(DSLContext ctx, WorkspaceSchema schema) {
        this.ctx = ctx;
        this.table = schema.table("rule_run");
    }

    /** A run as it is shown. */
    record Shown(
            UUID id,
            String rule,
            String entity,
            List<UUID> records,
            RunState state,
            Instant createdAt,
            Optional<Instant> finishedAt,
            Instant due,
            int tries,
            Optional<UUID> parent,
            Optional<UUID> actor,
            List<String> causes,
            JsonNode message,
            JsonNode cycle,
            JsonNode log) {}

    private static Shown shown(Record row) {
        return new Shown(
                row.get(ID),
                row.get(RULE),
                row.get(ENTITY),
                List.of(row.get(RECORDS)),
                RunState.of(row.get(STATE)),
                row.get(CREATED).toInstant(),
                Optional.ofNullable(row.get(FINISHED)).map(OffsetDateTime::toInstant),
                row.get(DUE).toInstant(),
                row.get(TRIES),
                Optional.ofNullable(row.get(PARENT)),
                Optional.ofNullable(row.get(ACTOR)),
                RunRows.causes(row.get(CAUSES)),
                node(row.get(MESSAGE)),
                node(row.get(CYCLE)),
                node(row.get(LOG)));
    }

    private static JsonNode node(@Nullable JSONB stored) {
        return stored == null ? JsonNodeFactory.instance.nullNode() : JSON.readTree(stored.data());
    }

    /** The newest first, those before {@code before}. */
    List<Shown> newest(String rule, Optional<RunState> state, Optional<UUID> record, @Nullable UUID before, int limit) {
        return ctx.select(ALL)
                .from(table)
                .where(RULE.eq(rule))
                .and(state.map(each -> STATE.eq(each.code())).orElseGet(DSL::noCondition))
                .and(record.map(id -> RECORDS.contains(new UUID[] {id})).orElseGet(DSL::noCondition))
                .and(before == null ? DSL.noCondition() : ID.lt(before))
                .orderBy(ID.desc())
                .limit(limit)
                .fetch(ShownRuns::shown);
    }

    Optional<Shown> find(UUID id) {
        return ctx.select(ALL).from(table).where(ID.eq(id)).fetchOptional(ShownRuns::shown);
    }

    /** How rules did: when each ran last, how many runs it began since {@code today}, and how many of all have failed. */
    Map<String, Figures> figures(Instant today) {
        Field<OffsetDateTime> last = DSL.max(CREATED);
        Field<Integer> runs = DSL.count().filterWhere(CREATED.ge(RunRows.utc(today)));
        Field<Integer> failed = DSL.count().filterWhere(STATE.eq(RunState.FAILED.code()));
        Map<String, Figures> figures = new HashMap<>();
        ctx.select(RULE, last, runs, failed)
                .from(table)
                .where(PARENT.isNull())
                .groupBy(RULE)
                .forEach(row ->
                        figures.put(row.value1(), new Figures(row.value2().toInstant(), row.value3(), row.value4())));
        return figures;
    }

    record Figures(Instant last, int today, int failed) {}

    /** The runs of a rule that are for any of those keys. */
    Map<String, UUID> withKeys(String rule, Collection<String> keys) {
        Map<String, UUID> found = new HashMap<>();
        ctx.select(KEY, ID)
                .from(table)
                .where(RULE.eq(rule), KEY.in(keys))
                .forEach(row -> found.put(row.value1(), row.value2()));
        return found;
    }
}

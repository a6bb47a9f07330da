package io.zhike.rule;

import io.zhike.store.Remembered;
import io.zhike.store.WorkspaceSchema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** How it stands with published rules beside their definitions: since when, switched off or not, all paused or not. */
public final class RuleStates {
    /** What those who remember states forget them by. */
    static final String TOPIC = "rule-states";

    private static final String SETTINGS = "workspace_setting";
    private static final String PAUSED = "rules.paused";
    private static final Field<String> RULE = DSL.field(DSL.name("rule"), SQLDataType.CLOB);
    private static final Field<OffsetDateTime> SINCE = DSL.field(DSL.name("since"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<Boolean> SWITCHED_ON = DSL.field(DSL.name("switched_on"), SQLDataType.BOOLEAN);
    private static final Field<String> NAME = DSL.field(DSL.name("name"), SQLDataType.CLOB);
    private static final Field<String> VALUE = DSL.field(DSL.name("value"), SQLDataType.CLOB);

    private final DSLContext ctx;
    private final WorkspaceSchema schema;
    private final Table<Record> table;

    public RuleStates(DSLContext ctx, WorkspaceSchema schema) {
        this.ctx = ctx;
        this.schema = schema;
        this.table = schema.table("rule_state");
    }

    /**
     * How it stands with one rule.
     *
     * @param since nothing that happened before sets it off
     * @param on false where an administrator switched it off
     */
    public record State(Instant since, boolean on) {}

    /** Of those of {@code rules} that are known. */
    public Map<String, State> of(Collection<String> rules) {
        Map<String, State> states = new HashMap<>();
        if (!rules.isEmpty()) {
            ctx.select(RULE, SINCE, SWITCHED_ON)
                    .from(table)
                    .where(RULE.in(rules))
                    .forEach(row ->
                            states.put(row.value1(), new State(row.value2().toInstant(), row.value3())));
        }
        return states;
    }

    /** Lets a rule begin anew: what happened before {@code since} sets it off no more. */
    void begin(String rule, Instant since) {
        ctx.insertInto(table, RULE, SINCE, SWITCHED_ON)
                .values(rule, RunRows.utc(since), true)
                .onConflict(RULE)
                .doUpdate()
                .set(SINCE, RunRows.utc(since))
                .execute();
    }

    /** What happened while it was off sets it off no more. */
    void switchTo(String rule, boolean on, Instant now) {
        ctx.insertInto(table, RULE, SINCE, SWITCHED_ON)
                .values(rule, RunRows.utc(now), on)
                .onConflict(RULE)
                .doUpdate()
                .set(SWITCHED_ON, on)
                .set(SINCE, RunRows.utc(now))
                .execute();
        changed(ctx);
    }

    void forget(String rule) {
        ctx.deleteFrom(table).where(RULE.eq(rule)).execute();
    }

    /** Whether all rules of the workspace rest; when and by whom is in the audit log. */
    public boolean paused() {
        return ctx.fetchExists(schema.table(SETTINGS), NAME.eq(PAUSED));
    }

    /** When they were paused; empty where they are not. */
    Optional<String> pausedSince() {
        return ctx.select(VALUE)
                .from(schema.table(SETTINGS))
                .where(NAME.eq(PAUSED))
                .fetchOptional(VALUE);
    }

    /** Lets all nodes look again how it stands with rules, when the transaction of {@code ctx} commits. */
    private static void changed(DSLContext ctx) {
        Remembered.changed(ctx, TOPIC);
    }

    /** Whether that changed anything. */
    boolean pause(Instant now) {
        changed(ctx);
        return ctx.insertInto(schema.table(SETTINGS), NAME, VALUE)
                        .values(PAUSED, now.toString())
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    /** Whether that changed anything. */
    boolean resume() {
        changed(ctx);
        return ctx.deleteFrom(schema.table(SETTINGS)).where(NAME.eq(PAUSED)).execute() > 0;
    }
}

package io.zhike.rule.timed;

import io.zhike.record.DueRecords.Found;
import io.zhike.store.WorkspaceSchema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** How far each timed rule has looked. */
final class PassRows {
    private static final Field<String> RULE = DSL.field(DSL.name("rule"), SQLDataType.CLOB);
    private static final Field<Instant> THROUGH = DSL.field(DSL.name("through"), SQLDataType.INSTANT);
    private static final Field<Instant> UNTIL = DSL.field(DSL.name("until"), SQLDataType.INSTANT);
    private static final Field<Integer> PHASE = DSL.field(DSL.name("phase"), SQLDataType.INTEGER);
    private static final Field<String> PLACE_AT = DSL.field(DSL.name("place_at"), SQLDataType.CLOB);
    private static final Field<UUID> PLACE_ID = DSL.field(DSL.name("place_id"), SQLDataType.UUID);

    private final DSLContext ctx;
    private final Table<Record> table;

    PassRows(DSLContext ctx, WorkspaceSchema schema) {
        this.ctx = ctx;
        this.table = schema.table("rule_pass");
    }

    /**
     * Where a rule stands.
     *
     * @param until the end of the window that is being worked at; empty between two passes
     * @param phase which of the things that are sought in it
     * @param place the last record that was dealt with
     */
    record Pass(Instant through, Optional<Instant> until, int phase, Optional<Found> place) {
        static Pass at(Instant through) {
            return new Pass(through, Optional.empty(), 0, Optional.empty());
        }
    }

    /** Locked until the transaction ends; empty where another node has it. Begins at {@code since} where it is new. */
    Optional<Pass> lock(String rule, Instant since) {
        Optional<Pass> pass = read(rule);
        if (pass.isEmpty()) {
            ctx.insertInto(table, RULE, THROUGH)
                    .values(rule, since)
                    .onConflictDoNothing()
                    .execute();
            return read(rule);
        }
        return pass;
    }

    private Optional<Pass> read(String rule) {
        return ctx.select(THROUGH, UNTIL, PHASE, PLACE_AT, PLACE_ID)
                .from(table)
                .where(RULE.eq(rule))
                .forUpdate()
                .skipLocked()
                .fetchOptional(row -> new Pass(
                        row.value1(),
                        Optional.ofNullable(row.value2()),
                        row.value3(),
                        Optional.ofNullable(row.value5()).map(id -> new Found(id, parsed(row.value4())))));
    }

    void set(String rule, Pass pass) {
        ctx.update(table)
                .set(THROUGH, pass.through())
                .set(UNTIL, pass.until().orElse(null))
                .set(PHASE, pass.phase())
                .set(PLACE_AT, pass.place().map(Found::at).map(Object::toString).orElse(null))
                .set(PLACE_ID, pass.place().map(Found::id).orElse(null))
                .where(RULE.eq(rule))
                .execute();
    }

    private static @Nullable Object parsed(@Nullable String at) {
        if (at == null) {
            return null;
        }
        return at.indexOf('T') > 0 ? Instant.parse(at) : LocalDate.parse(at);
    }
}

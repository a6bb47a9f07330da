package io.zhike.page;

import io.zhike.store.WorkspaceSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** When members looked at the records of entities: one row each, so that nothing is written per record. */
final class Visits {
    /** Who comes back sooner is still there: what is new stays marked while one goes to and fro. */
    static final Duration PAUSE = Duration.ofMinutes(30);

    private static final Field<UUID> MEMBER = DSL.field(DSL.quotedName("member"), SQLDataType.UUID);
    private static final Field<String> ENTITY = DSL.field(DSL.quotedName("entity"), SQLDataType.CLOB);
    private static final Field<Instant> SEEN_AT = DSL.field(DSL.quotedName("seen_at"), SQLDataType.INSTANT);
    private static final Field<Instant> SINCE = DSL.field(DSL.quotedName("since"), SQLDataType.INSTANT);

    private final DSLContext ctx;
    private final Table<Record> table;

    Visits(DSLContext ctx, WorkspaceSchema schema) {
        this.ctx = ctx;
        this.table = schema.table("entity_visit");
    }

    /**
     * Since when changes would be news to {@code member} who came at {@code now}, by entity; without those never seen. One
     * statement, which notes nothing.
     */
    Map<String, Instant> since(UUID member, Instant now) {
        Field<Instant> from = DSL.when(SEEN_AT.lt(now.minus(PAUSE)), SEEN_AT).otherwise(SINCE);
        Map<String, Instant> found = new LinkedHashMap<>();
        ctx.select(ENTITY, from)
                .from(table)
                .where(MEMBER.eq(member))
                .and(from.isNotNull())
                .orderBy(SEEN_AT.desc())
                .forEach(row -> found.put(row.value1(), row.value2()));
        return found;
    }

    /** Notes a visit and gives the end of the one before; empty at the first. One statement. */
    Optional<Instant> visit(UUID member, String entity, Instant now) {
        Table<Record> old = table.as("old");
        Field<Instant> seen = DSL.field(DSL.name("old", "seen_at"), SQLDataType.INSTANT);
        Field<Instant> since = DSL.field(DSL.name("old", "since"), SQLDataType.INSTANT);
        return ctx.insertInto(old)
                .set(MEMBER, member)
                .set(ENTITY, entity)
                .set(SEEN_AT, now)
                .onConflict(MEMBER, ENTITY)
                .doUpdate()
                .set(SINCE, DSL.when(seen.lt(now.minus(PAUSE)), seen).otherwise(since))
                .set(SEEN_AT, now)
                .returningResult(SINCE)
                .fetchOptional(SINCE);
    }
}

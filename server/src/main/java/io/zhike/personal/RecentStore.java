package io.zhike.personal;

import io.zhike.store.WorkspaceSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The records that members of one workspace opened or changed last. */
final class RecentStore {
    /** How many are kept for each member. */
    static final int MOST = 50;
    /** Who comes back to a record sooner has never left it. */
    static final Duration SAME = Duration.ofMinutes(1);

    private static final Field<UUID> MEMBER = DSL.field(DSL.name("member"), SQLDataType.UUID);
    private static final Field<String> ENTITY = DSL.field(DSL.name("entity"), SQLDataType.CLOB);
    private static final Field<UUID> RECORD = DSL.field(DSL.name("record"), SQLDataType.UUID);
    private static final Field<Instant> AT = DSL.field(DSL.name("at"), SQLDataType.INSTANT);

    private final DSLContext ctx;
    private final Table<Record> table;

    RecentStore(DSLContext ctx, WorkspaceSchema schema) {
        this.ctx = ctx;
        this.table = schema.table("member_recent");
    }

    record Recent(String entity, UUID record, Instant at) {}

    /** The newest first. */
    List<Recent> of(UUID member) {
        return ctx.select(ENTITY, RECORD, AT)
                .from(table)
                .where(MEMBER.eq(member))
                .orderBy(AT.desc(), RECORD)
                .limit(MOST)
                .fetch(row -> new Recent(row.value1(), row.value2(), row.value3()));
    }

    /** Notes that {@code member} is at the record, and forgets the oldest; writes nothing where that was noted just now. */
    void note(UUID member, String entity, UUID record, Instant now) {
        Table<Record> old = table.as("old");
        Field<Instant> before = DSL.field(DSL.name("old", "at"), SQLDataType.INSTANT);
        int written = ctx.insertInto(old)
                .set(MEMBER, member)
                .set(ENTITY, entity)
                .set(RECORD, record)
                .set(AT, now)
                .onConflict(MEMBER, ENTITY, RECORD)
                .doUpdate()
                .set(AT, now)
                .where(before.le(now.minus(SAME)))
                .execute();
        if (written > 0) {
            Field<Instant> kept = DSL.field(DSL.select(AT)
                    .from(table)
                    .where(MEMBER.eq(member))
                    .orderBy(AT.desc())
                    .offset(MOST - 1)
                    .limit(1));
            ctx.deleteFrom(table).where(MEMBER.eq(member), AT.lt(kept)).execute();
        }
    }

    void deleteOf(String entity, Collection<UUID> records) {
        ctx.deleteFrom(table).where(RECORD.in(records)).and(ENTITY.eq(entity)).execute();
    }
}

package io.zhike.audit;

import io.zhike.store.Ids;
import io.zhike.store.Transactions;
import io.zhike.store.WorkspaceSchema;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the log of a workspace in the transaction of what is told of: both become real or neither does. One insert; it
 * waits for nobody. For what must not cost the request anything, see {@link AuditBuffer}.
 */
public final class AuditLog {
    private AuditLog() {}

    /** Tells of {@code entry}, done at {@code now} by the {@link Actor#current()}. */
    public static void record(DSLContext ctx, WorkspaceSchema schema, Instant now, AuditEntry entry) {
        record(ctx, schema, now, Actor.current(), entry);
    }

    /** As {@link #record(DSLContext, WorkspaceSchema, Instant, AuditEntry)}, for an actor whom the thread does not know. */
    public static void record(DSLContext ctx, WorkspaceSchema schema, Instant now, Actor actor, AuditEntry entry) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        AuditEntry.@Nullable Thing thing = entry.thing();
        ctx.insertInto(AuditRows.in(schema))
                .set(AuditRows.AT, at)
                .set(AuditRows.ID, Ids.at(at))
                .set(AuditRows.TX, Transactions.current())
                .set(AuditRows.ACTION, entry.action().name())
                .set(AuditRows.ORIGIN, actor.origin().code())
                .set(AuditRows.MEMBER, actor.member())
                .set(AuditRows.NAME, actor.name())
                .set(AuditRows.VIA, actor.via())
                .set(AuditRows.ADDRESS, actor.address())
                .set(AuditRows.KIND, thing == null ? null : thing.kind())
                .set(AuditRows.OBJECT, thing == null ? null : thing.id())
                .set(AuditRows.TITLE, thing == null ? null : thing.title())
                .set(AuditRows.DETAIL, entry.detail())
                .execute();
    }
}

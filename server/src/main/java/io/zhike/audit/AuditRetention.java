package io.zhike.audit;

import io.zhike.store.Database;
import io.zhike.store.MonthPartitions;
import io.zhike.store.WorkspaceSchema;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the log's months ahead of time and removes those whose time is over, whole months at once: dropping a table costs
 * nothing. What is removed is a beginning of the chain, and an entry that is sealed in the same transaction tells up to which
 * number and hash, so that the rest still verifies.
 */
@Component
public final class AuditRetention {
    private static final int AHEAD = 2;

    /** No transaction lasts that long: rows of a month that were sealed after some of the next lie within it. */
    private static final int MARGIN_DAYS = 2;

    private final Database database;
    private final MonthPartitions partitions;
    private final Clock clock;

    public AuditRetention(Database database, Clock clock) {
        this.database = database;
        this.partitions = new MonthPartitions(database);
        this.clock = clock;
    }

    /** Makes the tables of this month and the next where they are missing. */
    public void makeMonths(WorkspaceSchema schema) {
        YearMonth now = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        partitions.make(schema, AuditRows.TABLE, AuditRows.AT.getName(), now, AHEAD);
    }

    /** Removes the months that are over by more than the workspace keeps entries; returns the last number removed, 0 for none. */
    public long removeExpired(WorkspaceSchema schema) {
        return database.write(ctx -> {
            Anchor anchor = Anchor.locked(ctx, schema);
            Instant keptFrom = clock.instant().minus(anchor.keepDays() + MARGIN_DAYS, ChronoUnit.DAYS);
            YearMonth first = YearMonth.from(keptFrom.atZone(ZoneOffset.UTC));
            Instant until = first.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
            boolean unsealed = ctx.fetchExists(AuditRows.in(schema), AuditRows.AT.lt(until), AuditRows.SEQ.isNull());
            @Nullable Record2<Long, byte[]> last = unsealed ? null : last(ctx, schema, until);
            if (last == null) {
                return 0L;
            }
            remove(ctx, anchor, first, until, last.value1(), last.value2());
            return last.value1();
        });
    }

    private static @Nullable Record2<Long, byte[]> last(DSLContext ctx, WorkspaceSchema schema, Instant until) {
        return ctx.select(AuditRows.SEQ, AuditRows.HASH)
                .from(AuditRows.in(schema))
                .where(AuditRows.AT.lt(until))
                .orderBy(AuditRows.SEQ.desc())
                .limit(1)
                .fetchOne();
    }

    private void remove(DSLContext ctx, Anchor anchor, YearMonth first, Instant until, long seq, byte[] hash) {
        WorkspaceSchema schema = anchor.schema();
        partitions.drop(ctx, schema, AuditRows.TABLE, first);
        ctx.deleteFrom(AuditRows.in(schema))
                .where(AuditRows.AT.lt(until).or(AuditRows.SEQ.le(seq)))
                .execute();
        anchor.removed(ctx, seq, hash);
        AuditEntry told = AuditEntry.of(LogAction.LOG_REMOVED)
                .with(AuditWord.UP_TO, seq)
                .with(AuditWord.HASH, HexFormat.of().formatHex(hash))
                .with(AuditWord.UNTIL, first.atDay(1).toString())
                .with(AuditWord.ROWS, seq - anchor.baseSeq());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AuditLog.record(ctx, schema, now, Actor.system("retention"), told);
        List<StoredEntry> row = ctx.select(AuditRows.all())
                .from(AuditRows.in(schema))
                .where(AuditRows.AT.eq(now), AuditRows.ACTION.eq(LogAction.LOG_REMOVED.name()))
                .and(AuditRows.SEQ.isNull())
                .fetch(AuditRows::of);
        AuditChain.append(ctx, anchor, row, now);
    }
}

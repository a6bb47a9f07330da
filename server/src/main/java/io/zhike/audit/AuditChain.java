package io.zhike.audit;

import io.zhike.store.Database;
import io.zhike.store.Transactions;
import io.zhike.store.WorkspaceSchema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The chain of a workspace's log: seals what came in, verifies all of it, says how it stands. Entries are sealed in an order in
 * which no writer waits for another: whole transactions below the oldest one still running, and among those by time.
 */
@Component
public class AuditChain {
    /** As the law asks of logs (China's Cybersecurity Law, article 21). */
    public static final int SHORTEST_KEEP_DAYS = 180;

    public static final int LONGEST_KEEP_DAYS = 36_500;

    /** The numbers of transactions mean nothing on another server: what lies unsealed that long came with a restored backup. */
    private static final Duration ANOTHER_SERVER = Duration.ofHours(6);

    private static final int AT_ONCE = 2_000;

    private final Database database;
    private final Clock clock;

    public AuditChain(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * How the chain stands.
     *
     * @param removed the last number that was removed when its time was over; 0 for none
     * @param sealed the last number given; 0 for none
     * @param hash of the chain up to there, hexadecimal
     * @param sealedAt null for never
     * @param waiting how many entries are not sealed yet
     */
    public record State(
            long removed,
            long sealed,
            String hash,
            @Nullable Instant sealedAt,
            long waiting,
            int keepDays) {}

    public State state(WorkspaceSchema schema) {
        return database.read(ctx -> {
            Anchor anchor = Anchor.find(ctx, schema).orElseGet(() -> Anchor.ofNothing(schema));
            int waiting = ctx.fetchCount(AuditRows.in(schema), AuditRows.SEQ.isNull());
            return new State(
                    anchor.baseSeq(),
                    anchor.seq(),
                    HexFormat.of().formatHex(anchor.hash()),
                    anchor.sealedAt(),
                    waiting,
                    anchor.keepDays());
        });
    }

    /** Seals all that can be sealed; returns how many entries that were. Does nothing where another node is at it. */
    public int seal(WorkspaceSchema schema) {
        int all = 0;
        int sealed;
        do {
            sealed = database.write(ctx -> Anchor.lockedUnlessBusy(ctx, schema)
                    .map(anchor -> seal(ctx, anchor))
                    .orElse(0));
            all += sealed;
        } while (sealed == AT_ONCE);
        return all;
    }

    /** Whether there is anything to seal; one look into an index that holds nothing else. */
    boolean hasUnsealed(WorkspaceSchema schema) {
        return database.read(ctx -> ctx.fetchExists(AuditRows.in(schema), AuditRows.SEQ.isNull()));
    }

    private int seal(DSLContext ctx, Anchor anchor) {
        Instant longAgo = clock.instant().minus(ANOTHER_SERVER);
        Result<Record> rows = ctx.select(AuditRows.all())
                .from(AuditRows.in(anchor.schema()))
                .where(AuditRows.SEQ.isNull())
                .and(AuditRows.TX.lt(Transactions.horizon()).or(AuditRows.AT.lt(longAgo)))
                .orderBy(AuditRows.AT, AuditRows.ID)
                .limit(AT_ONCE)
                .fetch();
        if (!rows.isEmpty()) {
            append(ctx, anchor, rows.map(AuditRows::of), clock.instant());
        }
        return rows.size();
    }

    /** Gives {@code entries} the next numbers; for who holds the anchor's lock. */
    static void append(DSLContext ctx, Anchor anchor, List<StoredEntry> entries, Instant now) {
        Links links = new Links();
        long seq = anchor.seq();
        byte[] hash = anchor.hash();
        List<Query> updates = new ArrayList<>(entries.size());
        for (StoredEntry entry : entries) {
            seq++;
            hash = links.next(hash, seq, entry);
            updates.add(ctx.update(AuditRows.in(anchor.schema()))
                    .set(AuditRows.SEQ, seq)
                    .set(AuditRows.HASH, hash)
                    .where(AuditRows.AT.eq(entry.at()), AuditRows.ID.eq(entry.id())));
        }
        ctx.batch(updates).execute();
        anchor.sealed(ctx, seq, hash, now);
    }

    /**
     * Reads the whole chain and works its hashes out again, on one unchanging view of the data.
     *
     * @param limit how long one of its statements may run
     * @param noted an end of the chain that somebody wrote down elsewhere; null for none
     */
    public Verdict verify(WorkspaceSchema schema, Duration limit, @Nullable NotedEnd noted) {
        return database.reading(limit, ctx -> new Verification(ctx, schema, noted).run());
    }

    /** Sets for how many days entries are kept at least, and tells of it in the log. Throws outside of 180 days to 100 years. */
    public void keep(WorkspaceSchema schema, int days) {
        if (days < SHORTEST_KEEP_DAYS || days > LONGEST_KEEP_DAYS) {
            throw AuditError.KEEP_OUT_OF_BOUNDS.problem(SHORTEST_KEEP_DAYS, LONGEST_KEEP_DAYS);
        }
        database.writing(ctx -> {
            Anchor anchor = Anchor.locked(ctx, schema);
            if (anchor.keepDays() != days) {
                anchor.keep(ctx, days);
                AuditEntry entry = AuditEntry.of(LogAction.RETENTION_CHANGED)
                        .with(AuditWord.KEEP_DAYS, days)
                        .changed(AuditWord.KEEP_DAYS, Integer.toString(anchor.keepDays()), Integer.toString(days));
                AuditLog.record(ctx, schema, clock.instant(), entry);
            }
        });
    }
}

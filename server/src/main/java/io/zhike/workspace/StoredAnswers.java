package io.zhike.workspace;

import io.zhike.http.HttpError;
import io.zhike.http.Idempotency;
import io.zhike.store.WorkspaceSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** The answers of one caller in the table {@code idempotency}, within one transaction. */
final class StoredAnswers implements Idempotency.Answers {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofHours(Idempotency.KEPT_HOURS);
    private static final int SWEPT_AT_ONCE = 20;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final DSLContext ctx;
    private final Table<Record> table;
    private final UUID caller;
    private final Instant now;
    private final Duration longestWait;

    StoredAnswers(DSLContext ctx, WorkspaceSchema schema, UUID caller, Instant now) {
        this(ctx, schema, caller, now, LONGEST_WAIT);
    }

    StoredAnswers(DSLContext ctx, WorkspaceSchema schema, UUID caller, Instant now, Duration longestWait) {
        this.ctx = ctx;
        this.table = schema.table("idempotency");
        this.caller = caller;
        this.now = now;
        this.longestWait = longestWait;
    }

    /** The insert waits for a transaction that has inserted the same key, and goes on when that is rolled back. */
    @Override
    public Optional<Idempotency.Answer> claim(String key, String fingerprint) {
        sweep(key);
        lockTimeout(longestWait);
        int claimed = insert(key, fingerprint);
        lockTimeout(Duration.ZERO);
        return claimed == 1 ? Optional.empty() : found(key);
    }

    private int insert(String key, String fingerprint) {
        try {
            return ctx.insertInto(table)
                    .set(Columns.CALLER, caller)
                    .set(Columns.KEY, key)
                    .set(Columns.FINGERPRINT, fingerprint)
                    .set(Columns.CREATED_AT, now)
                    .onConflict(Columns.CALLER, Columns.KEY)
                    .doNothing()
                    .execute();
        } catch (DataAccessException e) {
            throw LOCK_NOT_AVAILABLE.equals(e.sqlState()) ? HttpError.IDEMPOTENCY_KEY_IN_USE.problem() : e;
        }
    }

    @Override
    public void keep(String key, Idempotency.Answer answer) {
        ctx.update(table)
                .set(Columns.STATUS, answer.status())
                .set(Columns.ANSWER, answer.json())
                .where(Columns.CALLER.eq(caller))
                .and(Columns.KEY.eq(key))
                .execute();
    }

    private Optional<Idempotency.Answer> found(String key) {
        return ctx.select(Columns.FINGERPRINT, Columns.STATUS, Columns.ANSWER)
                .from(table)
                .where(Columns.CALLER.eq(caller))
                .and(Columns.KEY.eq(key))
                .fetchOptional(row -> new Idempotency.Answer(
                        row.get(Columns.FINGERPRINT), row.get(Columns.STATUS), row.get(Columns.ANSWER)));
    }

    /** Each claim takes this key and a few others away when they are old, so that the table stays small without a job. */
    private void sweep(String key) {
        ctx.deleteFrom(table)
                .where(Columns.CALLER.eq(caller))
                .and(Columns.KEY.eq(key))
                .and(Columns.CREATED_AT.lt(now.minus(KEPT)))
                .execute();
        Table<Record> old = table.as("old");
        ctx.deleteFrom(table)
                .where(DSL.row(Columns.CALLER, Columns.KEY)
                        .in(DSL.select(Columns.CALLER, Columns.KEY)
                                .from(old)
                                .where(Columns.CREATED_AT.lt(now.minus(KEPT)))
                                .orderBy(Columns.CREATED_AT)
                                .limit(SWEPT_AT_ONCE)
                                .forUpdate()
                                .skipLocked()))
                .execute();
    }

    private void lockTimeout(Duration timeout) {
        ctx.setLocal("lock_timeout", DSL.inline(timeout.toMillis())).execute();
    }
}

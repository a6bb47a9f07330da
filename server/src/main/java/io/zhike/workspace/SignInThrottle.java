package io.zhike.workspace;

import io.zhike.message.ProblemException;
import io.zhike.store.Database;
import io.zhike.store.SystemSchema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing, on all nodes together. A try is counted as failed before its password is looked at and taken back
 * when it was right, so that many tries at once gain nothing.
 */
@Component
class SignInThrottle {
    private static final Table<Record> TABLE = SystemSchema.table("sign_in_failure");
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 10;

    private final Database database;
    private final Clock clock;

    SignInThrottle(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What tries are counted by, and how many are free. An address may be that of a whole office. */
    private enum Kind {
        ACCOUNT(5),
        ADDRESS(50);

        private final int free;

        Kind(int free) {
            this.free = free;
        }
    }

    /**
     * Counts a try.
     *
     * @throws ProblemException {@code too-many-tries} with the seconds to wait; the try is then not counted
     */
    void attempt(String accountKey, String address) {
        database.writing(ctx -> {
            forgetOld(ctx);
            count(ctx, Kind.ACCOUNT, accountKey);
            count(ctx, Kind.ADDRESS, address);
        });
    }

    /** As {@link #attempt(String, String)} of somebody who is known already: counted for the account alone. */
    void attempt(String accountKey) {
        database.writing(ctx -> {
            forgetOld(ctx);
            count(ctx, Kind.ACCOUNT, accountKey);
        });
    }

    /** Forgets the tries that named the account. */
    void succeeded(String accountKey) {
        database.writing(ctx -> forget(ctx, accountKey));
    }

    /** Takes the last try back, and forgets those before it that named the same account. */
    void succeeded(String accountKey, String address) {
        database.writing(ctx -> {
            forget(ctx, accountKey);
            ctx.update(TABLE)
                    .set(Columns.FAILURES, Columns.FAILURES.minus(1))
                    .set(Columns.WAIT_UNTIL, clock.instant())
                    .where(Columns.KIND.eq(Kind.ADDRESS.name()))
                    .and(Columns.SUBJECT.eq(address))
                    .execute();
        });
    }

    private static void forget(DSLContext ctx, String accountKey) {
        ctx.deleteFrom(TABLE)
                .where(Columns.KIND.eq(Kind.ACCOUNT.name()))
                .and(Columns.SUBJECT.eq(accountKey))
                .execute();
    }

    private void forgetOld(DSLContext ctx) {
        ctx.deleteFrom(TABLE)
                .where(Columns.FAILED_AT.lt(clock.instant().minus(FORGOTTEN_AFTER)))
                .execute();
    }

    private void count(DSLContext ctx, Kind kind, String subject) {
        Instant now = clock.instant();
        ctx.insertInto(TABLE)
                .set(Columns.KIND, kind.name())
                .set(Columns.SUBJECT, subject)
                .set(Columns.FAILURES, 0)
                .set(Columns.FAILED_AT, now)
                .set(Columns.WAIT_UNTIL, now)
                .onConflict(Columns.KIND, Columns.SUBJECT)
                .doNothing()
                .execute();
        Record row = ctx.select(Columns.FAILURES, Columns.WAIT_UNTIL)
                .from(TABLE)
                .where(Columns.KIND.eq(kind.name()))
                .and(Columns.SUBJECT.eq(subject))
                .forUpdate()
                .fetchSingle();
        long wait = Duration.between(now, row.get(Columns.WAIT_UNTIL)).toMillis();
        if (wait > 0) {
            throw WorkspaceError.TOO_MANY_TRIES.problem((wait + 999) / 1_000);
        }
        int failures = row.get(Columns.FAILURES) + 1;
        ctx.update(TABLE)
                .set(Columns.FAILURES, failures)
                .set(Columns.FAILED_AT, now)
                .set(Columns.WAIT_UNTIL, now.plus(wait(failures - kind.free)))
                .where(Columns.KIND.eq(kind.name()))
                .and(Columns.SUBJECT.eq(subject))
                .execute();
    }

    /** Nothing for the free tries, then 30 seconds, doubled with each further one up to 15 minutes. */
    private static Duration wait(int beyondFree) {
        if (beyondFree < 0) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(beyondFree, MOST_DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}

package io.zhike.store;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done later, on whichever node: kept in the database, leased by a node while it runs, tried again when it
 * fails, taken over when its node dies. The kinds are the {@link JobHandler} beans. A job that is due when it is scheduled
 * starts within a fraction of a second of its transaction's commit.
 */
public final class Jobs {
    static final String SIGNAL = "job";

    private static final Table<Record> JOB = SystemSchema.table("job");
    private static final Field<String> KIND = field(name("task_name"), String.class);
    private static final Field<String> KEY = field(name("task_instance"), String.class);
    private static final Field<byte[]> DATA = field(name("task_data"), byte[].class);
    private static final Field<OffsetDateTime> DUE = field(name("execution_time"), OffsetDateTime.class);
    private static final Field<Boolean> PICKED = field(name("picked"), Boolean.class);
    private static final Field<String> PICKED_BY = field(name("picked_by"), String.class);
    private static final Field<Integer> FAILURES = field(name("consecutive_failures"), Integer.class);
    private static final Field<OffsetDateTime> LAST_FAILURE = field(name("last_failure"), OffsetDateTime.class);
    private static final Field<Long> VERSION = field(name("version"), Long.class);

    private final Database database;
    private final Clock clock;

    public Jobs(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Schedules {@code job} to run once at {@code due}, in the transaction of {@code ctx}: it exists if that commits.
     *
     * @return false, and nothing changes, when there is such a job already, be it waiting or running
     */
    public boolean schedule(DSLContext ctx, JobKey job, Object payload, Instant due) {
        int added = insert(ctx, job, JobData.of(payload, null), due)
                .onConflictDoNothing()
                .execute();
        if (added > 0) {
            signalIfDue(ctx, due);
        }
        return added > 0;
    }

    /** As {@link #schedule(DSLContext, JobKey, Object, Instant)}, in a transaction of its own. */
    public boolean schedule(JobKey job, Object payload, Instant due) {
        return database.write(ctx -> schedule(ctx, job, payload, due));
    }

    /**
     * Lets {@code job} run at once and then again {@code every} so often after each end. Where there is such a job already,
     * it gets this pause and payload from its next run on.
     */
    public void scheduleRecurring(JobKey job, Object payload, Duration every) {
        Instant now = clock.instant();
        database.writing(ctx -> {
            insert(ctx, job, JobData.of(payload, every), now)
                    .onConflict(KIND, KEY)
                    .doUpdate()
                    .set(DATA, excluded(DATA))
                    .set(DUE, DSL.least(DSL.field(name("job", "execution_time"), OffsetDateTime.class), excluded(DUE)))
                    .set(VERSION, DSL.field(name("job", "version"), Long.class).plus(1))
                    .where(DSL.field(name("job", "picked"), Boolean.class).isFalse())
                    .execute();
            signalIfDue(ctx, now);
        });
    }

    /** Brings a waiting job forward to {@code due} in the transaction of {@code ctx}; never puts it off. */
    public void hasten(DSLContext ctx, JobKey job, Instant due) {
        int hastened = ctx.update(JOB)
                .set(DUE, utc(due))
                .set(VERSION, VERSION.plus(1))
                .where(is(job), PICKED.isFalse(), DUE.gt(utc(due)))
                .execute();
        if (hastened > 0) {
            signalIfDue(ctx, due);
        }
    }

    /** Removes {@code job}, in the transaction of {@code ctx}. A run that is under way goes on to its end and is the last. */
    public void cancel(DSLContext ctx, JobKey job) {
        ctx.deleteFrom(JOB).where(is(job)).execute();
    }

    /** How it stands with {@code job}; null when it is done or was never scheduled. */
    public @Nullable JobState find(JobKey job) {
        return database.read(ctx -> ctx.selectFrom(JOB).where(is(job)).fetchOne(Jobs::state));
    }

    /** The jobs that failed when they last ran, the ones that failed most often first; at most {@code limit}. */
    public List<JobState> failing(int limit) {
        return database.read(ctx -> ctx.selectFrom(JOB)
                .where(FAILURES.gt(0))
                .orderBy(FAILURES.desc(), KIND, KEY)
                .limit(limit)
                .fetch(Jobs::state));
    }

    boolean exists(JobKey job) {
        return database.read(ctx -> ctx.fetchExists(DSL.selectOne().from(JOB).where(is(job))));
    }

    private static InsertValuesStepN<Record> insert(DSLContext ctx, JobKey job, JobData data, Instant due) {
        return ctx.insertInto(JOB)
                .columns(List.of(KIND, KEY, DATA, DUE, PICKED, FAILURES, VERSION))
                .values(List.of(job.kind(), job.key(), data.json(), utc(due), false, 0, 1L));
    }

    private void signalIfDue(DSLContext ctx, Instant due) {
        if (!due.isAfter(clock.instant())) {
            Signals.send(ctx, SIGNAL, "");
        }
    }

    private static JobState state(Record row) {
        OffsetDateTime lastFailure = row.get(LAST_FAILURE);
        Integer failures = row.get(FAILURES);
        return new JobState(
                new JobKey(row.get(KIND), row.get(KEY)),
                row.get(DUE).toInstant(),
                Boolean.TRUE.equals(row.get(PICKED)) ? row.get(PICKED_BY) : null,
                failures == null ? 0 : failures,
                lastFailure == null ? null : lastFailure.toInstant(),
                JobData.parse(row.get(DATA)).lastError());
    }

    private static Condition is(JobKey job) {
        return KIND.eq(job.kind()).and(KEY.eq(job.key()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

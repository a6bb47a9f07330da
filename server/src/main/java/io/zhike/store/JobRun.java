package io.zhike.store;

import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One run of a job, handed to its {@link JobHandler}. */
public final class JobRun<T> {
    private final JobKey job;
    private final T payload;
    private final int attempt;
    private final BooleanSupplier stopping;
    private @Nullable Instant again;

    JobRun(JobKey job, T payload, int attempt, BooleanSupplier stopping) {
        this.job = job;
        this.payload = payload;
        this.attempt = attempt;
        this.stopping = stopping;
    }

    public JobKey job() {
        return job;
    }

    public T payload() {
        return payload;
    }

    /** 1 for the first try, 2 after one failure, and so on. */
    public int attempt() {
        return attempt;
    }

    /** Whether this node is shutting down: the job should save where it is, call {@link #again} and return within seconds. */
    public boolean isStopping() {
        return stopping.getAsBoolean();
    }

    /** Asks for another run of the same job at {@code due}, on whichever node, instead of being done with it. */
    public void again(Instant due) {
        again = due;
    }

    @Nullable
    Instant next() {
        return again;
    }
}

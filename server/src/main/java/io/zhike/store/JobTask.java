package io.zhike.store;

import com.github.kagkarlsson.scheduler.task.AbstractTask;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A {@link JobHandler} as db-scheduler sees it: what to run, and what becomes of the job afterwards. */
final class JobTask<P> extends AbstractTask<JobData> {
    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
    private static final Duration LAST_RETRY = Duration.ofHours(1);
    private static final int DOUBLINGS = 11;

    private final JobHandler<P> handler;
    private final Jobs jobs;
    private final Clock clock;

    JobTask(JobHandler<P> handler, Jobs jobs, Clock clock) {
        super(
                handler.kind(),
                JobData.class,
                (complete, operations) -> retry(jobs, complete, operations),
                (complete, operations) -> operations.reschedule(complete, complete.getTimeDone()));
        this.handler = handler;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public CompletionHandler<JobData> execute(TaskInstance<JobData> instance, ExecutionContext context) {
        JobData data = instance.getData();
        JobRun<P> run = new JobRun<>(
                key(instance.getTaskName(), instance.getId()),
                data.payload(handler.payloadType()),
                context.getExecution().consecutiveFailures + 1,
                context.getSchedulerState()::isShuttingDown);
        handler.run(run);
        return (complete, operations) -> finish(run, data, complete, operations);
    }

    /** A job that was cancelled while it ran has no row any more. */
    private void finish(
            JobRun<P> run, JobData data, ExecutionComplete complete, ExecutionOperations<JobData> operations) {
        if (!jobs.exists(run.job())) {
            return;
        }
        Instant next = next(run, data);
        if (next == null) {
            operations.stop();
        } else {
            operations.reschedule(complete, next, data.succeeded());
        }
    }

    private @Nullable Instant next(JobRun<P> run, JobData data) {
        Instant asked = run.next();
        if (asked != null) {
            return asked;
        }
        Duration every = data.every();
        return every == null ? null : clock.instant().plus(every);
    }

    private static void retry(Jobs jobs, ExecutionComplete complete, ExecutionOperations<JobData> operations) {
        var execution = complete.getExecution();
        if (!jobs.exists(key(execution.getTaskName(), execution.getId()))) {
            return;
        }
        JobData data = (JobData) execution.taskInstance.getData();
        operations.reschedule(
                complete,
                complete.getTimeDone().plus(pause(execution.consecutiveFailures)),
                data.failed(complete.getCause().orElse(null)));
    }

    /** 2 s, 4 s, 8 s … 1 h. */
    static Duration pause(int earlierFailures) {
        Duration pause = FIRST_RETRY.multipliedBy(1L << Math.min(earlierFailures, DOUBLINGS));
        return pause.compareTo(LAST_RETRY) < 0 ? pause : LAST_RETRY;
    }

    private static JobKey key(String kind, String key) {
        return new JobKey(kind, key);
    }

    @Override
    public SchedulableInstance<JobData> schedulableInstance(String id) {
        throw new UnsupportedOperationException("jobs are scheduled by Jobs");
    }

    @Override
    public SchedulableInstance<JobData> schedulableInstance(String id, JobData data) {
        throw new UnsupportedOperationException("jobs are scheduled by Jobs");
    }
}

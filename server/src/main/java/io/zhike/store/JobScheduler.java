package io.zhike.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/** Runs due jobs on this node: db-scheduler on virtual threads, woken by a signal when a job becomes due. */
final class JobScheduler implements AutoCloseable {
    static final String TABLE = SystemSchema.NAME + ".job";
    static final Duration HEARTBEAT = Duration.ofSeconds(10);
    static final int MISSED_HEARTBEATS = 6;

    private static final int AT_ONCE = 8;
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration LONGEST_SHUTDOWN = Duration.ofSeconds(10);

    private final Scheduler scheduler;
    private final Signals signals;
    private Signals.Subscription subscription = () -> {};

    JobScheduler(DataSource dataSource, Jobs jobs, Signals signals, Clock clock, List<JobHandler<?>> handlers) {
        this.signals = signals;
        this.scheduler = configured(Scheduler.create(dataSource, tasks(handlers, jobs, clock)))
                .clock(clock::instant)
                .threads(AT_ONCE)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .pollingInterval(POLL)
                .shutdownMaxWait(LONGEST_SHUTDOWN)
                .build();
    }

    /** Begins to run jobs; called when the application is ready to. */
    void start() {
        scheduler.start();
        subscription = signals.listen(Jobs.SIGNAL, _ -> scheduler.triggerCheckForDueExecutions());
    }

    /** Stops to take jobs and waits ten seconds for those that run; what is cut off runs again on another node. */
    @Override
    public void close() {
        subscription.close();
        scheduler.stop();
    }

    /** Fetches without a lock and leases when it runs: a node never takes hold of a kind that only a newer release knows. */
    static SchedulerBuilder configured(SchedulerBuilder builder) {
        return builder.tableName(TABLE)
                .serializer(new JobData.JsonSerializer())
                .pollUsingFetch(0.5, 3.0)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .schedulerName(new SchedulerName.Fixed(nodeName()))
                .failureLogging(LogLevel.WARN, true);
    }

    static List<Task<?>> tasks(List<JobHandler<?>> handlers, Jobs jobs, Clock clock) {
        Set<String> kinds = new HashSet<>();
        List<Task<?>> tasks = new ArrayList<>();
        for (JobHandler<?> handler : handlers) {
            if (!kinds.add(handler.kind())) {
                throw new IllegalStateException("two handlers for jobs of kind '" + handler.kind() + "'");
            }
            tasks.add(new JobTask<>(handler, jobs, clock));
        }
        return tasks;
    }

    private static String nodeName() {
        return new SchedulerName.Hostname().getName() + "-"
                + ProcessHandle.current().pid();
    }
}

package io.zhike.rule;

import io.zhike.record.Feed;
import io.zhike.store.JobHandler;
import io.zhike.store.JobKey;
import io.zhike.store.JobRun;
import io.zhike.store.Jobs;
import io.zhike.store.Signals;
import io.zhike.workspace.Workspace;
import io.zhike.workspace.Workspaces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps rules going: a commit on this node wakes a worker for its workspace at once, and a leased job looks after all
 * workspaces now and then, for what waits for its time and for what a node left behind. Workers of several nodes share the
 * work by the locks of its rows.
 */
@Component
class RuleWork implements JobHandler<RuleWork.Sweep>, DisposableBean {
    /** The channel on which a node tells itself that there are runs; the payload is the name of the schema. */
    static final String RUNS = "rule.runs";

    private static final Logger LOG = LoggerFactory.getLogger(RuleWork.class);
    private static final JobKey JOB = new JobKey("rule.sweep", "all");
    private static final Duration EVERY = Duration.ofSeconds(5);

    /** A change is read when no older transaction runs any more: so long a worker looks again after the last sign. */
    private static final long SHORTEST_PAUSE_MILLIS = 10;

    private static final long LONGEST_PAUSE_MILLIS = 640;

    private static final Duration TIDY_EVERY = Duration.ofMinutes(10);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final RuleEngine engine;
    private final Workspaces workspaces;
    private final Jobs jobs;
    private final Map<String, Worker> workers = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Clock clock;
    private volatile Instant tidyFrom = Instant.EPOCH;

    RuleWork(RuleEngine engine, Workspaces workspaces, Jobs jobs, Signals signals, Clock clock) {
        this.clock = clock;
        this.engine = engine;
        this.workspaces = workspaces;
        this.jobs = jobs;
        signals.listen(Feed.CHANGED, this::wake);
        signals.listen(RUNS, this::wake);
    }

    /** Nothing more is to be said of it. */
    record Sweep() {}

    @EventListener
    void begin(ApplicationReadyEvent event) {
        jobs.scheduleRecurring(JOB, new Sweep(), EVERY);
    }

    @Override
    public String kind() {
        return JOB.kind();
    }

    @Override
    public Class<Sweep> payloadType() {
        return Sweep.class;
    }

    @Override
    public void run(JobRun<Sweep> run) {
        Instant now = clock.instant();
        boolean tidies = !now.isBefore(tidyFrom);
        tidyFrom = tidies ? now.plus(TIDY_EVERY) : tidyFrom;
        for (Workspace workspace : workspaces.all()) {
            if (engine.hasRules(workspace)) {
                if (tidies) {
                    engine.tidy(workspace);
                }
                wake(workspace.schema().name());
            }
        }
    }

    /** @param schema of a workspace; empty where signals may have been lost, which the sweep makes good */
    private void wake(String schema) {
        if (!schema.isEmpty() && !closed.get()) {
            workers.computeIfAbsent(schema, Worker::new).wake();
        }
    }

    /** Waits for what is under way, which ends with its transaction. */
    @Override
    public void destroy() {
        closed.set(true);
        workers.values().forEach(Worker::end);
    }

    /** The work of one workspace on this node: a thread while there is any, and for moments after. */
    private final class Worker {
        private final String schema;
        private final Semaphore signs = new Semaphore(0);
        private final AtomicBoolean working = new AtomicBoolean();
        private Optional<Workspace> workspace = Optional.empty();
        private volatile @Nullable Thread thread;

        Worker(String schema) {
            this.schema = schema;
        }

        void wake() {
            signs.release();
            if (!closed.get() && working.compareAndSet(false, true)) {
                thread = Thread.ofVirtual().name("rules-" + schema).start(this::work);
            }
        }

        void end() {
            signs.release();
            Thread running = thread;
            try {
                if (running != null && !running.join(LONGEST_END)) {
                    LOG.warn("The rules of {} were not done in time; they go on elsewhere", schema);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void work() {
            try {
                long pause = SHORTEST_PAUSE_MILLIS;
                while (!closed.get() && pause <= LONGEST_PAUSE_MILLIS) {
                    boolean woken = signs.drainPermits() > 0;
                    boolean worked = turn();
                    pause = woken || worked ? SHORTEST_PAUSE_MILLIS : pause * 2;
                    if (!worked && signs.tryAcquire(pause, TimeUnit.MILLISECONDS)) {
                        pause = SHORTEST_PAUSE_MILLIS;
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                // An outer edge: the sweep begins again, here or on another node.
                LOG.error("The rules of {} are interrupted", schema, e);
            } finally {
                working.set(false);
            }
            if (signs.availablePermits() > 0) {
                wake();
            }
        }

        private boolean turn() {
            if (workspace.isEmpty()) {
                workspace = workspaces.inSchema(schema);
            }
            if (workspace.isEmpty() || !engine.hasRules(workspace.get())) {
                return false;
            }
            int read = engine.read(workspace.get());
            int ran = engine.run(workspace.get());
            return read + ran > 0;
        }
    }
}

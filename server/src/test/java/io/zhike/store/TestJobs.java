package io.zhike.store;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Jobs that run when a test says so, in the test's own thread, by the test's clock. Runs the jobs of the handlers it was
 * given and no others; tests that share the database keep apart by kinds or keys of their own.
 */
public final class TestJobs {
    private final Jobs jobs;
    private final ManualScheduler scheduler;

    private TestJobs(Jobs jobs, ManualScheduler scheduler) {
        this.jobs = jobs;
        this.scheduler = scheduler;
    }

    public static TestJobs of(Clock clock, JobHandler<?>... handlers) {
        return of(new Jobs(TestDatabase.database(), clock), clock, List.of(handlers));
    }

    /** For handlers that need {@code jobs} themselves. */
    public static TestJobs of(Jobs jobs, Clock clock, List<JobHandler<?>> handlers) {
        var builder = TestHelper.createManualScheduler(
                        TestDatabase.dataSource(), JobScheduler.tasks(handlers, jobs, clock))
                .clock(new SchedulerClock(clock));
        JobScheduler.configured(builder);
        return new TestJobs(jobs, builder.build());
    }

    public Jobs jobs() {
        return jobs;
    }

    /** Runs whatever is due by the clock, once each. */
    public void runDue() {
        scheduler.runAnyDueExecutions();
    }

    /** Finds the jobs whose node has not been heard of, as every node does now and then. */
    public void reviveDead() {
        scheduler.runDeadExecutionDetection();
    }

    private static final class SchedulerClock extends com.github.kagkarlsson.scheduler.testhelper.SettableClock {
        private final Clock clock;

        SchedulerClock(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Instant now() {
            return clock.instant();
        }
    }
}

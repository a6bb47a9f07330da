package io.zhike.rule.timed;

import io.zhike.message.ProblemException;
import io.zhike.store.JobHandler;
import io.zhike.store.JobKey;
import io.zhike.store.JobRun;
import io.zhike.store.Jobs;
import io.zhike.workspace.Workspace;
import io.zhike.workspace.Workspaces;
import java.time.Duration;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the timed rules of all workspaces pass again and again. */
@Component
class TimedWork implements JobHandler<TimedWork.Tick> {
    private static final Logger LOG = LoggerFactory.getLogger(TimedWork.class);
    private static final JobKey JOB = new JobKey("rule.timed", "all");

    /** What is due at nine is begun by half past, in seconds. */
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final TimedRules rules;
    private final Workspaces workspaces;
    private final Jobs jobs;

    TimedWork(TimedRules rules, Workspaces workspaces, Jobs jobs) {
        this.rules = rules;
        this.workspaces = workspaces;
        this.jobs = jobs;
    }

    /** Nothing more is to be said of it. */
    record Tick() {}

    @EventListener
    void begin(ApplicationReadyEvent event) {
        jobs.scheduleRecurring(JOB, new Tick(), EVERY);
    }

    @Override
    public String kind() {
        return JOB.kind();
    }

    @Override
    public Class<Tick> payloadType() {
        return Tick.class;
    }

    @Override
    public void run(JobRun<Tick> run) {
        for (Workspace workspace : workspaces.all()) {
            if (run.isStopping()) {
                return;
            }
            try {
                rules.pass(workspace);
            } catch (ProblemException | DataAccessException failed) {
                // One workspace must not keep the others from their turn; it is tried again at the next.
                LOG.error(
                        "The timed rules of {} did not get through",
                        workspace.schema().name(),
                        failed);
            }
        }
    }
}

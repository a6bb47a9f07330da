package io.zhike.record.file;

import io.zhike.store.JobHandler;
import io.zhike.store.JobKey;
import io.zhike.store.JobRun;
import io.zhike.store.Jobs;
import io.zhike.workspace.Workspace;
import io.zhike.workspace.Workspaces;
import java.time.Duration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Examines files again that could not be examined when they came, and those of nodes that went down meanwhile. */
@Component
final class HeldFiles implements JobHandler<HeldFiles.Again> {
    private static final JobKey JOB = new JobKey("file.held", "all");
    private static final Duration EVERY = Duration.ofMinutes(2);
    private static final int AT_ONCE = 50;

    private final Quarantine quarantine;
    private final Jobs jobs;
    private final Workspaces workspaces;

    HeldFiles(Quarantine quarantine, Jobs jobs, Workspaces workspaces) {
        this.quarantine = quarantine;
        this.jobs = jobs;
        this.workspaces = workspaces;
    }

    record Again() {}

    @EventListener
    void begin(ApplicationReadyEvent event) {
        if (quarantine.isOn()) {
            jobs.scheduleRecurring(JOB, new Again(), EVERY);
        }
    }

    @Override
    public String kind() {
        return JOB.kind();
    }

    @Override
    public Class<Again> payloadType() {
        return Again.class;
    }

    @Override
    public void run(JobRun<Again> run) {
        for (Workspace workspace : workspaces.all()) {
            int decided = AT_ONCE;
            while (decided == AT_ONCE && !run.isStopping()) {
                decided = quarantine.examineHeld(workspace, AT_ONCE);
            }
        }
    }
}

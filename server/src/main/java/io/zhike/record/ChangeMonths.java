package io.zhike.record;

import io.zhike.store.Database;
import io.zhike.store.JobHandler;
import io.zhike.store.JobKey;
import io.zhike.store.JobRun;
import io.zhike.store.Jobs;
import io.zhike.store.MonthPartitions;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.WorkspacePlanned;
import io.zhike.workspace.Workspaces;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the feed's partitions ahead of time: of this month and the next two, in every workspace when it is made, at each start
 * and twice a day. A change whose partition is missing all the same lies in the one for all other times until then.
 */
@Component
final class ChangeMonths implements JobHandler<ChangeMonths.Ahead> {
    private static final JobKey JOB = new JobKey("feed.months", "all");
    private static final int AHEAD = 3;
    private static final Duration EVERY = Duration.ofHours(12);

    private final MonthPartitions partitions;
    private final Jobs jobs;
    private final Workspaces workspaces;
    private final Clock clock;

    ChangeMonths(Database database, Jobs jobs, Workspaces workspaces, Clock clock) {
        this.partitions = new MonthPartitions(database);
        this.jobs = jobs;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /** @param months how many, this one included */
    record Ahead(int months) {}

    @EventListener
    void begin(ApplicationReadyEvent event) {
        jobs.scheduleRecurring(JOB, new Ahead(AHEAD), EVERY);
    }

    /** A new workspace is not imported into before it has its months: moving what came before them blocks everybody. */
    @EventListener
    void begin(WorkspacePlanned made) {
        make(made.workspace().schema(), AHEAD);
    }

    @Override
    public String kind() {
        return JOB.kind();
    }

    @Override
    public Class<Ahead> payloadType() {
        return Ahead.class;
    }

    @Override
    public void run(JobRun<Ahead> run) {
        workspaces.forEach(workspace -> make(workspace.schema(), run.payload().months()));
    }

    /** Makes what is missing; how many that were. */
    int make(WorkspaceSchema schema, int months) {
        YearMonth now = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        return partitions.make(schema, ChangeRows.TABLE, "at", now, months);
    }
}

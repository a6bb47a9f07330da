package io.zhike.record.transfer;

import io.zhike.record.file.Files;
import io.zhike.store.JobHandler;
import io.zhike.store.JobKey;
import io.zhike.store.JobRun;
import io.zhike.store.Jobs;
import io.zhike.workspace.Workspace;
import io.zhike.workspace.Workspaces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Removes files that were sent in and then used for nothing: forms that were never saved, spreadsheets that were never
 * imported. A day is left for somebody to come back to them.
 */
@Component
final class UnplacedFiles implements JobHandler<UnplacedFiles.Sweep> {
    /** How long a file is kept that nothing uses. */
    static final Duration KEPT = Duration.ofHours(24);

    private static final JobKey JOB = new JobKey("file.unplaced", "all");
    private static final Duration EVERY = Duration.ofHours(1);

    /** So many in one transaction: each may have hundreds of parts. */
    private static final int AT_ONCE = 20;

    private final Files files;
    private final ImportStore imports;
    private final Jobs jobs;
    private final Workspaces workspaces;
    private final Clock clock;

    UnplacedFiles(Files files, ImportStore imports, Jobs jobs, Workspaces workspaces, Clock clock) {
        this.files = files;
        this.imports = imports;
        this.jobs = jobs;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /** @param hours how old the files are that go */
    record Sweep(long hours) {}

    @EventListener
    void begin(ApplicationReadyEvent event) {
        jobs.scheduleRecurring(JOB, new Sweep(KEPT.toHours()), EVERY);
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
        Duration kept = Duration.ofHours(run.payload().hours());
        List<Workspace> all = workspaces.all();
        for (int i = 0; i < all.size() && !run.isStopping(); i++) {
            sweep(all.get(i), kept, run::isStopping);
        }
    }

    /** Removes what is older than {@code kept}, a few at a time; how many that were. */
    int sweep(Workspace workspace, Duration kept, BooleanSupplier stopping) {
        Instant end = clock.instant().minus(kept);
        int all = 0;
        int removed = AT_ONCE;
        while (removed == AT_ONCE && !stopping.getAsBoolean()) {
            removed = files.removeUnplaced(workspace, end, AT_ONCE, imports.files(workspace.schema()));
            all += removed;
        }
        return all;
    }
}

package io.zhike.definition;

import io.zhike.store.Database;
import io.zhike.store.JobHandler;
import io.zhike.store.JobKey;
import io.zhike.store.JobRun;
import io.zhike.store.Jobs;
import io.zhike.workspace.Workspace;
import io.zhike.workspace.Workspaces;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** The job that does what is left of a publish after its commit. */
final class FinishPublish implements JobHandler<FinishPublish.Due> {
    private static final String KIND = "finish-publish";

    private final Database database;
    private final Workspaces workspaces;
    private final List<PublishPart> parts;
    private final Clock clock;

    FinishPublish(Database database, Workspaces workspaces, List<PublishPart> parts, Clock clock) {
        this.database = database;
        this.workspaces = workspaces;
        this.parts = List.copyOf(parts);
        this.clock = clock;
    }

    /** Which publish. */
    record Due(UUID workspace, long revision) {}

    /** Lets it run once the transaction of {@code ctx} has committed. */
    static void schedule(Jobs jobs, DSLContext ctx, Workspace workspace, long revision, Instant at) {
        JobKey key = new JobKey(KIND, workspace.id() + ":" + revision);
        jobs.schedule(ctx, key, new Due(workspace.id(), revision), at);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Due> payloadType() {
        return Due.class;
    }

    /** A workspace that is gone leaves nothing to do. */
    @Override
    public void run(JobRun<Due> run) {
        workspaces
                .find(run.payload().workspace())
                .ifPresent(workspace -> finish(workspace, run.payload().revision()));
    }

    void finish(Workspace workspace, long number) {
        RevisionStore revisions = new RevisionStore(workspace.schema());
        Revision revision = database.read(ctx -> revisions.find(ctx, number)).orElseThrow();
        if (revision.finishedAt() != null) {
            return;
        }
        for (PublishPart part : parts) {
            List<PublishStep> steps = revision.steps()
                    .path(part.name())
                    .valueStream()
                    .map(part::read)
                    .toList();
            if (!steps.isEmpty()) {
                part.after(workspace, steps);
            }
        }
        database.writing(ctx -> revisions.finish(ctx, number, clock.instant()));
    }
}

package io.zhike.notice;

import io.zhike.store.JobHandler;
import io.zhike.store.JobKey;
import io.zhike.store.JobRun;
import io.zhike.workspace.Workspace;
import io.zhike.workspace.Workspaces;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Something that is done for one workspace, by one node at a time. */
abstract class WorkspaceJob implements JobHandler<WorkspaceJob.Payload> {
    private final String kind;
    private final Workspaces workspaces;

    WorkspaceJob(String kind, Workspaces workspaces) {
        this.kind = kind;
        this.workspaces = workspaces;
    }

    /** Of which workspace. */
    record Payload(UUID workspace) {}

    static JobKey key(String kind, Workspace workspace) {
        return new JobKey(kind, workspace.schema().name());
    }

    /** Does it, until {@code stopping}. */
    abstract void run(Workspace workspace, BooleanSupplier stopping);

    @Override
    public final String kind() {
        return kind;
    }

    @Override
    public final Class<Payload> payloadType() {
        return Payload.class;
    }

    @Override
    public final void run(JobRun<Payload> run) {
        workspaces.find(run.payload().workspace()).ifPresent(workspace -> run(workspace, run::isStopping));
    }
}

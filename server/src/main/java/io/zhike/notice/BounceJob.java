package io.zhike.notice;

import io.zhike.store.JobHandler;
import io.zhike.store.JobKey;
import io.zhike.store.JobRun;
import io.zhike.workspace.Workspace;
import io.zhike.workspace.Workspaces;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads which mails of one workspace came back; one node at a time does. */
@Component
final class BounceJob implements JobHandler<BounceJob.Payload> {
    private static final String KIND = "bounce.read";

    private final Workspaces workspaces;
    private final BounceReader reader;

    BounceJob(Workspaces workspaces, BounceReader reader) {
        this.workspaces = workspaces;
        this.reader = reader;
    }

    /** Of which workspace. */
    record Payload(UUID workspace) {}

    static JobKey key(Workspace workspace) {
        return new JobKey(KIND, workspace.schema().name());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Payload> payloadType() {
        return Payload.class;
    }

    @Override
    public void run(JobRun<Payload> run) {
        workspaces.find(run.payload().workspace()).ifPresent(workspace -> reader.read(workspace, run::isStopping));
    }
}

package io.zhike.notice;

import io.zhike.store.JobHandler;
import io.zhike.store.JobKey;
import io.zhike.store.JobRun;
import io.zhike.workspace.Workspace;
import io.zhike.workspace.Workspaces;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes messages of the notices of one workspace that are due to go out; one node at a time does. */
@Component
final class PostJob implements JobHandler<PostJob.Payload> {
    private static final String KIND = "notice.post";

    private final Workspaces workspaces;
    private final Poster poster;

    PostJob(Workspaces workspaces, Poster poster) {
        this.workspaces = workspaces;
        this.poster = poster;
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
        workspaces.find(run.payload().workspace()).ifPresent(workspace -> poster.post(workspace, run::isStopping));
    }
}

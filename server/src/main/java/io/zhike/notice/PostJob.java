package io.zhike.notice;

import io.zhike.store.JobKey;
import io.zhike.workspace.Workspace;
import io.zhike.workspace.Workspaces;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Makes messages of the notices of one workspace that are due to go out. */
@Component
final class PostJob extends WorkspaceJob {
    private static final String KIND = "notice.post";

    private final Poster poster;

    PostJob(Workspaces workspaces, Poster poster) {
        super(KIND, workspaces);
        this.poster = poster;
    }

    static JobKey key(Workspace workspace) {
        return key(KIND, workspace);
    }

    @Override
    void run(Workspace workspace, BooleanSupplier stopping) {
        poster.post(workspace, stopping);
    }
}

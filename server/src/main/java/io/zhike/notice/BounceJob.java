package io.zhike.notice;

import io.zhike.store.JobKey;
import io.zhike.workspace.Workspace;
import io.zhike.workspace.Workspaces;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Reads which mails of one workspace came back. */
@Component
final class BounceJob extends WorkspaceJob {
    private static final String KIND = "bounce.read";

    private final BounceReader reader;

    BounceJob(Workspaces workspaces, BounceReader reader) {
        super(KIND, workspaces);
        this.reader = reader;
    }

    static JobKey key(Workspace workspace) {
        return key(KIND, workspace);
    }

    @Override
    void run(Workspace workspace, BooleanSupplier stopping) {
        reader.read(workspace, stopping);
    }
}

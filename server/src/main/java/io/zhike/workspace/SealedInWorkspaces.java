package io.zhike.workspace;

import io.zhike.secret.SealedColumn;
import io.zhike.secret.SealedColumns;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What modules keep sealed in each workspace, for all workspaces. */
@Component
final class SealedInWorkspaces implements SealedColumns {
    private final Workspaces workspaces;
    private final List<SealedInWorkspace> modules;

    SealedInWorkspaces(Workspaces workspaces, ObjectProvider<SealedInWorkspace> modules) {
        this.workspaces = workspaces;
        this.modules = modules.stream().toList();
    }

    @Override
    public List<SealedColumn> all() {
        return workspaces.all().stream()
                .flatMap(workspace -> modules.stream().map(module -> module.column(workspace.schema())))
                .toList();
    }
}

package io.zhike.workspace;

import io.zhike.secret.SealedColumn;
import io.zhike.store.WorkspaceSchema;

/** A bean that tells in which column of every workspace a module keeps sealed texts; see {@link io.zhike.secret.SealedColumns}. */
public interface SealedInWorkspace {
    SealedColumn column(WorkspaceSchema schema);
}

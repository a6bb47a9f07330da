package io.zhike.workspace;

import org.jooq.DSLContext;

/** Tells members what concerns them. A port: modules below the notices say what happened, the notices answer how it is told. */
public interface Tidings {

    /** Tells in the transaction of {@code ctx}: who is told nothing when that is rolled back. */
    void tell(DSLContext ctx, Workspace workspace, Tiding tiding);
}

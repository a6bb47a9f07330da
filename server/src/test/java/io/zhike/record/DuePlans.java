package io.zhike.record;

import io.zhike.access.Access;
import io.zhike.access.Grants;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.Workspace;
import java.util.Optional;

/** How PostgreSQL looks for due records, for tests. */
public final class DuePlans {
    private DuePlans() {}

    /** The plan where an index is taken whenever one will do, as it is in a table of any size. */
    public static String of(Workspace workspace, String entity, DueRecords.Sought sought) {
        return plan(workspace, entity, sought, true);
    }

    /** The plan that PostgreSQL takes by itself. */
    public static String chosen(Workspace workspace, String entity, DueRecords.Sought sought) {
        return plan(workspace, entity, sought, false);
    }

    private static String plan(Workspace workspace, String entity, DueRecords.Sought sought, boolean byIndex) {
        Grants grants = TestServer.bean(Access.class).of(Caller.system(workspace, "test"));
        return TestServer.bean(Database.class).reading(java.time.Duration.ofSeconds(15), ctx -> {
            if (byIndex) {
                ctx.execute("set local enable_seqscan = off");
                ctx.execute("set local enable_sort = off");
            }
            return ctx.explain(TestServer.bean(DueRecords.class)
                            .select(grants, entity, sought, Optional.empty(), Optional.empty(), 1_000))
                    .plan();
        });
    }
}

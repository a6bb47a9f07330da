package io.zhike.rule;

import io.zhike.store.Database;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.Workspace;

/** Works at runs on the test's own thread, for tests of what begins them. */
public final class RuleSteps {
    private RuleSteps() {}

    /** Until nothing is due any more; the server's own workers may do some of it. */
    public static void run(Workspace workspace) {
        RuleEngine engine = TestServer.bean(RuleEngine.class);
        do {
            while (engine.run(workspace) > 0) {
                // The next piece.
            }
            // Whatever the server's own workers are at has committed when its rows can be locked.
            TestServer.bean(Database.class)
                    .writing(ctx -> ctx.select(RunRows.ID)
                            .from(workspace.schema().table("rule_run"))
                            .orderBy(RunRows.ID)
                            .forUpdate()
                            .fetch());
        } while (engine.run(workspace) > 0);
    }
}

package io.zhike.rule;

import io.zhike.record.Retries;
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
            waitForWorkers(workspace);
        } while (engine.run(workspace) > 0);
    }

    /** Until the server's own workers have committed what they are at, since its rows can be locked then. */
    static void waitForWorkers(Workspace workspace) {
        // A worker that ends a loop waits for rows too, so this may be the one that is chosen to give way.
        Retries.run(() -> TestServer.bean(Database.class).write(ctx -> {
            ctx.selectOne()
                    .from(workspace.schema().table("feed_position"))
                    .forUpdate()
                    .fetch();
            return ctx.select(RunRows.ID)
                    .from(workspace.schema().table("rule_run"))
                    .orderBy(RunRows.ID.desc())
                    .forUpdate()
                    .fetch()
                    .size();
        }));
    }
}

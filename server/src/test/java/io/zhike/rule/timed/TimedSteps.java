package io.zhike.rule.timed;

import io.zhike.rule.RuleSteps;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.Workspace;
import java.time.Instant;

/** Says what time it is for timed rules, on the test's own thread. */
public final class TimedSteps {
    private TimedSteps() {}

    /** A pass that takes place at {@code now}, and all that it sets off. */
    public static void at(Workspace workspace, Instant now) {
        TestServer.bean(TimedRules.class).pass(workspace, now);
        RuleSteps.run(workspace);
    }
}

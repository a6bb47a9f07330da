package io.zhike.rule.timed;

import io.zhike.rule.Rule;
import io.zhike.rule.RuleSteps;
import io.zhike.store.Database;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.Workspace;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Says what time it is for timed rules, on the test's own thread. */
public final class TimedSteps {
    private TimedSteps() {}

    /** A pass that takes place at {@code now}, and all that it sets off. */
    public static void at(Workspace workspace, Instant now) {
        pass(workspace, now);
        RuleSteps.run(workspace);
    }

    /** A pass that takes place at {@code now}. A pass leaves out what the server's own has in its hands; this one waits for it. */
    static void pass(Workspace workspace, Instant now) {
        TimedRules rules = TestServer.bean(TimedRules.class);
        rules.pass(workspace, now);
        for (Rule rule : rules.of(workspace)) {
            rules.prepared(workspace, rule).ifPresent(prepared -> toTheEnd(rules, prepared, now));
        }
    }

    private static void toTheEnd(TimedRules rules, TimedRules.Prepared prepared, Instant now) {
        boolean more = true;
        while (more) {
            more = TestServer.bean(Database.class).write(ctx -> {
                hold(ctx, prepared);
                return rules.piece(ctx, prepared, now);
            });
        }
    }

    /** Waits until the server's own pass is done with a rule, and keeps it away until the transaction of {@code ctx} ends. */
    static void hold(DSLContext ctx, TimedRules.Prepared prepared) {
        ctx.selectOne()
                .from(prepared.workspace().schema().table("rule_pass"))
                .where(DSL.field(DSL.name("rule"), String.class)
                        .eq(prepared.rule().code()))
                .forUpdate()
                .fetch();
    }
}

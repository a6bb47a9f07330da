package io.zhike.rule;

import io.zhike.access.Grants;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Workspace;
import java.time.Instant;
import org.jooq.DSLContext;

/**
 * Work of rules in one transaction.
 *
 * @param caller the system
 */
record Moment(DSLContext ctx, Caller caller, Grants grants, RuleBook book, Instant now) {

    Workspace workspace() {
        return caller.workspace();
    }

    RunRows runs() {
        return new RunRows(ctx, workspace().schema());
    }

    Moment in(DSLContext inner) {
        return new Moment(inner, caller, grants, book, now);
    }
}

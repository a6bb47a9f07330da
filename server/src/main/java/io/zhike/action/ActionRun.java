package io.zhike.action;

import io.zhike.access.Grants;
import io.zhike.entity.EntityDefinition;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;

/**
 * One step for some records of one entity.
 *
 * @param caller the system; no right is missing to it
 * @param subjects at least one
 * @param values what expressions give for the subjects
 */
public record ActionRun(
        DSLContext ctx,
        Caller caller,
        Grants grants,
        EntityDefinition entity,
        ActionSource source,
        List<Subject> subjects,
        ActionValues values,
        Instant now) {

    public ActionRun {
        subjects = List.copyOf(subjects);
    }

    public Workspace workspace() {
        return caller.workspace();
    }
}

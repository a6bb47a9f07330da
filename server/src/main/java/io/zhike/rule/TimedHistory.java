package io.zhike.rule;

import io.zhike.workspace.Workspace;
import java.time.Instant;

/** What rules that come with time would have made of the past. */
public interface TimedHistory {

    /** How often {@code rule}, whose trigger is a timed one, would have fired after {@code from}, and for which records. */
    Replayed replay(Workspace workspace, Rule rule, Instant from);
}

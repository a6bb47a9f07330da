package io.zhike.definition;

import io.zhike.message.Label;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Workspace;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people who build: who may, and what they are called. */
interface Builders {

    /** @throws io.zhike.message.ProblemException where {@code caller} may not see and change definitions */
    void require(Caller caller);

    /** Whether {@code caller} may see drafts and change definitions. */
    boolean includes(Caller caller);

    /** What a member is called in messages; the system where {@code member} is null. */
    Label nameOf(Workspace workspace, @Nullable UUID member);
}

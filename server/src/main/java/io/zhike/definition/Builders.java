package io.zhike.definition;

import io.zhike.message.Label;
import io.zhike.workspace.Builds;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Workspace;
import io.zhike.workspace.WorkspaceError;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people who build: who may build what, and what they are called. */
interface Builders {

    /** What {@code caller} may build just now. */
    Builds of(Caller caller);

    /** See {@link io.zhike.workspace.BuildRights#reads}. */
    boolean reads(Caller caller, String entity, String element);

    /** What a member is called in messages; the system where {@code member} is null. */
    Label nameOf(Workspace workspace, @Nullable UUID member);

    /** @throws io.zhike.message.ProblemException where {@code caller} builds nothing, and so may not see definitions */
    default void require(Caller caller) {
        if (of(caller).nothing()) {
            throw WorkspaceError.ADMIN_NEEDED.problem();
        }
    }

    /** @throws io.zhike.message.ProblemException where {@code caller} is no administrator */
    default void requireAdmin(Caller caller) {
        if (!of(caller).administers()) {
            throw WorkspaceError.ADMIN_NEEDED.problem();
        }
    }
}

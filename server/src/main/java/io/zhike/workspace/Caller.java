package io.zhike.workspace;

import io.zhike.message.Language;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, for one request or one task. Controllers take it as a parameter and are then closed to strangers.
 *
 * @param member null for the system itself, which no right is missing to
 * @param language to answer in
 */
public record Caller(Workspace workspace, @Nullable UUID member, Language language, Origin origin) {

    public Caller {
        if ((member == null) != (origin instanceof Origin.SystemTask)) {
            throw new IllegalArgumentException("a session or key has a member, a system task has none");
        }
    }

    /** The system at work in {@code workspace}. */
    public static Caller system(Workspace workspace, String what) {
        return new Caller(workspace, null, workspace.language(), new Origin.SystemTask(what));
    }

    public boolean isSystem() {
        return origin instanceof Origin.SystemTask;
    }

    /** The member who asks; throws {@code members-only} for the system. */
    public UUID memberOrThrow() {
        if (member == null) {
            throw WorkspaceError.MEMBERS_ONLY.problem();
        }
        return member;
    }
}

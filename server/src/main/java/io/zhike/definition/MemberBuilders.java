package io.zhike.definition;

import io.zhike.message.Label;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Member;
import io.zhike.workspace.Members;
import io.zhike.workspace.Workspace;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The administrators of a workspace build; the system may too. */
@Component
final class MemberBuilders implements Builders {
    private static final Label SYSTEM = new Label("系统", "the system");
    private static final Label UNKNOWN = new Label("已离开的成员", "a former member");

    private final Members members;

    MemberBuilders(Members members) {
        this.members = members;
    }

    @Override
    public void require(Caller caller) {
        members.requireAdmin(caller);
    }

    @Override
    public boolean includes(Caller caller) {
        return members.isAdmin(caller);
    }

    @Override
    public Label nameOf(Workspace workspace, @Nullable UUID member) {
        return member == null
                ? SYSTEM
                : members.find(workspace, member)
                        .map(Member::name)
                        .map(Label::of)
                        .orElse(UNKNOWN);
    }
}

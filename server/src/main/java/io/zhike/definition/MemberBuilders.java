package io.zhike.definition;

import io.zhike.message.Label;
import io.zhike.workspace.BuildRights;
import io.zhike.workspace.Builds;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Member;
import io.zhike.workspace.Members;
import io.zhike.workspace.Workspace;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Members, who build what their roles say. */
@Component
final class MemberBuilders implements Builders {
    private static final Label SYSTEM = new Label("系统", "the system");
    private static final Label UNKNOWN = new Label("已离开的成员", "a former member");

    private final Members members;
    private final BuildRights rights;

    MemberBuilders(Members members, BuildRights rights) {
        this.members = members;
        this.rights = rights;
    }

    @Override
    public Builds of(Caller caller) {
        return rights.of(caller);
    }

    @Override
    public boolean reads(Caller caller, String entity, String element) {
        return rights.reads(caller, entity, element);
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

package io.zhike.access;

import io.zhike.expression.Environment;
import io.zhike.workspace.Departments;
import io.zhike.workspace.Member;
import io.zhike.workspace.Members;
import io.zhike.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Members and departments as one request sees them: each is looked up when it is first asked for, and not again. */
final class StaffDirectory implements Environment.Directory {
    private final Workspace workspace;
    private final Members members;
    private final Departments departments;
    private final Map<UUID, Optional<Member>> known = new ConcurrentHashMap<>();
    private final Map<UUID, Set<UUID>> below = new ConcurrentHashMap<>();

    StaffDirectory(Workspace workspace, Members members, Departments departments) {
        this.workspace = workspace;
        this.members = members;
        this.departments = departments;
    }

    @Override
    public @Nullable UUID departmentOf(UUID member) {
        return member(member).map(Member::department).orElse(null);
    }

    @Override
    public @Nullable UUID supervisorOf(UUID member) {
        return member(member).map(Member::supervisor).orElse(null);
    }

    @Override
    public Set<UUID> andBelow(UUID department) {
        return below.computeIfAbsent(department, id -> departments.andBelow(workspace, List.of(id)));
    }

    private Optional<Member> member(UUID member) {
        return known.computeIfAbsent(member, id -> members.find(workspace, id));
    }
}

package io.zhike.workspace;

import io.zhike.http.Patch;
import io.zhike.message.Fault;
import io.zhike.message.Issue;
import io.zhike.message.ProblemException;
import io.zhike.store.Database;
import io.zhike.store.Ids;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Makes, changes, moves and removes departments. */
final class DepartmentWrites {
    private static final int LONGEST_NAME = 100;

    private final Database database;
    private final Clock clock;

    DepartmentWrites(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A department to be made. */
    record Wanted(
            @Nullable String name,
            @Nullable UUID parent,
            @Nullable UUID head,
            @Nullable Integer position) {}

    /** What a {@code PATCH} of a department may hold. */
    record Change(Patch<String> name, Patch<UUID> parent, Patch<UUID> head, Patch<Integer> position) {}

    Department create(Workspace workspace, Wanted wanted) {
        return database.write(ctx -> create(ctx, workspace, wanted));
    }

    Department create(DSLContext ctx, Workspace workspace, Wanted wanted) {
        DepartmentRows rows = new DepartmentRows(ctx, workspace.schema());
        UUID id = Ids.at(clock.instant());
        Department made = new Department(
                id,
                String.valueOf(wanted.name() == null ? "" : wanted.name()).strip(),
                wanted.parent(),
                path(rows.locked(), wanted.parent(), id),
                wanted.head(),
                wanted.position() == null ? 0 : wanted.position(),
                1);
        check(ctx, workspace, rows, made);
        rows.insert(made, clock.instant());
        PeopleAudit.of(ctx, workspace, clock.instant()).departmentAdded(made);
        KnownCallers.changed(ctx);
        return made;
    }

    /** Moves one below another, in the transaction of {@code ctx}. */
    void moveTo(DSLContext ctx, Workspace workspace, UUID id, UUID parent) {
        change(ctx, workspace, id, new Change(Patch.absent(), Patch.of(parent), Patch.absent(), Patch.absent()), null);
    }

    Department change(Workspace workspace, UUID id, Change change, @Nullable Long version) {
        return database.write(ctx -> change(ctx, workspace, id, change, version));
    }

    private Department change(DSLContext ctx, Workspace workspace, UUID id, Change change, @Nullable Long version) {
        DepartmentRows rows = new DepartmentRows(ctx, workspace.schema());
        List<Department> all = rows.locked();
        Department before = of(all, id);
        Versions.check(before.version(), version);
        Department after = changed(before, change, all);
        check(ctx, workspace, rows, after);
        if (after.path().subList(0, after.path().size() - 1).contains(id)) {
            throw WorkspaceError.DEPARTMENT_BELOW_ITSELF.problem(after.name());
        }
        rows.update(after);
        move(rows, all, before, after);
        new Supervision(ctx, workspace.schema()).ofAll();
        PeopleAudit.of(ctx, workspace, clock.instant()).departmentChanged(before, after);
        KnownCallers.changed(ctx);
        return after;
    }

    /** Removes an empty department; throws {@code department-in-use} for one that is not. */
    void delete(Workspace workspace, UUID id) {
        database.writing(ctx -> delete(ctx, workspace, id));
    }

    /** As {@link #delete(Workspace, UUID)} in a transaction of others. */
    void delete(DSLContext ctx, Workspace workspace, UUID id) {
        DepartmentRows rows = new DepartmentRows(ctx, workspace.schema());
        Department department = of(rows.locked(), id);
        int below = rows.below(id);
        int members = rows.membersOf(id);
        if (below + members > 0) {
            throw WorkspaceError.DEPARTMENT_IN_USE.problem(department.name(), below, members);
        }
        rows.delete(id);
        PeopleAudit.of(ctx, workspace, clock.instant()).departmentRemoved(department);
        KnownCallers.changed(ctx);
    }

    private static Department changed(Department before, Change change, List<Department> all) {
        UUID parent = change.parent().over(before.parent());
        return new Department(
                before.id(),
                change.name().given() ? change.name().orKeep("").strip() : before.name(),
                parent,
                path(all, parent, before.id()),
                change.head().over(before.head()),
                change.position().orKeep(before.position()),
                before.version() + 1);
    }

    /** The paths of all below follow. */
    private static void move(DepartmentRows rows, List<Department> all, Department before, Department after) {
        if (before.path().equals(after.path())) {
            return;
        }
        for (Department each : all) {
            if (each.path().contains(before.id()) && !each.id().equals(before.id())) {
                List<UUID> path = new ArrayList<>(after.path());
                path.addAll(
                        each.path().subList(before.path().size(), each.path().size()));
                rows.update(new Department(
                        each.id(), each.name(), each.parent(), path, each.head(), each.position(), each.version() + 1));
            }
        }
    }

    private static void check(DSLContext ctx, Workspace workspace, DepartmentRows rows, Department wanted) {
        boolean headThere = wanted.head() == null || new MemberRows(ctx, workspace.schema()).exists(wanted.head());
        new Checks()
                .text("name", wanted.name(), LONGEST_NAME)
                .that(headThere, "head", WorkspaceError.NO_SUCH_MEMBER)
                .orThrow(wanted);
        if (rows.isTaken(wanted.parent(), wanted.name(), wanted.id())) {
            throw WorkspaceError.DEPARTMENT_TAKEN.problem(wanted.name());
        }
    }

    private static List<UUID> path(List<Department> all, @Nullable UUID parent, UUID self) {
        List<UUID> path = new ArrayList<>();
        if (parent != null) {
            path.addAll(all.stream()
                    .filter(each -> each.id().equals(parent))
                    .findFirst()
                    .map(Department::path)
                    .orElseThrow(DepartmentWrites::noSuchParent));
        }
        path.add(self);
        return path;
    }

    private static ProblemException noSuchParent() {
        Issue issue = Issue.at("parent", WorkspaceError.NO_SUCH_DEPARTMENT);
        return new ProblemException(Fault.INVALID, issue.message(), List.of(issue));
    }

    private static Department of(List<Department> all, UUID id) {
        return all.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(WorkspaceError.NO_SUCH_DEPARTMENT::problem);
    }
}

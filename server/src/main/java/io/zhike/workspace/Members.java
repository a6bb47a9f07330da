package io.zhike.workspace;

import io.zhike.audit.Actor;
import io.zhike.store.Database;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The members of a workspace. Its answers are of one moment; nothing is cached. */
@Component
public class Members {
    private static final int MOST = 1_000_000;

    private final Database database;
    private final Departments departments;
    private final MemberWrites writes;

    Members(
            Database database,
            Departments departments,
            Accounts accounts,
            Passwords passwords,
            WorkspaceSecurity security,
            Clock clock) {
        this.database = database;
        this.departments = departments;
        this.writes = new MemberWrites(database, accounts, passwords, security, clock);
    }

    /** All active members, by name. */
    public List<Member> active(Workspace workspace) {
        return select(workspace, Columns.ACTIVE.isTrue());
    }

    public Optional<Member> find(Workspace workspace, UUID id) {
        return select(workspace, Columns.ID.eq(id)).stream().findFirst();
    }

    /** Those of {@code ids} that exist, active or not, by name. */
    public List<Member> find(Workspace workspace, Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : select(workspace, Columns.ID.eq(DSL.any(ids.toArray(UUID[]::new))));
    }

    /** What those of {@code ids} are called, active or not, in the transaction of {@code ctx}. */
    public Map<UUID, String> names(DSLContext ctx, Workspace workspace, Collection<UUID> ids) {
        return ctx.select(Columns.ID, Columns.NAME)
                .from(workspace.schema().table("member"))
                .where(Columns.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .fetchMap(Columns.ID, Columns.NAME);
    }

    /** The active members of exactly this name, of whom there may be several. */
    public List<Member> named(Workspace workspace, String name) {
        return select(workspace, Columns.NAME.eq(name.strip()).and(Columns.ACTIVE.isTrue()));
    }

    /** The members, active or not, who belong to any of {@code departments}. */
    public Set<UUID> inDepartments(Workspace workspace, Collection<UUID> departments) {
        return database.read(ctx -> {
            MemberRows rows = new MemberRows(ctx, workspace.schema());
            return new HashSet<>(ctx.select(Columns.ID)
                    .from(workspace.schema().table("member"))
                    .where(rows.isIn(departments))
                    .fetch(Columns.ID));
        });
    }

    /** The members, active or not, who belong to any of {@code departments} or to a department below one. */
    public Set<UUID> inDepartmentsAndBelow(Workspace workspace, Collection<UUID> departments) {
        return inDepartments(workspace, this.departments.andBelow(workspace, departments));
    }

    /** Whether {@code caller} may administer the workspace; the system may. */
    public boolean isAdmin(Caller caller) {
        return caller.member() == null
                || !(caller.origin() instanceof Origin.Preview)
                        && find(caller.workspace(), caller.member())
                                .filter(member -> member.admin() && member.active())
                                .isPresent();
    }

    /** Whether {@code caller} is a member of whom it was said that they are going to leave. */
    public boolean isLeaving(Caller caller) {
        return caller.member() != null
                && find(caller.workspace(), caller.member())
                        .filter(member -> member.leavingSince() != null)
                        .isPresent();
    }

    /** Throws {@code admin-needed} unless {@link #isAdmin}. */
    public void requireAdmin(Caller caller) {
        if (!isAdmin(caller)) {
            throw WorkspaceError.ADMIN_NEEDED.problem();
        }
    }

    /** {@code caller} as the audit log shall know them; for work that goes on without a request. */
    public Actor actor(Caller caller) {
        String name = caller.member() == null
                ? null
                : find(caller.workspace(), caller.member()).map(Member::name).orElse(null);
        return Actors.of(caller, name);
    }

    /** Makes a member, with an account of its own when {@code wanted} names one. */
    public Member create(Workspace workspace, NewMember wanted) {
        return writes.create(workspace, wanted, false);
    }

    /** Lets nobody sign in as the member any more; throws {@code last-admin} for the only administrator. */
    public Member deactivate(Workspace workspace, UUID id) {
        return writes.change(workspace, id, MemberChange.none().withActive(false), null);
    }

    MemberWrites writes() {
        return writes;
    }

    List<Member> select(Workspace workspace, Condition where) {
        return select(workspace, where, MOST);
    }

    List<Member> select(Workspace workspace, Condition where, int most) {
        return database.read(ctx -> new MemberRows(ctx, workspace.schema()).select(where, most));
    }
}

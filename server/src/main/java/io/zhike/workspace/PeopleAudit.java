package io.zhike.workspace;

import io.zhike.audit.Actor;
import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditLog;
import io.zhike.audit.AuditOrigin;
import io.zhike.audit.AuditWord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Tells the audit log what was done to people, in the transaction that does it. Whom and what it names is called as it is now. */
final class PeopleAudit {
    private static final String MEMBER = "member";
    private static final String DEPARTMENT = "department";
    private static final String GROUP = "group";
    private static final String KEY = "key";

    private final DSLContext ctx;
    private final Workspace workspace;
    private final Instant now;

    private PeopleAudit(DSLContext ctx, Workspace workspace, Instant now) {
        this.ctx = ctx;
        this.workspace = workspace;
        this.now = now;
    }

    static PeopleAudit of(DSLContext ctx, Workspace workspace, Instant now) {
        return new PeopleAudit(ctx, workspace, now);
    }

    void signedIn(UUID member, Sessions.Client client) {
        String name = name(MEMBER, member);
        Actor actor = new Actor(AuditOrigin.SESSION, member, name, null, client.address());
        AuditLog.record(
                ctx,
                workspace.schema(),
                now,
                actor,
                AuditEntry.of(PeopleAction.SIGNED_IN, MEMBER, member, name).with(AuditWord.CLIENT, client.agent()));
    }

    void entered(UUID member) {
        String name = name(MEMBER, member);
        Actor actor = Actor.current().as(AuditOrigin.SESSION, member, name);
        AuditLog.record(
                ctx,
                workspace.schema(),
                now,
                actor,
                AuditEntry.of(PeopleAction.WORKSPACE_ENTERED, MEMBER, member, name));
    }

    void signedOut() {
        tell(AuditEntry.of(PeopleAction.SIGNED_OUT));
    }

    void sessionEnded() {
        tell(AuditEntry.of(PeopleAction.SESSION_ENDED));
    }

    void passwordSet(UUID member) {
        boolean own = member.equals(Actor.current().member());
        PeopleAction action = own ? PeopleAction.PASSWORD_CHANGED : PeopleAction.PASSWORD_RESET;
        tell(AuditEntry.of(action, MEMBER, member, name(MEMBER, member)));
    }

    void memberAdded(Member member, @Nullable String account) {
        tell(AuditEntry.of(PeopleAction.MEMBER_ADDED, MEMBER, member.id(), member.name())
                .with(AuditWord.ACCOUNT, account)
                .with(AuditWord.DEPARTMENTS, names(DEPARTMENT, member.departments()))
                .with(AuditWord.ADMIN, member.admin()));
    }

    /** Rights and leaving are entries of their own, so that nobody has to look for them. In which language one reads is no matter. */
    void memberChanged(Member before, Member after) {
        if (before.admin() != after.admin()) {
            tell(of(after.admin() ? PeopleAction.ADMIN_GRANTED : PeopleAction.ADMIN_REVOKED, after));
        }
        if (before.active() != after.active()) {
            tell(of(after.active() ? PeopleAction.MEMBER_REACTIVATED : PeopleAction.MEMBER_DEACTIVATED, after));
        }
        tellIfChanged(of(PeopleAction.MEMBER_CHANGED, after)
                .changed(AuditWord.NAME, before.name(), after.name())
                .changed(
                        AuditWord.SUPERVISOR,
                        nameOrNull(MEMBER, before.supervisor()),
                        nameOrNull(MEMBER, after.supervisor()))
                .changed(
                        AuditWord.DEPARTMENT,
                        nameOrNull(DEPARTMENT, before.department()),
                        nameOrNull(DEPARTMENT, after.department()))
                .changed(
                        AuditWord.DEPARTMENTS,
                        joined(DEPARTMENT, before.departments()),
                        joined(DEPARTMENT, after.departments())));
    }

    void departmentAdded(Department department) {
        tell(of(PeopleAction.DEPARTMENT_ADDED, department)
                .with(AuditWord.PARENT, nameOrNull(DEPARTMENT, department.parent())));
    }

    void departmentChanged(Department before, Department after) {
        tellIfChanged(of(PeopleAction.DEPARTMENT_CHANGED, after)
                .changed(AuditWord.NAME, before.name(), after.name())
                .changed(
                        AuditWord.PARENT,
                        nameOrNull(DEPARTMENT, before.parent()),
                        nameOrNull(DEPARTMENT, after.parent()))
                .changed(AuditWord.HEAD, nameOrNull(MEMBER, before.head()), nameOrNull(MEMBER, after.head()))
                .changed(AuditWord.POSITION, Integer.toString(before.position()), Integer.toString(after.position())));
    }

    void departmentRemoved(Department department) {
        tell(of(PeopleAction.DEPARTMENT_REMOVED, department));
    }

    void groupAdded(MemberGroup group) {
        tell(of(PeopleAction.GROUP_ADDED, group).with(AuditWord.MEMBERS, names(MEMBER, group.members())));
    }

    void groupChanged(MemberGroup before, MemberGroup after) {
        tellIfChanged(of(PeopleAction.GROUP_CHANGED, after)
                .changed(AuditWord.NAME, before.name(), after.name())
                .changed(AuditWord.MEMBERS, joined(MEMBER, before.members()), joined(MEMBER, after.members())));
    }

    void groupRemoved(MemberGroup group) {
        tell(of(PeopleAction.GROUP_REMOVED, group));
    }

    void keyMade(Keys.Key key) {
        tell(AuditEntry.of(PeopleAction.KEY_MADE, KEY, key.id(), key.name())
                .with(AuditWord.PREFIX, key.prefix())
                .with(AuditWord.OWNER, name(MEMBER, key.member()))
                .with(
                        AuditWord.EXPIRES,
                        key.expiresAt() == null ? null : key.expiresAt().toString()));
    }

    void keyRevoked(Keys.Key key) {
        tell(AuditEntry.of(PeopleAction.KEY_REVOKED, KEY, key.id(), key.name())
                .with(AuditWord.PREFIX, key.prefix())
                .with(AuditWord.OWNER, name(MEMBER, key.member())));
    }

    void workspaceRenamed(String before, String after) {
        tellIfChanged(AuditEntry.of(PeopleAction.WORKSPACE_RENAMED, "workspace", workspace.id(), after)
                .changed(AuditWord.NAME, before, after));
    }

    private static AuditEntry of(PeopleAction action, Member member) {
        return AuditEntry.of(action, MEMBER, member.id(), member.name());
    }

    private static AuditEntry of(PeopleAction action, Department department) {
        return AuditEntry.of(action, DEPARTMENT, department.id(), department.name());
    }

    private static AuditEntry of(PeopleAction action, MemberGroup group) {
        return AuditEntry.of(action, GROUP, group.id(), group.name());
    }

    private void tellIfChanged(AuditEntry entry) {
        if (entry.hasChanges()) {
            tell(entry);
        }
    }

    private void tell(AuditEntry entry) {
        AuditLog.record(ctx, workspace.schema(), now, entry);
    }

    private @Nullable String nameOrNull(String table, @Nullable UUID id) {
        return id == null ? null : name(table, id);
    }

    private String name(String table, UUID id) {
        List<String> names = names(table, List.of(id));
        return names.isEmpty() ? id.toString() : names.getFirst();
    }

    private @Nullable String joined(String table, Collection<UUID> ids) {
        return ids.isEmpty() ? null : String.join(", ", names(table, ids));
    }

    private List<String> names(String table, Collection<UUID> ids) {
        return ids.isEmpty()
                ? new ArrayList<>()
                : ctx.select(Columns.NAME)
                        .from(workspace.schema().table(table))
                        .where(Columns.ID.in(ids))
                        .orderBy(Columns.NAME, Columns.ID)
                        .fetch(Columns.NAME);
    }
}

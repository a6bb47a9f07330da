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
import java.util.Objects;
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

    void otherSessionsEnded() {
        tell(AuditEntry.of(PeopleAction.OTHER_SESSIONS_ENDED));
    }

    /** What was done to a member by whoever acts, where nothing more is to be said about it. */
    void about(PeopleAction action, UUID member) {
        tell(AuditEntry.of(action, MEMBER, member, name(MEMBER, member)));
    }

    void passwordSet(UUID member) {
        boolean own = member.equals(Actor.current().member());
        PeopleAction action = own ? PeopleAction.PASSWORD_CHANGED : PeopleAction.PASSWORD_RESET;
        about(action, member);
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
        if (after.active() && (before.leavingSince() == null) != (after.leavingSince() == null)) {
            tell(of(after.leavingSince() == null ? PeopleAction.MEMBER_STAYS : PeopleAction.MEMBER_LEAVING, after));
        }
        tellIfChanged(of(PeopleAction.MEMBER_CHANGED, after)
                .changed(AuditWord.NAME, before.name(), after.name())
                .changed(AuditWord.JOB_TITLE, before.jobTitle(), after.jobTitle())
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

    /** With whom each part goes to, where it does not stay. */
    void handOverBegun(HandOver handOver) {
        String kind = handOver.kind() == HandOver.Kind.MEMBER ? MEMBER : DEPARTMENT;
        List<UUID> successors = handOver.parts().stream()
                .map(HandOver.Part::successor)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        tell(AuditEntry.of(PeopleAction.HAND_OVER_BEGUN, kind, handOver.subject(), handOver.name())
                .with(AuditWord.SUCCESSOR, joined(kind, successors)));
    }

    void invitationMade(Invitation invitation) {
        tell(of(PeopleAction.INVITATION_MADE, invitation)
                .with(AuditWord.DEPARTMENTS, joined(DEPARTMENT, invitation.departments()))
                .with(AuditWord.ROLES, String.join(", ", invitation.roles()))
                .with(AuditWord.EXPIRES, invitation.expiresAt().toString()));
    }

    void invitationWithdrawn(Invitation invitation) {
        tell(of(PeopleAction.INVITATION_WITHDRAWN, invitation));
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

    void securityChanged(SecuritySettings before, SecuritySettings after) {
        AuditEntry entry = AuditEntry.of(PeopleAction.SECURITY_CHANGED, "workspace", workspace.id(), workspace.name())
                .changed(
                        AuditWord.SHORTEST,
                        shown(before.password().shortest()),
                        shown(after.password().shortest()))
                .changed(
                        AuditWord.HISTORY,
                        shown(before.password().history()),
                        shown(after.password().history()))
                .changed(
                        AuditWord.EXPIRE_DAYS,
                        shown(before.password().expireDays()),
                        shown(after.password().expireDays()))
                .changed(AuditWord.SECOND_FACTOR, shown(before.secondFactor()), shown(after.secondFactor()))
                .changed(AuditWord.ADDRESSES, shown(before.addresses()), shown(after.addresses()))
                .changed(
                        AuditWord.IDLE_MINUTES,
                        shown(before.sessions().idleMinutes()),
                        shown(after.sessions().idleMinutes()))
                .changed(
                        AuditWord.LONGEST_DAYS,
                        shown(before.sessions().longestDays()),
                        shown(after.sessions().longestDays()));
        tellIfChanged(entry);
    }

    private static @Nullable String shown(@Nullable Object setting) {
        return setting == null ? null : setting.toString();
    }

    void workspaceRenamed(String before, String after) {
        tellIfChanged(AuditEntry.of(PeopleAction.WORKSPACE_RENAMED, "workspace", workspace.id(), after)
                .changed(AuditWord.NAME, before, after));
    }

    private static AuditEntry of(PeopleAction action, Member member) {
        return AuditEntry.of(action, MEMBER, member.id(), member.name());
    }

    /** By its label, or by whom it is for. */
    private AuditEntry of(PeopleAction action, Invitation invitation) {
        UUID member = invitation.member();
        String label = invitation.label();
        String title = member != null ? name(MEMBER, member) : label != null ? label : "";
        return AuditEntry.of(action, "invitation", invitation.id(), title);
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

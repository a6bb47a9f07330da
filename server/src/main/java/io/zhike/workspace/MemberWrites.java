package io.zhike.workspace;

import io.zhike.store.Database;
import io.zhike.store.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Makes and changes members. A member and its account become real in one transaction. */
final class MemberWrites {
    static final int LONGEST_NAME = 100;
    private static final int LONGEST_TITLE = 100;
    private static final int MOST_SUPERVISORS = 1_000;

    private final Database database;
    private final Accounts accounts;
    private final Passwords passwords;
    private final WorkspaceSecurity security;
    private final Clock clock;

    MemberWrites(Database database, Accounts accounts, Passwords passwords, WorkspaceSecurity security, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.passwords = passwords;
        this.security = security;
        this.clock = clock;
    }

    /** @param mayJoin whether an account that exists becomes a member here too, instead of being refused as taken */
    Member create(Workspace workspace, NewMember wanted, boolean mayJoin) {
        Optional<Accounts.Account> known =
                mayJoin && wanted.account() != null ? accounts.named(wanted.account()) : Optional.empty();
        String hash = known.isPresent() ? "" : checkedAndHashed(workspace, wanted);
        return database.write(ctx -> create(ctx, workspace, wanted, known, hash));
    }

    /** As {@link #create(Workspace, NewMember, boolean)} in a transaction of others; {@code hash} is of the password. */
    Member create(
            DSLContext ctx, Workspace workspace, NewMember wanted, Optional<Accounts.Account> known, String hash) {
        String name = wanted.account();
        UUID account =
                name == null ? null : known.map(Accounts.Account::id).orElseGet(() -> newAccount(ctx, name, hash));
        return create(ctx, workspace, wanted, account);
    }

    /** A member with the account of that id, or with none; account and password of {@code wanted} do not count. */
    Member create(DSLContext ctx, Workspace workspace, NewMember wanted, @Nullable UUID account) {
        Instant now = clock.instant();
        Member member = new Member(
                Ids.at(now),
                String.valueOf(wanted.name()).strip(),
                blankToNull(wanted.jobTitle()),
                account,
                wanted.language(),
                wanted.supervisor(),
                null,
                wanted.department(),
                departments(wanted.department(), wanted.departments()),
                Boolean.TRUE.equals(wanted.admin()),
                true,
                null,
                1);
        MemberRows rows = new MemberRows(ctx, workspace.schema());
        new DepartmentRows(ctx, workspace.schema()).lock();
        check(ctx, workspace, rows, member).orThrow(member);
        rows.insert(member, now);
        if (account != null) {
            accounts.join(ctx, account, workspace, member.id());
        }
        PeopleAudit.of(ctx, workspace, now).memberAdded(member, wanted.account());
        new Supervision(ctx, workspace.schema()).of(member.id());
        return Objects.requireNonNull(rows.locked(member.id()));
    }

    /** Gives a member without an account one, in the transaction of {@code ctx}; the member may sign in from then on. */
    Member giveAccount(DSLContext ctx, Workspace workspace, Member member, UUID account) {
        MemberRows rows = new MemberRows(ctx, workspace.schema());
        rows.setAccount(member.id(), account, clock.instant());
        accounts.join(ctx, account, workspace, member.id());
        KnownCallers.changed(ctx);
        return Objects.requireNonNull(rows.locked(member.id()));
    }

    /** Checks what can be checked without the database and hashes the password, before any transaction is begun. */
    String checkedAndHashed(Workspace workspace, NewMember wanted) {
        Checks checks = new Checks().text("name", wanted.name(), LONGEST_NAME);
        String password = wanted.password() == null ? "" : wanted.password();
        if (wanted.account() != null) {
            Accounts.check(checks, "account", wanted.account());
            List<String> names = List.of(wanted.account(), wanted.name() == null ? "" : wanted.name());
            security.of(workspace).password().check(checks, "password", password, names);
        }
        checks.orThrow(wanted);
        return wanted.account() == null ? "" : passwords.hash(password);
    }

    /** @param version the one the change starts from; null for any */
    Member change(Workspace workspace, UUID id, MemberChange change, @Nullable Long version) {
        return database.write(ctx -> change(ctx, workspace, id, change, version));
    }

    /** As {@link #change(Workspace, UUID, MemberChange, Long)} in a transaction of others. */
    Member change(DSLContext ctx, Workspace workspace, UUID id, MemberChange change, @Nullable Long version) {
        MemberRows rows = new MemberRows(ctx, workspace.schema());
        new DepartmentRows(ctx, workspace.schema()).lock();
        List<UUID> admins = rows.lockedAdmins();
        Member before = rows.locked(id);
        if (before == null) {
            throw WorkspaceError.NO_SUCH_MEMBER.problem();
        }
        Versions.check(before.version(), version);
        Member after = changed(before, change);
        boolean wasAdmin = before.admin() && before.active();
        if (wasAdmin && !(after.admin() && after.active()) && admins.size() < 2) {
            throw WorkspaceError.LAST_ADMIN.problem();
        }
        check(ctx, workspace, rows, after).orThrow(after);
        rows.update(after, clock.instant());
        if (after.account() != null && before.active() != after.active()) {
            accounts.setActive(ctx, after.account(), workspace, after.active());
        }
        leave(ctx, workspace, before, after);
        PeopleAudit.of(ctx, workspace, clock.instant()).memberChanged(before, after);
        Supervision supervision = new Supervision(ctx, workspace.schema());
        if (before.active() == after.active()) {
            supervision.of(id);
        } else {
            supervision.ofAllWhoStay();
        }
        KnownCallers.changed(ctx);
        return Objects.requireNonNull(rows.locked(id));
    }

    /** Who leaves has no keys and invites nobody any more; who has left is signed in nowhere. */
    private void leave(DSLContext ctx, Workspace workspace, Member before, Member after) {
        boolean leaves = !after.active() || after.leavingSince() != null;
        if (leaves && before.active()) {
            Keys.revokeAll(ctx, workspace, after.id(), clock.instant());
            Invitations.revokeAll(ctx, workspace, after.id(), clock.instant());
        }
        if (!after.active() && before.active()) {
            Sessions.endAll(ctx, workspace, after.id());
        }
    }

    private Member changed(Member before, MemberChange change) {
        UUID main = change.department().over(before.department());
        List<UUID> further = change.departments().given()
                ? change.departments().value()
                : before.departments().stream()
                        .filter(each -> !change.department().given() || !each.equals(before.department()))
                        .toList();
        return new Member(
                before.id(),
                String.valueOf(change.name().given() ? change.name().orKeep("") : before.name())
                        .strip(),
                blankToNull(change.jobTitle().over(before.jobTitle())),
                before.account(),
                change.language().over(before.language()),
                change.supervisor().over(before.supervisor()),
                before.reportsTo(),
                main,
                departments(main, further),
                change.admin().orKeep(before.admin()),
                change.active().orKeep(before.active()),
                leavingSince(before, change),
                before.version() + 1);
    }

    /** Who comes back is not leaving. */
    private @Nullable Instant leavingSince(Member before, MemberChange change) {
        boolean back = !before.active() && change.active().orKeep(false);
        boolean was = before.leavingSince() != null && !back;
        if (!change.leaving().orKeep(was)) {
            return null;
        }
        return was ? before.leavingSince() : clock.instant();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static List<UUID> departments(@Nullable UUID main, @Nullable List<UUID> further) {
        Set<UUID> all = new LinkedHashSet<>();
        if (main != null) {
            all.add(main);
        }
        if (further != null) {
            all.addAll(further);
        }
        return new ArrayList<>(all);
    }

    private static Checks check(DSLContext ctx, Workspace workspace, MemberRows rows, Member member) {
        String title = member.jobTitle();
        Checks checks = new Checks()
                .text("name", member.name(), LONGEST_NAME)
                .that(
                        title == null || title.length() <= LONGEST_TITLE,
                        "jobTitle",
                        WorkspaceError.TOO_LONG,
                        "jobTitle",
                        LONGEST_TITLE);
        UUID supervisor = member.supervisor();
        if (supervisor != null) {
            boolean there = rows.exists(supervisor);
            checks.that(there, "supervisor", WorkspaceError.NO_SUCH_MEMBER)
                    .that(
                            !there || !reportsTo(rows, supervisor, member.id()),
                            "supervisor",
                            WorkspaceError.SUPERVISOR_LOOP);
        }
        for (UUID department : member.departments()) {
            checks.that(
                    ctx.fetchExists(workspace.schema().table("department"), Columns.ID.eq(department)),
                    department.equals(member.department()) ? "department" : "departments",
                    WorkspaceError.NO_SUCH_DEPARTMENT);
        }
        return checks;
    }

    /** Whether {@code boss} is {@code member} or stands anywhere above. */
    private static boolean reportsTo(MemberRows rows, UUID member, UUID boss) {
        UUID each = member;
        for (int i = 0; each != null && i < MOST_SUPERVISORS; i++) {
            if (each.equals(boss)) {
                return true;
            }
            each = rows.supervisorOf(each);
        }
        return false;
    }

    private UUID newAccount(DSLContext ctx, String name, String hash) {
        return accounts.add(ctx, name, hash, false).orElseThrow(() -> WorkspaceError.ACCOUNT_TAKEN.problem(name));
    }
}

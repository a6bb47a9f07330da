package io.zhike.workspace;

import io.zhike.http.Patch;
import io.zhike.message.Issue;
import io.zhike.store.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People of a table become members: all of them, in one transaction, or none. Each gets a link of their own. */
@Component
class PeopleFiles {
    private final Database database;
    private final Members members;
    private final Departments departments;
    private final Accounts accounts;
    private final Invitations invitations;
    private final RoleGiving roles;

    PeopleFiles(
            Database database,
            Members members,
            Departments departments,
            Accounts accounts,
            Invitations invitations,
            RoleGiving roles) {
        this.database = database;
        this.members = members;
        this.departments = departments;
        this.accounts = accounts;
        this.invitations = invitations;
        this.roles = roles;
    }

    /**
     * A new member.
     *
     * @param row where it was in the table
     * @param account that is suggested in the invitation; null for none
     * @param token the secret of the link, told only this once
     */
    record Added(
            long row, UUID member, String name, @Nullable String account, String token) {}

    /** What the table comes to just now; nothing is changed. */
    PeoplePlan plan(Workspace workspace, List<PeopleSheet.Person> people) {
        List<Member> active = members.active(workspace);
        Map<String, Member> byAccount = new HashMap<>();
        for (Member member : active) {
            UUID account = member.account();
            if (account != null) {
                accounts.find(account).ifPresent(found -> byAccount.put(Accounts.key(found.name()), member));
            }
        }
        Set<String> invited = new HashSet<>();
        for (Invitation open : invitations.open(workspace)) {
            if (open.account() != null) {
                invited.add(Accounts.key(open.account()));
            }
        }
        PeoplePlan.Known known = new PeoplePlan.Known(
                workspace, departments.all(workspace), active, byAccount, invited, accounts, roles);
        return PeoplePlan.of(people, known);
    }

    /**
     * Makes the members.
     *
     * @param makeDepartments whether departments that are not there are made
     * @throws io.zhike.message.ProblemException {@code sheet-refused} with all places that are wrong; then nobody is added
     */
    List<Added> add(Caller caller, List<PeopleSheet.Person> people, boolean makeDepartments) {
        Workspace workspace = caller.workspace();
        PeoplePlan plan = plan(workspace, people);
        List<Issue> issues = new ArrayList<>();
        for (PeoplePlan.Line line : plan.lines()) {
            line.issues()
                    .forEach(issue ->
                            issues.add(issue.under("rows[" + line.person().number() + "]")));
        }
        if (!makeDepartments) {
            plan.newDepartments()
                    .forEach(path -> issues.add(
                            Issue.at("departments", WorkspaceError.UNKNOWN_DEPARTMENT_PATH, String.join("/", path))));
        }
        if (!issues.isEmpty()) {
            throw WorkspaceError.SHEET_REFUSED.problem(issues, issues.size());
        }
        return database.write(ctx -> add(ctx, caller, plan));
    }

    private List<Added> add(DSLContext ctx, Caller caller, PeoplePlan plan) {
        Workspace workspace = caller.workspace();
        Map<List<String>, UUID> paths = PeoplePlan.paths(new DepartmentRows(ctx, workspace.schema()).locked());
        for (List<String> path : plan.newDepartments()) {
            UUID parent = paths.get(path.subList(0, path.size() - 1));
            Department made = departments
                    .writes()
                    .create(ctx, workspace, new DepartmentWrites.Wanted(path.getLast(), parent, null, 0));
            paths.put(path, made.id());
        }
        List<Member> made = new ArrayList<>();
        for (PeoplePlan.Line line : plan.lines()) {
            made.add(member(ctx, workspace, line, paths));
        }
        List<Added> added = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            PeoplePlan.Line line = plan.lines().get(i);
            supervise(ctx, workspace, made, i, line.supervisor());
            if (!line.roles().isEmpty()) {
                roles.give(ctx, workspace, made.get(i), line.roles());
            }
            Invitations.Made link = invitations.create(
                    ctx,
                    workspace,
                    caller.memberOrThrow(),
                    made.get(i),
                    line.person().account());
            added.add(new Added(
                    line.person().number(),
                    made.get(i).id(),
                    made.get(i).name(),
                    line.person().account(),
                    link.token()));
        }
        return added;
    }

    private Member member(DSLContext ctx, Workspace workspace, PeoplePlan.Line line, Map<List<String>, UUID> paths) {
        PeopleSheet.Person person = line.person();
        List<UUID> places = person.departments().stream().map(paths::get).toList();
        NewMember wanted = new NewMember(
                person.name(),
                null,
                null,
                person.jobTitle(),
                null,
                null,
                places.isEmpty() ? null : places.getFirst(),
                places,
                false);
        return members.writes().create(ctx, workspace, wanted, (UUID) null);
    }

    /** After all are there, since a supervisor may stand further down in the table. */
    private void supervise(
            DSLContext ctx, Workspace workspace, List<Member> made, int line, PeoplePlan.@Nullable Boss boss) {
        if (boss == null) {
            return;
        }
        UUID supervisor = switch (boss) {
            case PeoplePlan.Boss.There(UUID member) -> member;
            case PeoplePlan.Boss.InTable(int other) -> made.get(other).id();
        };
        MemberChange change = MemberChange.none().withSupervisor(Patch.of(supervisor));
        members.writes().change(ctx, workspace, made.get(line).id(), change, null);
    }
}

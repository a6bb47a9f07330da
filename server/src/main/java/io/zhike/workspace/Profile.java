package io.zhike.workspace;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gathers what a caller may know about itself. */
@Component
class Profile {
    private final Members members;
    private final Departments departments;
    private final Accounts accounts;
    private final Confinements confinements;
    private final Watermarks watermarks;
    private final BuildRights building;

    Profile(
            Members members,
            Departments departments,
            Accounts accounts,
            Confinements confinements,
            Watermarks watermarks,
            BuildRights building) {
        this.building = building;
        this.watermarks = watermarks;
        this.members = members;
        this.departments = departments;
        this.accounts = accounts;
        this.confinements = confinements;
    }

    Me of(Caller caller) {
        Workspace workspace = caller.workspace();
        Member member =
                members.find(workspace, caller.memberOrThrow()).orElseThrow(WorkspaceError.NO_SUCH_MEMBER::problem);
        Optional<Accounts.Account> account =
                Optional.ofNullable(member.account()).flatMap(accounts::find);
        return new Me(
                new Me.Named(member.id(), member.name()),
                account.map(known -> new Me.Named(known.id(), known.name())).orElse(null),
                Me.InWorkspace.of(workspace),
                caller.language(),
                member.language(),
                departments(workspace, member),
                members.isAdmin(caller),
                building.of(caller),
                account.filter(Accounts.Account::admin).isPresent(),
                account.map(known -> others(known, workspace)).orElse(List.of()),
                caller.origin() instanceof Origin.Session
                        ? account.flatMap(known -> confinements.of(workspace, member, known.id()))
                                .orElse(null)
                        : null,
                new Me.Mark(watermarks.of(workspace), watermarks.text(caller)));
    }

    private List<Me.InDepartment> departments(Workspace workspace, Member member) {
        return member.departments().stream()
                .flatMap(id -> departments.find(workspace, id).stream())
                .map(department -> new Me.InDepartment(
                        department.id(), department.name(), department.id().equals(member.department())))
                .toList();
    }

    private List<Me.Named> others(Accounts.Account account, Workspace current) {
        return accounts.places(account.id()).stream()
                .map(Accounts.Place::workspace)
                .filter(workspace -> !workspace.id().equals(current.id()))
                .map(workspace -> new Me.Named(workspace.id(), workspace.name()))
                .toList();
    }
}

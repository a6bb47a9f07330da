package io.zhike.access;

import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditLog;
import io.zhike.audit.AuditWord;
import io.zhike.definition.Definitions;
import io.zhike.workspace.KnownCallers;
import io.zhike.workspace.Member;
import io.zhike.workspace.RoleGiving;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Gives members their roles, in the one place where that is told to the audit log. */
@Component
final class GivenRoles implements RoleGiving {
    private final Definitions definitions;
    private final Clock clock;

    GivenRoles(Definitions definitions, Clock clock) {
        this.definitions = definitions;
        this.clock = clock;
    }

    @Override
    public Optional<String> find(Workspace workspace, String text) {
        RoleBook book = book(workspace);
        return book.has(text)
                ? Optional.of(text)
                : book.all().stream()
                        .filter(role -> role.label().matches(text))
                        .map(Role::code)
                        .findFirst();
    }

    @Override
    public void give(DSLContext ctx, Workspace workspace, Member member, Collection<String> roles) {
        MemberRoles stored = new MemberRoles(ctx, workspace.schema());
        List<String> before = stored.of(member.id());
        stored.replace(member.id(), roles);
        RoleBook book = book(workspace);
        roles.stream()
                .filter(role -> !before.contains(role))
                .forEach(role -> tell(ctx, workspace, AccessAction.ROLE_GIVEN, member, name(book, workspace, role)));
        before.stream()
                .filter(role -> !roles.contains(role))
                .forEach(role -> tell(ctx, workspace, AccessAction.ROLE_TAKEN, member, name(book, workspace, role)));
        KnownCallers.changed(ctx);
    }

    private void tell(DSLContext ctx, Workspace workspace, AccessAction action, Member member, String role) {
        AuditEntry entry =
                AuditEntry.of(action, "member", member.id(), member.name()).with(AuditWord.ROLE, role);
        AuditLog.record(ctx, workspace.schema(), clock.instant(), entry);
    }

    /** What a role is called, or its code where it is no longer published. */
    private static String name(RoleBook book, Workspace workspace, String role) {
        return book.all().stream()
                .filter(each -> each.code().equals(role))
                .findFirst()
                .map(each -> each.label().in(workspace.language()))
                .orElse(role);
    }

    private RoleBook book(Workspace workspace) {
        return RoleBook.of(definitions.published(workspace));
    }
}

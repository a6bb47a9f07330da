package io.zhike.access;

import io.zhike.definition.Definitions;
import io.zhike.workspace.KnownCallers;
import io.zhike.workspace.RoleGiving;
import io.zhike.workspace.Workspace;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Gives those who are invited their roles. */
@Component
final class GivenRoles implements RoleGiving {
    private final Definitions definitions;

    GivenRoles(Definitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public Optional<String> find(Workspace workspace, String text) {
        RoleBook book = RoleBook.of(definitions.published(workspace));
        return book.has(text)
                ? Optional.of(text)
                : book.all().stream()
                        .filter(role -> role.label().matches(text))
                        .map(Role::code)
                        .findFirst();
    }

    @Override
    public void give(DSLContext ctx, Workspace workspace, UUID member, Collection<String> roles) {
        new MemberRoles(ctx, workspace.schema()).replace(member, roles);
        KnownCallers.changed(ctx);
    }
}

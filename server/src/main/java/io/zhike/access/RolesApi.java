package io.zhike.access;

import io.zhike.definition.Definitions;
import io.zhike.http.Page;
import io.zhike.message.Label;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Member;
import io.zhike.workspace.Members;
import io.zhike.workspace.RoleGiving;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The published roles by name, for builders, and which of them members have, for administrators. */
@RestController
class RolesApi {
    private final Database database;
    private final RoleGiving giving;
    private final Definitions definitions;
    private final Members members;

    RolesApi(Database database, RoleGiving giving, Definitions definitions, Members members) {
        this.database = database;
        this.giving = giving;
        this.definitions = definitions;
        this.members = members;
    }

    /** A role by name. */
    record RoleName(String code, Label label, boolean admin) {}

    /** The roles of one member, by code. */
    record RolesOfMember(@Nullable List<String> roles) {}

    @GetMapping("/api/v1/roles")
    Page<RoleName> roles(Caller caller) {
        definitions.requireBuilder(caller);
        return Page.whole(book(caller).all().stream()
                .map(role -> new RoleName(role.code(), role.label(), role.admin()))
                .toList());
    }

    @GetMapping("/api/v1/members/{id}/roles")
    RolesOfMember of(Caller caller, @PathVariable UUID id) {
        members.requireAdmin(caller);
        requireMember(caller, id);
        return database.read(
                ctx -> new RolesOfMember(new MemberRoles(ctx, caller.workspace().schema()).of(id)));
    }

    @PutMapping("/api/v1/members/{id}/roles")
    RolesOfMember set(Caller caller, @PathVariable UUID id, @RequestBody RolesOfMember wanted) {
        members.requireAdmin(caller);
        Member member = requireMember(caller, id);
        List<String> roles = List.copyOf(new LinkedHashSet<>(wanted.roles() == null ? List.of() : wanted.roles()));
        RoleBook book = book(caller);
        List<String> unknown = roles.stream().filter(role -> !book.has(role)).toList();
        if (!unknown.isEmpty()) {
            throw AccessError.UNKNOWN_ROLES.problem(
                    String.join(", ", unknown),
                    String.join(", ", book.all().stream().map(Role::code).toList()));
        }
        database.writing(ctx -> giving.give(ctx, caller.workspace(), member, roles));
        return of(caller, id);
    }

    private RoleBook book(Caller caller) {
        return RoleBook.of(definitions.published(caller.workspace()));
    }

    private Member requireMember(Caller caller, UUID id) {
        return members.find(caller.workspace(), id).orElseThrow(() -> AccessError.UNKNOWN_MEMBER.problem(id));
    }
}

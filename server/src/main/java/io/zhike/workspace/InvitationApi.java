package io.zhike.workspace;

import io.zhike.http.Page;
import io.zhike.store.Database;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Invitations of the caller's workspace; for administrators in a browser, as a key that leaked shall let nobody in. No
 * answer is kept under an {@code Idempotency-Key} here, as it would hold the secret.
 */
@RestController
@RequestMapping("/api/v1")
class InvitationApi {
    private final Invitations invitations;
    private final Members members;
    private final Database database;

    InvitationApi(Invitations invitations, Members members, Database database) {
        this.invitations = invitations;
        this.members = members;
        this.database = database;
    }

    /** @param account the account's name to suggest; null for none */
    record ForMember(@Nullable String account) {}

    @GetMapping("/invitations")
    Page<Invitation> open(Caller caller) {
        members.requireAdmin(caller);
        return Page.whole(invitations.open(caller.workspace()));
    }

    @PostMapping("/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    Invitations.Made create(Caller caller, @RequestBody Invitations.Wanted wanted) {
        requireAdminInBrowser(caller);
        return invitations.create(caller.workspace(), caller.memberOrThrow(), wanted);
    }

    /** For somebody who is a member and has no account yet. */
    @PostMapping("/members/{id}/invitation")
    @ResponseStatus(HttpStatus.CREATED)
    Invitations.Made create(Caller caller, @PathVariable UUID id, @RequestBody ForMember wanted) {
        requireAdminInBrowser(caller);
        Workspace workspace = caller.workspace();
        Member member = members.find(workspace, id).orElseThrow(WorkspaceError.NO_SUCH_MEMBER::problem);
        return database.write(
                ctx -> invitations.create(ctx, workspace, caller.memberOrThrow(), member, wanted.account()));
    }

    @DeleteMapping("/invitations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Caller caller, @PathVariable UUID id) {
        members.requireAdmin(caller);
        invitations.revoke(caller.workspace(), id);
    }

    private void requireAdminInBrowser(Caller caller) {
        members.requireAdmin(caller);
        if (!(caller.origin() instanceof Origin.Session)) {
            throw WorkspaceError.SESSION_NEEDED.problem();
        }
    }
}

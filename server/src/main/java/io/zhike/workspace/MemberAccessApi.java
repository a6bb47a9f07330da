package io.zhike.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** By what a member gets in: account, sessions, invitation. For administrators. */
@RestController
@RequestMapping("/api/v1/members/{id}")
class MemberAccessApi {
    private final Members members;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Invitations invitations;
    private final Database database;

    MemberAccessApi(Members members, Accounts accounts, Sessions sessions, Invitations invitations, Database database) {
        this.members = members;
        this.accounts = accounts;
        this.sessions = sessions;
        this.invitations = invitations;
        this.database = database;
    }

    /**
     * By what somebody gets in.
     *
     * @param account the name to sign in with; null for none
     * @param sessions in this workspace, the one used last first
     * @param invitedUntil when the link for this member ends; null where there is none that is open
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Entry(
            @Nullable String account,
            List<Sessions.Seen> sessions,
            @Nullable Instant invitedUntil) {}

    @GetMapping("/access")
    Entry access(Caller caller, @PathVariable UUID id) {
        members.requireAdmin(caller);
        Workspace workspace = caller.workspace();
        Member member = require(workspace, id);
        return new Entry(
                Optional.ofNullable(member.account())
                        .flatMap(accounts::find)
                        .map(Accounts.Account::name)
                        .orElse(null),
                sessions.of(workspace, id),
                invitations.openFor(workspace, id).map(Invitation::expiresAt).orElse(null));
    }

    /** Signs the member out everywhere in this workspace. */
    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSessions(Caller caller, @PathVariable UUID id) {
        members.requireAdmin(caller);
        require(caller.workspace(), id);
        database.writing(ctx -> {
            Sessions.endAll(ctx, caller.workspace(), id);
            KnownCallers.changed(ctx);
        });
    }

    private Member require(Workspace workspace, UUID id) {
        return members.find(workspace, id).orElseThrow(WorkspaceError.NO_SUCH_MEMBER::problem);
    }
}

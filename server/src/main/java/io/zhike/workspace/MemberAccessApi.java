package io.zhike.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
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
    private final SecondFactors factors;
    private final Takeover takeover;

    MemberAccessApi(
            Members members,
            Accounts accounts,
            Sessions sessions,
            Invitations invitations,
            SecondFactors factors,
            Takeover takeover) {
        this.members = members;
        this.accounts = accounts;
        this.sessions = sessions;
        this.invitations = invitations;
        this.factors = factors;
        this.takeover = takeover;
    }

    /**
     * By what somebody gets in.
     *
     * @param account the name to sign in with; null for none
     * @param sessions in this workspace, the one used last first
     * @param invitedUntil when the link for this member ends; null where there is none that is open
     * @param secondFactor whether the account has one
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Entry(
            @Nullable String account,
            List<Sessions.Seen> sessions,
            @Nullable Instant invitedUntil,
            boolean secondFactor) {}

    @GetMapping("/access")
    Entry access(Caller caller, @PathVariable UUID id) {
        members.requireAdmin(caller);
        Workspace workspace = caller.workspace();
        Member member = require(workspace, id);
        UUID account = member.account();
        return new Entry(
                Optional.ofNullable(account)
                        .flatMap(accounts::find)
                        .map(Accounts.Account::name)
                        .orElse(null),
                sessions.of(workspace, id),
                invitations.openFor(workspace, id).map(Invitation::expiresAt).orElse(null),
                account != null && factors.isOn(account));
    }

    /** Takes the second factor from a member who has lost phone and recovery codes; all sessions of the account end. */
    @DeleteMapping("/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetSecondFactor(Caller caller, @PathVariable UUID id) {
        members.requireAdmin(caller);
        Accounts.Account account = takeover.account(caller, id);
        if (!factors.isOn(account.id())) {
            throw WorkspaceError.SECOND_FACTOR_OFF.problem();
        }
        factors.remove(caller.workspace(), id, account.id(), PeopleAction.SECOND_FACTOR_RESET);
        sessions.endAll(account.id());
    }

    /** Signs the member out in one browser. */
    @DeleteMapping("/sessions/{session}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSession(Caller caller, @PathVariable UUID id, @PathVariable UUID session) {
        members.requireAdmin(caller);
        require(caller.workspace(), id);
        sessions.endOf(caller.workspace(), id, session);
    }

    /** Signs the member out everywhere in this workspace. */
    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSessions(Caller caller, @PathVariable UUID id) {
        members.requireAdmin(caller);
        require(caller.workspace(), id);
        sessions.endAllOf(caller.workspace(), id);
    }

    private Member require(Workspace workspace, UUID id) {
        return members.find(workspace, id).orElseThrow(WorkspaceError.NO_SUCH_MEMBER::problem);
    }
}

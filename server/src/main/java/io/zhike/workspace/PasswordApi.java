package io.zhike.workspace;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** New passwords for members who have forgotten theirs, set by an administrator. */
@RestController
class PasswordApi {
    private final Members members;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;

    PasswordApi(Members members, Accounts accounts, Passwords passwords, Sessions sessions) {
        this.members = members;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    record Reset(@Nullable String password) {}

    /** All sessions of the account end. */
    @PostMapping("/api/v1/members/{id}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(Caller caller, @PathVariable UUID id, @RequestBody Reset reset) {
        members.requireAdmin(caller);
        if (!(caller.origin() instanceof Origin.Session)) {
            throw WorkspaceError.SESSION_NEEDED.problem();
        }
        Member member = members.find(caller.workspace(), id).orElseThrow(WorkspaceError.NO_SUCH_MEMBER::problem);
        Accounts.Account account =
                accounts.of(caller.workspace(), member.id()).orElseThrow(WorkspaceError.NO_ACCOUNT::problem);
        refuseTakeover(caller, account);
        String password = reset.password() == null ? "" : reset.password();
        Passwords.check(new Checks(), "password", password, account.name()).orThrow(password);
        accounts.setPassword(caller.workspace(), member.id(), account.id(), passwords.hash(password));
        sessions.endAll(account.id());
    }

    /** Who administers one workspace must not get into another by way of a shared account. */
    private void refuseTakeover(Caller caller, Accounts.Account account) {
        boolean more = account.admin() || accounts.isSharedBeyond(caller.workspace(), account.id());
        boolean mayAll = accounts.of(caller.workspace(), caller.memberOrThrow())
                .filter(Accounts.Account::admin)
                .isPresent();
        if (more && !mayAll) {
            throw WorkspaceError.ACCOUNT_SHARED.problem();
        }
    }
}

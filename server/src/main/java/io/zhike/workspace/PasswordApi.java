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
    private final Takeover takeover;
    private final PasswordChanges passwords;
    private final Sessions sessions;

    PasswordApi(Members members, Takeover takeover, PasswordChanges passwords, Sessions sessions) {
        this.members = members;
        this.takeover = takeover;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    record Reset(@Nullable String password) {}

    /** All sessions of the account end. */
    @PostMapping("/api/v1/members/{id}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(Caller caller, @PathVariable UUID id, @RequestBody Reset reset) {
        members.requireAdmin(caller);
        Accounts.Account account = takeover.account(caller, id);
        String password = reset.password() == null ? "" : reset.password();
        passwords
                .check(new Checks(), "password", password, caller.workspace(), id, account)
                .orThrow(password);
        passwords.set(caller.workspace(), id, account.id(), password);
        sessions.endAll(account.id());
    }
}

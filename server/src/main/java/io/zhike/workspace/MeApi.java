package io.zhike.workspace;

import io.zhike.http.Patch;
import io.zhike.message.Language;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What members see and change about themselves. */
@RestController
@RequestMapping("/api/v1/me")
class MeApi {
    private final Profile profile;
    private final Members members;
    private final Accounts accounts;
    private final PasswordChanges passwords;
    private final SignIn signIn;
    private final Sessions sessions;

    MeApi(
            Profile profile,
            Members members,
            Accounts accounts,
            PasswordChanges passwords,
            SignIn signIn,
            Sessions sessions) {
        this.profile = profile;
        this.members = members;
        this.accounts = accounts;
        this.passwords = passwords;
        this.signIn = signIn;
        this.sessions = sessions;
    }

    /** @param language null goes back to following the browser */
    record Change(
            Patch<String> name,
            Patch<Language> language,
            @Nullable PasswordChange password) {}

    record PasswordChange(@Nullable String old, @Nullable String wanted) {}

    @EvenConfined
    @GetMapping
    Me me(Caller caller) {
        return profile.of(caller);
    }

    @EvenConfined
    @PatchMapping
    Me change(Caller caller, @RequestBody Change change) {
        UUID member = caller.memberOrThrow();
        if (change.password() != null) {
            changePassword(caller, member, change.password());
        }
        if (change.name().given() || change.language().given()) {
            MemberChange wanted = MemberChange.none().withName(change.name()).withLanguage(change.language());
            members.writes().change(caller.workspace(), member, wanted, null);
        }
        Language chosen = change.language().value();
        return profile.of(chosen == null ? caller : new Caller(caller.workspace(), member, chosen, caller.origin()));
    }

    /** All other sessions of the account end: whoever knew the old password is out. */
    private void changePassword(Caller caller, UUID member, PasswordChange change) {
        if (!(caller.origin() instanceof Origin.Session session)) {
            throw WorkspaceError.SESSION_NEEDED.problem();
        }
        Accounts.Account account =
                accounts.of(caller.workspace(), member).orElseThrow(WorkspaceError.SIGN_IN_NEEDED::problem);
        String wanted = change.wanted() == null ? "" : change.wanted();
        signIn.confirm(account, "password.old", change.old());
        passwords
                .check(new Checks(), "password.wanted", wanted, caller.workspace(), member, account)
                .orThrow(wanted);
        passwords.set(caller.workspace(), member, account.id(), wanted);
        sessions.endOthers(account.id(), session.id());
    }
}

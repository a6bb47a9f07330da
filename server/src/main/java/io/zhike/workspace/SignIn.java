package io.zhike.workspace;

import io.zhike.audit.Actor;
import io.zhike.audit.AuditBuffer;
import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditOrigin;
import io.zhike.message.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * From a name and a password to a session, with a code between them where the account has a second factor. An account that
 * does not exist is told from a wrong password by nothing.
 */
@Component
class SignIn {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SignInThrottle throttle;
    private final SecondFactors factors;
    private final SignInChallenges challenges;
    private final WorkspaceSecurity security;
    private final AuditBuffer audit;

    SignIn(
            Accounts accounts,
            Passwords passwords,
            Sessions sessions,
            SignInThrottle throttle,
            SecondFactors factors,
            SignInChallenges challenges,
            WorkspaceSecurity security,
            AuditBuffer audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
        this.factors = factors;
        this.challenges = challenges;
        this.security = security;
        this.audit = audit;
    }

    /** How far a right password leads. */
    sealed interface Step {
        /** @param token of the new session */
        record Entered(String token) implements Step {}

        /** @param challenge to be sent with the code, within {@link SignInChallenges#LIFE} */
        record CodeNeeded(String challenge) implements Step {}
    }

    /**
     * A new session, or the wish for a code.
     *
     * @param workspace null for the one that was used last
     * @throws ProblemException {@code wrong-credentials}, {@code too-many-tries}, {@code no-workspace},
     *     {@code address-not-allowed}
     */
    Step enter(String name, String password, @Nullable UUID workspace, Sessions.Client client) {
        Accounts.Account account = verified(name, password, client);
        Accounts.Place place = allowedPlace(account.id(), workspace, client);
        return factors.isOn(account.id())
                ? new Step.CodeNeeded(challenges.begin(new SignInChallenges.Open(account.id(), workspace)))
                : start(account.id(), place, client);
    }

    /**
     * The second step: a new session for the code of the app, or a recovery code.
     *
     * @throws ProblemException {@code challenge-over}, {@code code-wrong}, {@code code-locked}, {@code too-many-tries}
     */
    Step.Entered finish(String challenge, String code, Sessions.Client client) {
        SignInChallenges.Open open = challenges.find(challenge).orElseThrow(WorkspaceError.CHALLENGE_OVER::problem);
        Accounts.Account account = accounts.find(open.account())
                .filter(Accounts.Account::active)
                .orElseThrow(WorkspaceError.CHALLENGE_OVER::problem);
        Accounts.Place place = allowedPlace(account.id(), open.workspace(), client);
        requireCode(account, place, code, client);
        if (!challenges.end(challenge)) {
            throw WorkspaceError.CHALLENGE_OVER.problem();
        }
        return start(account.id(), place, client);
    }

    /** Takes a code of the second factor that {@code account} has; the logs are told of a wrong one and of a recovery code. */
    void requireCode(Accounts.Account account, Accounts.Place place, String code, Sessions.Client client) {
        SecondFactors.Verdict verdict;
        try {
            verdict = factors.require(account.id(), code);
        } catch (ProblemException refused) {
            tell(PeopleAction.CODE_FAILED, Optional.of(account), client);
            throw refused;
        }
        if (verdict == SecondFactors.Verdict.RECOVERY_CODE) {
            AuditEntry entry = AuditEntry.of(PeopleAction.RECOVERY_CODE_USED, "member", place.member(), account.name());
            Actor actor = new Actor(AuditOrigin.SESSION, place.member(), account.name(), null, client.address());
            audit.add(place.workspace().schema(), actor, entry, 0);
        }
    }

    /**
     * Asks somebody who is signed in for the password once more, before something that a stranger at their desk shall not do.
     *
     * @throws ProblemException {@code password-wrong} at {@code path}, {@code too-many-tries}
     */
    void confirm(Accounts.Account account, String path, @Nullable String password) {
        String key = Accounts.key(account.name());
        String typed = password == null ? "" : password;
        throttle.attempt(key);
        boolean right = typed.length() <= PasswordRules.LONGEST && passwords.matches(typed, account.password());
        new Checks().that(right, path, WorkspaceError.PASSWORD_WRONG).orThrow(typed);
        throttle.succeeded(key);
    }

    private Step.Entered start(UUID account, Accounts.Place place, Sessions.Client client) {
        String token = sessions.start(account, place, client);
        accounts.entered(account, place.workspace().id());
        return new Step.Entered(token);
    }

    /** Of the places that may be used from where the client is; that there are none of these is told as such. */
    private Accounts.Place allowedPlace(UUID account, @Nullable UUID workspace, Sessions.Client client) {
        List<Accounts.Place> places = accounts.places(account);
        Accounts.Place usual = place(places, workspace);
        List<Accounts.Place> allowed = places.stream()
                .filter(place -> security.allows(place.workspace(), client.address()))
                .toList();
        if (allowed.contains(usual)) {
            return usual;
        }
        if (workspace != null || allowed.isEmpty()) {
            throw WorkspaceError.ADDRESS_NOT_ALLOWED.problem(client.address());
        }
        return allowed.getFirst();
    }

    /** The active account of that name and password; the try is counted. */
    Accounts.Account verified(String name, String password, Sessions.Client client) {
        if (name.length() > Accounts.LONGEST_NAME || password.length() > PasswordRules.LONGEST) {
            throw WorkspaceError.WRONG_CREDENTIALS.problem();
        }
        String key = Accounts.key(name);
        Optional<Accounts.Account> account = accounts.named(name).filter(Accounts.Account::active);
        try {
            throttle.attempt(key, client.address());
        } catch (ProblemException refused) {
            tell(PeopleAction.SIGN_IN_THROTTLED, account, client);
            throw refused;
        }
        if (!passwords.matches(password, account.map(Accounts.Account::password).orElse(null))) {
            tell(PeopleAction.SIGN_IN_FAILED, account, client);
            throw WorkspaceError.WRONG_CREDENTIALS.problem();
        }
        throttle.succeeded(key, client.address());
        return account.orElseThrow(WorkspaceError.WRONG_CREDENTIALS::problem);
    }

    /**
     * Tells the logs of all workspaces that the account may enter; written later, and asked for without an account too, so
     * that the time an answer takes does not tell whether there is one.
     */
    private void tell(PeopleAction action, Optional<Accounts.Account> account, Sessions.Client client) {
        List<Accounts.Place> places =
                accounts.places(account.map(Accounts.Account::id).orElse(NOBODY));
        String name = account.map(Accounts.Account::name).orElse("");
        for (Accounts.Place place : places) {
            AuditEntry entry = AuditEntry.of(action, "member", place.member(), name);
            audit.add(place.workspace().schema(), Actors.stranger(client.address()), entry, 0);
        }
    }

    /** Of {@code places}, the wanted one or the first. */
    static Accounts.Place place(List<Accounts.Place> places, @Nullable UUID workspace) {
        if (workspace == null) {
            return places.stream().findFirst().orElseThrow(WorkspaceError.NO_WORKSPACE::problem);
        }
        return places.stream()
                .filter(place -> place.workspace().id().equals(workspace))
                .findFirst()
                .orElseThrow(WorkspaceError.NO_SUCH_WORKSPACE::problem);
    }
}

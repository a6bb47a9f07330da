package io.zhike.workspace;

import io.zhike.audit.AuditBuffer;
import io.zhike.audit.AuditEntry;
import io.zhike.message.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From a name and a password to a session. An account that does not exist is told from a wrong password by nothing. */
@Component
class SignIn {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SignInThrottle throttle;
    private final AuditBuffer audit;

    SignIn(Accounts accounts, Passwords passwords, Sessions sessions, SignInThrottle throttle, AuditBuffer audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
        this.audit = audit;
    }

    /** Where somebody came in. */
    record Entered(String token, Accounts.Place place) {}

    /**
     * A new session.
     *
     * @param workspace null for the one that was used last
     * @throws ProblemException {@code wrong-credentials}, {@code too-many-tries}, {@code no-workspace}
     */
    Entered enter(String name, String password, @Nullable UUID workspace, Sessions.Client client) {
        Accounts.Account account = verified(name, password, client);
        Accounts.Place place = place(accounts.places(account.id()), workspace);
        String token = sessions.start(account.id(), place, client);
        accounts.entered(account.id(), place.workspace().id());
        return new Entered(token, place);
    }

    /** The active account of that name and password; the try is counted. */
    Accounts.Account verified(String name, String password, Sessions.Client client) {
        if (name.length() > Accounts.LONGEST_NAME || password.length() > Passwords.LONGEST) {
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

package io.zhike.workspace;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * One's own second factor. Whatever changes it asks for the password once more, so that nobody does it at a desk that was
 * left. Not for keys.
 */
@RestController
@RequestMapping("/api/v1/me/second-factor")
class SecondFactorApi {
    private final SecondFactors factors;
    private final Accounts accounts;
    private final SignIn signIn;
    private final Sessions sessions;

    SecondFactorApi(SecondFactors factors, Accounts accounts, SignIn signIn, Sessions sessions) {
        this.factors = factors;
        this.accounts = accounts;
        this.signIn = signIn;
        this.sessions = sessions;
    }

    record Proof(@Nullable String password, @Nullable String code) {}

    record Begin(@Nullable String password) {}

    record Confirm(@Nullable String code) {}

    /** Known now and never again. */
    record RecoveryCodes(List<String> recoveryCodes) {}

    /** A new secret for the app, which counts once it is confirmed. */
    @EvenConfined
    @PostMapping
    SecondFactors.Begun begin(Caller caller, @RequestBody Begin sent) {
        Accounts.Account account = account(caller);
        signIn.confirm(account, "password", sent.password());
        return factors.begin(caller.workspace(), account);
    }

    /** Turns it on, with a first code; all other sessions of the account end. */
    @EvenConfined
    @PostMapping("/confirmation")
    RecoveryCodes confirm(Caller caller, @RequestBody Confirm sent) {
        Accounts.Account account = account(caller);
        List<String> codes =
                factors.confirm(caller.workspace(), caller.memberOrThrow(), account.id(), code(sent.code()));
        sessions.endOthers(account.id(), OwnSessionsApi.session(caller).id());
        return new RecoveryCodes(codes);
    }

    /** Other recovery codes; those that were count no more. */
    @PostMapping("/recovery-codes")
    RecoveryCodes renew(Caller caller, @RequestBody Proof proof, HttpServletRequest request) {
        Accounts.Account account = proven(caller, proof, request);
        return new RecoveryCodes(factors.renewCodes(caller.workspace(), caller.memberOrThrow(), account.id()));
    }

    /** Turns it off. */
    @PostMapping("/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @RequestBody Proof proof, HttpServletRequest request) {
        Accounts.Account account = proven(caller, proof, request);
        factors.remove(caller.workspace(), caller.memberOrThrow(), account.id(), PeopleAction.SECOND_FACTOR_REMOVED);
    }

    /** The caller's account, by its password and a code. */
    private Accounts.Account proven(Caller caller, Proof proof, HttpServletRequest request) {
        Accounts.Account account = account(caller);
        if (!factors.isOn(account.id())) {
            throw WorkspaceError.SECOND_FACTOR_OFF.problem();
        }
        signIn.confirm(account, "password", proof.password());
        Accounts.Place place = new Accounts.Place(caller.workspace(), caller.memberOrThrow());
        signIn.requireCode(account, place, code(proof.code()), SessionApi.client(request));
        return account;
    }

    private static String code(@Nullable String sent) {
        String code = sent == null ? "" : sent;
        return new Checks()
                .that(!code.isBlank(), "code", WorkspaceError.CODE_NEEDED)
                .orThrow(code);
    }

    private Accounts.Account account(Caller caller) {
        OwnSessionsApi.session(caller);
        return accounts.of(caller.workspace(), caller.memberOrThrow())
                .orElseThrow(WorkspaceError.SIGN_IN_NEEDED::problem);
    }
}

package io.zhike.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.http.AddressRange;
import io.zhike.http.IfMatch;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How strict a workspace is, for its administrators; and what that means for oneself. */
@RestController
@RequestMapping("/api/v1")
class SecurityApi {
    private final WorkspaceSecurity security;
    private final Members members;
    private final Accounts accounts;
    private final PasswordChanges passwords;
    private final SecondFactors factors;

    SecurityApi(
            WorkspaceSecurity security,
            Members members,
            Accounts accounts,
            PasswordChanges passwords,
            SecondFactors factors) {
        this.security = security;
        this.members = members;
        this.accounts = accounts;
        this.passwords = passwords;
        this.factors = factors;
    }

    /** @param address from which the caller asks */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Shown(
            PasswordRules password,
            SecuritySettings.Demand secondFactor,
            List<AddressRange> addresses,
            SecuritySettings.SessionLife sessions,
            String address,
            long version) {

        static Shown of(WorkspaceSecurity.Kept kept, String address) {
            SecuritySettings settings = kept.settings();
            return new Shown(
                    settings.password(),
                    settings.secondFactor(),
                    settings.addresses(),
                    settings.sessions(),
                    address,
                    kept.version());
        }
    }

    record Wanted(
            @Nullable PasswordRules password,
            SecuritySettings.@Nullable Demand secondFactor,
            @Nullable List<String> addresses,
            SecuritySettings.@Nullable SessionLife sessions) {}

    /**
     * What one's own sign-in is like.
     *
     * @param rules for a new password
     * @param passwordSetAt since when the present one has been
     * @param demanded whether the workspace demands a second factor of the caller
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Own(PasswordRules rules, Instant passwordSetAt, SecondFactors.State secondFactor, boolean demanded) {}

    @GetMapping("/security")
    ResponseEntity<Shown> get(Caller caller, HttpServletRequest request) {
        members.requireAdmin(caller);
        return answer(security.kept(caller.workspace()), request);
    }

    /** Sets all of it. A list of addresses must hold the one that it is sent from. */
    @PutMapping("/security")
    ResponseEntity<Shown> set(Caller caller, IfMatch match, @RequestBody Wanted wanted, HttpServletRequest request) {
        members.requireAdmin(caller);
        OwnSessionsApi.session(caller);
        SecuritySettings settings = checked(wanted);
        String address = request.getRemoteAddr();
        if (!AddressRange.allow(settings.addresses(), address)) {
            throw WorkspaceError.ADDRESS_LOCKS_OUT.problem(address);
        }
        return answer(security.change(caller.workspace(), settings, match.version()), request);
    }

    @EvenConfined
    @GetMapping("/me/security")
    Own own(Caller caller) {
        OwnSessionsApi.session(caller);
        UUID id = caller.memberOrThrow();
        Member member = members.find(caller.workspace(), id).orElseThrow(WorkspaceError.NO_SUCH_MEMBER::problem);
        Accounts.Account account =
                accounts.of(caller.workspace(), id).orElseThrow(WorkspaceError.SIGN_IN_NEEDED::problem);
        return new Own(
                passwords.rules(account.id()),
                passwords.setAt(account.id()),
                factors.of(account.id()),
                security.of(caller.workspace()).secondFactor().isOf(member));
    }

    private static SecuritySettings checked(Wanted wanted) {
        Checks checks = new Checks()
                .that(wanted.password() != null, "password", WorkspaceError.REQUIRED, "password")
                .that(wanted.secondFactor() != null, "secondFactor", WorkspaceError.REQUIRED, "secondFactor")
                .that(wanted.sessions() != null, "sessions", WorkspaceError.REQUIRED, "sessions");
        List<AddressRange> ranges =
                AddressRanges.check(checks, "addresses", wanted.addresses() == null ? List.of() : wanted.addresses());
        PasswordRules password = wanted.password() == null ? PasswordRules.USUAL : wanted.password();
        SecuritySettings.SessionLife life =
                wanted.sessions() == null ? SecuritySettings.SessionLife.USUAL : wanted.sessions();
        SecuritySettings.Demand demand =
                wanted.secondFactor() == null ? SecuritySettings.Demand.NONE : wanted.secondFactor();
        return life.check(password.check(checks)).orThrow(new SecuritySettings(password, demand, ranges, life));
    }

    private static ResponseEntity<Shown> answer(WorkspaceSecurity.Kept kept, HttpServletRequest request) {
        return ResponseEntity.ok().eTag(IfMatch.etag(kept.version())).body(Shown.of(kept, request.getRemoteAddr()));
    }
}

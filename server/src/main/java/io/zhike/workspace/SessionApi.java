package io.zhike.workspace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. */
@RestController
@RequestMapping("/api/v1/session")
class SessionApi {
    private final SignIn signIn;
    private final Sessions sessions;
    private final Entrance entrance;

    SessionApi(SignIn signIn, Sessions sessions, Entrance entrance) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.entrance = entrance;
    }

    /** @param workspace null for the one that was used last */
    record Credentials(
            @Nullable String account,
            @Nullable String password,
            @Nullable UUID workspace) {
        Credentials {
            new Checks()
                    .that(account != null && !account.isBlank(), "account", WorkspaceError.REQUIRED, "account")
                    .that(password != null && !password.isEmpty(), "password", WorkspaceError.REQUIRED, "password")
                    .orThrow("");
        }
    }

    /** @param code of the authenticator app, or a recovery code */
    record Code(@Nullable String challenge, @Nullable String code) {
        Code {
            new Checks()
                    .that(challenge != null && !challenge.isBlank(), "challenge", WorkspaceError.REQUIRED, "challenge")
                    .that(code != null && !code.isBlank(), "code", WorkspaceError.CODE_NEEDED)
                    .orThrow("");
        }
    }

    /** @param challenge to be sent with the code, within {@code seconds} */
    record CodeWanted(String challenge, long seconds) {}

    /** 200 with who is signed in; or 202 where a code has to follow. */
    @Open
    @PostMapping
    ResponseEntity<?> signIn(@RequestBody Credentials sent, HttpServletRequest request, HttpServletResponse response) {
        SignIn.Step step = signIn.enter(
                String.valueOf(sent.account()), String.valueOf(sent.password()), sent.workspace(), client(request));
        return switch (step) {
            case SignIn.Step.Entered(String token) -> ResponseEntity.ok(entrance.welcome(token, request, response));
            case SignIn.Step.CodeNeeded(String challenge) ->
                ResponseEntity.accepted().body(new CodeWanted(challenge, SignInChallenges.LIFE.toSeconds()));
        };
    }

    @Open
    @PostMapping("/code")
    Me code(@RequestBody Code sent, HttpServletRequest request, HttpServletResponse response) {
        SignIn.Step.Entered entered =
                signIn.finish(String.valueOf(sent.challenge()), String.valueOf(sent.code()), client(request));
        return entrance.welcome(entered.token(), request, response);
    }

    /** Also answers when nobody is signed in: then there is nothing to end. */
    @Open
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        CallerFilter.of(request).ifPresent(caller -> {
            switch (caller.origin()) {
                case Origin.Session(UUID id) -> sessions.signOut(caller.workspace(), id);
                case Origin.Looking looking -> sessions.signOut(caller.workspace(), looking.session());
                case Origin.Key _, Origin.Background _, Origin.SystemTask _ -> {}
            }
        });
        SessionCookie.clear(request, response);
    }

    static Sessions.Client client(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        return new Sessions.Client(request.getRemoteAddr(), agent == null ? "" : agent);
    }
}

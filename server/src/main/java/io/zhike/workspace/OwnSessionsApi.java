package io.zhike.workspace;

import io.zhike.http.Cursor;
import io.zhike.http.Page;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where one is signed in, and signing out from afar. Not for keys: one that leaked shall not push its owner out. */
@RestController
@RequestMapping("/api/v1/me/sessions")
class OwnSessionsApi {
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final String ORDER = "sessions";

    private final OwnSessions sessions;
    private final Accounts accounts;

    OwnSessionsApi(OwnSessions sessions, Accounts accounts) {
        this.sessions = sessions;
        this.accounts = accounts;
    }

    @GetMapping
    Page<OwnSessions.Entry> list(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        Origin.Session current = session(caller);
        int most = Page.limit(limit, USUAL, MOST);
        UUID before = Cursor.idAfter(after, ORDER);
        return Page.of(
                sessions.list(account(caller), current.id(), before, most + 1),
                most,
                last -> new Cursor(ORDER, List.of(last.id().toString())));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Caller caller, @PathVariable UUID id) {
        session(caller);
        sessions.end(caller.workspace(), account(caller), id);
    }

    /** Ends all of one's own but the one that asks; nothing happens where there is no other. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers(Caller caller) {
        UUID kept = session(caller).id();
        sessions.endOthers(caller.workspace(), account(caller), kept);
    }

    static Origin.Session session(Caller caller) {
        if (caller.origin() instanceof Origin.Session session) {
            return session;
        }
        throw WorkspaceError.SESSION_NEEDED.problem();
    }

    private UUID account(Caller caller) {
        return accounts.of(caller.workspace(), caller.memberOrThrow())
                .orElseThrow(WorkspaceError.SIGN_IN_NEEDED::problem)
                .id();
    }
}

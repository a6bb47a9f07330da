package io.zhike.workspace;

import io.zhike.http.RequestLanguage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The first answer to somebody whose session has just begun. */
@Component
class Entrance {
    private final Sessions sessions;
    private final Members members;
    private final Profile profile;

    Entrance(Sessions sessions, Members members, Profile profile) {
        this.sessions = sessions;
        this.members = members;
        this.profile = profile;
    }

    /** Hands the session of {@code token} to the browser in place of the one it had, and tells who is signed in where. */
    Me welcome(String token, HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.token(request).ifPresent(sessions::endReplaced);
        SessionCookie.set(request, response, token);
        Sessions.Found session = sessions.find(token).orElseThrow(WorkspaceError.SIGN_IN_NEEDED::problem);
        Workspace workspace = session.place().workspace();
        Member member =
                members.find(workspace, session.place().member()).orElseThrow(WorkspaceError.NO_WORKSPACE::problem);
        return profile.of(new Caller(
                workspace,
                member.id(),
                Optional.ofNullable(member.language())
                        .or(() -> RequestLanguage.accepted(request))
                        .orElse(workspace.language()),
                new Origin.Session(session.id())));
    }
}

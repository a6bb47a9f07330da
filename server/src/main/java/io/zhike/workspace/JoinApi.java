package io.zhike.workspace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For people who were invited and are not signed in. The link's secret comes in the body, so that no log holds it. */
@RestController
@RequestMapping("/api/v1/join")
class JoinApi {
    private final Joining joining;
    private final Entrance entrance;

    JoinApi(Joining joining, Entrance entrance) {
        this.joining = joining;
        this.entrance = entrance;
    }

    record Link(@Nullable String token) {}

    /**
     * Who comes.
     *
     * @param name how the new member is called; not needed where the invitation is for a member who is there
     * @param existing whether the account is there already and the password is its own
     * @param code of the second factor of such an account
     */
    record Coming(
            @Nullable String token,
            @Nullable String name,
            @Nullable String account,
            @Nullable String password,
            @Nullable Boolean existing,
            @Nullable String code) {}

    /** What the invitation is for. */
    @Open
    @PostMapping("/look")
    Joining.Welcome look(@RequestBody Link link, HttpServletRequest request) {
        return joining.look(text(link.token()), SessionApi.client(request));
    }

    /** Joins, and is signed in. */
    @Open
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Me join(@RequestBody Coming coming, HttpServletRequest request, HttpServletResponse response) {
        Sessions.Client client = SessionApi.client(request);
        String token = text(coming.token());
        String name = text(coming.name());
        String account = text(coming.account());
        String password = text(coming.password());
        String session = Boolean.TRUE.equals(coming.existing())
                ? joining.joinWith(token, name, account, password, text(coming.code()), client)
                : joining.join(token, name, account, password, client);
        return entrance.welcome(session, request, response);
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}

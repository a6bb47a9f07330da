package io.zhike.workspace;

import io.zhike.audit.Actor;
import io.zhike.http.ApiPath;
import io.zhike.http.FilterOrder;
import io.zhike.http.RateLimits;
import io.zhike.http.RequestLanguage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/** Finds out who asks, from the key or the cookie. It refuses nobody: that is for {@link ClosedDoors}. */
@Component
@Order(FilterOrder.CALLER)
class CallerFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";
    private static final String SEE_AS_REFUSED = CallerFilter.class.getName() + ".seeAsRefused";

    private final Sessions sessions;
    private final Keys keys;
    private final Members members;
    private final KnownCallers callers;
    private final Confinements confinements;
    private final RateLimits limits;

    CallerFilter(
            Sessions sessions,
            Keys keys,
            Members members,
            KnownCallers callers,
            Confinements confinements,
            RateLimits limits) {
        this.sessions = sessions;
        this.keys = keys;
        this.members = members;
        this.callers = callers;
        this.confinements = confinements;
        this.limits = limits;
    }

    /** Whether it was asked to see as a member and may not be: whoever asks is no administrator, or there is no such member. */
    static boolean mayNotSeeAs(HttpServletRequest request) {
        return request.getAttribute(SEE_AS_REFUSED) != null;
    }

    /** Who asks; empty for a stranger. */
    static Optional<Caller> of(HttpServletRequest request) {
        return Optional.ofNullable((Caller) request.getAttribute(Caller.class.getName()));
    }

    /** What is known of who asks; empty for a stranger. */
    static Optional<KnownCallers.Known> known(HttpServletRequest request) {
        return Optional.ofNullable((KnownCallers.Known) request.getAttribute(KnownCallers.class.getName()));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiPath.covers(request) || request.getRequestURI().endsWith("/api/v1/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // What a browser keeps of an answer is not for the same address in a preview.
        response.addHeader(HttpHeaders.VARY, Origin.Preview.HEADER + ", " + Origin.SeenAs.HEADER);
        Optional<KnownCallers.Known> known = find(request, response).map(found -> seenAs(request, found));
        Actor actor = Actors.stranger(request.getRemoteAddr());
        if (known.isPresent()) {
            Caller caller = caller(request, known.get());
            actor = Actors.of(caller, known.get(), request.getRemoteAddr());
            RequestLanguage.set(request, caller.language());
            request.setAttribute(Caller.class.getName(), caller);
            request.setAttribute(KnownCallers.class.getName(), known.get());
            limits.takeForCaller(id(caller.origin()), response);
        }
        try (Actor.Scope _ = actor.act()) {
            chain.doFilter(request, response);
        }
    }

    /** A request that bears a key is the key's alone, even when a cookie comes with it. */
    private Optional<KnownCallers.Known> find(HttpServletRequest request, HttpServletResponse response) {
        String authorization = request.getHeader("Authorization");
        return authorization != null
                ? bearer(authorization).flatMap(secret -> callers.of(secret, () -> byKey(secret)))
                : SessionCookie.token(request)
                        .flatMap(token -> callers.of(token, () -> bySession(token, request, response)));
    }

    private static Caller caller(HttpServletRequest request, KnownCallers.Known found) {
        return new Caller(
                found.place().workspace(),
                found.place().member(),
                Optional.ofNullable(found.language())
                        .or(() -> RequestLanguage.accepted(request))
                        .orElse(found.place().workspace().language()),
                preview(request, found.origin()));
    }

    /** Taken from browsers alone. */
    private static Origin preview(HttpServletRequest request, Origin origin) {
        String role = said(request, Origin.Preview.HEADER, Origin.Preview.PARAMETER);
        return role != null && origin instanceof Origin.Session(UUID id) ? new Origin.Preview(id, role) : origin;
    }

    /** Taken from browsers alone; remembered as long as who asks is, so that looking as another costs no question more. */
    private KnownCallers.Known seenAs(HttpServletRequest request, KnownCallers.Known looker) {
        String member = said(request, Origin.SeenAs.HEADER, Origin.SeenAs.PARAMETER);
        if (member == null || !(looker.origin() instanceof Origin.Session(UUID session))) {
            return looker;
        }
        Optional<KnownCallers.Known> seen =
                callers.of(session + " as " + member, () -> seenAs(looker, session, member));
        if (seen.isEmpty()) {
            request.setAttribute(SEE_AS_REFUSED, true);
        }
        return seen.orElse(looker);
    }

    private Optional<KnownCallers.Known> seenAs(KnownCallers.Known looker, UUID session, String member) {
        Workspace workspace = looker.place().workspace();
        UUID self = looker.place().member();
        boolean admin = members.find(workspace, self)
                .filter(found -> found.admin() && found.active())
                .isPresent();
        return Optional.of(member)
                .filter(_ -> admin)
                .flatMap(CallerFilter::uuid)
                .flatMap(id -> members.find(workspace, id))
                .filter(Member::active)
                .map(found -> new KnownCallers.Known(
                        new Accounts.Place(workspace, found.id()),
                        new Origin.SeenAs(session, self),
                        looker.language(),
                        looker.name(),
                        found.name(),
                        looker.addresses(),
                        looker.confinement()));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // no member is called so
        }
    }

    /** By the header or in the address. */
    private static @Nullable String said(HttpServletRequest request, String header, String parameter) {
        String said = request.getHeader(header);
        return said != null ? said : inAddress(request, parameter);
    }

    /** Of the address alone: to ask the request for its parameters would read a form that comes with it. */
    private static @Nullable String inAddress(HttpServletRequest request, String parameter) {
        return UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .getFirst(parameter);
    }

    private static Optional<String> bearer(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private Optional<KnownCallers.Known> byKey(String secret) {
        return keys.find(secret)
                .flatMap(key -> member(key.place())
                        .map(member -> new KnownCallers.Known(
                                key.place(),
                                new Origin.Key(key.id()),
                                member.language(),
                                member.name(),
                                key.label(),
                                key.addresses(),
                                null)));
    }

    private Optional<KnownCallers.Known> bySession(
            String token, HttpServletRequest request, HttpServletResponse response) {
        Optional<Sessions.Found> session = sessions.find(token);
        if (session.isPresent() && session.get().prolonged()) {
            SessionCookie.set(request, response, token);
        }
        return session.flatMap(found -> member(found.place()).map(member -> known(found, member)));
    }

    private KnownCallers.Known known(Sessions.Found found, Member member) {
        Confinement confinement = confinements
                .of(found.place().workspace(), member, found.account())
                .orElse(null);
        Origin origin = new Origin.Session(found.id());
        return new KnownCallers.Known(
                found.place(), origin, member.language(), member.name(), null, List.of(), confinement);
    }

    private Optional<Member> member(Accounts.Place place) {
        return members.find(place.workspace(), place.member()).filter(Member::active);
    }

    private static String id(Origin origin) {
        UUID id = switch (origin) {
            case Origin.Session session -> session.id();
            case Origin.Looking looking -> looking.session();
            case Origin.Key key -> key.id();
            case Origin.Background _, Origin.SystemTask _ ->
                throw new IllegalStateException("the system sends no requests");
        };
        return id.toString();
    }
}

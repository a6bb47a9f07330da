package io.zhike.workspace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.zhike.audit.Actor;
import io.zhike.audit.AuditBuffer;
import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditWord;
import io.zhike.http.ApiPath;
import io.zhike.http.Counted;
import io.zhike.http.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Tells the audit log of calls with keys, of whatever was refused for a missing right, and of whoever looks as somebody else, once an hour for
 * each session and whom it looks as. What a call is about is its pattern, never its parameters: these may hold values.
 */
@ControllerAdvice
class WatchedCalls implements WebMvcConfigurer, HandlerInterceptor, ResponseBodyAdvice<Object> {
    private static final String ROWS = WatchedCalls.class.getName() + ".rows";
    private static final Duration PREVIEW_TOLD = Duration.ofHours(1);
    private static final int MOST_PREVIEWS = 10_000;

    private final AuditBuffer audit;
    private final Cache<Looked, Boolean> previews = Caffeine.newBuilder()
            .expireAfterWrite(PREVIEW_TOLD)
            .maximumSize(MOST_PREVIEWS)
            .build();

    WatchedCalls(AuditBuffer audit) {
        this.audit = audit;
    }

    /** Before all others: what these refuse is seen too. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (ApiPath.covers(request)) {
            CallerFilter.of(request).ifPresent(caller -> told(caller, request, response));
        }
    }

    private void told(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        String call = request.getMethod() + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        int status = response.getStatus();
        if (caller.origin() instanceof Origin.Looking looking
                && previews.asMap().putIfAbsent(new Looked(looking, caller.memberOrThrow()), true) == null) {
            add(caller, looked(looking, caller.memberOrThrow()), 0);
        }
        if (caller.origin() instanceof Origin.Key key) {
            AuditEntry entry = AuditEntry.of(
                            PeopleAction.KEY_CALLED,
                            "key",
                            key.id(),
                            String.valueOf(Actor.current().via()))
                    .with(AuditWord.CALL, call)
                    .with(AuditWord.STATUS, status)
                    .with(AuditWord.REASON, Problems.codeOf(request));
            add(caller, entry, request.getAttribute(ROWS) instanceof Integer rows ? rows : 0);
        } else if (status == HttpServletResponse.SC_FORBIDDEN) {
            AuditEntry entry = AuditEntry.of(PeopleAction.REFUSED)
                    .with(AuditWord.CALL, call)
                    .with(AuditWord.REASON, Problems.codeOf(request));
            add(caller, entry, 0);
        }
    }

    private record Looked(Origin.Looking origin, UUID member) {}

    private static AuditEntry looked(Origin.Looking looking, UUID member) {
        return switch (looking) {
            case Origin.Preview(var _, String role) -> AuditEntry.of(PeopleAction.PREVIEWED, "role", role, role);
            case Origin.SeenAs _ ->
                AuditEntry.of(
                        PeopleAction.SEEN_AS,
                        "member",
                        member,
                        String.valueOf(Actor.current().via()));
        };
    }

    private void add(Caller caller, AuditEntry entry, int rows) {
        audit.add(caller.workspace().schema(), Actor.current(), entry, rows);
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof Counted counted && request instanceof ServletServerHttpRequest servlet) {
            servlet.getServletRequest().setAttribute(ROWS, counted.rowCount());
        }
        return body;
    }
}

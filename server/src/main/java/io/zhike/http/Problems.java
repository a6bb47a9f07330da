package io.zhike.http;

import io.zhike.message.Language;
import io.zhike.message.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.databind.json.JsonMapper;

/** Writes failures as problem details. Filters use it directly; what controllers throw comes here by itself. */
@Component
public class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String CODE = Problems.class.getName() + ".code";

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    /** The code of the problem that {@code request} was answered with; null where it was answered well. */
    public static @Nullable String codeOf(HttpServletRequest request) {
        return (String) request.getAttribute(CODE);
    }

    /**
     * Answers {@code request} with the problem that {@code failure} stands for, and logs it under the request's trace id
     * where it is our fault or nobody foresaw it. Does nothing but log when the answer has already begun.
     */
    public void write(HttpServletRequest request, HttpServletResponse response, Throwable failure) throws IOException {
        String traceId = Trace.of(request);
        ProblemException said = Failures.said(failure, traceId, request);
        Language language = RequestLanguage.of(request);
        Problem problem = Problem.of(said, language, traceId);
        request.setAttribute(CODE, problem.code());
        if (isNews(said, failure)) {
            LOG.error("{} {} {} failed: {}", traceId, request.getMethod(), request.getRequestURI(), said, failure);
        }
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        RetryAfter.of(said).ifPresent(seconds -> response.setHeader("Retry-After", Long.toString(seconds)));
        if (problem.status() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        byte[] body = json.writeValueAsBytes(problem);
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Language", language.tag());
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }

    /**
     * A refusal for want of room is said on purpose: a flood of them must not fill the disk with traces. Who goes to another page
     * while this one is being answered leaves nothing to mend.
     */
    private static boolean isNews(ProblemException said, Throwable failure) {
        return switch (said.fault()) {
            case INTERNAL -> !DisconnectedClientHelper.isClientDisconnectedException(failure);
            case UNAVAILABLE -> said != failure || said.getCause() != null;
            case INVALID, UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT, TOO_LARGE, TOO_MANY -> false;
        };
    }
}

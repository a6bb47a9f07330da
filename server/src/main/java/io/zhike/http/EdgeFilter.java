package io.zhike.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The outermost filter: security headers on every answer, and no failure of a filter leaves as anything but a problem. */
@Component
@Order(FilterOrder.EDGE)
class EdgeFilter extends OncePerRequestFilter {
    /** The style sheets that antd makes at run time are inline; scripts never are. */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "media-src 'self' blob:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'");

    /** Pages for people outside, which stand in the websites of those who hand them out. All others stand alone. */
    private static final String FOR_EVERYBODY = "/f/";

    private final Problems problems;

    EdgeFilter(Problems problems) {
        this.problems = problems;
    }

    /** What every answer says, whatever it is and whoever makes it. */
    static void secure(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(self), geolocation=(self), microphone=(self)");
    }

    /** Also what the container refuses before any filter, and tells as an error: {@code TRACE} for one. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean embedded = request.getRequestURI().startsWith(request.getContextPath() + FOR_EVERYBODY);
        response.setHeader(
                "Content-Security-Policy",
                CONTENT_SECURITY_POLICY + (embedded ? "; frame-ancestors *" : "; frame-ancestors 'self'"));
        if (!embedded) {
            response.setHeader("X-Frame-Options", "SAMEORIGIN");
        }
        secure(response);
        if (ApiPath.covers(request)) {
            response.setHeader("Cache-Control", "no-store");
        }
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException | IOException failure) {
            problems.write(request, response, failure);
        }
    }
}

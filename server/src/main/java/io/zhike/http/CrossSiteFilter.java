package io.zhike.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses writes that a browser sends on behalf of another site. Browsers say so themselves ({@code Sec-Fetch-Site}, older
 * ones {@code Origin}), which needs no token in any form. Programs send neither header and pass, as do requests with an API
 * key: no browser adds that by itself.
 */
@Component
@Order(FilterOrder.GUARDS)
class CrossSiteFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (ApiPath.isUnsafe(request) && !hasKey(request) && isFromElsewhere(request)) {
            throw HttpError.CROSS_SITE.problem();
        }
        chain.doFilter(request, response);
    }

    private static boolean hasKey(HttpServletRequest request) {
        return request.getHeader("Authorization") != null;
    }

    private static boolean isFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin != null && !isHost(origin, request);
    }

    /** Hosts and ports must agree, not schemes: a proxy in front may have ended TLS. */
    private static boolean isHost(String origin, HttpServletRequest request) {
        String host = request.getHeader("Host");
        String from = authority(origin);
        return host != null && from != null && from.equals(withoutDefaultPort(host.toLowerCase(Locale.ROOT)));
    }

    private static @Nullable String authority(String origin) {
        try {
            String authority = URI.create(origin).getAuthority();
            return authority == null ? null : withoutDefaultPort(authority.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static String withoutDefaultPort(String authority) {
        return authority.replaceFirst(":(80|443)$", "");
    }
}

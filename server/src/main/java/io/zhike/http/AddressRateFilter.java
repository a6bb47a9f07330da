package io.zhike.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The rate of one network address, before anything is looked up for it. Pages and health checks are not counted. */
@Component
@Order(FilterOrder.GUARDS + 1)
class AddressRateFilter extends OncePerRequestFilter {
    private final RateLimits limits;

    AddressRateFilter(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiPath.covers(request) || request.getRequestURI().endsWith("/api/v1/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        limits.takeForAddress(request.getRemoteAddr(), response);
        chain.doFilter(request, response);
    }
}

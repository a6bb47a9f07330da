package io.zhike.http;

import jakarta.servlet.http.HttpServletRequest;

/** Which addresses are the API and which are pages. */
public final class ApiPath {
    private static final String ROOT = "/api/";

    private ApiPath() {}

    /** Whether {@code request} is for the API. */
    public static boolean covers(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + ROOT);
    }

    /** Whether {@code request} may change something. */
    public static boolean isUnsafe(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "OPTIONS", "TRACE" -> false;
            default -> true;
        };
    }
}

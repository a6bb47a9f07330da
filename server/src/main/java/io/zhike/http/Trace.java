package io.zhike.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** The number under which a request can be found in the log. */
final class Trace {
    private static final String ATTRIBUTE = Trace.class.getName();

    private Trace() {}

    /** The request's trace id: 16 hexadecimal digits, made at the first call. */
    static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String made = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        request.setAttribute(ATTRIBUTE, made);
        return made;
    }
}

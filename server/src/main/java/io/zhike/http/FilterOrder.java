package io.zhike.http;

import org.springframework.core.Ordered;

/** The order of the servlet filters, outermost first. */
public final class FilterOrder {
    /** Headers of every answer, and problem details for whatever a later filter throws. */
    static final int EDGE = Ordered.HIGHEST_PRECEDENCE + 100;
    /** Refusals that need to know nothing: other sites, too large, too many from one address. */
    static final int GUARDS = EDGE + 100;
    /** Finding out who asks. */
    public static final int CALLER = GUARDS + 100;
    /** What only makes sense for a known caller. */
    static final int BODY = CALLER + 100;

    private FilterOrder() {}
}

package io.zhike.rule;

import java.util.Locale;

/** How it stands with a run. */
enum RunState {
    /** For its turn, for a time, or for another try. */
    WAITING,
    /** For the runs of the records that it goes through. */
    RUNNING,
    DONE,
    FAILED,
    /** Before it began or on the way: a loop, a limit, a switch. */
    STOPPED;

    /** As rows and answers carry it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RunState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    boolean over() {
        return this == DONE || this == FAILED || this == STOPPED;
    }
}

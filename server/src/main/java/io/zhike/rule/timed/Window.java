package io.zhike.rule.timed;

import java.time.Instant;

/**
 * The moments that a pass is about.
 *
 * @param after not among them: the pass before dealt with it
 * @param until the last of them
 */
record Window(Instant after, Instant until) {
    boolean holds(Instant moment) {
        return moment.isAfter(after) && !moment.isAfter(until);
    }
}

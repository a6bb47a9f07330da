package io.zhike.rule.timed;

import java.util.List;
import java.util.function.IntFunction;

/**
 * What a trigger waits for in one window, one thing after the other.
 *
 * @param each makes the one of that position, from 0 on: the same whenever it is asked
 */
record Dues(int size, IntFunction<Due> each) {
    static Dues of(List<Due> all) {
        return new Dues(all.size(), all::get);
    }
}

package io.zhike.entity;

import java.util.List;

/**
 * What files a field takes; the gate that knows the files checks them against this.
 *
 * @param most how many files one record may have here
 * @param endings the endings of names that are taken, lower case without the dot; empty for any
 */
public record FileLimits(int most, List<String> endings) {

    public FileLimits {
        endings = List.copyOf(endings);
    }

    /** Whether a file of that name is taken, ignoring case. */
    public boolean takes(String name) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        return endings.isEmpty() || endings.stream().anyMatch(ending -> lower.endsWith("." + ending));
    }
}

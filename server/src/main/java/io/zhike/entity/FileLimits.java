package io.zhike.entity;

import java.util.List;
import java.util.Locale;

/**
 * What files a field takes; the gate that knows the files checks them against this.
 *
 * @param most how many files one record may have here
 * @param megabytes how large each may be; 0 where the field says nothing and only the server's own limit holds
 * @param endings the endings of names that are taken, lower case without the dot; empty for any
 */
public record FileLimits(int most, int megabytes, List<String> endings) {
    /** In bytes. */
    public static final long MEGABYTE = 1L << 20;

    /** The most that a field may allow, in megabytes. */
    public static final int MOST_MEGABYTES = 512;

    public FileLimits {
        if (megabytes < 0 || megabytes > MOST_MEGABYTES) {
            throw new IllegalArgumentException(megabytes + " MB are not between 0 and " + MOST_MEGABYTES);
        }
        endings = List.copyOf(endings);
    }

    /** Whether a file of that name is taken, ignoring case. */
    public boolean takes(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return endings.isEmpty() || endings.stream().anyMatch(ending -> lower.endsWith("." + ending));
    }

    /** Whether a file of so many bytes is taken. */
    public boolean takes(long bytes) {
        return megabytes == 0 || bytes <= megabytes * MEGABYTE;
    }
}

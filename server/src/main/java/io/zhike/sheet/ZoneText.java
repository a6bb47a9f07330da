package io.zhike.sheet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Date-times that programs write with their zone: {@code 2024-05-06T07:08:09Z}, {@code 2024-05-06 07:08:09.250 +0800},
 * {@code 2024/5/6 7:08 UTC}. They name instants; which day that is depends on where one stands, so that readers of days leave
 * them to whoever knows the zone.
 */
final class ZoneText {
    private static final Pattern ZONED =
            Pattern.compile("(\\d{4}\\D.*:\\d{2}(?:[.,]\\d+)?)\\s*(?:[zZ]|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)");

    private ZoneText() {}

    /** What stands before the zone; null where {@code text} has none, or does not begin with its year. */
    static @Nullable String local(String text) {
        if (text.length() < 14 || text.length() > 40 || text.indexOf(':') < 0) {
            return null;
        }
        Matcher matcher = ZONED.matcher(text);
        return matcher.matches() ? matcher.group(1) : null;
    }
}

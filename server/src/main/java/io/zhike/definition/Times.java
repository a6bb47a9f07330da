package io.zhike.definition;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times inside messages. */
final class Times {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Times() {}

    static String shown(Instant at, ZoneId zone) {
        return SHOWN.withZone(zone).format(at);
    }
}

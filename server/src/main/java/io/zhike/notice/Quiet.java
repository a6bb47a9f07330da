package io.zhike.notice;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Hours of each day in which nothing is sent to somebody; they may go over midnight. What comes in them is kept until they end.
 *
 * @param to another time than {@code from}
 */
record Quiet(LocalTime from, LocalTime to) {
    Quiet {
        if (from.equals(to)) {
            throw new IllegalArgumentException("quiet hours end at another time than they begin");
        }
    }

    boolean covers(LocalTime time) {
        boolean began = !time.isBefore(from);
        boolean ended = !time.isBefore(to);
        return from.isBefore(to) ? began && !ended : began || !ended;
    }

    /** {@code wanted}, or the end of the quiet hours that it lies in. */
    Instant after(Instant wanted, ZoneId zone) {
        ZonedDateTime at = wanted.atZone(zone);
        if (!covers(at.toLocalTime())) {
            return wanted;
        }
        ZonedDateTime end = at.with(to);
        return (end.isAfter(at) ? end : end.plusDays(1)).toInstant();
    }
}

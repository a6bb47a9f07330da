package io.zhike.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.UUID;

/** Keys: UUIDs of version 7 (RFC 9562) with microseconds in the sub-millisecond bits, so that they sort by time. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new key whose order is that of {@code at}. Two keys of the same microsecond sort at random. */
    public static UUID at(Instant at) {
        long millis = at.toEpochMilli();
        long subMillis = at.getLong(ChronoField.MICRO_OF_SECOND) % 1_000L * 4_096L / 1_000L;
        long high = (millis << 16) | 0x7000L | subMillis;
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}

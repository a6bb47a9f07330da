package io.zhike.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Durations: seconds with six places, less than 100,000 days either way; what is longer is blank. */
final class Durations {
    static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(8_640_000_000L);
    private static final int PLACES = 6;

    private Durations() {}

    static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
    }

    /** The duration of so many seconds; null when it is too long. */
    static @Nullable Duration of(BigDecimal seconds) {
        BigDecimal rounded = seconds.setScale(PLACES, RoundingMode.HALF_UP);
        if (rounded.abs().compareTo(MOST_SECONDS) >= 0) {
            return null;
        }
        BigDecimal[] parts = rounded.movePointRight(PLACES).divideAndRemainder(BigDecimal.valueOf(1_000_000));
        return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact() * 1_000);
    }

    static @Nullable Duration inRange(Duration duration) {
        return of(seconds(duration));
    }

    /** Whole days in {@code duration}, the fraction dropped. */
    static long days(Duration duration) {
        return duration.isNegative() ? -duration.negated().toDays() : duration.toDays();
    }
}

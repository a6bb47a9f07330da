package io.zhike.record;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/**
 * The times that writes bear: microseconds, each later than all before it on this node. Taken after a record is locked,
 * they tell in which order its changes happened, whatever happened in one microsecond.
 */
@Component
final class Ticks {
    private final Clock clock;
    private final AtomicReference<Instant> last = new AtomicReference<>(Instant.EPOCH);

    Ticks(Clock clock) {
        this.clock = clock;
    }

    Instant next() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return last.updateAndGet(before -> now.isAfter(before) ? now : before.plus(1, ChronoUnit.MICROS));
    }
}

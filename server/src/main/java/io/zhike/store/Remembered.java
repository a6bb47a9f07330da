package io.zhike.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/**
 * What was read lately and is asked for at every request. A change made on this node and told by {@link #changed} holds from
 * the next question on; one made on another node when its signal arrives, and where that is lost after {@link #LOOK_AGAIN}
 * at the latest. Safe for several threads.
 *
 * @param <K> what is asked for
 * @param <V> immutable
 */
public final class Remembered<K, V> {
    /** How long an answer is given without looking whether it is still true. */
    public static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    /** What is not asked for any more goes from memory. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Clock clock;
    private final Cache<K, Seen<V>> seen;
    private final AtomicLong changes = new AtomicLong();

    /**
     * @param topic what changes make it forget everything
     * @param most how many answers are kept
     */
    public Remembered(Signals signals, String topic, Clock clock, int most) {
        this(signals.heard(), topic, clock, most);
    }

    Remembered(Heard heard, String topic, Clock clock, int most) {
        this.clock = clock;
        this.seen =
                Caffeine.newBuilder().maximumSize(most).expireAfterWrite(KEPT).build();
        heard.listen(topic, _ -> forget(), false);
    }

    private record Seen<V>(V value, Instant at) {
        boolean holds(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(LOOK_AGAIN));
        }
    }

    /** Makes all that remember something of {@code topic} forget it when the transaction of {@code ctx} commits. */
    public static void changed(DSLContext ctx, String topic) {
        Signals.send(ctx, topic, "");
    }

    /** The answer to {@code key}, by {@code look} where none is remembered. That there is none is never remembered. */
    public Optional<V> get(K key, Supplier<Optional<V>> look) {
        Instant now = clock.instant();
        Seen<V> last = seen.getIfPresent(key);
        if (last != null && last.holds(now)) {
            return Optional.of(last.value());
        }
        long before = changes.get();
        Optional<V> found = look.get();
        // What was changed while we looked may not be in what we found.
        found.ifPresent(value -> seen.put(key, new Seen<>(value, now)));
        if (found.isEmpty() || before != changes.get()) {
            seen.invalidate(key);
        }
        return found;
    }

    private void forget() {
        changes.incrementAndGet();
        seen.invalidateAll();
    }
}

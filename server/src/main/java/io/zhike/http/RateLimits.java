package io.zhike.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.zhike.message.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Token buckets, one for each caller and each address, in this node's memory. Answers tell how much is left in the fields
 * {@code RateLimit-Policy} and {@code RateLimit} (draft-ietf-httpapi-ratelimit-headers).
 */
@Component
public class RateLimits {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_BUCKETS = 100_000;

    private final RateSettings settings;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterAccess(WINDOW.multipliedBy(2))
            .build();

    RateLimits(RateSettings settings, Clock clock) {
        this.settings = settings;
        this.time = new ClockTime(clock);
    }

    /**
     * Takes one request off what {@code caller} has left, and tells so in {@code response}.
     *
     * @throws ProblemException {@code too-many-requests} with the seconds to wait
     */
    public void takeForCaller(String caller, HttpServletResponse response) {
        take("caller", settings.perCaller(), caller, response);
    }

    /** As {@link #takeForCaller}, for a value that {@code member} has shown though it is masked. */
    public void takeForReveal(String member, HttpServletResponse response) {
        take("reveal", settings.reveals(), member, response);
    }

    /** As {@link #takeForCaller}, for the address of a rule. */
    public void takeForHook(String hook, HttpServletResponse response) {
        take("hook", settings.perHook(), hook, response);
    }

    /** As {@link #takeForCaller}, for the network address a request came from. */
    void takeForAddress(String address, HttpServletResponse response) {
        take("address", settings.perAddress(), address, response);
    }

    private void take(String policy, int perMinute, String who, HttpServletResponse response) {
        if (perMinute == 0) {
            return;
        }
        ConsumptionProbe probe =
                buckets.get(policy + " " + who, _ -> bucket(perMinute)).tryConsumeAndReturnRemaining(1);
        long reset = seconds(probe.getNanosToWaitForReset());
        response.setHeader("RateLimit-Policy", "\"" + policy + "\";q=" + perMinute + ";w=" + WINDOW.toSeconds());
        response.setHeader("RateLimit", "\"" + policy + "\";r=" + probe.getRemainingTokens() + ";t=" + reset);
        if (!probe.isConsumed()) {
            throw HttpError.TOO_MANY_REQUESTS.problem(Math.max(1, seconds(probe.getNanosToWaitForRefill())));
        }
    }

    private Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                .withCustomTimePrecision(time)
                .build();
    }

    private static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
    }

    /** The application's clock, so that tests need not wait. */
    private record ClockTime(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}

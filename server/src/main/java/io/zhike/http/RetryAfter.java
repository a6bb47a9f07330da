package io.zhike.http;

import io.zhike.message.Fault;
import io.zhike.message.ProblemException;
import java.util.OptionalLong;

/**
 * When to try again. A problem of kind {@link Fault#TOO_MANY} carries the seconds as its first argument when that is a
 * number; what is unavailable is worth a try after a second.
 */
final class RetryAfter {
    private RetryAfter() {}

    static OptionalLong of(ProblemException failure) {
        return switch (failure.fault()) {
            case TOO_MANY ->
                failure.message().arguments().stream()
                        .filter(Number.class::isInstance)
                        .mapToLong(seconds -> ((Number) seconds).longValue())
                        .findFirst();
            case UNAVAILABLE -> OptionalLong.of(1);
            case INVALID, UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT, TOO_LARGE, INTERNAL -> OptionalLong.empty();
        };
    }
}

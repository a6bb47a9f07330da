package io.zhike.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.message.ProblemException;
import io.zhike.workspace.Answer;
import io.zhike.workspace.TestServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitsTest {
    private Instant now = Instant.parse("2026-11-22T00:00:00Z");
    private final Clock clock = new Settable();
    private final RateLimits limits = new RateLimits(new RateSettings(60, 0, 0, 2), clock);
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void refusesWhatGoesBeyondAndSaysWhenToComeBack() {
        take(60);
        assertThat(response.getHeader("RateLimit-Policy")).isEqualTo("\"caller\";q=60;w=60");
        assertThat(response.getHeader("RateLimit")).startsWith("\"caller\";r=0;t=");

        assertThatThrownBy(() -> limits.takeForCaller("a", response))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.message().code()).isEqualTo(HttpError.TOO_MANY_REQUESTS);
                    assertThat(problem.message().arguments()).containsExactly(1L);
                });
    }

    @Test
    void refillsAsTimeGoesBy() {
        take(60);
        now = now.plus(Duration.ofSeconds(10));
        take(10);
        assertThatThrownBy(() -> limits.takeForCaller("a", response)).isInstanceOf(ProblemException.class);
    }

    @Test
    void countsCallersApart() {
        take(60);
        limits.takeForCaller("b", response);
    }

    @Test
    void countsRevealsByMemberAndApartFromRequests() {
        take(60);
        limits.takeForReveal("ann", response);
        limits.takeForReveal("ann", response);
        assertThatThrownBy(() -> limits.takeForReveal("ann", response)).isInstanceOf(ProblemException.class);
        limits.takeForReveal("ben", response);
        now = now.plus(Duration.ofSeconds(30));
        limits.takeForReveal("ann", response);
    }

    @Test
    void setsNoLimitWithZero() {
        for (int i = 0; i < 100_000; i++) {
            limits.takeForAddress("10.0.0.1", response);
        }
        assertThat(response.getHeader("RateLimit")).isNull();
    }

    @Test
    void refusesNegativeSettings() {
        assertThatThrownBy(() -> new RateSettings(-1, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsEveryCallerWhatIsLeft() {
        Answer answer = TestServer.newWorkspace().admin().get("/api/v1/me").expect(200);
        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"caller\";q=12000;w=60");
        assertThat(answer.header("RateLimit")).startsWith("\"caller\";r=11999;");
    }

    private void take(int times) {
        for (int i = 0; i < times; i++) {
            limits.takeForCaller("a", response);
        }
    }

    private final class Settable extends Clock {
        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}

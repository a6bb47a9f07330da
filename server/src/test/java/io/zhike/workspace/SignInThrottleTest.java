package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.message.Language;
import io.zhike.message.ProblemException;
import io.zhike.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
    private final String account = "a" + UUID.randomUUID();
    private final String address = "10." + UUID.randomUUID();
    private Instant now = Instant.now();

    @Test
    void makesWaitLongerWithEachFurtherFailure() {
        fail(5);
        assertThat(seconds()).isEqualTo(30);
        now = now.plusSeconds(30);
        fail(1);
        assertThat(seconds()).isEqualTo(60);
        for (int i = 0; i < 12; i++) {
            now = now.plus(Duration.ofMinutes(15));
            fail(1);
        }
        assertThat(seconds()).isEqualTo(900);
    }

    @Test
    void forgetsAllWithASuccess() {
        fail(4);
        throttle().attempt(account, address);
        throttle().succeeded(account, address);
        fail(4);
        throttle().attempt(account, address);
    }

    @Test
    void forgetsWithTime() {
        fail(5);
        now = now.plus(Duration.ofMinutes(61));
        fail(4);
    }

    @Test
    void slowsDownOneAddressThatTriesManyAccounts() {
        for (int i = 0; i < 50; i++) {
            throttle().attempt(account + i, address);
        }
        assertThatThrownBy(() -> throttle().attempt("somebody else " + account, address))
                .isInstanceOf(ProblemException.class);
        throttle().attempt("somebody else " + account, "10.0.0.2" + account);
    }

    @Test
    void saysTheSecondsInBothLanguages() {
        fail(5);
        assertThatThrownBy(this::attempt).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.message().in(Language.ZH)).contains("30 秒");
            assertThat(problem.message().in(Language.EN)).contains("30 seconds");
        });
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            attempt();
        }
    }

    private void attempt() {
        throttle().attempt(account, address);
    }

    private long seconds() {
        try {
            attempt();
            return 0;
        } catch (ProblemException refused) {
            return (Long) refused.message().arguments().getFirst();
        }
    }

    private SignInThrottle throttle() {
        return new SignInThrottle(TestServer.bean(Database.class), Clock.fixed(now, ZoneOffset.UTC));
    }
}

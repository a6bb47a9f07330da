package io.zhike.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.message.ProblemException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The decision alone, over answers in memory; {@code OnceTest} has the database. */
class IdempotencyTest {
    private final Map<String, Idempotency.Answer> kept = new HashMap<>();
    private int effects;

    private final Idempotency.Answers answers = new Idempotency.Answers() {
        @Override
        public Optional<Idempotency.Answer> claim(String key, String fingerprint) {
            return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void keep(String key, Idempotency.Answer answer) {
            kept.put(key, answer);
        }
    };

    @Test
    void hasOneEffectUnderOneKey() {
        Idempotency request = new Idempotency("k", "f");
        assertThat(request.once(answers, this::effect).replayed()).isFalse();
        Idempotency.Outcome again = request.once(answers, this::effect);
        assertThat(again.replayed()).isTrue();
        assertThat(again.answer().json()).isEqualTo("1");
        assertThat(effects).isEqualTo(1);
    }

    @Test
    void hasAnEffectEachTimeWithoutAKey() {
        Idempotency.NONE.once(answers, this::effect);
        Idempotency.NONE.once(answers, this::effect);
        assertThat(effects).isEqualTo(2);
        assertThat(kept).isEmpty();
    }

    @Test
    void refusesADifferentRequestUnderTheSameKey() {
        new Idempotency("k", "f").once(answers, this::effect);
        assertThatThrownBy(() -> new Idempotency("k", "g").once(answers, this::effect))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.message().code()).isEqualTo(HttpError.IDEMPOTENCY_KEY_REUSED));
        assertThat(effects).isEqualTo(1);
    }

    @Test
    void keepsNothingOfAnEffectThatFails() {
        Idempotency request = new Idempotency("k", "f");
        assertThatThrownBy(() -> request.once(answers, () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(kept).isEmpty();
    }

    @Test
    void refusesKeysThatAreNotVisibleAscii() {
        for (String key : new String[] {"", " ", "a b", "键", "x".repeat(201)}) {
            assertThatThrownBy(() -> new Idempotency(key, "f")).isInstanceOf(ProblemException.class);
        }
    }

    private Idempotency.Answer effect() {
        effects++;
        return new Idempotency.Answer("f", 201, Integer.toString(effects));
    }
}

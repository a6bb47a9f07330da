package io.zhike.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final SettableClock clock = SettableClock.at("2026-11-22T08:00:00Z");
    private final Heard heard = new Heard();
    private final Database database = new Database(TestDatabase.dataSource(), heard);
    private final Remembered<String, Integer> remembered = new Remembered<>(heard, "topic", clock, 100);
    private final AtomicInteger looks = new AtomicInteger();

    private Optional<Integer> look() {
        return remembered.get("key", () -> Optional.of(looks.incrementAndGet()));
    }

    @Test
    void looksOnceUntilItIsTimeToLookAgain() {
        assertThat(look()).contains(1);
        clock.advance(Remembered.LOOK_AGAIN.minusMillis(1));
        assertThat(look()).contains(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(look()).contains(2);
    }

    @Test
    void aClockThatGoesBackIsNotTrusted() {
        assertThat(look()).contains(1);
        clock.advance(Duration.ofHours(-1));
        assertThat(look()).contains(2);
    }

    @Test
    void aChangeOnThisNodeIsKnownWhenItsTransactionReturns() {
        assertThat(look()).contains(1);
        database.writing(ctx -> Remembered.changed(ctx, "topic"));
        assertThat(look()).contains(2);
    }

    @Test
    void aChangeInASavepointCountsAndOneThatIsRolledBackDoesNot() {
        assertThat(look()).contains(1);
        database.writing(ctx -> ctx.transaction(inner -> Remembered.changed(inner.dsl(), "topic")));
        assertThat(look()).contains(2);
        database.writing(ctx -> {
            try {
                ctx.transaction(inner -> {
                    Remembered.changed(inner.dsl(), "topic");
                    throw new IllegalStateException("no");
                });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("no");
            }
        });
        assertThat(look()).contains(2);
    }

    @Test
    void doesNotKeepWhatWasChangedWhileItLooked() {
        remembered.get("key", () -> {
            int old = looks.incrementAndGet();
            database.writing(ctx -> Remembered.changed(ctx, "topic"));
            return Optional.of(old);
        });
        assertThat(look()).contains(2);
    }

    @Test
    void doesNotRememberThatThereIsNothing() {
        assertThat(remembered.get("key", Optional::empty)).isEmpty();
        assertThat(look()).contains(1);
    }
}

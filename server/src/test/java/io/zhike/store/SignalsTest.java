package io.zhike.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SignalsTest {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private Signals signals;

    @BeforeEach
    void listen() throws InterruptedException {
        signals = new Signals(TestDatabase.address().unpooled(), new Heard());
        signals.listen("news", heard::add);
        awaitHeard("");
    }

    @AfterEach
    void close() {
        signals.close();
    }

    @Test
    void hearsWhatIsSentOnItsChannelOnceItIsCommitted() throws InterruptedException {
        TestDatabase.database().writing(ctx -> {
            Signals.send(ctx, "other", "not mine");
            Signals.send(ctx, "news", "w_abc123:42:冒号");
        });

        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("w_abc123:42:冒号");
    }

    @Test
    void doesNotHearWhatIsRolledBack() throws InterruptedException {
        assertThatThrownBy(() -> TestDatabase.database().writing(ctx -> {
                    Signals.send(ctx, "news", "never");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        send("news", "after");

        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("after");
    }

    @Test
    void connectsAgainAndSaysThatSomethingMayHaveBeenLost() throws InterruptedException {
        TestDatabase.database()
                .read(
                        ctx -> ctx.fetch(
                                "select pg_terminate_backend(pid) from pg_catalog.pg_stat_activity where datname = current_database() and query like 'listen %'"));

        awaitHeard("");
        send("news", "again");
        awaitHeard("again");
    }

    @Test
    void oneListenerThatFailsDoesNotSilenceTheOthers() throws InterruptedException {
        Signals.Subscription broken = signals.listen("news", _ -> {
            throw new IllegalStateException("broken listener");
        });
        send("news", "still");
        awaitHeard("still");
        broken.close();
    }

    @Test
    void refusesWhatPostgresCouldNotCarry() {
        assertThatThrownBy(() -> send("news", "字".repeat(4_000))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> send("ne:ws", "x")).isInstanceOf(IllegalArgumentException.class);
    }

    private static void send(String channel, String payload) {
        TestDatabase.database().writing(ctx -> Signals.send(ctx, channel, payload));
    }

    private void awaitHeard(String expected) throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            String next = heard.poll(10, TimeUnit.SECONDS);
            if (expected.equals(next)) {
                return;
            }
        }
        throw new AssertionError("did not hear '" + expected + "'");
    }
}

package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.store.Database;
import io.zhike.store.SystemSchema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private final TestWorkspace acme = TestServer.newWorkspace();
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final String token = at(Duration.ZERO)
            .start(
                    acme.administrator().member().account(),
                    new Accounts.Place(acme.workspace(), acme.administrator().id()),
                    new Sessions.Client("10.0.0.1", "x".repeat(5_000)));

    @Test
    void endsThirtyDaysAfterItsLastUse() {
        assertThat(at(Duration.ofDays(29)).find(token)).isPresent();
        assertThat(at(Duration.ofDays(58)).find(token)).isPresent();
        assertThat(at(Duration.ofDays(88)).find(token)).isEmpty();
    }

    @Test
    void notesItsUseNowAndThenOnly() {
        assertThat(at(Duration.ofMinutes(4)).find(token).orElseThrow().prolonged())
                .isFalse();
        assertThat(at(Duration.ofMinutes(6)).find(token).orElseThrow().prolonged())
                .isTrue();
        assertThat(at(Duration.ofMinutes(7)).find(token).orElseThrow().prolonged())
                .isFalse();
    }

    @Test
    void storesNoToken() {
        String stored = TestServer.bean(Database.class)
                .read(ctx ->
                        ctx.selectFrom(SystemSchema.table("session")).fetch().formatJSON());
        assertThat(stored).doesNotContain(token);
    }

    private Sessions at(Duration later) {
        Clock clock = Clock.fixed(start.plus(later), ZoneOffset.UTC);
        return new Sessions(TestServer.bean(Database.class), clock, TestServer.bean(WorkspaceSecurity.class));
    }
}

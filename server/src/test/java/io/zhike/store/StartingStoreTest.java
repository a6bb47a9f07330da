package io.zhike.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.zhike.message.ProblemException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class StartingStoreTest {

    @Test
    void givesAMigratedStoreToWhoTakesIt() {
        try (ReadyStore store = StartingStore.begin(at(TestDatabase.url())).take()) {
            int jobs = new Database(store.pool()).read(ctx -> ctx.fetchCount(SystemSchema.table("job")));
            assertThat(jobs).isNotNegative();
        }
    }

    @Test
    void closesWhatNobodyTook() {
        StartingStore starting = StartingStore.begin(at(TestDatabase.url()));
        ReadyStore store = starting.take();
        StartingStore abandoned = StartingStore.begin(at(TestDatabase.url()));
        abandoned.abandon();
        // The thread that started it closes it a moment after others see it ready.
        HikariDataSource pool = abandoned.take().pool();
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!pool.isClosed() && System.nanoTime() < patience) {
            Thread.onSpinWait();
        }
        assertThat(pool.isClosed()).isTrue();
        starting.abandon();
        assertThat(store.pool().isClosed()).isFalse();
        store.close();
    }

    @Test
    void throwsWhatMadeTheStartFail() {
        StartingStore starting = StartingStore.begin(at("postgresql://a:b@127.0.0.1:1/nowhere"));
        assertThatThrownBy(starting::take)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.message().code()).isEqualTo(StoreError.DATABASE_UNREACHABLE));
        starting.abandon();
    }

    @Test
    void saysPlainlyThatTheDiskFilledUpWhileMigrating() {
        RuntimeException full = new FlywayException("script", new SQLException("no space left", "53100"));
        assertThatThrownBy(() -> StoreFailure.ofMigrating(() -> {
                    throw full;
                }))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.message().code()).isEqualTo(StoreError.DATABASE_FULL));
        RuntimeException ours = new FlywayException("script", new SQLException("syntax error", "42601"));
        assertThatThrownBy(() -> StoreFailure.ofMigrating(() -> {
                    throw ours;
                }))
                .isSameAs(ours);
    }

    @Test
    void saysWhereTheDataLiesWithoutThePassword() {
        StoreProperties own = at("");
        assertThat(DataPlace.of(own, new DatabaseServer.External(new DatabaseAddress("", "", "")))
                        .text())
                .isEqualTo(Path.of("data").toAbsolutePath().toString());
        String url = "postgresql://zhike:secret@db.example:5433/crm?sslpassword=secret";
        assertThat(DataPlace.of(at(url), new DatabaseServer.External(DatabaseAddress.parse(url)))
                        .text())
                .isEqualTo("zhike@jdbc:postgresql://db.example:5433/crm");
    }

    private static StoreProperties at(String url) {
        return new StoreProperties(Path.of("data"), new StoreProperties.External(url));
    }
}

package io.zhike.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.message.Language;
import io.zhike.message.ProblemException;
import java.time.Duration;
import java.util.List;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

class DatabaseTest {
    private final Database database = TestDatabase.database();

    @Test
    void rollsBackWhatThrows() {
        Table<Record> counter = TestDatabase.newWorkspaceSchema().table("counter");

        assertThatThrownBy(() -> database.writing(ctx -> {
                    ctx.insertInto(counter).values("a", 1L).execute();
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(database.<Integer>read(ctx -> ctx.fetchCount(counter))).isZero();
    }

    @Test
    void stopsAReadThatTakesTooLongAndSaysSo() {
        assertThatThrownBy(() -> database.reading(Duration.ofMillis(50), ctx -> ctx.fetch("select pg_sleep(60)")))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.message().code()).isEqualTo(StoreError.QUERY_TOO_SLOW);
                    assertThat(problem.message().in(Language.EN)).contains("more than 0.05 seconds");
                });
    }

    @Test
    void aReadWithALimitLeavesNoneBehind() {
        for (int i = 0; i < 20; i++) {
            database.reading(Duration.ofMillis(50), ctx -> ctx.fetchValue("select 1"));
            String timeout = database.read(ctx -> ctx.fetchValue("select current_setting('statement_timeout')")
                    .toString());
            assertThat(timeout).isEqualTo("0");
        }
    }

    @Test
    void aReadWithALimitCannotWriteAndSeesOneSnapshot() {
        Table<Record> counter = TestDatabase.newWorkspaceSchema().table("counter");

        List<Integer> counts = database.reading(Duration.ofSeconds(5), ctx -> {
            int before = ctx.fetchCount(counter);
            database.writing(other -> other.insertInto(counter).values("a", 1L).execute());
            return List.of(before, ctx.fetchCount(counter));
        });

        assertThat(counts).containsExactly(0, 0);
        assertThatThrownBy(() -> database.reading(
                        Duration.ofSeconds(5),
                        ctx -> ctx.insertInto(counter).values("b", 1L).execute()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("read-only transaction");
    }

    @Test
    void refusesALimitOfNothing() {
        assertThatThrownBy(() -> database.reading(Duration.ZERO, ctx -> 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void callsALostConnectionUnavailable() {
        assertThatThrownBy(() -> database.writing(ctx -> {
                    int pid = ctx.fetchSingle("select pg_backend_pid()").into(Integer.class);
                    database.read(other -> other.fetch("select pg_terminate_backend(?)", pid));
                    ctx.fetch("select 1");
                }))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.message().code()).isEqualTo(StoreError.DATABASE_UNAVAILABLE));
        assertThat(database.<Object>read(ctx -> ctx.fetchValue("select 1"))).isEqualTo(1);
    }

    @Test
    void callsALockThatCannotBeHadContended() {
        assertThatThrownBy(() -> database.writing(ctx -> {
                    ctx.execute("select 1 from zhike.migration for update");
                    database.writing(other -> other.execute("select 1 from zhike.migration for update nowait"));
                }))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.message().code()).isEqualTo(StoreError.CONTENDED));
    }

    @Test
    void leavesAStatementsOwnMistakesAsTheyAre() {
        assertThatThrownBy(() -> database.read(ctx -> ctx.fetch("select 1/0"))).isInstanceOf(DataAccessException.class);
    }

    @Test
    void readersOfTheFeedNeverPassATransactionThatStillRuns() {
        long[] early = new long[1];
        long later = database.write(outer -> {
            early[0] = outer.select(Transactions.current()).fetchSingle().value1();
            long committed = database.write(
                    inner -> inner.select(Transactions.current()).fetchSingle().value1());
            long horizon = horizon();
            assertThat(horizon).isLessThanOrEqualTo(early[0]);
            return committed;
        });

        assertThat(later).isGreaterThan(early[0]);
        assertThat(horizon()).isGreaterThan(later);
    }

    private long horizon() {
        return database.read(
                ctx -> ctx.select(Transactions.horizon()).fetchSingle().value1());
    }
}

package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.store.SettableClock;
import io.zhike.store.TestDatabase;
import io.zhike.store.WorkspaceSchema;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

class CountersTest {
    private final WorkspaceSchema schema = TestDatabase.newWorkspaceSchema();
    private final SettableClock clock = SettableClock.at("2026-11-22T08:00:00Z");
    private final Counters counters = new Counters(TestDatabase.database(), clock);

    private long reserved() {
        return TestDatabase.database()
                .read(ctx -> ctx.select(DSL.field(DSL.name("value"), SQLDataType.BIGINT))
                        .from(schema.table("counter"))
                        .where(DSL.field(DSL.name("name"), SQLDataType.VARCHAR).eq("c"))
                        .fetchSingle()
                        .value1());
    }

    @Test
    void leavesNoGapsWhereNumbersAreAskedForNowAndThen() {
        for (long wanted = 1; wanted <= 5; wanted++) {
            assertThat(counters.take(schema, "c", 1).next()).isEqualTo(wanted);
            assertThat(reserved()).isEqualTo(wanted);
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(new Counters(TestDatabase.database(), clock)
                        .take(schema, "c", 1)
                        .next())
                .isEqualTo(6);
    }

    @Test
    void takesMoreAtOnceTheFasterTheyGoAndFewAgainAfterwards() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(counters.take(schema, "c", 1).next()).isEqualTo(i + 1);
        }
        assertThat(reserved()).isEqualTo(1 + 2 + 4 + 8 + 16 + 32 + 64 + 128 + 256 + 256 + 256);
        clock.advance(Duration.ofSeconds(1));
        IntStream.range(0, 23).forEach(i -> counters.take(schema, "c", 1));
        assertThat(counters.take(schema, "c", 1).next()).isEqualTo(1_024);
        assertThat(reserved()).isEqualTo(1_024);
    }

    @Test
    void givesManyInARow() {
        counters.take(schema, "c", 1);
        Counters.Range many = counters.take(schema, "c", 5_000);
        assertThat(many).isEqualTo(new Counters.Range(2, 5_002));
        assertThat(counters.take(schema, "c", 100).next()).isEqualTo(5_002);
        assertThat(counters.take(schema, "d", 1).next()).isEqualTo(1);
    }

    @Test
    void givesNoNumberTwiceToManyAtOnceOnTwoNodes() {
        Counters other = new Counters(TestDatabase.database(), clock);
        List<CompletableFuture<List<Long>>> takers = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> IntStream.range(0, 300)
                        .mapToObj(n -> (i % 2 == 0 ? counters : other).take(schema, "c", 1 + n % 3))
                        .flatMap(range ->
                                LongStream.range(range.next(), range.end()).boxed())
                        .toList()))
                .toList();
        Set<Long> given = new HashSet<>();
        takers.forEach(taker ->
                taker.join().forEach(number -> assertThat(given.add(number)).isTrue()));
        assertThat(given).hasSize(6 * 600);
    }
}

package io.zhike.entity.table;

import static io.zhike.entity.TestEntities.entity;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.definition.Definition;
import io.zhike.definition.PublishStep;
import io.zhike.message.Language;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Changes of a table that is large and in use. */
class MillionRowsTest {
    private static final int MANY = 1_000_000;
    private static final int SOME = 100_000;
    private static final String NAME = "{code: 'name', type: 'text'}";
    private static final String OLD = "{code: 'old', type: 'text'}";
    private static final String FRESH = "{code: 'fresh', type: 'select', options: [{code: 'a', label: {zh: '甲'}}]}";

    private final TableBench bench = new TableBench();

    @Test
    void letsReadersGoOnWhileFieldsComeAndGo() throws Exception {
        bench.publish(entity("e_big", "大表", NAME, OLD));
        fill(MANY);

        Duration add = longestWaitDuring("field-add", () -> bench.publish(entity("e_big", "大表", NAME, OLD, FRESH)));
        Duration trash = longestWaitDuring("field-trash", () -> bench.publish(entity("e_big", "大表", NAME, FRESH)));
        Duration restore =
                longestWaitDuring("field-restore", () -> bench.publish(entity("e_big", "大表", NAME, OLD, FRESH)));

        assertThat(bench.count("select count(*) from $s.e_big where old = 'v' || number"))
                .isEqualTo(MANY);
        // Promised are 100 ms on a quiet machine; this one runs other things beside.
        assertThat(List.of(add, trash, restore))
                .allSatisfy(wait -> assertThat(wait).isLessThan(Duration.ofSeconds(1)));
    }

    @Test
    void letsReadersGoOnWhileATypeIsChangedAndCountsWhatIsLost() throws Exception {
        bench.publish(entity("e_big", "大表", NAME, OLD));
        fill(SOME);
        bench.execute(
                "update $s.e_big set old = case when number in (5, 50000, 99999) then '坏值' || number else number::text end");
        Definition retyped = entity("e_big", "大表", NAME, OLD.replace("text", "number"));

        PublishStep change = bench.plan(retyped).getFirst();
        Duration retype = longestWaitDuring("change-type", () -> bench.publish(retyped));

        assertThat(change.rowsLost()).isEqualTo(3);
        assertThat(change.title().in(Language.ZH)).contains("坏值5 | 坏值50000 | 坏值99999");
        assertThat(bench.count("select count(*) from $s.e_big where old is null"))
                .isEqualTo(3);
        assertThat(bench.count("select count(*) from $s.e_big where old = number"))
                .isEqualTo(SOME - 3);
        assertThat(retype).isLessThan(Duration.ofSeconds(1));
    }

    private void fill(int rows) {
        bench.execute("insert into $s.e_big (id, number, version, created_at, updated_at, name, old)"
                + " select ('01900000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, i, 1, now(), now(), '客户' || i,"
                + " 'v' || i from generate_series(1, " + rows + ") as i");
    }

    /** Reads one row after the other all the while, and tells how long the slowest of them took. */
    private Duration longestWaitDuring(String what, Runnable work) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong longest = new AtomicLong();
        AtomicLong reads = new AtomicLong();
        try (ExecutorService readers = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 2; i++) {
                readers.submit(() -> {
                    while (!done.get()) {
                        long start = System.nanoTime();
                        bench.sql("select name from $s.e_big where id = '01900000-0000-7000-8000-0000000003e8'");
                        longest.accumulateAndGet(System.nanoTime() - start, Math::max);
                        reads.incrementAndGet();
                    }
                });
            }
            long start = System.nanoTime();
            try {
                work.run();
            } finally {
                done.set(true);
            }
            System.out.printf(
                    "%s: %d ms, slowest of %d reads beside it %.1f ms%n",
                    what, (System.nanoTime() - start) / 1_000_000, reads.get(), longest.get() / 1e6);
        }
        return Duration.ofNanos(longest.get());
    }
}

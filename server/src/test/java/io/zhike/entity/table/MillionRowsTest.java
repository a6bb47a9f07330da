package io.zhike.entity.table;

import static io.zhike.entity.TestEntities.entity;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.definition.Definition;
import io.zhike.definition.PublishStep;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Changes of a table that is large and in use. */
class MillionRowsTest {
    private static final int ROWS = 1_000_000;
    private static final String NAME = "{code: 'name', type: 'text'}";

    private final TableBench bench = new TableBench();

    @Test
    void letsReadersGoOnWhileFieldsComeChangeAndGo() throws Exception {
        bench.publish(entity("e_big", "大表", NAME, "{code: 'size', type: 'text'}", "{code: 'old', type: 'text'}"));
        fill();

        Definition added = entity("e_big", "大表", NAME, "{code: 'size', type: 'text'}", "{code: 'old', type: 'text'}", "{code: 'fresh', type: 'select', options: [{code: 'a', label: {zh: '甲'}}]}");
        Duration add = longestWaitDuring("field-add", () -> bench.publish(added));

        Definition retyped = entity("e_big", "大表", NAME, "{code: 'size', type: 'number'}", "{code: 'old', type: 'text'}", "{code: 'fresh', type: 'select', options: [{code: 'a', label: {zh: '甲'}}]}");
        PublishStep change = bench.plan(retyped).getFirst();
        assertThat(change.rowsLost()).isEqualTo(3);
        assertThat(change.title().in(io.zhike.message.Language.ZH)).contains("坏值");
        Duration retype = longestWaitDuring("change-type", () -> bench.publish(retyped));
        assertThat(bench.count("select count(*) from $s.e_big where size is null")).isEqualTo(3);
        assertThat(bench.count("select sum(size) from $s.e_big")).isEqualTo(sum());

        Definition trashed = entity("e_big", "大表", NAME, "{code: 'size', type: 'number'}", "{code: 'fresh', type: 'select', options: [{code: 'a', label: {zh: '甲'}}]}");
        Duration trash = longestWaitDuring("field-trash", () -> bench.publish(trashed));
        Duration restore = longestWaitDuring("field-restore", () -> bench.publish(retyped));
        assertThat(bench.count("select count(*) from $s.e_big where old = 'v' || number")).isEqualTo(ROWS);

        // Promised are 100 ms on a quiet machine; this one runs other things beside.
        assertThat(List.of(add, trash, restore, retype)).allSatisfy(wait -> assertThat(wait).isLessThan(Duration.ofSeconds(1)));
    }

    private void fill() {
        bench.execute("insert into $s.e_big (id, number, version, created_at, updated_at, name, size, old)"
                + " select ('01900000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, i, 1, now(), now(), '客户' || i,"
                + " case when i in (5, 500000, 999999) then '坏值' || i else (i % 1000)::text end, 'v' || i"
                + " from generate_series(1, " + ROWS + ") as i");
    }

    private static long sum() {
        long sum = 0;
        for (int i = 1; i <= ROWS; i++) {
            sum += i == 5 || i == 500_000 || i == 999_999 ? 0 : i % 1000;
        }
        return sum;
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
                    "%s on %d rows: %d ms, slowest of %d reads beside it %.1f ms%n",
                    what, ROWS, (System.nanoTime() - start) / 1_000_000, reads.get(), longest.get() / 1e6);
        }
        return Duration.ofNanos(longest.get());
    }
}

package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.store.Transactions;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.TestServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A reader of the feed misses nothing, whatever the order in which transactions commit. */
class FeedTest {
    private final Ledger ledger = new Ledger();
    private final Feed feed = TestServer.bean(Feed.class);
    private final WorkspaceSchema schema = ledger.company.workspace().schema();

    /** Until all that has committed so far is before every reader: other work of the server may hold that back a while. */
    private void settle() {
        long written = ledger.database.write(
                ctx -> ctx.select(Transactions.current()).fetchSingle().value1());
        long patience = System.nanoTime() + 60_000_000_000L;
        while (ledger.database.read(
                        ctx -> ctx.select(Transactions.horizon()).fetchSingle().value1())
                <= written) {
            assertThat(System.nanoTime()).isLessThan(patience);
        }
    }

    private List<String> settled(String reader, int limit) {
        settle();
        return read(reader, limit);
    }

    private List<String> read(String reader, int limit) {
        List<String> seen = new ArrayList<>();
        while (feed.advance(
                        schema,
                        reader,
                        limit,
                        (_, changes) -> changes.forEach(change -> seen.add(change.record() + ":" + change.version())))
                > 0) {}
        return seen;
    }

    private UUID make(String name) {
        return ledger.write("buyer", Ledger.create("name", name)).only().id();
    }

    @Test
    void aReaderBetweenTwoCommitsMissesNeither() throws Exception {
        settled("r", 10);
        CountDownLatch numbered = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<UUID> early = threads.submit(() -> ledger.database.write(ctx -> {
                ctx.select(Transactions.current()).fetch();
                numbered.countDown();
                await(mayCommit);
                WriteBatch batch = WriteBatch.of(
                        "buyer", ChangeOrigin.API, List.of(Ledger.create("name", "first number, last commit")));
                return ledger.writer
                        .write(ctx, ledger.company.caller(), batch)
                        .only()
                        .id();
            }));
            await(numbered);
            UUID later = make("later number, first commit");
            List<String> between = read("r", 10);
            mayCommit.countDown();
            List<String> all = new ArrayList<>(between);
            UUID first = early.get();
            all.addAll(settled("r", 10));
            assertThat(all).containsExactlyInAnyOrder(first + ":1", later + ":1");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void keepsTheOrderOfEachRecordWhateverTheLimit() {
        UUID one = make("1");
        UUID two = make("2");
        for (int i = 0; i < 7; i++) {
            ledger.write("buyer", Ledger.update(one, "name", "n" + i), Ledger.update(one, "name", "m" + i));
            ledger.write("buyer", Ledger.update(two, "name", "n" + i));
        }
        List<String> seen = settled("limited", 3);
        assertThat(seen).doesNotHaveDuplicates().hasSize(23);
        for (UUID record : List.of(one, two)) {
            List<Integer> versions = seen.stream()
                    .filter(change -> change.startsWith(record.toString()))
                    .map(change -> Integer.parseInt(change.split(":")[1]))
                    .toList();
            assertThat(versions).isSorted();
        }
    }

    @Test
    void aHandlerThatFailsGetsTheSameChangesAgain() {
        make("a");
        settle();
        assertThatThrownBy(() -> feed.advance(schema, "failing", 10, (_, _) -> {
                    throw new IllegalStateException("handler broke");
                }))
                .hasMessageContaining("handler broke");
        assertThat(read("failing", 10)).hasSize(1);
        assertThat(read("failing", 10)).isEmpty();
    }

    @Test
    void twoReadersOfOneNameDoNotDouble() throws Exception {
        for (int i = 0; i < 30; i++) {
            make("b" + i);
        }
        settle();
        List<UUID> seen = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> readers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                readers.add(threads.submit(() -> {
                    for (int round = 0; round < 20; round++) {
                        feed.advance(
                                schema,
                                "shared",
                                4,
                                (_, changes) -> changes.forEach(change -> seen.add(change.record())));
                    }
                }));
            }
            for (Future<?> reader : readers) {
                reader.get();
            }
        }
        while (feed.advance(schema, "shared", 4, (_, changes) -> changes.forEach(change -> seen.add(change.record())))
                > 0) {}
        assertThat(seen).hasSize(30).doesNotHaveDuplicates();
    }
}

package io.zhike.print;

import io.zhike.message.ProblemException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * So many documents are laid out at once on a node and no more, since each takes a processor and memory. One that takes too long
 * is given up: it keeps its place until it comes to an end, so that those who ask again do not pile up behind it.
 */
final class RenderSlots {
    private final Semaphore slots;
    private final Duration patience;
    private final Duration limit;

    /**
     * @param patience how long one waits for a place
     * @param limit how long a document may take
     */
    RenderSlots(int slots, Duration patience, Duration limit) {
        this.slots = new Semaphore(slots, true);
        this.patience = patience;
        this.limit = limit;
    }

    /** Work that looks now and then whether it was given up. */
    interface Work<T> {
        T run(BooleanSupplier stopped) throws Exception;
    }

    /** @throws ProblemException {@code print-busy} where no place becomes free, {@code print-too-slow} where it takes too long */
    <T> T run(Work<T> work) {
        try {
            if (!slots.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw PrintError.PRINT_BUSY.problem();
            }
            return await(start(work));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PrintError.PRINT_BUSY.problem();
        }
    }

    private record Running<T>(Future<T> result, AtomicBoolean stopped) {}

    private <T> Running<T> start(Work<T> work) {
        AtomicBoolean stopped = new AtomicBoolean();
        FutureTask<T> task = new FutureTask<>(() -> work.run(stopped::get));
        // A thread of the system: laying out is work for a processor and would hold a virtual thread's carrier.
        Thread.ofPlatform().name("print").daemon().start(() -> {
            try {
                task.run();
            } finally {
                slots.release();
            }
        });
        return new Running<>(task, stopped);
    }

    private <T> T await(Running<T> running) throws InterruptedException {
        try {
            return running.result().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            running.stopped().set(true);
            throw PrintError.PRINT_TOO_SLOW.problem(limit.toSeconds());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw new IllegalStateException("a document could not be laid out", e.getCause());
        }
    }
}

package io.zhike.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Several who do things at the same time. */
final class Crowd {
    private Crowd() {}

    /** Does one thing again and again. */
    interface Repeated {
        /** @param n which time this is, among all of them */
        void once(long n) throws Exception;
    }

    /** How often a second all of them together get it done. */
    static double rate(List<Repeated> clients, double seconds) throws Exception {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        AtomicLong done = new AtomicLong();
        List<Callable<Void>> loops = new ArrayList<>();
        for (Repeated client : clients) {
            loops.add(() -> {
                while (System.nanoTime() < end) {
                    client.once(done.incrementAndGet());
                }
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(clients.size())) {
            for (Future<Void> loop : threads.invokeAll(loops)) {
                loop.get();
            }
        }
        return done.get() / ((System.nanoTime() - start) / 1e9);
    }
}

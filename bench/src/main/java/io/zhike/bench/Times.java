package io.zhike.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How long each of many runs took, in milliseconds. Safe for several threads. */
final class Times {
    private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());

    /** Runs {@code work} and keeps how long it took. */
    void of(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        add((System.nanoTime() - start) / 1e6);
    }

    void add(double time) {
        millis.add(time);
    }

    /** The time that {@code percent} of the runs did not exceed: nearest rank. */
    double percentile(int percent) {
        List<Double> sorted = sorted();
        if (sorted.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(1, rank) - 1);
    }

    int count() {
        return millis.size();
    }

    /** Such as {@code p50 3.1 p95 7.9 ms of 200}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.1f p95 %.1f ms of %d", percentile(50), percentile(95), count());
    }

    private List<Double> sorted() {
        synchronized (millis) {
            return millis.stream().sorted().toList();
        }
    }

    /** What is measured. */
    interface Work {
        void run() throws Exception;
    }
}

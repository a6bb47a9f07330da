package io.zhike.store.embedded;

import io.zhike.message.ProblemException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The main process of PostgreSQL and the thread that is its parent. When the process dies without having been asked to, the
 * thread starts it again on the same port. The signal that stops PostgreSQL when this process is killed follows the
 * <em>thread</em> that forked it: so that thread is a platform thread of its own, and lives as long as its child.
 */
final class Postmaster implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final Duration READY_WITHIN = Duration.ofMinutes(10);
    /** What connections that are just being closed need to be gone. */
    private static final Duration GOODBYES = Duration.ofSeconds(1);

    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(60);
    private static final long LONGEST_PAUSE_MILLIS = 10_000;
    private static final int POLL_MILLIS = 10;

    private final Path cluster;
    private final Command command;
    private final ServerLog serverLog;
    private final CompletableFuture<@Nullable Void> firstReady = new CompletableFuture<>();
    private final Thread parent;
    private volatile boolean closing;
    private volatile @Nullable Process process;

    private Postmaster(Path cluster, Command command, ServerLog serverLog) {
        this.cluster = cluster;
        this.command = command;
        this.serverLog = serverLog;
        this.parent = Thread.ofPlatform().daemon().name("postgres-parent").unstarted(this::watch);
    }

    /** Starts {@code command} on {@code cluster} and returns when it takes connections. */
    static Postmaster start(Path cluster, Command command, ServerLog serverLog) {
        Postmaster postmaster = new Postmaster(cluster, command, serverLog);
        postmaster.parent.start();
        try {
            postmaster.firstReady.join();
            return postmaster;
        } catch (CompletionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw e;
        }
    }

    long pid() {
        Process current = process;
        return current == null ? -1 : current.pid();
    }

    /** Stops PostgreSQL cleanly; by force where it does not end within a minute. */
    @Override
    public void close() {
        closing = true;
        Process asked = process;
        if (asked != null && asked.isAlive()) {
            Signal.ask(asked.pid());
            if (joined(System.nanoTime() + GOODBYES.toNanos())) {
                return;
            }
        }
        for (Signal signal : Signal.values()) {
            long deadline = System.nanoTime() + STOPPED_WITHIN.toNanos();
            Process current = process;
            if (current != null && current.isAlive()) {
                signal.send(current.pid());
            }
            if (joined(deadline)) {
                return;
            }
            LOG.warn("PostgreSQL did not end after {}", signal);
        }
    }

    private boolean joined(long deadline) {
        try {
            return parent.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Runs on the parent thread: launch, wait for its end, and again. */
    private void watch() {
        long pause = POLL_MILLIS;
        while (!closing) {
            try {
                Process child = launch();
                awaitReady(child);
                LOG.info("PostgreSQL is ready, pid {}", child.pid());
                firstReady.complete(null);
                pause = POLL_MILLIS;
                int status = child.waitFor();
                if (!closing) {
                    LOG.error("PostgreSQL ended by itself with status {}; starting it again", status);
                }
            } catch (IOException | ProblemException e) {
                if (firstReady.completeExceptionally(asProblem(e)) || closing) {
                    return;
                }
                LOG.error("PostgreSQL does not start again; trying once more in {} ms", pause, e);
                pause = pauseThenDouble(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static long pauseThenDouble(long pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
    }

    private ProblemException asProblem(Exception e) {
        return e instanceof ProblemException problem
                ? problem
                : EmbeddedError.NOT_STARTED.because(e, cluster, String.valueOf(e.getMessage()));
    }

    private Process launch() throws IOException {
        new Leftovers(cluster).clear();
        File log = serverLog.open();
        Process child = new ProcessBuilder(command.words())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        process = child;
        child.getOutputStream().close();
        if (closing) {
            Signal.INT.send(child.pid());
        }
        return child;
    }

    private void awaitReady(Process child) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!isReady(child)) {
            if (child.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw EmbeddedError.NOT_STARTED.problem(cluster, serverLog.tail());
            }
            if (System.nanoTime() > deadline) {
                Signal.INT.send(child.pid());
                throw EmbeddedError.NOT_STARTED.problem(cluster, serverLog.tail());
            }
        }
    }

    /** PostgreSQL writes its state as the eighth line of its pid file. */
    private boolean isReady(Process child) throws IOException {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            return lines.size() >= 8
                    && lines.getFirst().strip().equals(Long.toString(child.pid()))
                    && lines.get(7).strip().equals("ready");
        } catch (NoSuchFileException notYet) {
            return false;
        }
    }
}

package io.zhike.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an earlier run that was killed has left of a cluster: a postmaster that still runs, backends whose postmaster was
 * killed, or a {@code postmaster.pid} whose number now belongs to some other process. Only for who holds the directory's
 * lock: the processes are known to be nobody's.
 */
record Leftovers(Path cluster) {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final long SECONDS_PER_SIGNAL = 20;

    /** Stops and removes all of it. PostgreSQL itself deals with a pid file whose process is gone. */
    void clear() throws IOException {
        List<ProcessHandle> processes = processes();
        if (!processes.isEmpty()) {
            LOG.warn("Stopping PostgreSQL processes {} left in {}", pids(processes), cluster);
            stop(processes);
        }
        Path pidFile = cluster.resolve("postmaster.pid");
        if (Files.exists(pidFile) && belongsToSomethingElse(pidFile)) {
            LOG.warn("Removing {} whose process is not PostgreSQL", pidFile);
            Files.delete(pidFile);
        }
    }

    private void stop(List<ProcessHandle> processes) {
        // Fast shutdown first: clean, and refused by nobody but a hung process. QUIT leaves recovery to the next start.
        for (Signal signal : Signal.values()) {
            for (ProcessHandle process : processes) {
                signal.send(process.pid());
            }
            if (gone(processes)) {
                return;
            }
        }
        throw EmbeddedError.NOT_STARTED.problem(cluster, "processes " + pids(processes) + " do not end");
    }

    private static boolean gone(List<ProcessHandle> processes) {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(SECONDS_PER_SIGNAL, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(this::isOfCluster).toList();
    }

    private boolean isOfCluster(ProcessHandle process) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        try {
            return Files.readSymbolicLink(proc.resolve("exe")).toString().contains("/bin/postgres")
                    && Files.readSymbolicLink(proc.resolve("cwd")).equals(cluster.toRealPath());
        } catch (IOException notOursOrGone) {
            return false;
        }
    }

    private static boolean belongsToSomethingElse(Path pidFile) throws IOException {
        try {
            List<String> lines = Files.readAllLines(pidFile);
            if (lines.isEmpty()) {
                return true;
            }
            return ProcessHandle.of(Math.abs(Long.parseLong(lines.getFirst().strip())))
                    .isPresent();
        } catch (NoSuchFileException e) {
            return false;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private static List<Long> pids(List<ProcessHandle> processes) {
        return processes.stream().map(ProcessHandle::pid).toList();
    }
}

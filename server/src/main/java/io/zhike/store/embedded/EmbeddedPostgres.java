package io.zhike.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of our own on a data directory that lives on. Takes connections on the loopback address only, on a port
 * chosen at each start. Close whatever is connected to it first.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** Programs, an empty cluster, and room to begin with. */
    private static final long SPACE_FOR_NEW = 256L << 20;
    /** Below it PostgreSQL cannot even write its log of transactions, and would die in the middle of the start. */
    private static final long SPACE_TO_START = 48L << 20;

    /** The lines of the pid file that hold the port and the state. */
    private static final int PORT = 3;

    private static final int STATE = 7;

    private final DirectoryLock lock;
    private final Postmaster postmaster;
    private final int port;
    private final String password;

    private EmbeddedPostgres(DirectoryLock lock, Postmaster postmaster, int port, String password) {
        this.lock = lock;
        this.postmaster = postmaster;
        this.port = port;
        this.password = password;
    }

    /** Starts on {@code home}, with its binaries in it. Takes three seconds the first time and well under one later. */
    public static EmbeddedPostgres start(Path home) {
        return start(home, home, Durability.FULL);
    }

    /**
     * Starts on {@code home}, which is made if it is not there.
     *
     * @param binaries the directory to unpack the programs in; may be shared by several homes
     * @throws io.zhike.message.ProblemException with an {@link EmbeddedError} that says what to do
     */
    public static EmbeddedPostgres start(Path home, Path binaries, Durability durability) {
        Path absolute = home.toAbsolutePath().normalize();
        DirectoryLock lock = null;
        try {
            Directories.createPassable(absolute);
            Directories.createPassable(binaries.toAbsolutePath());
            lock = DirectoryLock.take(absolute);
            EmbeddedPostgres started = start(lock, absolute, binaries.toAbsolutePath(), durability);
            lock = null;
            return started;
        } catch (IOException e) {
            throw EmbeddedError.DATA_DIRECTORY_UNUSABLE.because(e, absolute, e);
        } finally {
            release(lock);
        }
    }

    /**
     * A server that another process has started and that serves right now.
     *
     * @param url the JDBC address of {@code database}
     * @param password of the superuser and of our own user
     */
    public record Running(String url, String password) {}

    /** Whether there is a cluster in {@code home}. */
    public static boolean exists(Path home) {
        return Cluster.below(home.toAbsolutePath()).exists();
    }

    /** The server that serves the cluster in {@code home}, as its pid file and its password file tell; empty for none. */
    public static Optional<Running> running(Path home, String database) {
        Cluster cluster = Cluster.below(home.toAbsolutePath());
        try {
            List<String> state = Files.readAllLines(cluster.directory().resolve("postmaster.pid"));
            boolean ready = state.size() > STATE && state.get(STATE).strip().equals("ready");
            boolean alive = ready
                    && ProcessHandle.of(Long.parseLong(state.getFirst().strip()))
                            .isPresent();
            return alive
                    ? Optional.of(new Running(
                            "jdbc:postgresql://127.0.0.1:" + state.get(PORT).strip() + "/" + database,
                            Files.readString(cluster.passwordFile()).strip()))
                    : Optional.empty();
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw EmbeddedError.DATA_DIRECTORY_UNUSABLE.because(e, home, e);
        }
    }

    private static EmbeddedPostgres start(DirectoryLock lock, Path home, Path parent, Durability durability)
            throws IOException {
        Cluster cluster = Cluster.below(home);
        checkSpace(home, Files.getFileStore(home).getUsableSpace(), cluster.exists());
        Binaries binaries = Binaries.unpackedIn(parent);
        RunAs runAs = RunAs.choose(binaries, cluster.prepare());
        String password = cluster.open(binaries, runAs);
        int port = freePort();
        Command command =
                runAs.command(binaries.program("postgres"), Settings.arguments(cluster.directory(), port, durability));
        Postmaster postmaster =
                Postmaster.start(cluster.directory(), command, new ServerLog(home.resolve("postgres.log")));
        return new EmbeddedPostgres(lock, postmaster, port, password);
    }

    static void checkSpace(Path home, long usable, boolean exists) {
        long needed = exists ? SPACE_TO_START : SPACE_FOR_NEW;
        if (usable < needed) {
            throw EmbeddedError.DISK_FULL.problem(home, usable >> 20, needed >> 20);
        }
    }

    /** The JDBC address of {@code database}. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The name of its superuser. */
    public String superuser() {
        return Cluster.SUPERUSER;
    }

    /** The password of the superuser. */
    public String password() {
        return password;
    }

    /** The process id of the server; another one after it had to be started again. */
    public long pid() {
        return postmaster.pid();
    }

    /** Stops the server cleanly and lets go of the data directory. */
    @Override
    public void close() {
        postmaster.close();
        release(lock);
    }

    private static void release(@Nullable DirectoryLock lock) {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

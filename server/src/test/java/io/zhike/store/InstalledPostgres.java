package io.zhike.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A server of the PostgreSQL 15 that the system's packages brought, started on a directory that is deleted afterwards. */
final class InstalledPostgres implements AutoCloseable {
    private static final Path BIN = Path.of("/usr/lib/postgresql/15/bin");

    private final Path directory;
    private final int port;

    private InstalledPostgres(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    static boolean isThere() {
        return Files.isExecutable(BIN.resolve("initdb"));
    }

    /** Starts one, with the superuser {@code owner} and the password {@code secret}. */
    static InstalledPostgres start() throws IOException {
        InstalledPostgres server =
                new InstalledPostgres(Files.createTempDirectory(TestDatabase.target(), "installed-"), freePort());
        Path password = Files.writeString(server.directory.resolve("password"), "secret");
        run("chown", "-R", "postgres:", server.directory.toString());
        server.asPostgres(
                BIN.resolve("initdb").toString(),
                "-D",
                server.data(),
                "-U",
                "owner",
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--no-sync");
        server.asPostgres(
                BIN.resolve("pg_ctl").toString(),
                "-D",
                server.data(),
                "-w",
                "-l",
                server.directory.resolve("log").toString(),
                "-o",
                "-p " + server.port + " -c fsync=off -c listen_addresses=127.0.0.1 -c unix_socket_directories=''",
                "start");
        return server;
    }

    String url(String user, String password, String database) {
        return "postgresql://" + user + ":" + password + "@127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() throws IOException {
        asPostgres(BIN.resolve("pg_ctl").toString(), "-D", data(), "-w", "-m", "immediate", "stop");
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(directory)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    private void asPostgres(String... command) throws IOException {
        List<String> words =
                new ArrayList<>(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        words.addAll(List.of(command));
        run(words.toArray(String[]::new));
    }

    private static void run(String... command) throws IOException {
        // To a file and not to a pipe, which the server would inherit and keep open.
        Path output = Files.createTempFile("installed", ".out");
        try {
            int status = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IOException(List.of(command) + " ended with " + status + ": " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            Files.delete(output);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

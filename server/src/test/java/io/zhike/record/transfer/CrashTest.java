package io.zhike.record.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.ZhikeApplication;
import io.zhike.workspace.Client;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/**
 * The whole server as a process of its own, killed as by {@code kill -9} in the middle of an import, its PostgreSQL too: the
 * import goes on by itself, no row is lost and none doubled, and what was answered as saved is there.
 */
@Tag("large")
@Timeout(600)
class CrashTest {
    private static final String PASSWORD = "correct horse battery";
    private static final int ROWS = 60_000;

    private Path home;
    private Server server;

    @BeforeEach
    void createHome() throws IOException {
        home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "crash-");
        Files.setPosixFilePermissions(home, java.nio.file.attribute.PosixFilePermissions.fromString("rwx--x--x"));
    }

    @AfterEach
    void deleteHome() throws Exception {
        if (server != null) {
            server.stop();
        }
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** A JVM with the application, and a client signed in as its administrator. */
    private static final class Server {
        private static final String READY = "Zhike is ready at ";
        private final Process process;
        private final Client admin;

        Server(Path home) throws IOException {
            process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ZhikeApplication.class.getName(),
                            "--server.port=0",
                            "--zhike.data=" + home,
                            "--zhike.admin-password=" + PASSWORD,
                            "--logging.level.root=error")
                    .redirectErrorStream(true)
                    .start();
            Client stranger = new Client(URI.create(address(process.inputReader())));
            String cookie = stranger.post("/api/v1/session", Map.of("account", "admin", "password", PASSWORD))
                    .expect(200)
                    .header("Set-Cookie");
            admin = stranger.with("Cookie", cookie.substring(0, cookie.indexOf(';')));
        }

        private static String address(BufferedReader output) throws IOException {
            StringBuilder said = new StringBuilder();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(READY)) {
                    Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
                    return line.substring(READY.length(), line.indexOf(','));
                }
                said.append(line).append('\n');
            }
            throw new AssertionError("the server ended: " + said);
        }

        /** The main process of PostgreSQL, whose pid stands first in its own file. */
        static ProcessHandle postgres(Path home) throws IOException {
            try (Stream<Path> files = Files.walk(home)) {
                Path pid = files.filter(file -> file.endsWith("postmaster.pid"))
                        .findFirst()
                        .orElseThrow();
                return ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst()))
                        .orElseThrow();
            }
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        void stop() throws InterruptedException {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                kill();
            }
        }
    }

    private static byte[] rows() {
        StringBuilder csv = new StringBuilder("code,amount\n");
        IntStream.range(0, ROWS)
                .forEach(i -> csv.append("C").append(i).append(',').append(i).append(".25\n"));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void define() {
        Transfers transfers = new Transfers(server.admin);
        transfers.define("line", """
                {"label": {"zh": "行"}, "fields": [
                  {"code": "code", "type": "text", "label": {"zh": "代号"}, "title": true, "unique": true},
                  {"code": "amount", "type": "money", "label": {"zh": "金额"}}]}""");
        transfers.publish();
    }

    /** Waits until some rows are in, and not yet all. */
    private long underWay(String id, long beyond) {
        while (true) {
            var answer = server.admin.get("/api/v1/imports/" + id);
            if (answer.status() == 200) {
                JsonNode status = answer.json();
                assertThat(status.path("state").asString())
                        .as(status.toString())
                        .isIn("queued", "running");
                if (status.path("read").asLong() > beyond) {
                    return status.path("read").asLong();
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @Test
    void anImportGoesOnAfterTheServerAndThenPostgresWereKilled() throws Exception {
        server = new Server(home);
        define();
        String id = new Transfers(server.admin)
                .send("/api/v1/imports", "lines.csv", rows(), Map.of("entity", "line"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        String saved = server.admin
                .post("/api/v1/records/line", Map.of("code", "by hand", "amount", "0"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        long before = underWay(id, 0);
        server.kill();

        server = new Server(home);
        assertThat(server.admin
                        .get("/api/v1/records/line/" + saved)
                        .expect(200)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("by hand");
        long after = underWay(id, before);
        Server.postgres(home).destroyForcibly();

        JsonNode done = finished(id);
        assertThat(after).isLessThan(ROWS);
        assertThat(Transfers.tally(done)).isEqualTo(List.of(ROWS, ROWS, 0, 0, 0));
        Transfers transfers = new Transfers(server.admin);
        assertThat(transfers.count("line")).isEqualTo(ROWS + 1);
        assertThat(transfers.sum("line", "amount"))
                .isEqualByComparingTo(
                        new java.math.BigDecimal((long) ROWS * (ROWS - 1) / 2).add(new java.math.BigDecimal(ROWS / 4)));
        assertThat(transfers.undo(id).path("undone").asInt()).isEqualTo(ROWS);
        assertThat(transfers.count("line")).isOne();
    }

    /** While PostgreSQL is away, requests are answered with a problem, and the import waits. */
    private JsonNode finished(String id) {
        while (true) {
            var answer = server.admin.get("/api/v1/imports/" + id);
            if (answer.status() == 200) {
                String state = answer.json().path("state").asString();
                if (!List.of("queued", "running").contains(state)) {
                    assertThat(state).as(answer.text()).isEqualTo("done");
                    return answer.json();
                }
            } else {
                assertThat(answer.status()).as(answer.text()).isEqualTo(503);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}

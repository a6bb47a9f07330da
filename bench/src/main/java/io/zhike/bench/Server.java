package io.zhike.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A built server as a child process, on a data directory of its own, with the flags that {@code bin/start} gives it. */
final class Server implements AutoCloseable {
    static final String PASSWORD = "bench bench bench";

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String READY = "Zhike is ready at";
    private static final Pattern PSS = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");

    private final Process process;
    private final Path data;
    private final int port;
    private final double secondsToReady;

    private Server(Process process, Path data, int port, double secondsToReady) {
        this.process = process;
        this.data = data;
        this.port = port;
        this.secondsToReady = secondsToReady;
    }

    /** Starts and waits until the server says that it is ready and answers: it is up a moment before it has an account. */
    static Server start(Settings settings) throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC"));
        Path aot = settings.jar().resolveSibling("../zhike.aot").normalize();
        if (Files.exists(aot)) {
            command.add("-XX:AOTCache=" + aot);
        }
        command.addAll(List.of(
                "-Dzhike.data=" + settings.data(),
                "-Dserver.port=" + port,
                "-Dzhike.admin-password=" + PASSWORD,
                "-Dzhike.rate.per-caller=0",
                "-Dzhike.rate.per-address=0",
                "-jar",
                settings.jar().toString()));
        Files.createDirectories(settings.data());
        Path log = settings.data().resolve("server-" + port + ".log");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        await(process, port, log);
        return new Server(process, settings.data(), port, (System.nanoTime() - start) / 1e9);
    }

    private static void await(Process process, int port, Path log) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IOException("the server ended with " + process.exitValue() + "; see " + log);
            }
            if (Files.readString(log).contains(READY) && answers(http, health)) {
                return;
            }
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        process.destroy();
        throw new IOException("the server is not up after " + PATIENCE);
    }

    private static boolean answers(HttpClient http, HttpRequest health) throws InterruptedException {
        try {
            return http.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    Client admin() throws IOException, InterruptedException {
        return Client.signedIn(port, "admin", PASSWORD);
    }

    Client client(String account, String password) throws IOException, InterruptedException {
        return Client.signedIn(port, account, password);
    }

    /** Such as {@code http://127.0.0.1:43210}. */
    String address() {
        return "http://127.0.0.1:" + port;
    }

    double secondsToReady() {
        return secondsToReady;
    }

    /** A bare connection to the server's own database, which tells its port and its password in its data directory. */
    Connection connect() throws IOException, SQLException {
        Path home = data.resolve("postgres");
        List<String> postmaster = Files.readAllLines(home.resolve("database").resolve("postmaster.pid"));
        String password = Files.readString(home.resolve("database.password")).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postmaster.get(3).strip() + "/zhike?options=-c%20TimeZone=UTC",
                "zhike",
                password);
    }

    /** The memory of the server and of its database together, shared pages counted once, in MB. */
    double memory() throws IOException {
        double sum = 0;
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        for (ProcessHandle each : all) {
            sum += pss(each.pid());
        }
        return sum / 1024;
    }

    /** The memory of the server's process alone, in MB. */
    double ownMemory() throws IOException {
        return pss(process.pid()) / 1024;
    }

    private static double pss(long pid) throws IOException {
        Path rollup = Path.of("/proc/" + pid + "/smaps_rollup");
        if (!Files.exists(rollup)) {
            return 0;
        }
        Matcher matcher = PSS.matcher(Files.readString(rollup));
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

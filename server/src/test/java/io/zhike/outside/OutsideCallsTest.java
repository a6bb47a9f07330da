package io.zhike.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.zhike.message.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideCallsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final AtomicInteger calls = new AtomicInteger();
    private final Deque<String> received = new ArrayDeque<>();
    private HttpServer server;
    private OutsideCalls outside;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            String said = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-One") + " " + said);
            if (exchange.getRequestURI().getPath().equals("/away")) {
                exchange.getResponseHeaders().set("Location", "/landed");
                exchange.sendResponseHeaders(302, -1);
            } else {
                exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/wrong") ? 500 : 204, -1);
            }
            exchange.close();
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        outside = calls(InetAddress::getAllByName, LONG, "127.0.0.1", "named.example");
    }

    @AfterEach
    void stop() throws Exception {
        server.stop(0);
        outside.destroy();
    }

    private static OutsideCalls calls(AddressGuard.Names names, Duration whole, String... allow) {
        return new OutsideCalls(new OutsideSettings(List.of(allow)), names, whole);
    }

    private OutsideAnswer call(OutsideCalls with, String host, String path) {
        URI address = URI.create("http://" + host + ":" + server.getAddress().getPort() + path);
        return with.call(new OutsideCall(
                "POST", address, Map.of("X-One", "1", "Content-Type", "application/json"), "{\"名\":1}"));
    }

    @Test
    void callsWhatItMayWithHeadersAndBody() {
        assertThat(call(outside, "127.0.0.1", "/hook?a=1")).isEqualTo(new OutsideAnswer.Answered(204));
        assertThat(received).containsExactly("POST /hook?a=1 1 {\"名\":1}");
        assertThat(call(outside, "127.0.0.1", "/wrong")).isEqualTo(new OutsideAnswer.Answered(500));
    }

    @Test
    void followsNoRedirect() {
        assertThat(call(outside, "127.0.0.1", "/away")).isEqualTo(new OutsideAnswer.Answered(302));
        assertThat(calls).hasValue(1);
    }

    @Test
    void connectsToTheAddressThatWasCheckedAndToNoLaterOne() {
        // A name server that first says where our server is, which is allowed here, and elsewhere when asked again.
        Deque<String> answers = new ArrayDeque<>(List.of("127.0.0.1", "127.0.0.2"));
        OutsideCalls rebound =
                calls(_ -> new InetAddress[] {InetAddress.ofLiteral(answers.removeFirst())}, LONG, "127.0.0.1/32");
        assertThat(call(rebound, "rebind.example", "/")).isEqualTo(new OutsideAnswer.Answered(204));
        assertThat(answers).hasSize(1);
        assertThat(call(rebound, "rebind.example", "/")).isInstanceOf(OutsideAnswer.Refused.class);
        assertThat(calls).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]"})
    void withoutLeaveNothingInsideIsReached(String host) {
        OutsideCalls strict = calls(InetAddress::getAllByName, LONG);
        OutsideAnswer answer = call(strict, host, "/");
        assertThat(answer).isNotInstanceOf(OutsideAnswer.Answered.class);
        assertThat(calls).hasValue(0);
    }

    @Test
    void aNameThatLeadsInsideIsRefusedAndSaysHowToAllowIt() {
        OutsideCalls strict = calls(_ -> new InetAddress[] {InetAddress.ofLiteral("10.0.0.5")}, LONG);
        assertThat(call(strict, "hook.example.com", "/"))
                .isInstanceOfSatisfying(
                        OutsideAnswer.Refused.class,
                        refused ->
                                assertThat(refused.why().in(Language.ZH)).contains("10.0.0.5", "ZHIKE_OUTSIDE_ALLOW"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.com/",
                "file:///etc/passwd",
                "gopher://example.com/",
                "http:///nowhere",
                "http://user:secret@example.com/",
                "https://example.com/#part",
                "//example.com/",
                "example.com",
                "http://exa mple.com/",
                "javascript:alert(1)",
                ""
            })
    void takesOnlyPlainAddressesOfTheWeb(String address) {
        assertThat(OutsideCalls.read(address)).isEmpty();
        assertThat(outside.refused(address)).isPresent();
    }

    @Test
    void whatDoesNotAnswerIsGivenUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            OutsideCalls hasty = calls(InetAddress::getAllByName, Duration.ofMillis(200), "127.0.0.1");
            OutsideAnswer answer = hasty.call(new OutsideCall(
                    "POST", URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/"), Map.of(), "x"));
            assertThat(answer).isInstanceOf(OutsideAnswer.Failed.class);
        }
    }

    @Test
    void aHeadThatNeverEndsIsGivenUp() throws Exception {
        try (ServerSocket endless = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> flood(endless));
            OutsideAnswer answer = outside.call(new OutsideCall(
                    "POST", URI.create("http://127.0.0.1:" + endless.getLocalPort() + "/"), Map.of(), "x"));
            assertThat(answer).isInstanceOf(OutsideAnswer.Failed.class);
        }
    }

    private static void flood(ServerSocket from) {
        try (Socket socket = from.accept();
                OutputStream out = socket.getOutputStream()) {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write("X-More: and more\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException closed) {
            // As it should be.
        }
    }
}

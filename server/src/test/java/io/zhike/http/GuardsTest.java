package io.zhike.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in front of all endpoints: other sites, headers, pages. */
class GuardsTest {
    private final TestWorkspace acme = TestServer.newWorkspace();

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "something-new"})
    void refusesWritesThatABrowserSendsForAnotherSite(String site) {
        acme.admin()
                .with("Sec-Fetch-Site", site)
                .post("/api/v1/groups", "{\"name\":\"forged\"}")
                .expect(403, "cross-site");
        acme.admin().with("Sec-Fetch-Site", site).get("/api/v1/me").expect(200);
        assertThat(acme.admin().get("/api/v1/groups").text()).doesNotContain("forged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void takesWritesOfOurOwnPages(String site) {
        acme.admin()
                .with("Sec-Fetch-Site", site)
                .post("/api/v1/groups", "{\"name\":\"own " + site + "\"}")
                .expect(201);
    }

    @ParameterizedTest
    @CsvSource({"https://evil.example, 403", "null, 403", "http://127.0.0.1:1, 403", "not a url, 403", "SELF, 201"})
    void comparesTheOriginOfOlderBrowsers(String origin, int status) {
        String sent = origin.equals("SELF") ? TestServer.address().toString() : origin;
        acme.admin()
                .with("Origin", sent)
                .post("/api/v1/groups", "{\"name\":\"from " + origin + "\"}")
                .expect(status);
    }

    @Test
    void takesWritesWithAKeyFromAnywhere() {
        acme.keyOf(acme.administrator())
                .with("Origin", "https://partner.example")
                .post("/api/v1/groups", "{\"name\":\"by key\"}")
                .expect(201);
    }

    @Test
    void refusesToSignInForAnotherSite() {
        TestServer.stranger()
                .with("Sec-Fetch-Site", "cross-site")
                .post("/api/v1/session", "{}")
                .expect(403, "cross-site");
    }

    @Test
    void setsSecurityHeadersOnEveryAnswer() {
        for (String path : new String[] {"/", "/api/v1/health", "/api/nothing", "/assets/app-1a2b3c4d.js"}) {
            Answer answer = TestServer.stranger().get(path);
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("script-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'self'");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("SAMEORIGIN");
        }
    }

    @Test
    void letsPagesForEverybodyStandInOtherSitesAndNoOthers() {
        Answer embedded = TestServer.stranger().get("/f/k3f9a2/signup");
        assertThat(embedded.header("Content-Security-Policy")).contains("script-src 'self'", "frame-ancestors *");
        assertThat(embedded.header("X-Frame-Options")).isEmpty();
        for (String path :
                new String[] {"/build", "/api/v1/public/forms/k3f9a2/signup", "/e/f/x", "/F/k3f9a2/signup"}) {
            assertThat(TestServer.stranger().get(path).header("Content-Security-Policy"))
                    .contains("frame-ancestors 'self'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/records/customer/0195", "/builder/客户"})
    void servesTheApplicationForEveryPage(String path) {
        Answer answer = TestServer.stranger()
                .with("Accept", "text/html")
                .get(java.net
                        .URI
                        .create(TestServer.address() + "/")
                        .resolve(path.replace("客户", "%E5%AE%A2"))
                        .getRawPath())
                .expect(200);
        assertThat(answer.text()).contains("<title>Zhike</title>");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void letsAssetsBeKeptForEver() {
        Answer answer = TestServer.stranger().get("/assets/app-1a2b3c4d.js").expect(200);
        assertThat(answer.header("Cache-Control")).contains("max-age=31536000", "immutable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/gone-12345678.js", "/favicon.png", "/api", "/api/v1/x", "/assets/gone"})
    void servesNoPageForWhatIsMissing(String path) {
        TestServer.stranger().get(path).expect(404, "no-such-endpoint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../application.yaml", "/%2e%2e/application.yaml", "/assets/..%2f..%2fapplication.yaml"})
    void doesNotClimbOutOfThePages(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).doesNotContain("spring:").doesNotStartWith("HTTP/1.1 200");
    }

    /** Tomcat refuses these before any filter. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/me%2f HTTP/1.1\r\nHost: x",
                "GET /%00 HTTP/1.1\r\nHost: x",
                "GET /<script> HTTP/1.1\r\nHost: x",
                "GET / HTTP/1.1",
                "GET / HTTP/1.1\r\nHost: <script>",
                "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2",
                "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: odd",
                "TRACE / HTTP/1.1\r\nHost: x",
                "GET / HTTP/9.9\r\nHost: x",
                "<script> / HTTP/1.1\r\nHost: x"
            })
    void tellsOfRequestsThatCannotBeReadAsOfAllOthers(String request) throws IOException {
        String answer = raw(request + "\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 ")
                .contains("application/problem+json", "X-Content-Type-Options: nosniff", "Content-Security-Policy:")
                .doesNotContain("<html", "<script", "Apache", "Tomcat", "\tat ");
    }

    @Test
    void answersNoTrace() throws IOException {
        String answer = raw("TRACE / HTTP/1.1\r\nHost: x\r\nCookie: secret\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 405").doesNotContain("secret");
    }

    @Test
    void keepsApiAnswersOutOfCaches() {
        assertThat(acme.admin().get("/api/v1/me").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void compressesLongAnswers() throws IOException {
        for (int i = 0; i < 30; i++) {
            acme.newMember("成员" + i);
        }
        Client client = acme.admin().with("Accept-Encoding", "gzip");
        Answer answer = client.get("/api/v1/members").expect(200);
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        byte[] plain = new GZIPInputStream(
                        new java.io.ByteArrayInputStream(answer.response().body()))
                .readAllBytes();
        assertThat(new String(plain, StandardCharsets.UTF_8)).contains("成员29");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", TestServer.address().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package io.zhike.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.store.Database;
import io.zhike.store.SystemSchema;
import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What an attacker would try, at every operation that the API's document tells of: nothing fails, nothing of the inside is
 * told, and nothing belongs to another workspace. What is tried is made from the document, so that a new endpoint is probed
 * without anybody thinking of it.
 */
class ProbesTest {
    private static final String MARK = "密件-5c1e77";
    /** How many bad values each place of a body gets in a run; which ones differs from operation to operation. */
    private static final int BAD_VALUES = Integer.getInteger("zhike.probes", 3);
    /** Signing in is slowed down after some tries, for all tests of this address. */
    private static final List<String> SIGNING_IN = List.of("POST /api/v1/session", "POST /api/v1/join");

    private final List<ApiOperation> operations = ApiOperation.all();
    private final Map<String, List<String>> wrong = new TreeMap<>();

    @AfterEach
    void forgetTries() {
        TestServer.bean(Database.class)
                .writing(ctx ->
                        ctx.deleteFrom(SystemSchema.table("sign_in_failure")).execute());
    }

    @Test
    void closesEveryOperationToStrangers() {
        Prober prober = new Prober(TestServer.newWorkspace(), MARK);
        Client stranger = TestServer.stranger();
        Client forged = stranger.with("Authorization", "Bearer zk_forged").with("Cookie", "zhike_session=forged");
        for (Client client : List.of(stranger, forged)) {
            for (ApiOperation operation : operations) {
                if (!operation.open()) {
                    check(operation, "a stranger", prober.ask(client, operation), 401);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void refusesWritesForOtherSites() {
        TestWorkspace acme = TestServer.newWorkspace();
        Prober prober = new Prober(acme, MARK);
        List<Client> forged = List.of(
                acme.admin().with("Sec-Fetch-Site", "cross-site"),
                acme.admin().with("Origin", "https://evil.example"),
                acme.admin().with("Origin", "null"));
        for (ApiOperation operation : operations) {
            for (Client client : operation.isRead() ? List.<Client>of() : forged) {
                check(operation, "another site", prober.ask(client, operation), 403);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void givesNothingOfAnotherWorkspace() {
        Prober prober = new Prober(TestServer.newWorkspace(), MARK);
        TestWorkspace thief = TestServer.newWorkspace();
        for (Client client : List.of(thief.admin(), thief.keyOf(thief.administrator()))) {
            for (ApiOperation operation : operations) {
                Answer answer = prober.ask(client, operation);
                check(operation, "a thief", answer, 0);
                if (answer.text().contains(MARK) || (prober.names(operation) && answer.status() < 400)) {
                    tell(operation, "gives what belongs to another workspace", answer);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void bearsHostileTextsInEveryParameter() {
        TestWorkspace acme = TestServer.newWorkspace();
        Prober prober = new Prober(acme, MARK);
        List<String> texts = HostileInput.TEXTS.stream()
                .filter(text -> text.length() < 5_000)
                .toList();
        for (ApiOperation operation : operations) {
            for (Map<String, String> parameters : prober.misused(operation, texts)) {
                JsonNode body = prober.body(operation);
                Answer answer = prober.ask(
                        acme.admin(),
                        operation,
                        prober.path(operation, parameters),
                        body == null ? null : body.toString());
                check(operation, shortened(parameters.toString()), answer, 0);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void bearsBodiesThatAreNoGood() {
        TestWorkspace acme = TestServer.newWorkspace();
        Prober prober = new Prober(acme, MARK);
        for (ApiOperation operation : operations) {
            List<String> bodies = prober.body(operation) == null ? List.of() : HostileInput.brokenBodies();
            for (String body : bodies) {
                String path = prober.path(operation, Map.of());
                check(operation, shortened(body), prober.ask(acme.admin(), operation, path, body), 0);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void bearsHostileValuesInEveryPlaceOfABody() {
        TestWorkspace acme = TestServer.newWorkspace();
        Prober prober = new Prober(acme, MARK);
        int turn = 0;
        for (ApiOperation operation : operations) {
            JsonNode good = prober.body(operation);
            if (good == null) {
                continue;
            }
            List<String> bodies = new ArrayList<>(HostileInput.variants(good, turn++, BAD_VALUES));
            if (!SIGNING_IN.contains(operation.toString())) {
                HostileInput.TEXTS.forEach(text -> bodies.add(HostileInput.everyText(good, text)));
            }
            for (String body : bodies) {
                String path = prober.path(operation, Map.of());
                check(operation, shortened(body), prober.ask(acme.admin(), operation, path, body), 0);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void bearsHostileFiles() {
        TestWorkspace acme = TestServer.newWorkspace();
        Prober prober = new Prober(acme, MARK);
        for (ApiOperation operation : operations) {
            for (String part : operation.takesFile() ? HostileFiles.parts() : List.<String>of()) {
                Client client =
                        acme.admin().with("Content-Type", "multipart/form-data; boundary=" + HostileFiles.BOUNDARY);
                Answer answer = client.send(operation.method(), prober.path(operation, Map.of()), part);
                check(operation, shortened(part), answer, 0);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void bearsMethodsAndHeadersThatNobodyUses() {
        TestWorkspace acme = TestServer.newWorkspace();
        Prober prober = new Prober(acme, MARK);
        for (ApiOperation operation : operations) {
            String path = prober.path(operation, Map.of());
            for (String method : List.of("OPTIONS", "HEAD", "PROPFIND", "BREW")) {
                check(operation, method, acme.admin().send(method, path, null), 0);
            }
            Client odd = acme.admin()
                    .with("If-Match", "\"'; --\"")
                    .with("Idempotency-Key", "../<script>")
                    .with("Accept-Language", "zz-{0}")
                    .with("Accept", "text/html, image/svg+xml")
                    .with("X-Zhike-Preview-Role", "'\"<x>")
                    .with("X-HTTP-Method-Override", "DELETE")
                    .with("X-Forwarded-Host", "evil.example")
                    .with("X-Original-URL", "/api/v1/health");
            if (operation.isRead()) {
                Answer answer = prober.ask(odd, operation);
                check(operation, "odd headers", answer, 0);
                if (answer.text().contains("evil.example")) {
                    tell(operation, "believes a header of the sender's", answer);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void check(ApiOperation operation, String tried, Answer answer, int expected) {
        Disclosure.in(answer).forEach(each -> tell(operation, each + " when asked with " + tried, answer));
        if (answer.status() == 429 && !operation.toString().startsWith("POST /api/v1/")) {
            tell(operation, "was not asked, as too much was asked before", answer);
        }
        if (expected > 0 && answer.status() != expected) {
            tell(operation, "does not answer " + tried + " with " + expected, answer);
        }
    }

    private void tell(ApiOperation operation, String what, Answer answer) {
        List<String> told = wrong.computeIfAbsent(operation.toString(), _ -> new ArrayList<>());
        if (told.size() < 5) {
            told.add(what + ": " + answer.status() + " " + shortened(answer.text()) + "\n");
        }
    }

    private static String shortened(String text) {
        return text.length() <= 160 ? text : text.substring(0, 160) + "…";
    }
}

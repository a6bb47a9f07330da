package io.zhike.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.message.Label;
import io.zhike.message.Language;
import io.zhike.workspace.Client;
import io.zhike.workspace.OtherSystem;
import io.zhike.workspace.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls reach the other system signed, at least once and recognisably once, and what fails is seen and can be sent again. */
class WebhookDeliveryTest {
    private final NoticeWorld world = new NoticeWorld();
    private final OtherSystem other = new OtherSystem();
    private final SigningKeys keys = TestServer.bean(SigningKeys.class);
    private final Deliverer deliverer = new Deliverer(world.database, TestServer.bean(Providers.class), world.clock);

    @AfterEach
    void stop() {
        other.close();
    }

    private static NewMessage call(String key, String url) {
        CallDetails details =
                new CallDetails("PUT", Map.of("X-Api", "7", "content-type", "application/vnd.erp+json"), Map.of());
        return new NewMessage(
                key, Channel.WEBHOOK, url, "PUT", "{\"客户\":\"甲\"}", null, details.json(), null, "rule:erp");
    }

    private int send(NewMessage... messages) {
        return world.database.write(ctx -> world.outbox.send(ctx, world.workspace, List.of(messages)));
    }

    private int deliver() {
        return deliverer.deliver(world.workspace, Channel.WEBHOOK, () -> false);
    }

    private OutMessage only() {
        List<OutMessage> all = world.messages();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private String key() {
        return world.database.write(ctx -> keys.of(ctx, world.workspace, "rule:erp"));
    }

    /** As the other side checks it, by what Standard Webhooks says. */
    private static boolean isSigned(OtherSystem.Got got, String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key.substring("whsec_".length())), "HmacSHA256"));
            String content =
                    got.headers().get("webhook-id") + "." + got.headers().get("webhook-timestamp") + "." + got.body();
            String wanted =
                    "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
            return wanted.equals(got.headers().get("webhook-signature"));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void arrivesOnceWithItsHeadersAndASignatureThatHolds() {
        send(call("k", other.url("/in?a=1")), call("k", other.url("/in?a=1")));
        assertThat(deliver()).isOne();
        assertThat(deliver()).isZero();
        OtherSystem.Got got = other.got().getFirst();
        assertThat(other.got()).hasSize(1);
        assertThat(got.method()).isEqualTo("PUT");
        assertThat(got.path()).isEqualTo("/in?a=1");
        assertThat(got.body()).isEqualTo("{\"客户\":\"甲\"}");
        assertThat(got.headers())
                .containsEntry("x-api", "7")
                .containsEntry("content-type", "application/vnd.erp+json")
                .containsEntry("idempotency-key", only().id().toString())
                .containsEntry("webhook-id", only().id().toString())
                .doesNotContainKey("cookie");
        assertThat(isSigned(got, key())).isTrue();
        assertThat(only().state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void aSignatureHoldsForNoOtherKeyBodyOrTime() {
        send(call("k", other.url("/")));
        deliver();
        OtherSystem.Got got = other.got().getFirst();
        String foreign = world.database.write(ctx -> keys.of(ctx, world.workspace, "rule:another"));
        assertThat(isSigned(got, foreign)).isFalse();
        assertThat(isSigned(new OtherSystem.Got("PUT", "/", got.headers(), got.body() + " "), key()))
                .isFalse();
        Map<String, String> later = new HashMap<>(got.headers());
        later.put("webhook-timestamp", "1");
        assertThat(isSigned(new OtherSystem.Got("PUT", "/", later, got.body()), key()))
                .isFalse();
    }

    @Test
    void isTriedAgainUnderTheSameIdUntilItIsTaken() {
        other.answer(500);
        send(call("k", other.url("/")));
        deliver();
        assertThat(only().state()).isEqualTo(MessageState.WAITING);
        assertThat(only().error()).isEqualTo(Label.of("HTTP 500"));
        assertThat(only().next()).isEqualTo(world.clock.instant().plusSeconds(30));
        assertThat(deliver()).as("not before its time").isZero();
        other.answer(200);
        world.clock.advance(Duration.ofSeconds(30));
        assertThat(deliver()).isOne();
        assertThat(only().state()).isEqualTo(MessageState.SENT);
        assertThat(other.got())
                .hasSize(2)
                .extracting(got -> got.headers().get("idempotency-key"))
                .containsOnly(only().id().toString());
        assertThat(other.got()).allMatch(got -> isSigned(got, key()));
    }

    @Test
    void isGivenUpAfterAllTriesIsSeenAndGoesAgainByAPress() {
        other.answer(503);
        send(call("k", other.url("/")));
        for (int i = 0; i < Deliverer.MOST_ATTEMPTS; i++) {
            assertThat(deliver()).isOne();
            world.clock.advance(Duration.ofHours(7));
        }
        assertThat(deliver()).isZero();
        assertThat(other.got()).hasSize(Deliverer.MOST_ATTEMPTS);
        var told = world.admin
                .get("/api/v1/messages?state=failed&channel=webhook")
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertThat(told.path("error").asString()).isEqualTo("HTTP 503");
        assertThat(told.path("to").asString()).isEqualTo(other.url("/"));
        other.answer(200);
        world.admin
                .post("/api/v1/messages/" + told.path("id").asString() + "/retry", "{}")
                .expect(200);
        // The press is by the server's own clock, and its own job delivers.
        long patience = System.nanoTime() + 60_000_000_000L;
        while (only().state() == MessageState.WAITING) {
            assertThat(System.nanoTime()).as("delivered").isLessThan(patience);
        }
        assertThat(only().state()).isEqualTo(MessageState.SENT);
        assertThat(other.got()).hasSize(Deliverer.MOST_ATTEMPTS + 1);
    }

    @Test
    void whatIsRefusedForGoodIsNotTriedAgain() {
        other.answer(404);
        send(call("a", other.url("/")));
        deliver();
        assertThat(only().state()).isEqualTo(MessageState.BOUNCED);
        assertThat(only().error()).isEqualTo(Label.of("HTTP 404"));
        other.answer(429);
        send(call("b", other.url("/")));
        deliver();
        assertThat(world.messages())
                .filteredOn(message -> Label.of("HTTP 429").equals(message.error()))
                .singleElement()
                .satisfies(message -> assertThat(message.state()).isEqualTo(MessageState.WAITING));
    }

    @Test
    void anAddressInsideIsNeverCalledAndSaysWhy() {
        send(call("a", "http://10.1.2.3/"), call("b", "http://[::1]/"), call("c", "http://169.254.169.254/latest/"));
        deliver();
        assertThat(world.messages()).hasSize(3).allSatisfy(message -> {
            assertThat(message.state()).isEqualTo(MessageState.BOUNCED);
            assertThat(said(message, Language.ZH)).contains("内部地址", "ZHIKE_OUTSIDE_ALLOW");
        });
    }

    private static String said(OutMessage message, Language language) {
        return Objects.requireNonNull(message.error()).in(language);
    }

    @Test
    void whyItWasNotSentIsSaidToEachReaderInTheirLanguage() {
        send(call("a", "http://10.1.2.3/"), call("b", "no address"));
        deliver();
        assertThat(errors(world.admin))
                .anySatisfy(error -> assertThat(error).contains("指向内部地址"))
                .anySatisfy(error -> assertThat(error).contains("不是可以调用的地址"));
        assertThat(errors(world.admin.with("Accept-Language", "en")))
                .anySatisfy(error -> assertThat(error).contains("leads to 10.1.2.3"))
                .anySatisfy(error -> assertThat(error).contains("'no address' is no address"));
    }

    private static List<String> errors(Client reader) {
        return reader.get("/api/v1/messages?state=bounced")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("error").asString())
                .toList();
    }

    @Test
    void aRedirectIsNotFollowed() {
        other.answer(302);
        send(call("k", other.url("/")));
        deliver();
        assertThat(only().state()).isEqualTo(MessageState.BOUNCED);
        assertThat(other.got()).hasSize(1);
    }

    @Test
    void oneThatFailsKeepsNoOtherWaiting() {
        other.answer(got -> got.path().equals("/7") ? 500 : 200);
        send(IntStream.range(0, 45)
                .mapToObj(i -> call("k" + i, other.url("/" + i)))
                .toArray(NewMessage[]::new));
        assertThat(deliver()).isEqualTo(45);
        assertThat(world.messages().stream()
                        .filter(message -> message.state() == MessageState.SENT)
                        .count())
                .isEqualTo(44);
    }

    @Test
    void aKeyThatIsReplacedSignsNothingMore() {
        String old = key();
        String fresh = world.database.write(ctx -> keys.replace(ctx, world.workspace, "rule:erp"));
        assertThat(fresh).isNotEqualTo(old);
        send(call("k", other.url("/")));
        deliver();
        assertThat(isSigned(other.got().getFirst(), old)).isFalse();
        assertThat(isSigned(other.got().getFirst(), fresh)).isTrue();
    }

    private static NewMessage calling(String key, String url, String credential) {
        CallDetails details = new CallDetails("POST", Map.of(), Map.of("Authorization", credential));
        return new NewMessage(key, Channel.WEBHOOK, url, "POST", "{}", null, details.json(), null, "rule:erp");
    }

    private void keep(String name, String origin, String secret) {
        world.admin
                .post("/api/v1/credentials", Map.of("name", name, "origin", origin, "secret", secret))
                .expect(201);
    }

    @Test
    void aCredentialGoesToItsPlaceAndIsKeptInNoMessage() {
        keep("erp", other.url("/"), "Bearer geheim");
        send(calling("k", other.url("/in"), "erp"));
        deliver();
        assertThat(other.got().getFirst().headers()).containsEntry("authorization", "Bearer geheim");
        assertThat(only().state()).isEqualTo(MessageState.SENT);
        assertThat(only().toString()).doesNotContain("geheim");
    }

    @Test
    void aCredentialOfAnotherPlaceIsNotSentAndNothingIsCalled() {
        keep("erp", "https://erp.example.com", "Bearer geheim");
        send(calling("k", other.url("/in"), "erp"));
        deliver();
        assertThat(other.got()).isEmpty();
        assertThat(only().state()).isEqualTo(MessageState.BOUNCED);
        assertThat(said(only(), Language.ZH))
                .contains("erp", "https://erp.example.com")
                .doesNotContain("geheim");
    }

    @Test
    void aCallWaitsForACredentialThatIsNotThereYet() {
        send(calling("k", other.url("/in"), "erp"));
        deliver();
        assertThat(other.got()).isEmpty();
        assertThat(only().state()).isEqualTo(MessageState.WAITING);
        assertThat(said(only(), Language.EN)).contains("no credential 'erp'");
        keep("erp", other.url("/"), "Bearer geheim");
        world.clock.advance(Duration.ofSeconds(30));
        deliver();
        assertThat(other.got()).hasSize(1);
        assertThat(only().state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void membersAreNotToldByCalls() {
        assertThat(TestServer.bean(Providers.class).offered()).doesNotContain(Channel.WEBHOOK);
    }
}

package io.zhike.notice;

import static io.zhike.notice.NoticeWorld.items;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zhike.message.Language;
import io.zhike.workspace.TestServer;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Mail goes out by a real SMTP server: once, in whole, and never silently not. */
class MailTest {
    private static final String SETTINGS = "/api/v1/settings/mail";
    private static final String LOCAL = "127.0.0.1";

    private final NoticeWorld world = new NoticeWorld();
    private final Deliverer deliverer = new Deliverer(world.database, TestServer.bean(Providers.class), world.clock);
    private final GreenMail server = new GreenMail(new ServerSetup(0, LOCAL, ServerSetup.PROTOCOL_SMTP));

    @AfterEach
    void stop() {
        server.stop();
    }

    private void start() {
        server.start();
        settle(server.getSmtp().getPort());
    }

    private void settle(int port) {
        world.admin.put(SETTINGS, settings(port, "none", "")).expect(200);
    }

    private static String settings(int port, String security, String more) {
        return "{\"host\": \"127.0.0.1\", \"port\": " + port + ", \"security\": \"" + security
                + "\", \"from\": \"知客 <crm@example.com>\"" + more + "}";
    }

    private static NewMessage mail(String key, String to, String html) {
        return new NewMessage(key, Channel.MAIL, to, "合同 " + key, "您好\n请查收", html, null, "rule:a");
    }

    private int send(NewMessage... messages) {
        return world.database.write(ctx -> world.outbox.send(ctx, world.workspace, List.of(messages)));
    }

    private int deliver() {
        return deliverer.deliver(world.workspace, Channel.MAIL, () -> false);
    }

    private OutMessage only() {
        List<OutMessage> all = world.messages();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void arrivesWithItsChineseSubjectItsTextAndItsPage() throws Exception {
        start();
        send(mail("k1", "wang@example.com", "<p>您好，<strong>请查收</strong></p>"));
        assertThat(deliver()).isEqualTo(1);
        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("合同 k1");
        assertThat(received.getFrom()[0].toString()).contains("crm@example.com");
        assertThat(((jakarta.mail.internet.InternetAddress) received.getFrom()[0]).getPersonal())
                .isEqualTo("知客");
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        MimeMultipart parts = (MimeMultipart) received.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("您好").contains("请查收");
        assertThat(parts.getBodyPart(1).getContent().toString()).isEqualTo("<p>您好，<strong>请查收</strong></p>");
        OutMessage sent = only();
        assertThat(sent.state()).isEqualTo(MessageState.SENT);
        assertThat(sent.sentAt()).isEqualTo(world.clock.instant());
        assertThat(received.getMessageID()).isEqualTo("<" + sent.id() + "@example.com>");
        assertThat(deliver()).isZero();
    }

    @Test
    void theSameKeyIsSentOnceAndWhatIsTakenBackNever() {
        start();
        assertThat(send(mail("k", "a@example.com", null), mail("k", "a@example.com", null)))
                .isEqualTo(1);
        assertThat(send(mail("k", "a@example.com", null))).isZero();
        assertThatThrownBy(() -> world.database.writing(ctx -> {
                    world.outbox.send(ctx, world.workspace, List.of(mail("other", "a@example.com", null)));
                    throw new IllegalStateException("taken back");
                }))
                .hasMessage("taken back");
        deliver();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whileTheServerIsDownNothingIsLostAndWhenItIsUpNothingIsDoubled() {
        start();
        server.stop();
        send(IntStream.range(0, 45)
                .mapToObj(i -> mail("n" + i, "a" + i + "@example.com", null))
                .toArray(NewMessage[]::new));
        assertThat(deliver()).isEqualTo(45);
        assertThat(world.messages()).allSatisfy(message -> {
            assertThat(message.state()).isEqualTo(MessageState.WAITING);
            assertThat(message.error()).isNotNull();
            assertThat(message.next()).isEqualTo(world.clock.instant().plusSeconds(30));
        });
        assertThat(deliver()).as("not before its time").isZero();
        // At another port, as somebody else may have taken the one of before.
        GreenMail again = new GreenMail(new ServerSetup(0, LOCAL, ServerSetup.PROTOCOL_SMTP));
        again.start();
        settle(again.getSmtp().getPort());
        try {
            world.clock.advance(Duration.ofSeconds(30));
            assertThat(deliver()).isEqualTo(45);
            assertThat(deliver()).isZero();
            assertThat(Arrays.stream(again.getReceivedMessages())
                            .map(MailTest::subject)
                            .distinct())
                    .hasSize(45);
            assertThat(again.getReceivedMessages()).hasSize(45);
            assertThat(world.messages()).extracting(OutMessage::state).containsOnly(MessageState.SENT);
        } finally {
            again.stop();
        }
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anAddressThatIsRefusedBouncesAndHoldsNobodyUp() throws Exception {
        try (ScriptedSmtp smtp =
                new ScriptedSmtp(to -> to.startsWith("nobody") ? "550 5.1.1 no such mailbox" : "250 ok")) {
            settle(smtp.port());
            send(mail("a", "nobody@example.com", null), mail("b", "wang@example.com", null));
            deliver();
            assertThat(smtp.taken).containsExactly("wang@example.com");
            OutMessage refused = world.messages().stream()
                    .filter(each -> each.to().startsWith("nobody"))
                    .findFirst()
                    .orElseThrow();
            assertThat(refused.state()).isEqualTo(MessageState.BOUNCED);
            assertThat(Objects.requireNonNull(refused.error()).in(Language.ZH)).contains("no such mailbox");
            assertThat(refused.next()).isNull();
        }
        JsonNode shown = items(world.admin, "/api/v1/messages?state=bounced").path(0);
        assertThat(shown.path("error").asString()).contains("no such mailbox");
        assertThat(items(world.admin, "/api/v1/messages?state=sent")).hasSize(1);
    }

    @Test
    void whatWeSayOurselvesIsSaidInTheLanguageOfWhoReadsIt() {
        start();
        world.admin
                .put(
                        "/api/v1/settings/mail",
                        Map.of(
                                "host",
                                LOCAL,
                                "port",
                                server.getSmtp().getPort(),
                                "account",
                                "crm",
                                "password",
                                "secret",
                                "from",
                                "crm@example.com"))
                .expect(200);
        world.database.writing(ctx -> ctx.update(world.workspace.schema().table("mail_setting"))
                .set(DSL.field(DSL.name("password"), String.class), "not sealed")
                .execute());
        send(mail("a", "wang@example.com", null));
        deliver();
        JsonNode shown = items(world.admin, "/api/v1/messages").path(0);
        assertThat(shown.path("error").asString()).contains("加密的值无法解开");
        JsonNode english = items(world.admin.with("Accept-Language", "en"), "/api/v1/messages")
                .path(0);
        assertThat(english.path("error").asString()).contains("A sealed value cannot be opened");
    }

    @Test
    void anAddressThatIsNoneBouncesWithoutAWord() {
        start();
        send(mail("a", "not an address", null));
        deliver();
        assertThat(only().state()).isEqualTo(MessageState.BOUNCED);
    }

    @Test
    void whoIsAskedToComeLaterComesLaterAndLaterAndGivesUpInTheEnd() throws Exception {
        try (ScriptedSmtp smtp = new ScriptedSmtp(_ -> "451 4.7.1 come again later")) {
            settle(smtp.port());
            send(mail("a", "wang@example.com", null));
            Instant began = world.clock.instant();
            for (int attempt = 1; attempt < Deliverer.MOST_ATTEMPTS; attempt++) {
                assertThat(deliver()).isEqualTo(1);
                OutMessage waiting = only();
                assertThat(waiting.state()).isEqualTo(MessageState.WAITING);
                assertThat(waiting.attempts()).isEqualTo(attempt);
                assertThat(waiting.next()).isAfter(world.clock.instant());
                world.clock.set(waiting.next());
            }
            assertThat(Duration.between(began, world.clock.instant())).isGreaterThan(Duration.ofHours(10));
            deliver();
            assertThat(only().state()).isEqualTo(MessageState.FAILED);
            assertThat(Objects.requireNonNull(only().error()).in(Language.EN)).contains("come again later");
            world.clock.advance(Duration.ofDays(30));
            assertThat(deliver()).isZero();
        }
    }

    @Test
    void anAdministratorSendsAgainWhatFailed() throws Exception {
        try (ScriptedSmtp smtp = new ScriptedSmtp(_ -> "550 5.1.1 no such mailbox")) {
            settle(smtp.port());
            send(mail("a", "wang@example.com", null));
            deliver();
        }
        String id = only().id().toString();
        start();
        world.li.client().post("/api/v1/messages/" + id + "/retry", "{}").expect(403, "admin-needed");
        assertThat(world.admin
                        .post("/api/v1/messages/" + id + "/retry", "{}")
                        .expect(200)
                        .json()
                        .path("state")
                        .asString())
                .isIn("waiting", "sent");
        assertThat(server.waitForIncomingEmail(60_000, 1)).isTrue();
        assertThat(world.admin.post("/api/v1/messages/" + id + "/retry", "{}").status())
                .isEqualTo(409);
    }

    @Test
    void aNodeThatDiedWithMailInItsHandsLeavesItToOthers() {
        start();
        send(mail("a", "wang@example.com", null));
        Instant now = world.clock.instant();
        List<OutMessage> taken = world.database.write(
                ctx -> new MessageStore(ctx, world.workspace.schema()).take(Channel.MAIL, now, Deliverer.LEASE, 10));
        assertThat(taken).hasSize(1);
        assertThat(deliver()).as("somebody has it").isZero();
        world.clock.advance(Deliverer.LEASE);
        assertThat(deliver()).isEqualTo(1);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void withoutAServerMailIsCaughtAndCanBeReadAndSentLater() {
        send(mail("a", "wang@example.com", "<p>您好</p>"));
        deliver();
        JsonNode caught = items(world.admin, "/api/v1/caught-mail").path(0);
        assertThat(caught.path("state").asString()).isEqualTo("caught");
        String path = "/api/v1/caught-mail/" + caught.path("id").asString();
        JsonNode whole = world.admin.get(path).expect(200).json();
        assertThat(whole.path("subject").asString()).isEqualTo("合同 a");
        assertThat(whole.path("text").asString()).isEqualTo("您好\n请查收");
        assertThat(whole.path("html").asString()).isEqualTo("<p>您好</p>");
        world.li.client().get(path).expect(403, "admin-needed");
        world.li.client().get("/api/v1/caught-mail").expect(403, "admin-needed");
        world.li.client().get("/api/v1/messages").expect(403, "admin-needed");
        start();
        world.admin
                .post("/api/v1/messages/" + caught.path("id").asString() + "/retry", "{}")
                .expect(200);
        assertThat(server.waitForIncomingEmail(60_000, 1)).isTrue();
        world.admin.get(path).expect(404, "no-such-message");
    }

    @Test
    void aHeadingCannotSmuggleAnotherReceiverIn() throws Exception {
        start();
        send(new NewMessage(
                "k",
                Channel.MAIL,
                "wang@example.com",
                "Hi\r\nBcc: all@example.com\n\nbody",
                "text",
                null,
                null,
                "rule:a"));
        deliver();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("Hi Bcc: all@example.com body");
        assertThat(server.getReceivedMessages()[0].getHeader("Bcc")).isNull();
    }

    @Test
    void thePasswordIsSealedAndNeverTold() {
        server.setUser("crm@example.com", "crm", "geheim-4711");
        server.start();
        int port = server.getSmtp().getPort();
        String account = ", \"account\": \"crm\", \"password\": \"geheim-4711\"";
        JsonNode set = world.admin
                .put(SETTINGS, settings(port, "none", account))
                .expect(200)
                .json();
        assertThat(set.path("hasPassword").asBoolean()).isTrue();
        assertThat(world.admin.get(SETTINGS).text()).doesNotContain("geheim");
        assertThat(world.admin.get("/api/v1/audit").text())
                .doesNotContain("geheim")
                .contains("mail-changed");
        String stored = world.database.read(ctx -> ctx.select(DSL.field(DSL.name("password"), String.class))
                .from(world.workspace.schema().table("mail_setting"))
                .fetchSingle()
                .value1());
        assertThat(stored).isNotBlank().doesNotContain("geheim");
        JsonNode tested = world.admin
                .post(SETTINGS + "/test", Map.of("to", "wang@example.com"))
                .expect(200)
                .json();
        assertThat(tested.toString()).isEqualTo("{\"sent\":true,\"error\":null}");
        assertThat(server.getReceivedMessages()).hasSize(1);
        // Left out it stays; for another account it has to be written again.
        world.admin
                .put(SETTINGS, settings(port, "none", ", \"account\": \"crm\""))
                .expect(200);
        assertThat(world.admin
                        .post(SETTINGS + "/test", Map.of("to", "wang@example.com"))
                        .json()
                        .path("sent")
                        .asBoolean())
                .isTrue();
        world.admin
                .put(SETTINGS, settings(port, "none", ", \"account\": \"other\""))
                .expect(400, "mail-settings-refused");
        world.admin
                .put(SETTINGS, settings(port, "none", ", \"account\": \"crm\"").replace(LOCAL, "evil.example"))
                .expect(400, "mail-settings-refused");
    }

    @Test
    void aTestSaysWhatTheServerSaid() {
        JsonNode nowhere = world.admin
                .post(SETTINGS + "/test", Map.of("to", "a@example.com"))
                .expect(200)
                .json();
        assertThat(nowhere.path("sent").asBoolean()).isFalse();
        assertThat(items(world.admin, "/api/v1/caught-mail")).hasSize(1);
        start();
        int port = server.getSmtp().getPort();
        server.stop();
        JsonNode down = world.admin
                .post(SETTINGS + "/test", Map.of("to", "a@example.com"))
                .expect(200)
                .json();
        assertThat(down.path("sent").asBoolean()).isFalse();
        assertThat(down.path("error").asString()).contains(String.valueOf(port));
        world.admin.post(SETTINGS + "/test", Map.of("to", "nobody")).expect(400, "not-an-address");
        world.li
                .client()
                .post(SETTINGS + "/test", Map.of("to", "a@example.com"))
                .expect(403, "admin-needed");
    }

    @Test
    void aServerThatCannotProveWhoItIsGetsNothing() {
        GreenMail tls = new GreenMail(new ServerSetup(0, LOCAL, ServerSetup.PROTOCOL_SMTPS));
        tls.start();
        try {
            world.admin
                    .put(SETTINGS, settings(tls.getSmtps().getPort(), "tls", ""))
                    .expect(200);
            JsonNode tested = world.admin
                    .post(SETTINGS + "/test", Map.of("to", "a@example.com"))
                    .expect(200)
                    .json();
            assertThat(tested.path("sent").asBoolean()).isFalse();
            assertThat(tls.getReceivedMessages()).isEmpty();
        } finally {
            tls.stop();
        }
        start();
        world.admin
                .put(SETTINGS, settings(server.getSmtp().getPort(), "starttls", ""))
                .expect(200);
        assertThat(world.admin
                        .post(SETTINGS + "/test", Map.of("to", "a@example.com"))
                        .json()
                        .path("sent")
                        .asBoolean())
                .as("a server without TLS is not talked to in the open")
                .isFalse();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void settingsThatAreWrongAreRefusedWithTheirPlaces() {
        JsonNode refused = world.admin
                .put(
                        SETTINGS,
                        "{\"host\": \"a b\", \"port\": 0, \"security\": \"some\", \"account\": \"x\", \"from\": \"me\"}")
                .expect(400, "mail-settings-refused")
                .json();
        assertThat(refused.path("errors")
                        .valueStream()
                        .map(each -> each.path("path").asString()))
                .containsExactlyInAnyOrder("host", "port", "security", "password", "from");
        world.li.client().get(SETTINGS).expect(403, "admin-needed");
        world.li.client().put(SETTINGS, "{}").expect(403, "admin-needed");
        start();
        world.admin.put(SETTINGS, "{\"host\": null}").expect(200);
        assertThat(world.admin.get(SETTINGS).json().path("host").isNull()).isTrue();
        world.admin.get("/api/v1/messages?state=lost").expect(400, "word-unknown");
    }

    @Test
    void whatSomebodyIsGivenReachesTheirMailboxByItself() {
        start();
        world.li
                .client()
                .put(
                        "/api/v1/me/notice-preferences",
                        "{\"topics\": {\"assignments\": {\"mail\": \"at_once\"}}, \"address\": \"li@example.com\"}")
                .expect(200);
        world.admin
                .post("/api/v1/todos", Map.of("title", "发合同", "assignee", world.li.id()))
                .expect(201);
        assertThat(server.waitForIncomingEmail(60_000, 1)).isTrue();
        assertThat(subject(server.getReceivedMessages()[0])).isEqualTo("新待办：发合同");
    }
}

package io.zhike.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zhike.message.Label;
import io.zhike.notice.BounceInbox.Position;
import io.zhike.notice.BounceMailboxStore.Standing;
import io.zhike.secret.Secrets;
import io.zhike.workspace.TestServer;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Mail that comes back later is found in a real mailbox, by its name alone, once; whatever else lies there stays as it is. */
class BounceTest {
    private static final String SETTINGS = "/api/v1/settings/mail";
    private static final String LOCAL = "127.0.0.1";
    private static final BounceInbox.Limits LIMITS = new BounceInbox.Limits(50, 50);
    private static final String PASSWORD = "geheim-4711";

    private final NoticeWorld world = new NoticeWorld();
    private final Secrets secrets = TestServer.bean(Secrets.class);
    private final Deliverer deliverer = new Deliverer(world.database, TestServer.bean(Providers.class), world.clock);
    private final BounceReader reader = new BounceReader(world.database, secrets, world.clock);
    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, LOCAL, ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, LOCAL, ServerSetup.PROTOCOL_IMAP)
    });
    private GreenMailUser user = null;

    @BeforeEach
    void start() {
        server.start();
        user = server.setUser("crm@example.com", "crm", PASSWORD);
        world.admin
                .put(
                        SETTINGS,
                        "{\"host\": \"127.0.0.1\", \"port\": "
                                + server.getSmtp().getPort()
                                + ", \"security\": \"none\", \"from\": \"crm@example.com\"}")
                .expect(200);
        readFrom(mailbox(PASSWORD, "INBOX"));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private BounceMailbox mailbox(String password, String folder) {
        return mailbox(server.getImap().getPort(), password, folder);
    }

    private static BounceMailbox mailbox(int port, String password, String folder) {
        return new BounceMailbox(new MailServer(LOCAL, port, MailServer.Security.NONE, "crm", password), folder);
    }

    /** By the clock of the test, so that the jobs of the server leave it alone. */
    private void readFrom(BounceMailbox mailbox) {
        world.database.writing(ctx -> {
            BounceMailboxStore store = new BounceMailboxStore(ctx, world.workspace, secrets);
            store.put(mailbox, store.find(), world.clock.instant());
        });
    }

    private Standing standing() {
        return world.database
                .read(ctx -> new BounceMailboxStore(ctx, world.workspace, secrets).standing())
                .orElseThrow();
    }

    private void position(Position position) {
        Standing standing = standing();
        world.database.writing(
                ctx -> new BounceMailboxStore(ctx, world.workspace, secrets).reached(standing, position));
    }

    private void read() {
        reader.read(world.workspace, () -> false);
    }

    /** A mail that the server took. */
    private UUID sent(String key) {
        NewMessage message = new NewMessage(key, Channel.MAIL, "wang@nowhere.example", key, "您好", null, null, "rule:a");
        world.database.writing(ctx -> world.outbox.send(ctx, world.workspace, List.of(message)));
        deliverer.deliver(world.workspace, Channel.MAIL, () -> false);
        OutMessage sent = world.messages().stream()
                .filter(each -> key.equals(each.subject()))
                .findFirst()
                .orElseThrow();
        assertThat(sent.state()).isEqualTo(MessageState.SENT);
        return sent.id();
    }

    private OutMessage message(UUID id) {
        return world.database
                .read(ctx -> new MessageStore(ctx, world.workspace.schema()).find(id))
                .orElseThrow();
    }

    private MailFolder inbox() {
        try {
            return server.getManagers().getImapHostManager().getInbox(user);
        } catch (FolderException e) {
            throw new AssertionError(e);
        }
    }

    private static String file(String name, UUID id) {
        try (InputStream in = BounceTest.class.getResourceAsStream("/bounce/" + name + ".eml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(text).contains("{id}");
            return text.replace("{id}", id.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets a mail arrive by now; gives its number. */
    private long arrives(String mail) {
        return arrives(mail, world.clock.instant());
    }

    private long arrives(String mail, Instant at) {
        byte[] bytes = mail.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            return inbox().appendMessage(message, new Flags(), Date.from(at));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private boolean isMarked(long uid) {
        return inbox().getMessage(uid).isSet(Flags.Flag.SEEN);
    }

    private static String letter(String subject) {
        return "From: Wang <wang@customer.example>\nSubject: " + subject + "\n\nhello\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postfix | 550 5.1.1 <wang@nowhere.example>: Recipient address rejected: User unknown in virtual mailbox table",
                "exchange | 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup",
                "qq | 系统退信：收件人邮箱地址不存在",
                "netease | 系统退信/对方邮箱已满"
            })
    void aMailThatComesBackIsBouncedWithWhatTheServerSaid(String name, String reason) {
        UUID other = sent("other");
        UUID id = sent("k");
        Instant at = message(id).sentAt();
        world.clock.advance(Duration.ofMinutes(7));
        long uid = arrives(file(name, id));
        read();
        assertThat(message(id).state()).isEqualTo(MessageState.BOUNCED);
        assertThat(message(id).error()).isEqualTo(Label.of(reason));
        assertThat(message(id).sentAt()).as("it did leave").isEqualTo(at);
        assertThat(message(id).next()).isNull();
        assertThat(message(other).state()).isEqualTo(MessageState.SENT);
        assertThat(isMarked(uid)).isTrue();
        JsonNode shown =
                NoticeWorld.items(world.admin, "/api/v1/messages?state=bounced").path(0);
        assertThat(shown.path("error").asString()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postfix-delayed", "words-delayed", "read-receipt", "out-of-office", "colleague"})
    void whatIsNoBounceOfOursIsPassedOver(String name) {
        UUID id = sent("k");
        long uid = arrives(file(name, id));
        read();
        assertThat(message(id).state()).isEqualTo(MessageState.SENT);
        assertThat(message(id).error()).isNull();
        assertThat(isMarked(uid)).isFalse();
        assertThat(standing().position().uid()).as("it was looked at").isEqualTo(uid);
    }

    @Test
    void aBounceOfSomebodyElsesMailIsLeftToThem() {
        UUID id = sent("k");
        NoticeWorld neighbour = new NoticeWorld();
        NewMessage theirs = new NewMessage("k", Channel.MAIL, "a@example.com", "s", "t", null, null, "rule:a");
        neighbour.database.writing(ctx -> new MessageStore(ctx, neighbour.workspace.schema())
                .addTried(theirs, world.clock.instant(), MessageState.SENT, null));
        long foreign = arrives(file("postfix", UUID.randomUUID()));
        long neighbours =
                arrives(file("postfix", neighbour.messages().getFirst().id()));
        read();
        assertThat(message(id).state()).isEqualTo(MessageState.SENT);
        assertThat(neighbour.messages().getFirst().state()).isEqualTo(MessageState.SENT);
        assertThat(isMarked(foreign)).isFalse();
        assertThat(isMarked(neighbours)).isFalse();
    }

    @Test
    void aSecondBounceChangesNothing() {
        UUID id = sent("k");
        arrives(file("exchange", id));
        read();
        OutMessage bounced = message(id);
        world.clock.advance(Duration.ofMinutes(5));
        long second = arrives(file("postfix", id));
        read();
        assertThat(message(id)).isEqualTo(bounced);
        assertThat(isMarked(second)).isTrue();
    }

    @Test
    void whatWasSentAgainIsNotBouncedByWhatCameBackBefore() {
        UUID id = sent("k");
        Instant before = world.clock.instant().plusSeconds(60);
        arrives(file("postfix", id), before);
        read();
        world.clock.advance(Duration.ofHours(1));
        world.database.writing(ctx -> new MessageStore(ctx, world.workspace.schema()).again(id, world.clock.instant()));
        deliverer.deliver(world.workspace, Channel.MAIL, () -> false);
        position(new Position(1, 1));
        read();
        assertThat(message(id).state()).isEqualTo(MessageState.SENT);
        arrives(file("exchange", id));
        read();
        assertThat(message(id).state()).as("it came back again").isEqualTo(MessageState.BOUNCED);
    }

    @Test
    void otherMailIsNeitherMarkedNorLookedAtAgain() throws Exception {
        UUID id = sent("k");
        long first = arrives(letter("one"));
        arrives(file("postfix", id));
        long last = arrives(letter("two"));
        read();
        assertThat(isMarked(first) || isMarked(last)).isFalse();
        assertThat(standing().position()).isEqualTo(new Position(inbox().getUidValidity(), last));
        List<Long> seen = new ArrayList<>();
        try (BounceInbox inbox = BounceInbox.open(mailbox(PASSWORD, "INBOX"))) {
            inbox.read(
                    standing().position(),
                    LIMITS,
                    each -> seen.add(each.position().uid()),
                    () -> false);
            assertThat(seen).isEmpty();
        }
        long fresh = arrives(letter("three"));
        try (BounceInbox inbox = BounceInbox.open(mailbox(PASSWORD, "INBOX"))) {
            inbox.read(
                    standing().position(),
                    LIMITS,
                    each -> !seen.add(each.position().uid()),
                    () -> false);
        }
        assertThat(seen).containsExactly(fresh);
    }

    @Test
    void whatSomebodyHasSeenAlreadyIsABounceAllTheSame() {
        UUID id = sent("k");
        long uid = arrives(file("postfix", id));
        inbox().getMessage(uid).setFlag(Flags.Flag.SEEN, true);
        read();
        assertThat(message(id).state()).isEqualTo(MessageState.BOUNCED);
    }

    @Test
    void aMailboxThatWasNumberedAnewIsReadAnew() {
        UUID id = sent("k");
        long uid = arrives(file("postfix", id));
        position(new Position(inbox().getUidValidity(), uid));
        read();
        assertThat(message(id).state()).as("it was read").isEqualTo(MessageState.SENT);
        position(new Position(inbox().getUidValidity() - 1, uid));
        read();
        assertThat(message(id).state()).isEqualTo(MessageState.BOUNCED);
        assertThat(standing().position()).isEqualTo(new Position(inbox().getUidValidity(), uid));
    }

    @Test
    void aNodeThatDiesBeforeItTookABounceLeavesItToTheNext() throws Exception {
        UUID id = sent("k");
        long uid = arrives(file("postfix", id));
        try (BounceInbox inbox = BounceInbox.open(mailbox(PASSWORD, "INBOX"))) {
            assertThatThrownBy(() -> inbox.read(
                            null,
                            LIMITS,
                            _ -> {
                                throw new IllegalStateException("dead");
                            },
                            () -> false))
                    .hasMessage("dead");
        }
        assertThat(isMarked(uid)).as("nobody took it").isFalse();
        read();
        assertThat(message(id).state()).isEqualTo(MessageState.BOUNCED);
        assertThat(isMarked(uid)).isTrue();
    }

    @Test
    void aNodeThatDiesBeforeItMarkedABounceHasTakenItOnce() {
        UUID id = sent("k");
        long uid = arrives(file("postfix", id));
        read();
        inbox().getMessage(uid).setFlag(Flags.Flag.SEEN, false);
        OutMessage bounced = message(id);
        assertThat(bounced.state()).isEqualTo(MessageState.BOUNCED);
        world.clock.advance(Duration.ofHours(1));
        read();
        assertThat(message(id)).isEqualTo(bounced);
        assertThat(isMarked(uid)).as("it is not looked at again").isFalse();
    }

    @Test
    void whatIsTakenIsTakenTogetherWithHowFarItWasRead() {
        UUID id = sent("k");
        arrives(file("postfix", id));
        long last = arrives(file("postfix", UUID.randomUUID()));
        reader.read(world.workspace, stopAfter(1));
        assertThat(message(id).state()).isEqualTo(MessageState.BOUNCED);
        assertThat(standing().position().uid()).isEqualTo(last - 1);
        assertThat(reader.isDue(world.workspace)).as("there is more").isTrue();
        read();
        assertThat(standing().position().uid()).isEqualTo(last);
        assertThat(reader.isDue(world.workspace)).isFalse();
    }

    private static java.util.function.BooleanSupplier stopAfter(int mails) {
        int[] asked = {0};
        return () -> asked[0]++ >= mails;
    }

    @Test
    void aHostileMailStopsNoOther() {
        UUID id = sent("k");
        String daemon = "From: MAILER-DAEMON@evil.example\nReturn-Path: <>\nSubject: x\nMIME-Version: 1.0\n";
        String report = daemon + "Content-Type: multipart/report; report-type=delivery-status; boundary=";
        arrives("\u0000\u0001\u00ff: \u0080\n\n");
        arrives(daemon + "Content-Type: multipart/report; boundary=\"\"\n\n--\n--\n--\n");
        arrives(daemon + "Content-Type: ;;;=\"\nContent-Transfer-Encoding: none-such\n\n\u00ff");
        arrives(daemon + "Content-Type: text/plain; charset=none-such\n\nMessage-ID: <" + UUID.randomUUID() + "@x>");
        arrives(report + "\"a\"\n\n--a\nContent-Type: message/delivery-status\n\n" + "\n\n".repeat(400_000));
        arrives(report + "\"a\"\n\n" + "--a\n\nx\n".repeat(50_000) + "--a--\n");
        arrives(report + "\"b\"\n\n" + nested(2_000));
        arrives("X: " + "x".repeat(2_000_000) + "\n" + report + "\"c\"\n\n");
        arrives(letter("no end").replace("hello", "hello ".repeat(500_000)));
        long uid = arrives(file("postfix", id));
        read();
        assertThat(message(id).state()).isEqualTo(MessageState.BOUNCED);
        assertThat(isMarked(uid)).isTrue();
        assertThat(standing().failure()).isNull();
    }

    private static String nested(int deep) {
        StringBuilder mail = new StringBuilder();
        for (int i = 0; i < deep; i++) {
            mail.append("--b\nContent-Type: multipart/mixed; boundary=\"b\"\n\n");
        }
        return mail.toString();
    }

    @Test
    void ofAMailThatIsLongItsBeginningIsEnough() throws Exception {
        UUID id = sent("k");
        String long8 = "5oKo5aW9" + ("\n" + "QUFB".repeat(19)).repeat(100_000);
        arrives(file("exchange", id).replace("5oKo5aW9", long8));
        arrives(letter("long").replace("hello", long8));
        try (CountingProxy proxy = new CountingProxy(server.getImap().getPort())) {
            readFrom(mailbox(proxy.port(), PASSWORD, "INBOX"));
            read();
            assertThat(message(id).state()).isEqualTo(MessageState.BOUNCED);
            assertThat(proxy.answered())
                    .as("of two mails of eight million bytes each")
                    .isBetween(256_000L, 400_000L);
        }
    }

    @Test
    void manyMailsAreReadSomeAtATimeAndOfOldOnesTheLast() throws Exception {
        List<Long> there =
                IntStream.range(0, 9).mapToObj(i -> arrives(letter("n" + i))).toList();
        BounceInbox.Limits limits = new BounceInbox.Limits(3, 7);
        List<Position> seen = new ArrayList<>();
        boolean more = true;
        int passes = 0;
        while (more) {
            try (BounceInbox inbox = BounceInbox.open(mailbox(PASSWORD, "INBOX"))) {
                Position from = seen.isEmpty() ? null : seen.getLast();
                more = inbox.read(from, limits, each -> !seen.add(each.position()), () -> false);
            }
            passes++;
        }
        assertThat(passes).isEqualTo(3);
        assertThat(seen).extracting(Position::uid).isEqualTo(there.subList(2, 9));
    }

    @Test
    void aPasswordThatIsWrongIsSeenAndTriedEverMoreRarely() {
        UUID id = sent("k");
        arrives(file("postfix", id));
        readFrom(mailbox("wrong", "INBOX"));
        for (Duration pause :
                List.of(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(1))) {
            assertThat(reader.isDue(world.workspace)).isTrue();
            read();
            assertThat(standing().failedAt()).isEqualTo(world.clock.instant());
            world.clock.advance(pause.minusMillis(1));
            assertThat(reader.isDue(world.workspace)).as("not before its time").isFalse();
            world.clock.advance(Duration.ofMillis(1));
        }
        JsonNode shown = world.admin.get(SETTINGS).expect(200).json().path("bounces");
        assertThat(shown.path("error").asString()).startsWith("登录不了，请检查账号和密码");
        assertThat(Instant.parse(shown.path("failedAt").asString()))
                .isEqualTo(world.clock.instant().minus(Duration.ofHours(1)));
        assertThat(shown.path("readAt").isNull()).isTrue();
        assertThat(shown.toString()).doesNotContain("wrong");
        readFrom(mailbox(PASSWORD, "INBOX"));
        assertThat(standing().failure()).as("other settings, other luck").isNull();
        read();
        assertThat(message(id).state()).isEqualTo(MessageState.BOUNCED);
        assertThat(standing().readAt()).isEqualTo(world.clock.instant());
        assertThat(standing().failedAt()).isNull();
        world.clock.advance(BounceReader.EVERY.minusMillis(1));
        assertThat(reader.isDue(world.workspace)).isFalse();
        world.clock.advance(Duration.ofMillis(1));
        assertThat(reader.isDue(world.workspace)).isTrue();
    }

    @Test
    void aServerThatIsAwayLosesNothing() {
        UUID id = sent("k");
        arrives(file("postfix", id));
        readFrom(mailbox(1, PASSWORD, "INBOX"));
        read();
        assertThat(standing().failure().kind()).isEqualTo(MailboxFailure.Kind.UNREACHABLE);
        assertThat(standing().readAt()).isNull();
        readFrom(mailbox(PASSWORD, "INBOX"));
        read();
        assertThat(message(id).state()).isEqualTo(MessageState.BOUNCED);
    }

    @Test
    void aFolderThatIsNotThereIsToldAsSuch() {
        readFrom(mailbox(PASSWORD, "Bounces"));
        read();
        assertThat(standing().failure().kind()).isEqualTo(MailboxFailure.Kind.NO_FOLDER);
        assertThat(standing().failure().said()).contains("Bounces");
    }

    @Test
    void aConnectionThatCannotBeMadeSafeIsNotMade() {
        MailServer starttls =
                new MailServer(LOCAL, server.getImap().getPort(), MailServer.Security.STARTTLS, "crm", PASSWORD);
        readFrom(new BounceMailbox(starttls, "INBOX"));
        read();
        assertThat(standing().failure())
                .extracting(MailboxFailure::kind, MailboxFailure::said)
                .containsExactly(MailboxFailure.Kind.NOT_SECURE, "STARTTLS required but not supported by server");
    }

    @Test
    void aServerThatProvesNothingIsToldNoPassword() {
        GreenMail tls = new GreenMail(new ServerSetup(0, LOCAL, ServerSetup.PROTOCOL_IMAPS));
        tls.start();
        try {
            MailServer unproven =
                    new MailServer(LOCAL, tls.getImaps().getPort(), MailServer.Security.TLS, "crm", PASSWORD);
            readFrom(new BounceMailbox(unproven, "INBOX"));
            read();
            assertThat(standing().failure().kind()).isEqualTo(MailboxFailure.Kind.NOT_SECURE);
        } finally {
            tls.stop();
        }
    }

    @Test
    void aMailboxThatSomebodySawOpenIsReadSoon() {
        read();
        assertThat(reader.isDue(world.workspace)).isFalse();
        world.admin.post(SETTINGS + "/bounces/test", "{}").expect(200);
        assertThat(reader.isDue(world.workspace)).isTrue();
    }

    @Test
    void whatWasFoundWithOtherSettingsIsNotKept() {
        Standing old = standing();
        world.clock.advance(Duration.ofSeconds(1));
        readFrom(mailbox(PASSWORD, "Other"));
        world.database.writing(ctx -> {
            BounceMailboxStore store = new BounceMailboxStore(ctx, world.workspace, secrets);
            store.reached(old, new Position(1, 99));
            store.succeeded(old, world.clock.instant(), world.clock.instant().plusSeconds(60));
        });
        assertThat(standing().position()).isNull();
        assertThat(standing().readAt()).isNull();
        assertThat(reader.isDue(world.workspace)).isTrue();
    }

    @Test
    void anotherPasswordReadsOnAndAnotherFolderFromTheBeginning() {
        arrives(letter("one"));
        read();
        Position reached = standing().position();
        assertThat(reached).isNotNull();
        readFrom(mailbox("another", "INBOX"));
        assertThat(standing().position()).isEqualTo(reached);
        readFrom(mailbox(PASSWORD, "Other"));
        assertThat(standing().position()).isNull();
    }

    private String withMailbox(int port, String password) {
        return "{\"host\": \"127.0.0.1\", \"port\": " + server.getSmtp().getPort()
                + ", \"security\": \"none\", \"from\": \"crm@example.com\", \"bounces\": {\"host\": \"127.0.0.1\", \"port\": "
                + port + ", \"security\": \"none\", \"account\": \"crm\", \"password\": \"" + password + "\"}}";
    }

    @Test
    void theButtonTellsWhetherTheMailboxCanBeOpened() {
        String test = SETTINGS + "/bounces/test";
        int port = server.getImap().getPort();
        world.admin.put(SETTINGS, withMailbox(port, "wrong")).expect(200);
        JsonNode refused = world.admin.post(test, "{}").expect(200).json();
        assertThat(refused.path("opened").asBoolean()).isFalse();
        assertThat(refused.path("error").asString()).contains("授权码");
        assertThat(world.admin
                        .with("Accept-Language", "en")
                        .post(test, "{}")
                        .json()
                        .path("error")
                        .asString())
                .startsWith("Signing in failed");
        world.admin.put(SETTINGS, withMailbox(port, PASSWORD)).expect(200);
        assertThat(world.admin.post(test, "{}").expect(200).text()).isEqualTo("{\"opened\":true,\"error\":null}");
        world.li.client().post(test, "{}").expect(403, "admin-needed");
        world.admin.put(SETTINGS, "{\"host\": null}").expect(200);
        world.admin.post(test, "{}").expect(409, "no-mailbox");
    }

    @Test
    void bouncesAreReadByThemselves() {
        NewMessage message =
                new NewMessage("self", Channel.MAIL, "wang@nowhere.example", "合同", "您好", null, null, "rule:a");
        world.database.writing(ctx -> TestServer.bean(Outbox.class).send(ctx, world.workspace, List.of(message)));
        UUID id = world.messages().getFirst().id();
        until(id, MessageState.SENT);
        arrives(file("postfix", id), message(id).sentAt());
        world.admin
                .put(SETTINGS, withMailbox(server.getImap().getPort(), PASSWORD))
                .expect(200);
        until(id, MessageState.BOUNCED);
    }

    private void until(UUID id, MessageState state) {
        long patience = System.nanoTime() + 60_000_000_000L;
        while (message(id).state() != state) {
            assertThat(System.nanoTime()).as("it is " + state).isLessThan(patience);
            Thread.onSpinWait();
        }
    }
}

package io.zhike.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** How a workspace sends mail: what is left out is as usual, what is wrong is told with its place and nothing is kept. */
class MailSettingsTest {
    private static final String SETTINGS = "/api/v1/settings/mail";

    private static final String MAILBOX = "{'host': 'imap.example.com', 'account': 'crm', 'password': 'streng'}";

    private final NoticeWorld world = new NoticeWorld();

    private static String body(String more) {
        return ("{'host': 'smtp.example.com', 'from': 'crm@example.com'" + more + "}").replace('\'', '"');
    }

    private List<String> refused(String body) {
        return world.admin
                .put(SETTINGS, body)
                .expect(400, "mail-settings-refused")
                .json()
                .path("errors")
                .valueStream()
                .map(each ->
                        each.path("path").asString() + " " + each.path("code").asString())
                .toList();
    }

    @Test
    void thePortGoesWithTheSecurityAndThatIsStarttlsIfNothingIsSaid() {
        JsonNode usual = world.admin.put(SETTINGS, body("")).expect(200).json();
        assertThat(usual.path("security").asString()).isEqualTo("starttls");
        assertThat(usual.path("port").asInt()).isEqualTo(587);
        JsonNode tls = world.admin
                .put(SETTINGS, body(", 'security': 'tls'"))
                .expect(200)
                .json();
        assertThat(tls.path("port").asInt()).isEqualTo(465);
        assertThat(tls.path("hasPassword").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'port': 0 | port mail-port",
                "'port': 65536 | port mail-port",
                "'security': 'ssl' | security mail-security",
                "'host': 'smtp example' | host mail-host",
                "'host': '-x' | host mail-host",
                "'from': 'nobody' | from not-an-address",
                "'from': 'a@example.com, b@example.com' | from not-an-address",
                "'account': 'crm' | password mail-password",
                "'account': 'crm', 'password': '' | password mail-password"
            },
            quoteCharacter = '`')
    void whatIsWrongIsToldWithItsPlace(String wrong, String told) {
        String host = wrong.startsWith("'host'") ? "" : "'host': 'smtp.example.com', ";
        String from = wrong.startsWith("'from'") ? "" : "'from': 'crm@example.com', ";
        String body = "{" + host + from + wrong + "}";
        assertThat(refused(body.replace('\'', '"'))).containsExactly(told);
        assertThat(world.admin.get(SETTINGS).json().path("host").isNull()).isTrue();
    }

    @Test
    void aSenderThatWouldBreakTheHeaderIsRefused() {
        assertThat(refused(
                        "{\"host\": \"smtp.example.com\", \"from\": \"知客\\r\\nBcc: x@example.com <crm@example.com>\"}"))
                .containsExactly("from not-an-address");
        JsonNode named = world.admin
                .put(SETTINGS, Map.of("host", "smtp.example.com", "from", "知客 <crm@example.com>"))
                .expect(200)
                .json();
        assertThat(named.path("from").asString()).isEqualTo("知客 <crm@example.com>");
    }

    @Test
    void aPasswordGoesWithItsAccountAndIsForgottenWithIt() {
        world.admin
                .put(SETTINGS, body(", 'account': 'crm', 'password': 'geheim'"))
                .expect(200);
        JsonNode without = world.admin.put(SETTINGS, body("")).expect(200).json();
        assertThat(without.path("hasPassword").asBoolean()).isFalse();
        assertThat(refused(body(", 'account': 'crm'"))).containsExactly("password mail-password");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'port': 2525",
                "'security': 'none', 'port': 587",
                "'security': 'tls', 'port': 587",
                "'account': 'li'"
            },
            quoteCharacter = '`')
    void aPasswordThatIsKeptGoesNoOtherWay(String another) {
        String account = another.contains("account") ? "" : ", 'account': 'crm'";
        String before = body(", 'account': 'crm', 'password': 'geheim', 'bounces': " + MAILBOX);
        world.admin.put(SETTINGS, before).expect(200);
        assertThat(refused(body(account + ", " + another))).containsExactly("password mail-password-again");
        assertThat(refused(body(", 'account': 'crm', 'bounces': {'host': 'imap.example.com', 'folder': 'Bounces'"
                        + account + ", " + another.replace("587", "993").replace("'tls'", "'starttls'") + "}")))
                .containsExactly("bounces.password mail-password-again");
        JsonNode kept = world.admin.get(SETTINGS).json();
        assertThat(kept.path("port").asInt()).isEqualTo(587);
        assertThat(kept.path("bounces").path("port").asInt()).isEqualTo(993);
        world.admin
                .put(SETTINGS, body(account + ", 'password': 'neu', " + another))
                .expect(200);
    }

    @Test
    void whereBouncesArriveIsAsUsualWhereNothingIsSaidAndCanBeTakenAway() {
        assertThat(world.admin
                        .put(SETTINGS, body(""))
                        .expect(200)
                        .json()
                        .path("bounces")
                        .isNull())
                .isTrue();
        JsonNode set = world.admin
                .put(SETTINGS, body(", 'bounces': " + MAILBOX))
                .expect(200)
                .json()
                .path("bounces");
        assertThat(set.toString())
                .isEqualTo("{'host':'imap.example.com','port':993,'security':'tls','account':'crm','hasPassword':true,"
                                .replace('\'', '"')
                        + "\"folder\":\"INBOX\",\"readAt\":null,\"failedAt\":null,\"error\":null}");
        JsonNode starttls = world.admin
                .put(SETTINGS, body(", 'bounces': " + MAILBOX.replace("}", ", 'security': 'starttls'}")))
                .expect(200)
                .json();
        assertThat(starttls.path("bounces").path("port").asInt()).isEqualTo(143);
        world.admin.put(SETTINGS, starttls.toString()).expect(200);
        assertThat(stored("bounce_mailbox")).isNotBlank().doesNotContain("streng");
        assertThat(world.admin.get(SETTINGS).text()).doesNotContain("streng");
        assertThat(world.admin
                        .put(SETTINGS, body(", 'bounces': {'host': ' '}"))
                        .expect(200)
                        .json()
                        .path("bounces")
                        .isNull())
                .isTrue();
        world.admin.put(SETTINGS, body(", 'bounces': " + MAILBOX)).expect(200);
        world.admin.put(SETTINGS, "{\"host\": null}").expect(200);
        assertThat(stored("bounce_mailbox"))
                .as("without a server nothing comes back")
                .isNull();
    }

    private @Nullable String stored(String table) {
        return world.database.read(ctx -> ctx.select(DSL.field(DSL.name("password"), String.class))
                .from(world.workspace.schema().table(table))
                .fetchOne(row -> row.value1()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'host': 'imap example', 'account': 'a', 'password': 'p' | bounces.host mail-host",
                "'host': 'h', 'port': 0, 'account': 'a', 'password': 'p' | bounces.port mail-port",
                "'host': 'h', 'security': 'ssl', 'account': 'a', 'password': 'p' | bounces.security mail-security",
                "'host': 'h' | bounces.account mailbox-account",
                "'host': 'h', 'account': 'a' | bounces.password mail-password",
                "'host': 'h', 'account': 'a', 'password': 'p', 'folder': 'a\\nb' | bounces.folder mailbox-folder"
            },
            quoteCharacter = '`')
    void whatIsWrongWithTheMailboxIsToldWithItsPlace(String wrong, String told) {
        assertThat(refused(body(", 'bounces': {" + wrong + "}"))).containsExactly(told);
        assertThat(world.admin.get(SETTINGS).json().path("host").isNull())
                .as("nothing of it is kept")
                .isTrue();
    }

    @Test
    void whereBouncesArriveIsInTheAuditLogWithoutItsPassword() {
        world.admin.put(SETTINGS, body(", 'bounces': " + MAILBOX)).expect(200);
        String told = world.admin.get("/api/v1/audit?limit=100").expect(200).text();
        assertThat(told).contains("INBOX of crm at imap.example.com:993 (tls)").doesNotContain("streng");
    }

    @Test
    void aTestToNoAddressIsRefusedAndOneWithoutAServerIsCaught() {
        world.admin.post(SETTINGS + "/test", Map.of("to", "nobody")).expect(400, "not-an-address");
        world.admin.post(SETTINGS + "/test", "{}").expect(400, "not-an-address");
        world.li
                .client()
                .post(SETTINGS + "/test", Map.of("to", "a@example.com"))
                .expect(403, "admin-needed");
        JsonNode tested = world.admin
                .post(SETTINGS + "/test", Map.of("to", "a@example.com"))
                .expect(200)
                .json();
        assertThat(tested.path("sent").asBoolean()).isFalse();
        assertThat(tested.path("error").asString()).contains("邮件收集箱");
        assertThat(world.messages()).singleElement().satisfies(message -> {
            assertThat(message.state()).isEqualTo(MessageState.CAUGHT);
            assertThat(message.to()).isEqualTo("a@example.com");
        });
    }

    @Test
    void changesAreInTheAuditLogAndSayingTheSameIsNone() {
        world.admin.put(SETTINGS, body("")).expect(200);
        world.admin.put(SETTINGS, body("")).expect(200);
        world.admin.put(SETTINGS, body(", 'port': 2525")).expect(200);
        assertThat(world.admin
                        .get("/api/v1/audit?limit=100")
                        .expect(200)
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(entry -> entry.toString().contains("mail-changed")))
                .hasSize(2);
    }
}

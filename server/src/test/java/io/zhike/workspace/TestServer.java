package io.zhike.workspace;

import com.zaxxer.hikari.HikariDataSource;
import io.zhike.ZhikeApplication;
import io.zhike.message.Language;
import io.zhike.store.Database;
import io.zhike.store.TestDatabase;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole application, once for all tests of a JVM, on a random port and the database of {@link TestDatabase}. A test
 * takes a workspace of its own and talks to the server as a browser or a program would:
 *
 * <pre>{@code
 * TestWorkspace acme = TestServer.newWorkspace();
 * Answer made = acme.admin().post("/api/v1/groups", """
 *         {"name": "销售A组"}""").expect(201);
 * assertThat(made.json().path("name").asString()).isEqualTo("销售A组");
 * }</pre>
 */
public final class TestServer {
    /** The password of every account that the kit makes, the installation's {@code admin} included. */
    public static final String PASSWORD = "correct horse battery";

    /** The key of stored secrets, so that no test writes a file. */
    public static final String SECRETS_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestServer() {}

    private static final class Shared {
        static final ConfigurableApplicationContext CONTEXT = start(Map.of());
        static final String HASH = CONTEXT.getBean(Passwords.class).hash(PASSWORD);
    }

    /** A further server on the same database with other settings; the test closes it. */
    public static ConfigurableApplicationContext start(Map<String, Object> settings) {
        Map<String, Object> all = new LinkedHashMap<>(Map.of(
                "server.port",
                0,
                "server.shutdown",
                "immediate",
                "zhike.database.url",
                url(),
                "zhike.admin-password",
                PASSWORD,
                "zhike.secrets.key",
                SECRETS_KEY,
                // The other systems of tests are here; everything else inside is refused as ever.
                "zhike.outside.allow",
                "127.0.0.1",
                "logging.level.root",
                "warn",
                "logging.level.org.flywaydb",
                "error"));
        all.putAll(settings);
        String[] arguments = all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(ZhikeApplication.class).run(arguments);
    }

    public static ConfigurableApplicationContext context() {
        return Shared.CONTEXT;
    }

    /** A bean of the server, to look behind the curtain. */
    public static <T> T bean(Class<T> type) {
        return context().getBean(type);
    }

    public static URI address() {
        return address(context());
    }

    public static URI address(ConfigurableApplicationContext context) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    /** A client that is not signed in. */
    public static Client stranger() {
        return new Client(address());
    }

    /** A fresh workspace with one administrator, signed in. */
    public static TestWorkspace newWorkspace() {
        int number = NUMBER.incrementAndGet();
        Workspace workspace = bean(Workspaces.class).create("公司" + number, ZoneId.of("Asia/Shanghai"), Language.ZH);
        TestWorkspace.Person admin = newPerson(workspace, "管理员" + number, true);
        return new TestWorkspace(workspace, admin);
    }

    /** A member of {@code workspace} with an account, signed in. */
    static TestWorkspace.Person newPerson(Workspace workspace, String name, boolean admin) {
        String account = "user" + NUMBER.incrementAndGet();
        NewMember wanted = new NewMember(name, account, PASSWORD, null, null, null, null, List.of(), admin);
        Member member = bean(Database.class)
                .write(ctx -> bean(Members.class)
                        .writes()
                        .create(ctx, workspace, wanted, java.util.Optional.empty(), Shared.HASH));
        return new TestWorkspace.Person(member, account, signedIn(workspace, member));
    }

    /** A client with a session of {@code member}, without going through the password. */
    static Client signedIn(Workspace workspace, Member member) {
        UUID account = java.util.Objects.requireNonNull(member.account());
        String token = bean(Sessions.class)
                .start(account, new Accounts.Place(workspace, member.id()), new Sessions.Client("127.0.0.1", "test"));
        return stranger().with("Cookie", SessionCookie.NAME + "=" + token);
    }

    private static String url() {
        HikariDataSource pool = (HikariDataSource) TestDatabase.dataSource();
        String plain = pool.getJdbcUrl().replaceFirst("^jdbc:postgresql://", "");
        return "postgresql://" + encoded(pool.getUsername()) + ":" + encoded(pool.getPassword()) + "@" + plain;
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

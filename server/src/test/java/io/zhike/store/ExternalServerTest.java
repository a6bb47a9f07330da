package io.zhike.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.zhike.message.Language;
import io.zhike.message.ProblemException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The oldest PostgreSQL that may be brought along, and those that may not. */
@Timeout(120)
class ExternalServerTest {
    private static InstalledPostgres installed;

    @BeforeAll
    static void start() throws IOException, SQLException {
        assumeTrue(InstalledPostgres.isThere(), "PostgreSQL 15 is not installed here");
        installed = InstalledPostgres.start();
        asOwner("create database good");
        asOwner("create database latin encoding 'LATIN1' locale 'C' template template0");
        asOwner("create database ascii encoding 'UTF8' locale 'C' template template0");
        asOwner("create role guest login password 'secret'");
    }

    @AfterAll
    static void stop() throws IOException {
        if (installed != null) {
            installed.close();
        }
    }

    @Test
    void servesAllThatWeNeed() {
        try (DatabaseServer server = DatabaseServer.external(installed.url("owner", "secret", "good"));
                HikariDataSource pool = server.address().pool(4)) {
            Schemas schemas = new Schemas(pool);
            schemas.migrateAll();
            Database database = new Database(pool, new Heard(), new StatementLint());
            WorkspaceSchema schema = new WorkspaceSchema("w_abcd12");
            schemas.create(schema);

            long copied = database.write(ctx -> CopyIn.into(
                    ctx,
                    schema.table("counter"),
                    List.of(DSL.field(DSL.name("name")), DSL.field(DSL.name("value"))),
                    copy -> copy.row("客户", 7)));
            assertThat(copied).isOne();
            long horizon = database.read(
                    ctx -> ctx.select(Transactions.horizon()).fetchSingle().value1());
            assertThat(horizon).isPositive();
            String[] grams = database.read(
                    ctx -> ctx.select(DSL.function(SystemSchema.qualify("grams"), String[].class, DSL.val("张三丰")))
                            .fetchSingle()
                            .value1());
            assertThat(grams).containsExactlyInAnyOrder("张三", "三丰");
        }
    }

    @Test
    void saysThatTheSignInWasRefused() {
        assertRefused(installed.url("owner", "wrong", "good"), StoreError.DATABASE_SIGN_IN_REFUSED, "password");
        assertRefused(installed.url("owner", "secret", "nowhere"), StoreError.DATABASE_SIGN_IN_REFUSED, "nowhere");
    }

    @Test
    void saysThatNobodyAnswers() {
        assertRefused("postgresql://owner:secret@127.0.0.1:1/good", StoreError.DATABASE_UNREACHABLE, "127.0.0.1:1");
    }

    @Test
    void saysWhatTheDatabaseLacks() {
        assertRefused(installed.url("owner", "secret", "latin"), StoreError.DATABASE_UNSUITABLE, "UTF8");
        assertRefused(installed.url("owner", "secret", "ascii"), StoreError.DATABASE_UNSUITABLE, "lc_ctype");
        assertRefused(installed.url("guest", "secret", "good"), StoreError.DATABASE_UNSUITABLE, "grant create");
    }

    private static void assertRefused(String url, StoreError error, String text) {
        assertThatThrownBy(() -> DatabaseServer.external(url))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.message().code()).isEqualTo(error);
                    assertThat(problem.message().in(Language.EN)).contains(text).doesNotContain("secret");
                });
    }

    private static void asOwner(String sql) throws SQLException {
        try (Connection connection = DatabaseAddress.parse(installed.url("owner", "secret", "postgres"))
                        .connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

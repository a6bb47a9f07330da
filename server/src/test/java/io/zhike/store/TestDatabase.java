package io.zhike.store;

import com.zaxxer.hikari.HikariDataSource;
import io.zhike.message.ProblemException;
import io.zhike.store.embedded.Durability;
import io.zhike.store.embedded.EmbeddedError;
import io.zhike.store.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * One PostgreSQL for all tests of a JVM, embedded unless the system property {@code zhike.test.database} names another
 * (such as {@code postgresql://user:password@host:port/database}; its contents are dropped). Each test makes a workspace
 * schema of its own and need not clean up: the next run starts empty.
 */
public final class TestDatabase {
    private static final int POOL = 16;
    private static final int HOMES = 8;
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private TestDatabase() {}

    /** The shared database, with the system schema migrated. */
    public static Database database() {
        return Shared.DATABASE;
    }

    /** The pool behind {@link #database()}, for code that takes a data source. */
    public static DataSource dataSource() {
        return Shared.POOL;
    }

    /** The migrations of the shared database. */
    public static Schemas schemas() {
        return Shared.SCHEMAS;
    }

    /** A new workspace's schema with all its tables. */
    public static WorkspaceSchema newWorkspaceSchema() {
        WorkspaceSchema schema = new WorkspaceSchema("w_test%05d".formatted(SCHEMAS.incrementAndGet()));
        schemas().create(schema);
        return schema;
    }

    /** Makes sure that the system schema is migrated, for tests that need nothing else. */
    public static void migrate() {
        schemas().migrateAll();
    }

    /** The shared database as {@code zhike.database.url} takes it, for tests that start the whole application. */
    public static String url() {
        DatabaseAddress address = address();
        return address.url() + "?user=" + address.user() + "&password=" + address.password();
    }

    static DatabaseAddress address() {
        return Shared.ADDRESS;
    }

    /** Where tests may keep files: {@code server/target}. */
    static Path target() {
        Path base = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        return (Files.isDirectory(base.resolve("server")) ? base.resolve("server") : base).resolve("target");
    }

    private static final class Shared {
        static final DatabaseAddress ADDRESS = address();
        static final HikariDataSource POOL = ADDRESS.pool(TestDatabase.POOL);
        static final Schemas SCHEMAS = new Schemas(POOL);
        static final Database DATABASE = new Database(POOL, new Heard(), new StatementLint());

        static {
            SCHEMAS.migrateAll();
        }

        private static DatabaseAddress address() {
            String external = System.getProperty("zhike.test.database", "");
            if (!external.isEmpty()) {
                return emptied(DatabaseAddress.parse(external));
            }
            EmbeddedPostgres server = server();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                POOL.close();
                server.close();
            }));
            drop(server);
            return OwnDatabase.in(server);
        }

        /** Two test runs at once take a home each. */
        private static EmbeddedPostgres server() {
            for (int i = 1; ; i++) {
                try {
                    Path home = target().resolve("postgres-test-" + i);
                    return EmbeddedPostgres.start(home, target(), Durability.NONE);
                } catch (ProblemException e) {
                    if (i == HOMES || e.message().code() != EmbeddedError.DATA_DIRECTORY_IN_USE) {
                        throw e;
                    }
                }
            }
        }

        private static void drop(EmbeddedPostgres server) {
            execute(OwnDatabase.superuser(server), "drop database if exists zhike with (force)");
        }

        private static DatabaseAddress emptied(DatabaseAddress address) {
            execute(address, """
                    do $$
                    declare
                        schema text;
                    begin
                        for schema in
                            select nspname from pg_namespace where nspname = 'zhike' or nspname like 'w\\_%'
                             order by nspname like 'w\\_%' desc
                        loop
                            execute format('drop schema %I cascade', schema);
                        end loop;
                    end
                    $$
                    """);
            return address;
        }

        private static void execute(DatabaseAddress address, String sql) {
            try (Connection connection = address.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

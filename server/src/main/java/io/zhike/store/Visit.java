package io.zhike.store;

import com.zaxxer.hikari.HikariDataSource;
import io.zhike.store.embedded.EmbeddedPostgres;
import java.nio.file.Path;

/**
 * A way to the data for commands beside the server: into the database that the running server uses, or, where none runs, by
 * starting the embedded one until the visit is over. Migrates nothing.
 */
public final class Visit implements AutoCloseable {
    private static final int POOL = 2;
    private static final String NAME = "zhike visit";

    private final DatabaseServer server;
    private final HikariDataSource pool;

    private Visit(DatabaseServer server) {
        this.server = server;
        this.pool = server.address().pool(POOL, NAME);
    }

    /**
     * Begins a visit.
     *
     * @param data the directory of the embedded PostgreSQL
     * @param url of an external one; blank for the embedded one
     * @throws io.zhike.message.ProblemException where there is none, or it cannot be reached
     */
    public static Visit begin(Path data, String url) {
        if (!url.isBlank()) {
            return new Visit(DatabaseServer.external(url));
        }
        Path home = data.resolve("postgres");
        if (!EmbeddedPostgres.exists(home)) {
            throw StoreError.NO_DATA.problem(data.toAbsolutePath());
        }
        return new Visit(OwnDatabase.running(home)
                .<DatabaseServer>map(DatabaseServer.External::new)
                .orElseGet(() -> DatabaseServer.embedded(data)));
    }

    /**
     * Begins a visit to a place where no Zhike works, and keeps it from beginning to: for what puts all data in a place. An embedded
     * server is made where there is none.
     *
     * @throws io.zhike.message.ProblemException where somebody works there
     */
    public static Visit alone(Path data, String url) {
        return new Visit(url.isBlank() ? DatabaseServer.embedded(data) : DatabaseServer.external(url));
    }

    /** How many connections of a running Zhike the database has; visits do not count. */
    public int others() {
        return database().read(ctx -> ctx.resultQuery("""
                        select count(*) from pg_catalog.pg_stat_activity
                         where datname = current_database() and application_name = 'zhike'
                        """).fetchSingle().get(0, Integer.class));
    }

    /** Where the database is, without a password, for people to read. */
    public String place() {
        return server.address().toString();
    }

    public Database database() {
        return new Database(pool);
    }

    public Schemas schemas() {
        return new Schemas(pool);
    }

    @Override
    public void close() {
        pool.close();
        server.close();
    }
}

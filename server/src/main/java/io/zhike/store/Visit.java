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

    private final DatabaseServer server;
    private final HikariDataSource pool;

    private Visit(DatabaseServer server) {
        this.server = server;
        this.pool = server.address().pool(POOL);
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

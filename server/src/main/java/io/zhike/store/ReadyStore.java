package io.zhike.store;

import com.zaxxer.hikari.HikariDataSource;

/** A server that serves, and a pool to its database, whose schemas are as this release wants them. */
record ReadyStore(DatabaseServer server, HikariDataSource pool, Schemas schemas) implements AutoCloseable {
    private static final int POOL = 20;

    /** Starts the embedded server, or goes to the external one, and migrates. Leaves nothing behind when it fails. */
    static ReadyStore start(StoreProperties properties) {
        DatabaseServer server = properties.isEmbedded()
                ? DatabaseServer.embedded(properties.data())
                : DatabaseServer.external(properties.database().url());
        HikariDataSource pool = server.address().pool(POOL);
        ReadyStore store = new ReadyStore(server, pool, new Schemas(pool));
        boolean migrated = false;
        try {
            StoreFailure.ofMigrating(store.schemas::migrateAll);
            migrated = true;
            return store;
        } finally {
            if (!migrated) {
                store.close();
            }
        }
    }

    @Override
    public void close() {
        pool.close();
        server.close();
    }
}

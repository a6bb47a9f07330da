package io.zhike.store;

import io.zhike.store.embedded.EmbeddedPostgres;
import java.nio.file.Path;

/** The PostgreSQL that we are connected to: our own, which ends with us, or somebody's. */
sealed interface DatabaseServer extends AutoCloseable {
    DatabaseAddress address();

    @Override
    void close();

    /** Our own server below {@code data}, started. */
    static DatabaseServer embedded(Path data) {
        EmbeddedPostgres server = EmbeddedPostgres.start(data.resolve("postgres"));
        return new Embedded(server, OwnDatabase.in(server));
    }

    /** The server at the URL that a person typed, once it is known to serve. */
    static DatabaseServer external(String url) {
        DatabaseAddress address = DatabaseAddress.parse(url);
        ServerCheck.check(address);
        return new External(address);
    }

    /** A server that runs as our child. */
    record Embedded(EmbeddedPostgres server, DatabaseAddress address) implements DatabaseServer {
        @Override
        public void close() {
            server.close();
        }
    }

    /** A server that was there before us and stays. */
    record External(DatabaseAddress address) implements DatabaseServer {
        @Override
        public void close() {}
    }
}

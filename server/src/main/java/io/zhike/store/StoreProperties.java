package io.zhike.store;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data is.
 *
 * @param data the directory of the embedded PostgreSQL and of files
 * @param database which server
 */
@ConfigurationProperties("zhike")
record StoreProperties(
        @DefaultValue("data") Path data, @DefaultValue External database) {

    /**
     * An external server.
     *
     * @param url {@code postgresql://user:password@host:port/database}; empty for the embedded server
     */
    record External(@DefaultValue("") String url) {}

    /** Whether the database is our own. */
    boolean isEmbedded() {
        return database.url().isBlank();
    }
}

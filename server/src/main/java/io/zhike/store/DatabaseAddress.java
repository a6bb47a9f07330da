package io.zhike.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/**
 * Where a database is and how to sign in to it.
 *
 * @param url the JDBC URL, without user and password
 */
record DatabaseAddress(String url, String user, String password) {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(15);

    /**
     * The address that a person typed: {@code postgresql://user:password@host:port/database?…}, {@code postgres://…} or
     * {@code jdbc:postgresql://…?user=…&password=…}. User and password may hold percent escapes.
     */
    static DatabaseAddress parse(String text) {
        return DatabaseUrl.parse(text);
    }

    /** One connection outside any pool. */
    Connection connect() throws SQLException {
        Properties properties = properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return DriverManager.getConnection(url, properties);
    }

    /** A pool that survives the database being away for a while. Does not connect before it is asked to. */
    HikariDataSource pool(int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("zhike");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(2, size));
        config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
        config.setInitializationFailTimeout(-1);
        config.setDataSourceProperties(properties());
        return new HikariDataSource(config);
    }

    /** A transaction that its client has forgotten holds back both vacuum and the readers of the feed: it is ended. */
    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "zhike");
        properties.setProperty("connectTimeout", Long.toString(CONNECT_WITHIN.toSeconds()));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("options", "-c TimeZone=UTC -c idle_in_transaction_session_timeout=300000");
        return properties;
    }

    @Override
    public String toString() {
        return user + "@" + url;
    }
}

package io.zhike.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a database is and how to sign in to it.
 *
 * @param url the JDBC URL, without user and password
 */
record DatabaseAddress(String url, String user, String password) {
    private static final String OUR_NAME = "zhike";
    private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(15);

    /** A transaction that its client has forgotten holds back both vacuum and the readers of the feed: it is ended. */
    private static final Map<String, String> PROPERTIES = Map.of(
            "ApplicationName", OUR_NAME,
            "connectTimeout", "10",
            "tcpKeepAlive", "true",
            "reWriteBatchedInserts", "true",
            "options", "-c TimeZone=UTC -c idle_in_transaction_session_timeout=300000");

    /**
     * The address that a person typed: {@code postgresql://user:password@host:port/database?…}, {@code postgres://…} or
     * {@code jdbc:postgresql://…?user=…&password=…}. User and password may hold percent escapes.
     */
    static DatabaseAddress parse(String text) {
        return DatabaseUrl.parse(text);
    }

    /** One connection outside any pool. */
    Connection connect() throws SQLException {
        return unpooled().getConnection();
    }

    /** Opens a connection each time, for who keeps it for long. */
    DataSource unpooled() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        for (Map.Entry<String, String> property : PROPERTIES.entrySet()) {
            setProperty(source, property.getKey(), property.getValue());
        }
        return source;
    }

    private static void setProperty(PGSimpleDataSource source, String name, String value) {
        try {
            source.setProperty(name, value);
        } catch (SQLException e) {
            throw new IllegalStateException("pgjdbc does not take " + name, e);
        }
    }

    /** A pool that survives the database being away for a while. Does not connect before it is asked to. */
    HikariDataSource pool(int size) {
        return pool(size, OUR_NAME);
    }

    /** As {@link #pool(int)}, under another name in the server's list of connections. */
    HikariDataSource pool(int size, String application) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("zhike");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(2, size));
        config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
        config.setInitializationFailTimeout(-1);
        PROPERTIES.forEach(config::addDataSourceProperty);
        config.addDataSourceProperty("ApplicationName", application);
        return new HikariDataSource(config);
    }

    @Override
    public String toString() {
        return user + "@" + url;
    }
}

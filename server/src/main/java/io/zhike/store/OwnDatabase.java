package io.zhike.store;

import io.zhike.store.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Our database and our user in the embedded server. The user is no superuser: no statement of ours reaches a file. */
final class OwnDatabase {
    private static final String NAME = "zhike";

    private OwnDatabase() {}

    /** The address of the database; makes database and user when they are not there. */
    static DatabaseAddress in(EmbeddedPostgres server) {
        try (Connection connection = superuser(server).connect();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_catalog.pg_roles where rolname = '" + NAME + "'")) {
                statement.execute("create role " + NAME + " login password '" + server.password() + "'");
            }
            if (!exists(statement, "select 1 from pg_catalog.pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner " + NAME);
            }
            return new DatabaseAddress(server.url(NAME), NAME, server.password());
        } catch (SQLException e) {
            throw StoreError.DATABASE_UNREACHABLE.because(e, server.url(NAME), String.valueOf(e.getMessage()));
        }
    }

    /** The address of the database in a server that another process has started; empty where none serves {@code home}. */
    static Optional<DatabaseAddress> running(Path home) {
        return EmbeddedPostgres.running(home, NAME)
                .map(running -> new DatabaseAddress(running.url(), NAME, running.password()));
    }

    /** The superuser's way in, for what only it may do. */
    static DatabaseAddress superuser(EmbeddedPostgres server) {
        return new DatabaseAddress(server.url("postgres"), server.superuser(), server.password());
    }

    private static boolean exists(Statement statement, String question) throws SQLException {
        try (ResultSet rows = statement.executeQuery(question)) {
            return rows.next();
        }
    }
}

package io.zhike.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.ConnectionProvider;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * One transaction on a connection of its own, or a savepoint in it. It is what its statements get their connection from,
 * and it ends by exactly one of {@link #commit} and {@link #rollback}.
 */
final class OpenTransaction implements ConnectionProvider {
    private final Connection connection;
    private final Heard heard;
    private final @Nullable OpenTransaction outer;
    private final @Nullable Savepoint savepoint;
    private final Set<String> signals = new LinkedHashSet<>();

    private OpenTransaction(
            Connection connection, Heard heard, @Nullable OpenTransaction outer, @Nullable Savepoint savepoint) {
        this.connection = connection;
        this.heard = heard;
        this.outer = outer;
        this.savepoint = savepoint;
    }

    /** Takes a connection of {@code pool}, with the isolation that the pool gives it. */
    static OpenTransaction begin(DataSource pool, Heard heard) {
        try {
            Connection connection = pool.getConnection();
            connection.setAutoCommit(false);
            return new OpenTransaction(connection, heard, null, null);
        } catch (SQLException e) {
            throw new DataAccessException("cannot begin a transaction", e);
        }
    }

    /** A part of this transaction that can be taken back by itself. */
    OpenTransaction nested() {
        try {
            return new OpenTransaction(connection, heard, this, connection.setSavepoint());
        } catch (SQLException e) {
            throw new DataAccessException("cannot set a savepoint", e);
        }
    }

    /** Lets this node hear {@code message} as soon as it is true: when the outermost transaction has committed. */
    void signal(String message) {
        signals.add(message);
    }

    void commit() {
        try {
            if (outer == null) {
                connection.commit();
                connection.close();
            } else {
                connection.releaseSavepoint(savepoint);
            }
        } catch (SQLException e) {
            throw new DataAccessException("cannot commit", e);
        }
        if (outer == null) {
            signals.forEach(heard::hear);
        } else {
            outer.signals.addAll(signals);
        }
    }

    void rollback() {
        try (Connection ended = outer == null ? connection : null) {
            if (ended == null) {
                connection.rollback(savepoint);
            } else if (!ended.isClosed()) {
                ended.rollback();
            }
        } catch (SQLException e) {
            throw new DataAccessException("cannot roll back", e);
        }
    }

    @Override
    public Connection acquire() {
        return connection;
    }

    /** The connection stays the transaction's. */
    @Override
    public void release(Connection released) {}
}

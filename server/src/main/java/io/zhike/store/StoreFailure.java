package io.zhike.store;

import io.zhike.message.ProblemException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** Tells the failures of the database itself from those of a statement, by the SQLSTATE that PostgreSQL gives. */
final class StoreFailure {
    private StoreFailure() {}

    static <T extends @Nullable Object> T translating(Supplier<T> work) {
        return translating(null, work);
    }

    /** The result of {@code work}; {@code limit} is what its statements were given, for the message. */
    static <T extends @Nullable Object> T translating(@Nullable Duration limit, Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException e) {
            ProblemException problem = problem(limit, e);
            throw problem == null ? e : problem;
        }
    }

    /** Does {@code migrations}, whose failures come wrapped by Flyway. */
    static void ofMigrating(Runnable migrations) {
        try {
            migrations.run();
        } catch (FlywayException e) {
            ProblemException problem = problem(null, e);
            throw problem == null ? e : problem;
        }
    }

    private static @Nullable ProblemException problem(@Nullable Duration limit, RuntimeException e) {
        SQLException cause = sqlCause(e);
        return cause == null ? null : problem(limit, e, cause);
    }

    private static @Nullable SQLException sqlCause(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable ProblemException problem(
            @Nullable Duration limit, RuntimeException e, SQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        return switch (state) {
            case "57014" -> limit == null ? null : StoreError.QUERY_TOO_SLOW.because(e, seconds(limit));
            case "53100" -> StoreError.DATABASE_FULL.because(e);
            case "40001", "40P01", "55P03" -> StoreError.CONTENDED.because(e);
            case "53300", "57P01", "57P02", "57P03", "57P05", "25P03" -> StoreError.DATABASE_UNAVAILABLE.because(e);
            default -> isConnectionFailure(state, cause) ? StoreError.DATABASE_UNAVAILABLE.because(e) : null;
        };
    }

    private static boolean isConnectionFailure(String state, SQLException cause) {
        return state.startsWith("08")
                || cause instanceof SQLTransientConnectionException
                || cause instanceof SQLNonTransientConnectionException
                || cause instanceof SQLRecoverableException;
    }

    /** {@code 5} for five seconds, {@code 0.5} for half a second. */
    private static String seconds(Duration limit) {
        return BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}

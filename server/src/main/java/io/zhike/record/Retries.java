package io.zhike.record;

import io.zhike.message.ProblemException;
import io.zhike.store.StoreError;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jooq.exception.DataAccessException;

/**
 * Runs a transaction anew when another one was in its way: a deadlock, a value or a target that another transaction took
 * between our check and our write, a column that a publish took away. What the second try finds is told by the checks, as
 * it should be; what stays in the way is {@link StoreError#CONTENDED}.
 */
public final class Retries {
    private static final int ATTEMPTS = 4;
    private static final long PAUSE_MILLIS = 20;

    /** A unique index, a foreign key, a column and a table. */
    private static final Set<String> OVERTAKEN = Set.of("23505", "23503", "42703", "42P01");

    private Retries() {}

    /** @param transaction one whole transaction, with all that it decides by */
    public static <T> T run(Supplier<T> transaction) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return transaction.get();
            } catch (ProblemException e) {
                if (e.message().code() != StoreError.CONTENDED) {
                    throw e;
                }
            } catch (DataAccessException e) {
                if (!isOvertaken(e)) {
                    throw e;
                }
            }
            pause(attempt);
        }
        try {
            return transaction.get();
        } catch (DataAccessException e) {
            if (isOvertaken(e)) {
                ProblemException problem = StoreError.CONTENDED.problem();
                problem.addSuppressed(e);
                throw problem;
            }
            throw e;
        }
    }

    private static boolean isOvertaken(DataAccessException e) {
        SQLException cause = e.getCause(SQLException.class);
        return cause != null && cause.getSQLState() != null && OVERTAKEN.contains(cause.getSQLState());
    }

    /** Not in step with the one in our way. */
    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(1, PAUSE_MILLIS * attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between two tries of a transaction", e);
        }
    }
}

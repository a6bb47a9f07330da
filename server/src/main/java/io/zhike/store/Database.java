package io.zhike.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.conf.SettingsTools;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The way to the database for all modules. A transaction belongs to one workspace (or to none) and is handed on as the
 * {@link DSLContext} of its function: whatever shall be in it takes that context as a parameter. A transaction started
 * inside another is a second one on a second connection, which is a mistake.
 *
 * <p>Failures that are nobody's mistake (connection lost, disk full, out of time, deadlock) are thrown as the problems of
 * {@link StoreError}; what a statement itself did wrong stays jOOQ's {@link DataAccessException}.
 */
public final class Database {
    /** The name of the bean for short transactions beside one that is running. */
    public static final String BESIDE = "besideDatabase";

    private final DSLContext context;

    public Database(DataSource dataSource) {
        this(dataSource, new Heard());
    }

    /** @param heard who hears on this node what a transaction signals, before the write returns */
    Database(DataSource dataSource, Heard heard, ExecuteListener... listeners) {
        Settings settings = new Settings()
                .withRenderNameCase(RenderNameCase.AS_IS)
                .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_QUOTED)
                .withRenderCatalog(false)
                .withExecuteLogging(false)
                .withFetchSize(0);
        this.context = DSL.using(new DefaultConfiguration()
                .set(dataSource)
                .set(new PooledTransactions(dataSource, heard))
                .set(SQLDialect.POSTGRES)
                .set(settings)
                .set(listeners));
    }

    /** Runs {@code work} outside any transaction: each of its statements is one of its own. */
    public <T extends @Nullable Object> T read(Function<DSLContext, T> work) {
        return StoreFailure.translating(() -> work.apply(context));
    }

    /**
     * As {@link #read(Function)}, for a statement whose conditions a person has typed; costs no round trip more, and its
     * statements see the data of a moment each.
     *
     * @param limit how long each of its statements may run, in whole seconds; {@link StoreError#QUERY_TOO_SLOW} when it
     *     takes longer
     */
    public <T extends @Nullable Object> T read(Duration limit, Function<DSLContext, T> work) {
        int seconds = Math.toIntExact(limit.toSeconds());
        if (seconds < 1) {
            throw new IllegalArgumentException("a limit is at least a second: " + limit);
        }
        Settings limited = SettingsTools.clone(context.settings()).withQueryTimeout(seconds);
        DSLContext ctx = DSL.using(context.configuration().derive(limited));
        return StoreFailure.translating(limit, () -> work.apply(ctx));
    }

    /**
     * Runs {@code work} on one unchanging snapshot of the data, on which it can only read. Costs one round trip more than
     * {@link #read}. For whatever a person has typed the conditions of, and for what is streamed with a fetch size.
     *
     * @param limit how long each of its statements may run; {@link StoreError#QUERY_TOO_SLOW} when it takes longer
     */
    public <T extends @Nullable Object> T reading(Duration limit, Function<DSLContext, T> work) {
        if (limit.toMillis() < 1) {
            throw new IllegalArgumentException("a limit is at least a millisecond: " + limit);
        }
        Supplier<T> reading = () -> context.transactionResult(transaction -> {
            beginReading(transaction.dsl(), limit);
            return work.apply(transaction.dsl());
        });
        return StoreFailure.translating(limit, reading);
    }

    /** Runs {@code work} in one transaction, which is rolled back when {@code work} throws. */
    public <T extends @Nullable Object> T write(Function<DSLContext, T> work) {
        return StoreFailure.translating(() -> context.transactionResult(transaction -> work.apply(transaction.dsl())));
    }

    /** As {@link #write(Function)}, without a result. */
    public void writing(Consumer<DSLContext> work) {
        StoreFailure.translating(() -> {
            context.transaction(transaction -> work.accept(transaction.dsl()));
            return true;
        });
    }

    /** Both settings in one message to the server, and both gone with the transaction. */
    private static void beginReading(DSLContext ctx, Duration limit) {
        ctx.connection(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "set transaction isolation level repeatable read read only; set local statement_timeout = "
                                + limit.toMillis());
            } catch (SQLException e) {
                throw new DataAccessException("cannot begin to read", e);
            }
        });
    }
}

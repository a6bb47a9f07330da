package io.zhike.store;

import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/**
 * The way to the database for all modules. A transaction belongs to one workspace (or to none) and is handed on as the
 * {@link DSLContext} of its function: whatever shall be in it takes that context as a parameter.
 */
public final class Database {
    private final DSLContext context;

    public Database(DataSource dataSource) {
        Settings settings = new Settings()
                .withRenderNameCase(RenderNameCase.AS_IS)
                .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_QUOTED)
                .withRenderCatalog(false)
                .withExecuteLogging(false)
                .withFetchSize(0);
        this.context = DSL.using(dataSource, SQLDialect.POSTGRES, settings);
    }

    /** Runs {@code work} outside any transaction: each of its statements is one of its own. */
    public <T> T read(Function<DSLContext, T> work) {
        return work.apply(context);
    }

    /** Runs {@code work} in one transaction, which is rolled back when {@code work} throws. */
    public <T> T write(Function<DSLContext, T> work) {
        return context.transactionResult(transaction -> work.apply(transaction.dsl()));
    }

    /** As {@link #write(Function)}, without a result. */
    public void writing(Consumer<DSLContext> work) {
        context.transaction(transaction -> work.accept(transaction.dsl()));
    }
}

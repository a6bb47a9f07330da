package io.zhike.store;

import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.ConnectionProvider;
import org.jooq.TransactionContext;
import org.jooq.TransactionProvider;
import org.jooq.impl.NoConnectionProvider;

/**
 * The transactions of a pool. jOOQ's own provider asks the server for the isolation level each time, which costs every
 * transaction a round trip; and it has no place for what is to happen once a transaction has committed.
 */
final class PooledTransactions implements TransactionProvider {
    private final DataSource pool;
    private final Heard heard;

    PooledTransactions(DataSource pool, Heard heard) {
        this.pool = pool;
        this.heard = heard;
    }

    @Override
    public void begin(TransactionContext context) {
        Configuration configuration = context.configuration();
        ConnectionProvider outer = configuration.connectionProvider();
        // Where beginning fails, jOOQ rolls back all the same: then there must be nothing of the outer transaction's
        // here.
        configuration.set(new NoConnectionProvider());
        configuration.set(outer instanceof OpenTransaction open ? open.nested() : OpenTransaction.begin(pool, heard));
    }

    @Override
    public void commit(TransactionContext context) {
        ((OpenTransaction) context.configuration().connectionProvider()).commit();
    }

    @Override
    public void rollback(TransactionContext context) {
        if (context.configuration().connectionProvider() instanceof OpenTransaction open) {
            open.rollback();
        }
    }
}

package io.zhike.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Short messages to all nodes through LISTEN and NOTIFY. A signal is a hint and nothing more: it may be lost while a node
 * has no connection, so that whoever listens must also look by itself now and then.
 */
public final class Signals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
    private static final String POSTGRES_CHANNEL = "zhike";
    private static final int LARGEST_MESSAGE = 7_900;
    private static final int WAIT_MILLIS = 20_000;
    private static final long SHORTEST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final DataSource dataSource;
    private final Heard heard;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable Connection> hearing = new AtomicReference<>();

    /**
     * Starts to listen on a connection of {@code dataSource}, which it keeps: better one outside the pool.
     *
     * @param heard shared with the databases of this node, so that it hears its own signals at once
     */
    Signals(DataSource dataSource, Heard heard) {
        this.dataSource = dataSource;
        this.heard = heard;
        Thread.ofPlatform().daemon().name("signals").start(this::listenUntilClosed);
    }

    Heard heard() {
        return heard;
    }

    /** Someone who listens, until closed. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Sends {@code payload} to all who listen to {@code channel} on any node, when the transaction of {@code ctx} commits.
     * The same signal sent twice in one transaction arrives once. This node's own listeners have been called when the
     * {@link Database} returns from that transaction, and are called again when the signal comes around.
     *
     * @param payload at most some 7,900 bytes with the channel's name
     */
    public static void send(DSLContext ctx, String channel, String payload) {
        String message = channel + ":" + payload;
        if (channel.indexOf(':') >= 0 || message.getBytes(StandardCharsets.UTF_8).length > LARGEST_MESSAGE) {
            throw new IllegalArgumentException("cannot be sent as a signal: " + message);
        }
        if (ctx.configuration().connectionProvider() instanceof OpenTransaction open) {
            open.signal(message);
        }
        ctx.select(DSL.function(
                        DSL.name("pg_catalog", "pg_notify"),
                        Object.class,
                        DSL.inline(POSTGRES_CHANNEL),
                        DSL.val(message)))
                .execute();
    }

    /**
     * As {@link #send}, to the listeners of this node alone, and without a word to the server: for what any node may do and
     * this one might as well. Outside a transaction of {@link Database} nobody is told.
     */
    public static void here(DSLContext ctx, String channel, String payload) {
        if (ctx.configuration().connectionProvider() instanceof OpenTransaction open) {
            open.signal(channel + ":" + payload);
        }
    }

    /**
     * Calls {@code consumer} with the payload of each signal on {@code channel}, on a thread that all share or on that of the
     * transaction that sent it: so it must be quick and safe for several threads. It is called with an empty payload when it
     * begins to hear, and again whenever signals may have been lost.
     */
    public Subscription listen(String channel, Consumer<String> consumer) {
        return heard.listen(channel, consumer, hearing.get() != null);
    }

    /** Lets go of the connection at once, be it waiting or not. */
    @Override
    public void close() {
        closed.countDown();
        Connection connection = hearing.getAndSet(null);
        if (connection != null) {
            abort(connection);
        }
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("The connection for signals was closed already", e);
        }
    }

    private void listenUntilClosed() {
        long pause = SHORTEST_PAUSE_MILLIS;
        while (closed.getCount() > 0) {
            try (Connection connection = dataSource.getConnection()) {
                listen(connection);
            } catch (SQLException e) {
                if (hearing.getAndSet(null) != null) {
                    pause = SHORTEST_PAUSE_MILLIS;
                }
                if (isClosedAfter(pause)) {
                    return;
                }
                LOG.warn("Signals from other nodes are interrupted; connecting again", e);
                pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
            }
        }
    }

    private boolean isClosedAfter(long pause) {
        try {
            return closed.await(pause, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return closed.getCount() == 0;
        }
    }

    private void listen(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + POSTGRES_CHANNEL);
            hearing.set(connection);
            heard.mayHaveMissed();
            while (closed.getCount() > 0) {
                PGNotification[] notifications = postgres.getNotifications(WAIT_MILLIS);
                for (PGNotification notification : notifications) {
                    heard.hear(notification.getParameter());
                }
                if (notifications.length == 0 && closed.getCount() > 0) {
                    // Silence is how a dead connection sounds as well.
                    statement.execute("select 1");
                }
            }
        }
    }
}

package io.zhike.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable Connection> hearing = new AtomicReference<>();

    /** Starts to listen on a connection of {@code dataSource}, which it keeps: better one outside the pool. */
    public Signals(DataSource dataSource) {
        this.dataSource = dataSource;
        Thread.ofPlatform().daemon().name("signals").start(this::listenUntilClosed);
    }

    /** Someone who listens, until closed. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    private record Listener(String channel, Consumer<String> consumer) {}

    /**
     * Sends {@code payload} to all who listen to {@code channel} on any node, when the transaction of {@code ctx} commits.
     * The same signal sent twice in one transaction arrives once.
     *
     * @param payload at most some 7,900 bytes with the channel's name
     */
    public static void send(DSLContext ctx, String channel, String payload) {
        String message = channel + ":" + payload;
        if (channel.indexOf(':') >= 0 || message.getBytes(StandardCharsets.UTF_8).length > LARGEST_MESSAGE) {
            throw new IllegalArgumentException("cannot be sent as a signal: " + message);
        }
        ctx.select(DSL.function(
                        DSL.name("pg_catalog", "pg_notify"),
                        Object.class,
                        DSL.inline(POSTGRES_CHANNEL),
                        DSL.val(message)))
                .execute();
    }

    /**
     * Calls {@code consumer} with the payload of each signal on {@code channel}, one at a time, on a thread that all share:
     * so it must be quick. It is called with an empty payload when it begins to hear, and again whenever signals may have
     * been lost.
     */
    public Subscription listen(String channel, Consumer<String> consumer) {
        Listener listener = new Listener(channel, consumer);
        listeners.add(listener);
        if (hearing.get() != null) {
            hand(listener, "");
        }
        return () -> listeners.remove(listener);
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
            listeners.forEach(listener -> hand(listener, ""));
            while (closed.getCount() > 0) {
                PGNotification[] notifications = postgres.getNotifications(WAIT_MILLIS);
                for (PGNotification notification : notifications) {
                    dispatch(notification.getParameter());
                }
                if (notifications.length == 0 && closed.getCount() > 0) {
                    // Silence is how a dead connection sounds as well.
                    statement.execute("select 1");
                }
            }
        }
    }

    private void dispatch(String message) {
        int colon = message.indexOf(':');
        String channel = message.substring(0, Math.max(0, colon));
        String payload = message.substring(colon + 1);
        for (Listener listener : listeners) {
            if (listener.channel().equals(channel)) {
                hand(listener, payload);
            }
        }
    }

    /** An outer edge: what one listener does wrong must not silence the others. */
    private static void hand(Listener listener, String payload) {
        try {
            listener.consumer().accept(payload);
        } catch (RuntimeException e) {
            LOG.error("A listener to '{}' failed on '{}'", listener.channel(), payload, e);
        }
    }
}

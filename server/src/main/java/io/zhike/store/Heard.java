package io.zhike.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who listens to signals on this node. Messages are {@code channel:payload}. */
final class Heard {
    private static final Logger LOG = LoggerFactory.getLogger(Heard.class);

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    private record Listener(String channel, Consumer<String> consumer) {}

    /** Hands what comes on {@code channel} to {@code consumer} until the answer is closed; {@code now} at once as well. */
    Signals.Subscription listen(String channel, Consumer<String> consumer, boolean now) {
        Listener listener = new Listener(channel, consumer);
        listeners.add(listener);
        if (now) {
            hand(listener, "");
        }
        return () -> listeners.remove(listener);
    }

    void hear(String message) {
        int colon = message.indexOf(':');
        String channel = message.substring(0, Math.max(0, colon));
        String payload = message.substring(colon + 1);
        for (Listener listener : listeners) {
            if (listener.channel().equals(channel)) {
                hand(listener, payload);
            }
        }
    }

    /** Tells everybody that signals may have been lost. */
    void mayHaveMissed() {
        listeners.forEach(listener -> hand(listener, ""));
    }

    /** An outer edge: what one listener does wrong must not silence the others, nor undo what has committed. */
    private static void hand(Listener listener, String payload) {
        try {
            listener.consumer().accept(payload);
        } catch (RuntimeException e) {
            LOG.error("A listener to '{}' failed on '{}'", listener.channel(), payload, e);
        }
    }
}

package io.zhike.notice;

import io.zhike.message.Label;
import io.zhike.workspace.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Sends messages by one channel. A bean of this type makes its channel one that is offered. */
public interface MessageProvider {

    Channel channel();

    /** Where {@code members} are reached; without those of whom nothing is known. */
    Map<UUID, String> addresses(Workspace workspace, Collection<UUID> members);

    /**
     * Sends messages one by one and says of each what became of it as soon as it is known; those of which nothing was said
     * are tried again. What goes wrong outside is said and not thrown.
     */
    void send(Workspace workspace, List<Letter> letters, Told told);

    /**
     * What is sent.
     *
     * @param id the same at each try, so that a receiver can tell a message that comes twice
     * @param subject null where the channel has none
     * @param html null for none
     * @param details what the channel needs beside; null for nothing
     * @param source what sends it, as {@link NewMessage} has it
     */
    record Letter(
            UUID id,
            String to,
            @Nullable String subject,
            String text,
            @Nullable String html,
            @Nullable ObjectNode details,
            String source) {}

    /** Is told what became of messages. */
    @FunctionalInterface
    interface Told {
        void of(Letter letter, Fate fate);
    }

    /** What became of one message. */
    sealed interface Fate {}

    /** It is on its way. */
    record Sent() implements Fate {}

    /** It will never be taken. Why is in both languages what we say, and in its own what the other side said. */
    record Refused(Label why) implements Fate {}

    /** It may be taken another time; why as in {@link Refused}. */
    record Later(Label why) implements Fate {}

    /** Nothing is set up to send it by. */
    record Unsent() implements Fate {}
}

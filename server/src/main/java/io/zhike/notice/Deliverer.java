package io.zhike.notice;

import io.zhike.store.Database;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Delivers what is due. Messages are taken for a quarter of an hour, sent outside any transaction, and settled one by one, so
 * that a node that dies leaves them to others: what it had just handed over and not yet settled goes once more, under the same
 * id; nothing is lost.
 */
@Component
final class Deliverer {
    /** How often a message is tried. */
    static final int MOST_ATTEMPTS = 8;

    static final Duration LEASE = Duration.ofMinutes(15);

    private static final int AT_ONCE = 20;
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6));

    private final Database database;
    private final Providers providers;
    private final Clock clock;

    Deliverer(Database database, Providers providers, Clock clock) {
        this.database = database;
        this.providers = providers;
        this.clock = clock;
    }

    /** Sends by one channel until nothing is due, or until {@code stopping}; gives how many were tried. */
    int deliver(Workspace workspace, Channel channel, BooleanSupplier stopping) {
        int tried = 0;
        while (!stopping.getAsBoolean()) {
            Instant now = clock.instant();
            List<OutMessage> taken =
                    database.write(ctx -> new MessageStore(ctx, workspace.schema()).take(channel, now, LEASE, AT_ONCE));
            if (taken.isEmpty()) {
                return tried;
            }
            tried += taken.size();
            send(workspace, channel, taken);
        }
        return tried;
    }

    private void send(Workspace workspace, Channel channel, List<OutMessage> messages) {
        Map<UUID, OutMessage> byId = messages.stream().collect(Collectors.toMap(OutMessage::id, each -> each));
        List<MessageProvider.Letter> letters = messages.stream()
                .map(each -> new MessageProvider.Letter(
                        each.id(), each.to(), each.subject(), each.text(), each.html(), each.details(), each.source()))
                .toList();
        Optional<MessageProvider> provider = providers.of(channel);
        if (provider.isEmpty()) {
            messages.forEach(each -> settle(workspace, each, new MessageProvider.Unsent()));
            return;
        }
        provider.get().send(workspace, letters, (letter, fate) -> {
            OutMessage message = byId.get(letter.id());
            if (message != null) {
                settle(workspace, message, fate);
            }
        });
    }

    private void settle(Workspace workspace, OutMessage message, MessageProvider.Fate fate) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        switch (fate) {
            case MessageProvider.Sent _ -> settle(workspace, message, MessageState.SENT, null, null, now);
            case MessageProvider.Refused(String why) ->
                settle(workspace, message, MessageState.BOUNCED, why, null, null);
            case MessageProvider.Unsent _ -> settle(workspace, message, MessageState.CAUGHT, null, null, null);
            case MessageProvider.Later(String why) -> {
                if (message.attempts() >= MOST_ATTEMPTS) {
                    settle(workspace, message, MessageState.FAILED, why, null, null);
                } else {
                    Instant next = now.plus(PAUSES.get(message.attempts() - 1));
                    settle(workspace, message, MessageState.WAITING, why, next, null);
                }
            }
        }
    }

    private void settle(
            Workspace workspace,
            OutMessage message,
            MessageState state,
            @Nullable String error,
            @Nullable Instant next,
            @Nullable Instant sentAt) {
        String why = error == null ? null : Texts.reason(error);
        database.writing(
                ctx -> new MessageStore(ctx, workspace.schema()).settle(message.id(), state, why, next, sentAt));
    }
}

package io.zhike.notice;

import io.zhike.store.JobKey;
import io.zhike.store.Jobs;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The only way out of the house: what is sent is written together with what it tells of, and delivered when that is true. */
@Component
public class Outbox {
    private final Providers providers;
    private final Jobs jobs;
    private final Clock clock;

    Outbox(Providers providers, Jobs jobs, Clock clock) {
        this.providers = providers;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Sends messages once the transaction of {@code ctx} commits; never one whose key was there before.
     *
     * @return how many are new
     */
    public int send(DSLContext ctx, Workspace workspace, List<NewMessage> messages) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int added = messages.isEmpty() ? 0 : new MessageStore(ctx, workspace.schema()).add(messages, now);
        if (added > 0) {
            messages.stream().map(NewMessage::channel).distinct().forEach(channel -> deliver(ctx, workspace, channel));
        }
        return added;
    }

    /** Where {@code members} are reached by {@code channel}; without those of whom nothing is known. */
    public Map<UUID, String> addresses(Workspace workspace, Channel channel, Collection<UUID> members) {
        return providers
                .of(channel)
                .map(provider -> provider.addresses(workspace, members))
                .orElse(Map.of());
    }

    /**
     * What was written under keys that begin with one of {@code prefixes}, in the order in which it was written: for whoever
     * wants to show it before taking the transaction of {@code ctx} back.
     */
    public List<Outgoing> written(DSLContext ctx, Workspace workspace, List<String> prefixes) {
        return new MessageStore(ctx, workspace.schema())
                .withKeys(prefixes).stream()
                        .map(each -> new Outgoing(each.channel().code(), each.to(), each.subject(), each.text()))
                        .toList();
    }

    /**
     * Something that would leave the house.
     *
     * @param subject null where the channel has none
     */
    public record Outgoing(
            String channel, String to, @Nullable String subject, String text) {}

    /** Lets what is due be delivered, when the transaction of {@code ctx} commits. */
    void deliver(DSLContext ctx, Workspace workspace, Channel channel) {
        Instant now = clock.instant();
        JobKey job = DeliverJob.key(workspace, channel);
        if (!jobs.schedule(ctx, job, new DeliverJob.Payload(workspace.id(), channel), now)) {
            jobs.hasten(ctx, job, now);
        }
    }
}

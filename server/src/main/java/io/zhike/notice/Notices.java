package io.zhike.notice;

import io.zhike.message.Language;
import io.zhike.notice.PreferenceStore.Receiver;
import io.zhike.store.Ids;
import io.zhike.store.Jobs;
import io.zhike.workspace.Tiding;
import io.zhike.workspace.Tidings;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Tells members things, in the product and by the ways that each of them chose. */
@Component
public class Notices implements Tidings {
    private final Providers providers;
    private final Jobs jobs;
    private final Clock clock;

    Notices(Providers providers, Jobs jobs, Clock clock) {
        this.providers = providers;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** As {@link #tell(DSLContext, Workspace, List)}, one thing. */
    public int tell(DSLContext ctx, Workspace workspace, NewNotice notice) {
        return tell(ctx, workspace, List.of(notice));
    }

    /**
     * Tells each receiver what was not told them before, in the transaction of {@code ctx}; a few statements for all of them.
     * Those who are signed in see it when that commits.
     *
     * @return how many were told anything that is new
     */
    public int tell(DSLContext ctx, Workspace workspace, List<NewNotice> notices) {
        Set<UUID> wanted = notices.stream().flatMap(one -> one.to().stream()).collect(Collectors.toSet());
        Map<UUID, Receiver> there = new PreferenceStore(ctx, workspace.schema()).receivers(wanted);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<NoticeStore.Keyed> rows = new ArrayList<>();
        for (NewNotice one : notices) {
            for (UUID to : one.to()) {
                Receiver receiver = there.get(to);
                if (receiver != null && !to.equals(one.by()) && isTold(receiver.preferences(), one.topic())) {
                    rows.add(new NoticeStore.Keyed(one.key(), notice(workspace, one, receiver, now)));
                }
            }
        }
        return rows.isEmpty() ? 0 : store(ctx, workspace, rows, there, now);
    }

    private boolean isTold(Preferences preferences, Topic topic) {
        return preferences.inApp(topic)
                || providers.offered().stream().anyMatch(channel -> preferences.mode(topic, channel) != Mode.OFF);
    }

    private static Notice notice(Workspace workspace, NewNotice one, Receiver receiver, Instant now) {
        Language language = receiver.language() == null ? workspace.language() : receiver.language();
        return new Notice(
                Ids.at(now),
                receiver.member(),
                one.topic(),
                Texts.cut(Texts.line(one.title().in(language)), Notice.LONGEST_TITLE),
                one.text() == null ? null : Texts.cut(one.text().in(language), Notice.LONGEST_TEXT),
                one.quote() == null ? null : Texts.cut(one.quote(), Notice.LONGEST_TEXT),
                one.by(),
                Optional.ofNullable(one.about()),
                one.todo(),
                receiver.preferences().inApp(one.topic()),
                now,
                false);
    }

    private int store(
            DSLContext ctx, Workspace workspace, List<NoticeStore.Keyed> rows, Map<UUID, Receiver> there, Instant now) {
        Set<UUID> added = new NoticeStore(ctx, workspace.schema()).add(rows);
        List<DeliveryStore.Delivery> deliveries = new ArrayList<>();
        Set<UUID> told = new HashSet<>();
        for (NoticeStore.Keyed row : rows) {
            Notice notice = row.notice();
            if (!added.contains(notice.id())) {
                continue;
            }
            told.add(notice.member());
            Preferences preferences =
                    Objects.requireNonNull(there.get(notice.member())).preferences();
            for (Channel channel : providers.offered()) {
                Mode mode = preferences.mode(notice.topic(), channel);
                if (mode != Mode.OFF) {
                    Instant due = preferences.due(mode, now, workspace.zone());
                    deliveries.add(new DeliveryStore.Delivery(notice.id(), channel, notice.member(), mode, due));
                }
            }
        }
        new DeliveryStore(ctx, workspace.schema()).add(deliveries);
        if (deliveries.stream().anyMatch(each -> !each.due().isAfter(now))
                && !jobs.schedule(ctx, PostJob.key(workspace), new WorkspaceJob.Payload(workspace.id()), now)) {
            jobs.hasten(ctx, PostJob.key(workspace), now);
        }
        Live.changed(ctx, workspace, Live.Event.NOTICE, told);
        return told.size();
    }

    @Override
    public void tell(DSLContext ctx, Workspace workspace, Tiding tiding) {
        Topic topic = switch (tiding.kind()) {
            case MENTION -> Topic.MENTIONS;
            case HAND_OVER -> Topic.ASSIGNMENTS;
        };
        About about = tiding.about() == null
                ? null
                : new About(tiding.about().entity(), tiding.about().record());
        tell(
                ctx,
                workspace,
                new NewNotice(
                        tiding.key(),
                        topic,
                        tiding.to(),
                        tiding.by(),
                        tiding.title(),
                        null,
                        tiding.quote(),
                        about,
                        null));
    }
}

package io.zhike.notice;

import io.zhike.message.Language;
import io.zhike.notice.PreferenceStore.Receiver;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Origin;
import io.zhike.workspace.SiteAddress;
import io.zhike.workspace.SiteAddresses;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes messages of notices that are due to go out: one of each that somebody wants at once, and one a day of all that is not
 * yet read. Quotes and titles of records are read as the receiver, at that moment. A message is written in the transaction that
 * takes its notices out of the waiting ones.
 */
@Component
final class Poster {
    private static final int AT_ONCE = 500;
    private static final int MOST_IN_DIGEST = 50;

    private final Database database;
    private final NoticeAnswers answers;
    private final SiteAddresses sites;
    private final Outbox outbox;
    private final Clock clock;

    Poster(Database database, NoticeAnswers answers, SiteAddresses sites, Outbox outbox, Clock clock) {
        this.database = database;
        this.answers = answers;
        this.sites = sites;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What goes to one member by one channel. */
    private record Post(UUID member, Channel channel) {}

    /** @param site empty where nobody said under which address links lead here */
    private record To(Receiver receiver, String address, Language language, Optional<SiteAddress> site) {}

    /** A message, and the waiting notices that it is made of. */
    private record Written(List<DeliveryStore.Place> of, Optional<NewMessage> message) {}

    /** Until nothing is due, or until {@code stopping}; gives how many messages were written. */
    int post(Workspace workspace, BooleanSupplier stopping) {
        int written = 0;
        while (!stopping.getAsBoolean()) {
            List<DeliveryStore.Delivery> due =
                    database.read(ctx -> new DeliveryStore(ctx, workspace.schema()).due(clock.instant(), AT_ONCE));
            if (due.isEmpty()) {
                return written;
            }
            written += post(workspace, due);
        }
        return written;
    }

    private int post(Workspace workspace, List<DeliveryStore.Delivery> due) {
        Set<UUID> members = due.stream().map(DeliveryStore.Delivery::member).collect(Collectors.toSet());
        Map<UUID, Receiver> receivers =
                database.read(ctx -> new PreferenceStore(ctx, workspace.schema()).receivers(members));
        List<UUID> ids =
                due.stream().map(DeliveryStore.Delivery::notice).distinct().toList();
        Map<UUID, Notice> notices = database.read(ctx -> new NoticeStore(ctx, workspace.schema()).find(ids)).stream()
                .collect(Collectors.toMap(Notice::id, Function.identity()));
        Map<Post, List<DeliveryStore.Delivery>> posts = due.stream()
                .collect(Collectors.groupingBy(
                        each -> new Post(each.member(), each.channel()), LinkedHashMap::new, Collectors.toList()));
        Map<Channel, Map<UUID, String>> addresses = new LinkedHashMap<>();
        Optional<SiteAddress> site = sites.of(workspace);
        List<Written> written = new ArrayList<>();
        posts.forEach((post, deliveries) -> {
            String address = addresses
                    .computeIfAbsent(post.channel(), channel -> outbox.addresses(workspace, channel, members))
                    .get(post.member());
            Receiver receiver = receivers.get(post.member());
            written.addAll(
                    address == null || receiver == null
                            ? List.of(new Written(places(deliveries), Optional.empty()))
                            : write(
                                    workspace,
                                    new To(receiver, address, language(workspace, receiver), site),
                                    deliveries,
                                    notices));
        });
        return database.write(ctx -> {
            DeliveryStore store = new DeliveryStore(ctx, workspace.schema());
            Set<DeliveryStore.Place> taken = new HashSet<>(store.take(places(due)));
            List<NewMessage> messages = new ArrayList<>();
            for (Written each : written) {
                if (taken.containsAll(each.of())) {
                    each.message().ifPresent(messages::add);
                    each.of().forEach(taken::remove);
                }
            }
            // Of a digest that another node has sent a part of, the rest waits for one of its own.
            store.add(due.stream().filter(each -> taken.contains(each.place())).toList());
            return outbox.send(ctx, workspace, messages);
        });
    }

    private static List<DeliveryStore.Place> places(List<DeliveryStore.Delivery> deliveries) {
        return deliveries.stream().map(DeliveryStore.Delivery::place).toList();
    }

    private static Language language(Workspace workspace, Receiver receiver) {
        return receiver.language() == null ? workspace.language() : receiver.language();
    }

    private List<Written> write(
            Workspace workspace, To to, List<DeliveryStore.Delivery> deliveries, Map<UUID, Notice> notices) {
        Caller reader = new Caller(workspace, to.receiver().member(), to.language(), new Origin.Background("notice"));
        Map<UUID, NoticeAnswers.Answer> told = answers
                .of(
                        reader,
                        deliveries.stream()
                                .map(each -> notices.get(each.notice()))
                                .filter(Objects::nonNull)
                                .toList())
                .stream()
                .collect(Collectors.toMap(NoticeAnswers.Answer::id, Function.identity()));
        List<Written> written = new ArrayList<>();
        List<DeliveryStore.Delivery> digest = new ArrayList<>();
        for (DeliveryStore.Delivery each : deliveries) {
            if (each.mode() == Mode.DIGEST) {
                digest.add(each);
            } else {
                NoticeAnswers.Answer answer = told.get(each.notice());
                written.add(new Written(
                        List.of(each.place()), Optional.ofNullable(answer).map(one -> single(to, each, one))));
            }
        }
        if (!digest.isEmpty()) {
            List<NoticeAnswers.Answer> unread = digest.stream()
                    .map(each -> told.get(each.notice()))
                    .filter(answer -> answer != null && !answer.read())
                    .toList();
            written.add(new Written(
                    places(digest), unread.isEmpty() ? Optional.empty() : Optional.of(digest(to, digest, unread))));
        }
        return written;
    }

    private static NewMessage single(To to, DeliveryStore.Delivery delivery, NoticeAnswers.Answer answer) {
        String key = "notice:" + delivery.notice() + ":" + delivery.channel().code();
        String text = lines(to, answer);
        return new NewMessage(
                key, delivery.channel(), to.address(), answer.title(), text, null, about(answer), "notice");
    }

    private static @Nullable About about(NoticeAnswers.Answer answer) {
        Around.Told about = answer.about();
        return about == null ? null : new About(about.entity(), about.record());
    }

    private static String lines(To to, NoticeAnswers.Answer answer) {
        StringBuilder lines = new StringBuilder(answer.title());
        Around.Told about = answer.about();
        if (about != null && about.title() != null) {
            lines.append("\n[").append(about.title()).append(']');
        }
        if (answer.text() != null) {
            lines.append("\n\n").append(answer.text());
        }
        lines.append('\n');
        to.site().ifPresent(site -> lines.append(link(site, answer)).append('\n'));
        return lines.toString();
    }

    /** Where one sees what it is about; a record only where its receiver may read it. */
    private static String link(SiteAddress site, NoticeAnswers.Answer answer) {
        Around.Told about = answer.about();
        if (about != null && about.title() != null) {
            return site.record(about.entity(), about.record());
        }
        return answer.todo() != null ? site.todos() : site.notices();
    }

    private static NewMessage digest(
            To to, List<DeliveryStore.Delivery> deliveries, List<NoticeAnswers.Answer> unread) {
        boolean chinese = to.language() == Language.ZH;
        String subject = chinese
                ? "知客：" + unread.size() + " 条未读通知"
                : "Zhike: " + unread.size() + (unread.size() == 1 ? " unread notice" : " unread notices");
        StringBuilder text = new StringBuilder();
        unread.stream()
                .limit(MOST_IN_DIGEST)
                .forEach(answer -> text.append(lines(to, answer)).append("\n"));
        int more = unread.size() - MOST_IN_DIGEST;
        if (more > 0) {
            text.append(chinese ? "还有 " + more + " 条，请登录查看。" : more + " more; sign in to see them.");
            to.site().ifPresent(site -> text.append('\n').append(site.notices()));
        }
        DeliveryStore.Delivery first = deliveries.getFirst();
        String key = "digest:" + first.notice() + ":" + first.channel().code();
        return new NewMessage(key, first.channel(), to.address(), subject, text.toString(), null, null, "notice");
    }
}

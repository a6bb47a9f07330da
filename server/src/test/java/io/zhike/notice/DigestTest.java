package io.zhike.notice;

import static io.zhike.notice.NoticeWorld.titles;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.store.Jobs;
import io.zhike.store.SettableClock;
import io.zhike.workspace.Client;
import io.zhike.workspace.SiteAddresses;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What goes out of what members were told: at once or once a day, each as they chose, and each once. */
class DigestTest {
    private static final String PREFERENCES = "/api/v1/me/notice-preferences";

    private final NoticeWorld world = new NoticeWorld();
    private final Client li = world.li.client();
    private final Client wang = world.wang.client();

    private void tell(Topic topic, String key, UUID... to) {
        world.database.writing(ctx -> world.notices.tell(
                ctx, world.workspace, NewNotice.of(key, topic, List.of(to), "通知 " + key, null, null)));
    }

    private int post() {
        return world.poster.post(world.workspace, () -> false);
    }

    private static void prefer(Client client, String more) {
        client.put(PREFERENCES, "{\"address\": \"me@example.com\"" + more + "}").expect(200);
    }

    private void morning() {
        world.clock.set(Instant.parse("2031-03-04T00:30:00Z")); // 08:30 in Shanghai
    }

    private List<String> subjects() {
        return world.messages().stream().map(OutMessage::subject).toList();
    }

    @Test
    void topicsThatAreWantedAtOnceDoNotWaitForTheDigestOfOthers() {
        prefer(li, ", \"topics\": {\"assignments\": {\"mail\": \"at_once\"}}");
        tell(Topic.RULES, "later", world.li.id());
        tell(Topic.ASSIGNMENTS, "now", world.li.id());
        assertThat(post()).isEqualTo(1);
        assertThat(subjects()).containsExactly("通知 now");
        morning();
        assertThat(post()).isEqualTo(1);
        assertThat(subjects()).containsExactly("通知 now", "知客：1 条未读通知");
        assertThat(world.messages().getLast().text()).contains("通知 later").doesNotContain("通知 now");
    }

    @Test
    void mailsLinkToWhatTheyAreAboutOnceSomebodySaidWhereThatIs() {
        world.customers();
        prefer(li, ", \"topics\": {\"assignments\": {\"mail\": \"at_once\"}}");
        UUID own = world.customer(li, "李雷的客户");
        UUID others = world.customer(wang, "王芳的客户");
        for (UUID record : List.of(own, others)) {
            NewNotice notice = NewNotice.of(
                    record.toString(),
                    Topic.ASSIGNMENTS,
                    List.of(world.li.id()),
                    "看一看",
                    null,
                    new About("customer", record));
            world.database.writing(ctx -> world.notices.tell(ctx, world.workspace, notice));
        }
        tell(Topic.RULES, "later", world.li.id());
        world.admin
                .put("/api/v1/settings/address", Map.of("address", "https://crm.example.com"))
                .expect(200);
        post();
        assertThat(world.messages())
                .extracting(OutMessage::text)
                .containsExactlyInAnyOrder(
                        "看一看\n[李雷的客户]\nhttps://crm.example.com/e/customer/" + own + "\n",
                        "看一看\nhttps://crm.example.com/notices\n");
        morning();
        post();
        assertThat(world.messages().getLast().text()).contains("通知 later\nhttps://crm.example.com/notices\n");
    }

    @Test
    void eachMemberGetsTheirOwnInTheirLanguage() {
        prefer(li, "");
        wang.put(PREFERENCES, "{\"address\": \"wang@example.com\"}").expect(200);
        wang.patch("/api/v1/me", Map.of("language", "en")).expect(200);
        tell(Topic.RULES, "a", world.li.id(), world.wang.id());
        tell(Topic.RULES, "b", world.wang.id());
        morning();
        assertThat(post()).isEqualTo(2);
        assertThat(world.messages())
                .extracting(mail -> mail.to() + " " + mail.subject())
                .containsExactlyInAnyOrder("me@example.com 知客：1 条未读通知", "wang@example.com Zhike: 2 unread notices");
    }

    @Test
    void whatIsMoreThanAMailHoldsIsCounted() {
        prefer(li, "");
        for (int i = 0; i < 53; i++) {
            tell(Topic.RULES, "n" + i, world.li.id());
        }
        morning();
        assertThat(post()).isEqualTo(1);
        OutMessage mail = world.messages().getFirst();
        assertThat(mail.subject()).isEqualTo("知客：53 条未读通知");
        assertThat(mail.text().lines().filter(line -> line.startsWith("通知 "))).hasSize(50);
        assertThat(mail.text()).endsWith("还有 3 条，请登录查看。");
    }

    @Test
    void whoHasLeftMeanwhileGetsNoMail() {
        prefer(li, ", \"topics\": {\"assignments\": {\"mail\": \"at_once\"}}");
        tell(Topic.RULES, "digest", world.li.id());
        tell(Topic.ASSIGNMENTS, "now", world.li.id());
        world.admin
                .patch("/api/v1/members/" + world.li.id(), Map.of("active", false))
                .expect(200);
        morning();
        assertThat(post()).isZero();
        assertThat(world.messages()).isEmpty();
        assertThat(post()).as("nothing waits for them for ever").isZero();
    }

    @Test
    void nodesThatPostAtTheSameTimeWriteEachMessageOnce() throws Exception {
        prefer(li, ", \"topics\": {\"rules\": {\"mail\": \"at_once\"}}");
        for (int i = 0; i < 40; i++) {
            tell(Topic.RULES, "n" + i, world.li.id());
        }
        List<Callable<Integer>> nodes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            nodes.add(this::post);
        }
        int written = 0;
        try (ExecutorService several = Executors.newFixedThreadPool(4)) {
            for (var node : several.invokeAll(nodes)) {
                written += node.get();
            }
        }
        assertThat(written).isEqualTo(40);
        assertThat(subjects()).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void aNodeThatIsOvertakenLosesNothingOfWhatTheOtherDidNotTake() {
        prefer(li, "");
        tell(Topic.RULES, "half", world.li.id());
        prefer(li, ", \"digest_at\": \"08:31\"");
        tell(Topic.RULES, "later", world.li.id());
        morning();
        SettableClock ahead = SettableClock.at("2031-03-04T00:31:00Z"); // 08:31 in Shanghai
        Providers overtaken = new Providers(List.of(new Overtaken()));
        Poster slow = new Poster(
                world.database,
                TestServer.bean(NoticeAnswers.class),
                TestServer.bean(SiteAddresses.class),
                new Outbox(overtaken, new Jobs(world.database, ahead), ahead),
                ahead);
        assertThat(slow.post(world.workspace, () -> false)).isEqualTo(1);
        assertThat(world.messages())
                .extracting(OutMessage::text)
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).contains("half").doesNotContain("later"),
                        text -> assertThat(text).contains("later").doesNotContain("half"));
    }

    /** Another node posts between what a node has looked at and what it takes. */
    private final class Overtaken implements MessageProvider {
        private boolean done;

        @Override
        public Channel channel() {
            return Channel.MAIL;
        }

        @Override
        public Map<UUID, String> addresses(Workspace workspace, Collection<UUID> members) {
            if (!done) {
                done = true;
                assertThat(post()).isEqualTo(1);
            }
            return Map.of(world.li.id(), "me@example.com");
        }

        @Override
        public void send(Workspace workspace, List<Letter> letters, Told told) {
            throw new AssertionError("nothing is delivered here");
        }
    }

    @Test
    void aDigestInTheQuietHoursComesWhenTheyEndWithWhatCameInThem() {
        prefer(li, ", \"quiet\": {\"from\": \"21:00\", \"to\": \"09:00\"}");
        tell(Topic.RULES, "evening", world.li.id());
        world.clock.set(Instant.parse("2031-03-03T16:00:00Z")); // midnight in Shanghai
        tell(Topic.RULES, "midnight", world.li.id());
        morning();
        assertThat(post()).isZero();
        world.clock.set(Instant.parse("2031-03-04T01:00:00Z")); // 09:00
        assertThat(post()).isEqualTo(1);
        assertThat(world.messages().getFirst().text()).contains("evening", "midnight");
        assertThat(titles(li, "/api/v1/notices")).hasSize(2);
    }
}

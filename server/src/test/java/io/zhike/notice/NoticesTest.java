package io.zhike.notice;

import static io.zhike.notice.NoticeWorld.items;
import static io.zhike.notice.NoticeWorld.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.message.Label;
import io.zhike.workspace.Client;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What members are told: once each, only to them, in the product and as they chose. */
class NoticesTest {
    private static final String PATH = "/api/v1/notices";
    private static final String PREFERENCES = "/api/v1/me/notice-preferences";

    private final NoticeWorld world = new NoticeWorld();
    private final Client li = world.li.client();
    private final Client wang = world.wang.client();

    private int tell(NewNotice notice) {
        return world.database.write(ctx -> world.notices.tell(ctx, world.workspace, notice));
    }

    private NewNotice rule(String key, UUID... to) {
        return NewNotice.of(key, Topic.RULES, List.of(to), "合同到期 " + key, "请续签", null);
    }

    private int post() {
        return world.poster.post(world.workspace, () -> false);
    }

    private void prefer(Client client, String json) {
        client.put(PREFERENCES, json).expect(200);
    }

    private List<DeliveryStore.Delivery> waiting() {
        return world.database.read(ctx ->
                new DeliveryStore(ctx, world.workspace.schema()).due(Instant.parse("2100-01-01T00:00:00Z"), 100));
    }

    @Test
    void eachReceiverIsToldOnceHoweverOftenItIsSaid() {
        UUID stranger = UUID.randomUUID();
        assertThat(tell(rule("k", world.li.id(), world.wang.id(), stranger))).isEqualTo(2);
        assertThat(tell(rule("k", world.li.id()))).isZero();
        assertThat(tell(rule("k", world.li.id(), world.company.administrator().id())))
                .isEqualTo(1);
        assertThat(titles(li, PATH)).containsExactly("合同到期 k");
        assertThat(waiting()).hasSize(3);
    }

    @Test
    void nothingIsToldOfWhatIsTakenBack() {
        assertThatThrownBy(() -> world.database.writing(ctx -> {
                    world.notices.tell(ctx, world.workspace, rule("k", world.li.id()));
                    throw new IllegalStateException("taken back");
                }))
                .hasMessage("taken back");
        assertThat(titles(li, PATH)).isEmpty();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void whoHasLeftIsToldNothing() {
        world.admin
                .patch("/api/v1/members/" + world.wang.id(), Map.of("active", false))
                .expect(200);
        assertThat(tell(rule("k", world.li.id(), world.wang.id()))).isEqualTo(1);
    }

    @Test
    void readingIsOnesOwnAndCountsDown() {
        tell(rule("a", world.li.id(), world.wang.id()));
        world.clock.advance(Duration.ofSeconds(1));
        tell(rule("b", world.li.id()));
        assertThat(titles(li, PATH)).containsExactly("合同到期 b", "合同到期 a");
        JsonNode newest = items(li, PATH).path(0);
        assertThat(newest.path("text").asString()).isEqualTo("请续签");
        assertThat(newest.path("by").isNull()).isTrue();
        String id = newest.path("id").asString();
        String read = "{\"ids\": [\"" + id + "\"]}";
        assertThat(wang.post(PATH + "/read", read).expect(200).text()).isEqualTo("{\"unread\":1}");
        assertThat(li.get(PATH + "/count").text())
                .as("others read nothing of mine")
                .isEqualTo("{\"unread\":2}");
        assertThat(li.post(PATH + "/read", read).expect(200).text()).isEqualTo("{\"unread\":1}");
        assertThat(titles(li, PATH + "?unread=true")).containsExactly("合同到期 a");
        assertThat(li.post(PATH + "/read", "{\"all\": true}").expect(200).text())
                .isEqualTo("{\"unread\":0}");
        assertThat(titles(li, PATH)).hasSize(2);
        li.post(PATH + "/read", "{}").expect(400, "read-which");
        li.post(PATH + "/read", "{\"all\": true, \"ids\": []}").expect(400, "read-which");
    }

    @Test
    void pagesGoOnWhereTheyEnded() {
        for (int i = 0; i < 5; i++) {
            world.clock.advance(Duration.ofSeconds(1));
            tell(rule("n" + i, world.li.id()));
        }
        List<String> paged = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = li.get(PATH + "?limit=2" + after).expect(200).json();
            page.path("items").forEach(item -> paged.add(item.path("title").asString()));
            after = page.path("next").isNull()
                    ? null
                    : "&after=" + page.path("next").asString();
        } while (after != null);
        assertThat(paged).containsExactly("合同到期 n4", "合同到期 n3", "合同到期 n2", "合同到期 n1", "合同到期 n0");
    }

    @Test
    void aQuoteIsShownOnlyWhileTheRecordMayBeRead() {
        world.customers();
        UUID record = world.customer(world.admin, "甲公司");
        About about = new About("customer", record);
        tell(new NewNotice(
                "m", Topic.MENTIONS, Set.of(world.li.id()), null, Label.of("有人提到了你"), null, "底价 88 万", about, null));
        assertThat(li.get(PATH).text()).doesNotContain("底价").doesNotContain("甲公司");
        world.admin
                .patch("/api/v1/records/customer/" + record, Map.of("owner", world.li.id()))
                .expect(200);
        JsonNode readable = items(li, PATH).path(0);
        assertThat(readable.path("text").asString()).isEqualTo("底价 88 万");
        assertThat(readable.path("about").path("title").asString()).isEqualTo("甲公司");
    }

    @Test
    void aMentionInACommentIsToldOnceAndNotToItsAuthor() {
        world.customers();
        UUID record = world.customer(li, "甲公司");
        String comments = "/api/v1/records/customer/" + record + "/comments";
        String text = "@{" + world.wang.id() + "} 和 @{" + world.li.id() + "} 请看报价";
        String id = li.post(comments, Map.of("text", text))
                .expect(201)
                .json()
                .path("id")
                .asString();
        li.patch(comments + "/" + id, Map.of("text", text + "！")).expect(200);
        assertThat(titles(wang, PATH)).containsExactly("李雷 在评论中提到了你");
        assertThat(wang.get(PATH).text()).as("王芳 does not read the record").doesNotContain("报价");
        assertThat(titles(li, PATH)).isEmpty();
        String admin = world.company.administrator().id().toString();
        li.patch(comments + "/" + id, Map.of("text", text + " @{" + admin + "}"))
                .expect(200);
        assertThat(items(world.admin, PATH).path(0).path("text").asString()).contains("@王芳 和 @李雷 请看报价");
    }

    @Test
    void theUsualPreferencesAreToldAndKeptAsTheyAreSent() {
        JsonNode usual = li.get(PREFERENCES).expect(200).json();
        assertThat(usual.path("channels").toString()).isEqualTo("[\"in_app\",\"mail\"]");
        assertThat(usual.path("topics").path("rules").toString())
                .isEqualTo("{\"in_app\":\"at_once\",\"mail\":\"digest\"}");
        assertThat(usual.path("quiet").isNull()).isTrue();
        assertThat(usual.path("digest_at").asString()).isEqualTo("08:30");
        assertThat(usual.path("usualAddress").isNull()).isTrue();
        JsonNode sent = li.put(PREFERENCES, usual.toString()).expect(200).json();
        assertThat(sent).isEqualTo(usual);
        prefer(li, """
                {"topics": {"rules": {"in_app": "off", "mail": "at_once"}}, "quiet": {"from": "22:00", "to": "07:00"},
                 "digest_at": "18:00", "address": "li@example.com"}""");
        JsonNode kept = li.get(PREFERENCES).json();
        assertThat(kept.path("topics").path("rules").toString()).isEqualTo("{\"in_app\":\"off\",\"mail\":\"at_once\"}");
        assertThat(kept.path("topics").path("system").path("mail").asString()).isEqualTo("digest");
        assertThat(kept.path("address").asString()).isEqualTo("li@example.com");
        assertThat(wang.get(PREFERENCES).json()).isEqualTo(usual);
    }

    @Test
    void preferencesThatMeanNothingAreRefusedWithTheirPlaces() {
        JsonNode refused =
                li.put(PREFERENCES, """
                {"topics": {"rules": {"in_app": "digest", "sms": "at_once", "mail": "later"}, "gossip": {}},
                 "quiet": {"from": "22:00", "to": "22:00"}, "digest_at": "8", "address": "nobody", "colour": "red"}""").expect(400, "preferences-refused").json();
        assertThat(refused.path("errors")
                        .valueStream()
                        .map(each -> each.path("path").asString()))
                .containsExactlyInAnyOrder(
                        "topics.rules.in_app",
                        "topics.rules.sms",
                        "topics.rules.mail",
                        "topics.gossip",
                        "quiet",
                        "digest_at",
                        "address",
                        "colour");
    }

    @Test
    void whatIsNotWantedInTheProductIsSentAndNotShown() {
        prefer(
                li,
                "{\"topics\": {\"rules\": {\"in_app\": \"off\", \"mail\": \"at_once\"}}, \"address\": \"li@example.com\"}");
        prefer(wang, "{\"topics\": {\"rules\": {\"in_app\": \"off\", \"mail\": \"off\"}}}");
        assertThat(tell(rule("k", world.li.id(), world.wang.id()))).isEqualTo(1);
        assertThat(titles(li, PATH)).isEmpty();
        assertThat(li.get(PATH + "/count").text()).isEqualTo("{\"unread\":0}");
        assertThat(post()).isEqualTo(1);
        OutMessage mail = world.messages().getFirst();
        assertThat(mail.to()).isEqualTo("li@example.com");
        assertThat(mail.subject()).isEqualTo("合同到期 k");
        assertThat(mail.text()).contains("请续签");
        assertThat(post()).isZero();
    }

    @Test
    void quietHoursKeepBackUntilTheyEndAndLoseNothing() {
        prefer(li, """
                {"topics": {"rules": {"mail": "at_once"}}, "quiet": {"from": "22:00", "to": "07:00"},
                 "address": "li@example.com"}""");
        world.clock.set(Instant.parse("2031-03-03T15:00:00Z")); // 23:00 in Shanghai
        tell(rule("nacht", world.li.id()));
        world.clock.set(Instant.parse("2031-03-03T22:59:59Z"));
        assertThat(post()).isZero();
        world.clock.set(Instant.parse("2031-03-03T23:00:00Z")); // 07:00
        assertThat(post()).isEqualTo(1);
        assertThat(world.messages()).extracting(OutMessage::subject).containsExactly("合同到期 nacht");
        tell(rule("tag", world.li.id()));
        assertThat(post()).as("outside them nothing is kept back").isEqualTo(1);
    }

    @Test
    void aDigestTellsOnceADayWhatWasNotRead() {
        prefer(li, "{\"address\": \"li@example.com\"}");
        world.clock.set(Instant.parse("2031-03-03T00:31:00Z")); // 08:31: today's is gone
        tell(rule("eins", world.li.id()));
        tell(rule("zwei", world.li.id()));
        tell(rule("drei", world.li.id()));
        String second = items(li, PATH)
                .valueStream()
                .filter(item -> item.path("title").asString().endsWith("zwei"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        li.post(PATH + "/read", "{\"ids\": [\"" + second + "\"]}").expect(200);
        world.clock.set(Instant.parse("2031-03-04T00:29:59Z"));
        assertThat(post()).isZero();
        world.clock.set(Instant.parse("2031-03-04T00:30:00Z"));
        assertThat(post()).isEqualTo(1);
        OutMessage mail = world.messages().getFirst();
        assertThat(mail.subject()).isEqualTo("知客：2 条未读通知");
        assertThat(mail.text()).contains("eins", "drei").doesNotContain("zwei");
        assertThat(waiting()).isEmpty();
        tell(rule("vier", world.li.id()));
        li.post(PATH + "/read", "{\"all\": true}").expect(200);
        world.clock.set(Instant.parse("2031-03-05T00:30:00Z"));
        assertThat(post()).as("nothing unread, no mail").isZero();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void whoHasNoAddressIsToldInTheProductAlone() {
        prefer(li, "{\"topics\": {\"rules\": {\"mail\": \"at_once\"}}}");
        tell(rule("k", world.li.id()));
        assertThat(post()).isZero();
        assertThat(waiting()).isEmpty();
        assertThat(titles(li, PATH)).hasSize(1);
    }

    @Test
    void aMailTellsNoTitleThatItsReceiverMayNotRead() {
        world.customers();
        prefer(li, "{\"topics\": {\"rules\": {\"mail\": \"at_once\"}}, \"address\": \"li@example.com\"}");
        prefer(wang, "{\"topics\": {\"rules\": {\"mail\": \"at_once\"}}, \"address\": \"wang@example.com\"}");
        About about = new About("customer", world.customer(li, "甲公司"));
        tell(NewNotice.of("k", Topic.RULES, List.of(world.li.id(), world.wang.id()), "看一下", null, about));
        assertThat(post()).isEqualTo(2);
        assertThat(world.messages())
                .allSatisfy(mail -> assertThat(mail.text().contains("甲公司"))
                        .isEqualTo(mail.to().equals("li@example.com")));
    }

    @Test
    void remindersComeOnceAtTheirTime() {
        String id = li.post("/api/v1/todos", Map.of("title", "打电话", "due", "2031-03-03T06:00:00Z"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        world.clock.set(Instant.parse("2031-03-03T05:59:59Z"));
        assertThat(world.reminders.remind(world.workspace)).isZero();
        world.clock.set(Instant.parse("2031-03-03T06:00:00Z"));
        assertThat(world.reminders.remind(world.workspace)).isEqualTo(1);
        assertThat(world.reminders.remind(world.workspace)).isZero();
        assertThat(titles(li, PATH)).containsExactly("待办提醒：打电话");
        assertThat(items(li, PATH).path(0).path("text").asString()).isEqualTo("截止 2031-03-03 14:00");
        world.todos.change(
                world.company.caller(world.li), UUID.fromString(id), snooze(Instant.parse("2031-03-03T07:00:00Z")));
        world.clock.set(Instant.parse("2031-03-03T07:00:00Z"));
        assertThat(world.reminders.remind(world.workspace)).isEqualTo(1);
        assertThat(titles(li, PATH)).hasSize(2);
    }

    private static TodoEdit snooze(Instant until) {
        return new TodoEdit(
                null,
                null,
                io.zhike.http.Patch.absent(),
                io.zhike.http.Patch.absent(),
                io.zhike.http.Patch.absent(),
                io.zhike.http.Patch.of(until),
                null);
    }

    @Test
    void whatIsDoneRemindsOfNothing() {
        String id = li.post("/api/v1/todos", Map.of("title", "打电话", "due", "2031-03-03T06:00:00Z"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        li.patch("/api/v1/todos/" + id, Map.of("done", true)).expect(200);
        world.clock.set(Instant.parse("2031-03-04T06:00:00Z"));
        assertThat(world.reminders.remind(world.workspace)).isZero();
        li.patch("/api/v1/todos/" + id, Map.of("done", false)).expect(200);
        assertThat(world.reminders.remind(world.workspace))
                .as("open again, it reminds")
                .isEqualTo(1);
    }

    @Test
    void todosOfProgramsAreMadeOnceForEachKey() {
        NewTodo todo =
                new NewTodo("rule:a/1/s1", world.li.id(), "跟进线索", null, null, null, null, "rule:website_leads", null);
        assertThat(world.database.<Integer>write(ctx -> world.todos.add(ctx, world.workspace, todo)))
                .isEqualTo(1);
        assertThat(world.database.<Integer>write(ctx -> world.todos.add(ctx, world.workspace, todo)))
                .isZero();
        JsonNode made = items(li, "/api/v1/todos").path(0);
        assertThat(made.path("source").asString()).isEqualTo("rule:website_leads");
        assertThat(made.path("madeBy").isNull()).isTrue();
        assertThat(titles(li, PATH)).containsExactly("新待办：跟进线索");
    }

    @Test
    void oldNoticesAndMessagesAreForgotten() {
        Forgetting forgetting = new Forgetting(world.database, world.clock);
        prefer(li, "{\"topics\": {\"rules\": {\"mail\": \"at_once\"}}, \"address\": \"li@example.com\"}");
        tell(rule("gelesen", world.li.id()));
        li.post(PATH + "/read", "{\"all\": true}").expect(200);
        tell(rule("ungelesen", world.li.id()));
        post();
        world.clock.advance(Forgetting.READ.plusSeconds(1));
        forgetting.forget(world.workspace);
        assertThat(titles(li, PATH)).containsExactly("合同到期 ungelesen");
        world.clock.advance(Forgetting.UNREAD);
        forgetting.forget(world.workspace);
        assertThat(titles(li, PATH)).isEmpty();
        assertThat(world.messages()).as("what still waits is kept").hasSize(2);
    }
}

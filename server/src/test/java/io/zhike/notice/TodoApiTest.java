package io.zhike.notice;

import static io.zhike.notice.NoticeWorld.items;
import static io.zhike.notice.NoticeWorld.titles;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Client;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What one has to do, and who may know of it. */
class TodoApiTest {
    private static final String PATH = "/api/v1/todos";

    private final NoticeWorld world = new NoticeWorld();
    private final Client li = world.li.client();
    private final Client wang = world.wang.client();

    private static String add(Client client, Map<String, ?> body) {
        return client.post(PATH, body).expect(201).json().path("id").asString();
    }

    private static JsonNode one(Client client, String id) {
        return client.get(PATH + "/" + id).expect(200).json();
    }

    @Test
    void whatOneWritesForOneselfStandsInOnesOwnBoxAndInNobodyElses() {
        String id = add(li, Map.of("title", "  回访\n客户 ", "note", "先看合同"));
        assertThat(one(li, id).path("title").asString()).isEqualTo("回访 客户");
        assertThat(titles(li, PATH)).containsExactly("回访 客户");
        assertThat(titles(wang, PATH)).isEmpty();
        assertThat(titles(world.admin, PATH)).isEmpty();
        wang.get(PATH + "/" + id).expect(404, "no-such-todo");
        wang.patch(PATH + "/" + id, Map.of("title", "x")).expect(404, "no-such-todo");
        world.admin.patch(PATH + "/" + id, Map.of("done", true)).expect(404, "no-such-todo");
        wang.delete(PATH + "/" + id).expect(404, "no-such-todo");
        assertThat(titles(li, "/api/v1/notices")).as("nobody tells oneself").isEmpty();
    }

    @Test
    void whatOneGivesToAnotherIsToldThemAndStandsInOnesGivenBox() {
        String id = add(li, Map.of("title", "发合同", "assignee", world.wang.id()));
        assertThat(titles(wang, PATH)).containsExactly("发合同");
        assertThat(titles(li, PATH)).isEmpty();
        assertThat(titles(li, PATH + "?box=given")).containsExactly("发合同");
        JsonNode told = items(wang, "/api/v1/notices").path(0);
        assertThat(told.path("title").asString()).isEqualTo("新待办：发合同");
        assertThat(told.path("topic").asString()).isEqualTo("assignments");
        assertThat(told.path("by").path("name").asString()).isEqualTo("李雷");
        assertThat(told.path("todo").asString()).isEqualTo(id);
        wang.patch(PATH + "/" + id, Map.of("done", true)).expect(200);
        assertThat(titles(li, "/api/v1/notices")).containsExactly("待办已完成：发合同");
        assertThat(titles(li, PATH + "?box=given")).isEmpty();
        assertThat(titles(li, PATH + "?box=done")).containsExactly("发合同");
        assertThat(titles(wang, PATH + "?box=done")).containsExactly("发合同");
        assertThat(wang.get("/api/v1/notices/count").json().path("unread").asInt())
                .as("what tells of a to-do that is done is read")
                .isZero();
    }

    @Test
    void passingOnTellsTheNextAndKeepsTheOneWhoDidInTheKnow() {
        String id = add(world.admin, Map.of("title", "拜访", "assignee", world.li.id()));
        li.patch(PATH + "/" + id, Map.of("assignee", world.wang.id())).expect(200);
        assertThat(titles(li, PATH)).isEmpty();
        assertThat(titles(li, PATH + "?box=given")).containsExactly("拜访");
        assertThat(titles(world.admin, PATH + "?box=given")).containsExactly("拜访");
        assertThat(one(wang, id).path("givenBy").path("name").asString()).isEqualTo("李雷");
        assertThat(titles(wang, "/api/v1/notices")).containsExactly("新待办：拜访");
        li.patch(PATH + "/" + id, Map.of("assignee", UUID.randomUUID())).expect(400, "todo-assignee");
    }

    @Test
    void openOnesComeByDueDateAndPageWithoutLossOrDouble() {
        Instant noon = Instant.parse("2031-05-01T04:00:00Z");
        for (int i = 0; i < 7; i++) {
            Map<String, Object> body = new HashMap<>(Map.of("title", "t" + i));
            if (i % 3 != 0) {
                body.put("due", noon.plus(i % 2, ChronoUnit.DAYS));
            }
            add(li, body);
        }
        List<String> whole = titles(li, PATH);
        assertThat(whole.subList(0, 4)).containsExactlyInAnyOrder("t1", "t2", "t4", "t5");
        assertThat(whole.subList(0, 2)).containsExactly("t2", "t4");
        assertThat(whole.subList(4, 7)).containsExactly("t0", "t3", "t6");
        List<String> paged = new java.util.ArrayList<>();
        String next = "";
        do {
            JsonNode page = li.get(PATH + "?limit=2" + next).expect(200).json();
            page.path("items").forEach(item -> paged.add(item.path("title").asString()));
            next = page.path("next").isNull()
                    ? null
                    : "&after=" + page.path("next").asString();
        } while (next != null);
        assertThat(paged).isEqualTo(whole);
        li.get(PATH + "?box=done&after="
                        + li.get(PATH + "?limit=2").json().path("next").asString())
                .expect(400, "cursor-invalid");
        li.get(PATH + "?box=others").expect(400, "box-unknown");
    }

    @Test
    void theLastDoneComeFirstAndMayBeOpenedAgain() {
        String first = add(li, Map.of("title", "一"));
        String second = add(li, Map.of("title", "二"));
        li.patch(PATH + "/" + second, Map.of("done", true)).expect(200);
        li.patch(PATH + "/" + first, Map.of("done", true)).expect(200);
        assertThat(titles(li, PATH + "?box=done")).containsExactly("一", "二");
        String next = li.get(PATH + "?box=done&limit=1").json().path("next").asString();
        assertThat(titles(li, PATH + "?box=done&limit=1&after=" + next)).containsExactly("二");
        li.patch(PATH + "/" + first, Map.of("title", "别的")).expect(409, "todo-done");
        li.patch(PATH + "/" + first, Map.of("done", false)).expect(200);
        assertThat(titles(li, PATH)).containsExactly("一");
        assertThat(one(li, first).path("done").isNull()).isTrue();
    }

    @Test
    void aRecordsTitleIsToldOnlyToThoseWhoReadIt() {
        world.customers();
        UUID mine = world.customer(li, "甲公司");
        String id = add(li, Map.of("title", "跟进", "assignee", world.wang.id(), "entity", "customer", "record", mine));
        assertThat(one(li, id).path("about").path("title").asString()).isEqualTo("甲公司");
        JsonNode about = one(wang, id).path("about");
        assertThat(about.path("record").asString()).isEqualTo(mine.toString());
        assertThat(about.path("title").isNull()).isTrue();
        assertThat(wang.get("/api/v1/notices").expect(200).text()).doesNotContain("甲公司");
        assertThat(titles(li, PATH + "?box=given&entity=customer&record=" + mine))
                .containsExactly("跟进");
        assertThat(titles(li, PATH + "?box=given&entity=customer&record=" + UUID.randomUUID()))
                .isEmpty();
        UUID hidden = world.customer(world.admin, "乙公司");
        li.post(PATH, Map.of("title", "偷看", "entity", "customer", "record", hidden))
                .expect(404, "record-not-found");
        li.post(PATH, Map.of("title", "半个", "entity", "customer")).expect(400, "todo-about");
    }

    @Test
    void countsTellWhatIsOverdueAndWhatIsForTodayAndPassOverWhatIsPutAside() {
        Instant now = Instant.now();
        add(li, Map.of("title", "昨天", "due", now.minus(1, ChronoUnit.DAYS)));
        add(li, Map.of("title", "无期"));
        String later = add(li, Map.of("title", "稍后"));
        li.patch(PATH + "/" + later, Map.of("snooze", now.plus(3, ChronoUnit.HOURS)))
                .expect(200);
        JsonNode counts = li.get(PATH + "/counts").expect(200).json();
        assertThat(counts.toString()).isEqualTo("{\"open\":2,\"overdue\":1,\"today\":0}");
        assertThat(one(li, later).path("snoozed").isNull()).isFalse();
    }

    @Test
    void todayEndsWhenTheWorkspacesDayDoes() {
        world.clock.set(Instant.parse("2031-03-03T15:00:00Z")); // 23:00 in Shanghai
        for (String due : List.of("2031-03-03T15:30:00Z", "2031-03-03T16:00:00Z", "2031-03-03T14:00:00Z")) {
            add(li, Map.of("title", "到期", "due", due));
        }
        assertThat(world.todos.counts(world.workspace, world.li.id())).isEqualTo(new TodoCounts(3, 1, 1));
    }

    @Test
    void onlyItsMakerDeletesOne() {
        String id = add(li, Map.of("title", "错了", "assignee", world.wang.id()));
        assertThat(one(wang, id).path("mayDelete").asBoolean()).isFalse();
        wang.delete(PATH + "/" + id).expect(403, "not-your-todo");
        li.delete(PATH + "/" + id).expect(204);
        wang.get(PATH + "/" + id).expect(404, "no-such-todo");
    }

    @Test
    void whatIsWrongIsRefused() {
        li.post(PATH, Map.of("title", " ")).expect(400, "todo-title");
        li.post(PATH, "{}").expect(400, "todo-title");
        li.post(PATH, Map.of("title", "x".repeat(201))).expect(400, "todo-title");
        li.post(PATH, Map.of("title", "x", "note", "y".repeat(5_001))).expect(400, "todo-note");
        li.post(PATH, Map.of("title", "x", "due", "0001-01-01T00:00:00Z")).expect(400, "time-far");
        String id = add(li, Map.of("title", "x", "assignee", world.wang.id()));
        li.patch(PATH + "/" + id, Map.of("snooze", "2031-01-01T00:00:00Z")).expect(403, "snooze-not-yours");
        wang.patch(PATH + "/" + id, Map.of("snooze", "2020-01-01T00:00:00Z")).expect(400, "snooze-past");
    }

    @Test
    void theSameRequestSentAgainMakesNoSecond() {
        Client once = li.with("Idempotency-Key", "k1");
        String first = add(once, Map.of("title", "一次"));
        assertThat(add(once, Map.of("title", "一次"))).isEqualTo(first);
        assertThat(titles(li, PATH)).hasSize(1);
    }

    @Test
    void whatALeaverHasToDoPassesAtTheHandOver() {
        add(li, Map.of("title", "开着的"));
        String done = add(li, Map.of("title", "做完的"));
        li.patch(PATH + "/" + done, Map.of("done", true)).expect(200);
        TodosHeld held = new TodosHeld(world.database);
        var holding = held.of(world.workspace, new io.zhike.workspace.Subject.OfMember(world.li.id()))
                .getFirst();
        assertThat(holding.count()).isEqualTo(1);
        assertThat(holding.examples(5)).extracting(each -> each.label()).containsExactly("开着的");
        var passing =
                new io.zhike.workspace.Holding.Passing(world.company.caller(), world.wang.id(), UUID.randomUUID());
        var step = holding.pass(passing, null, (_, _) -> {});
        assertThat(step.moved()).isEqualTo(1);
        assertThat(step.next()).isNull();
        assertThat(titles(wang, PATH)).containsExactly("开着的");
        assertThat(titles(li, PATH + "?box=done")).containsExactly("做完的");
    }

    @Test
    void whoTakesOverHasWhatWasOpenAndIsToldOfIt() {
        add(li, Map.of("title", "开着的"));
        world.admin
                .post("/api/v1/members/" + world.li.id() + "/hand-overs", Map.of("successor", world.wang.id()))
                .expect(202);
        long patience = System.nanoTime() + 60_000_000_000L;
        while (titles(wang, "/api/v1/notices").isEmpty()) {
            assertThat(System.nanoTime()).as("the hand-over is told").isLessThan(patience);
            Thread.onSpinWait();
        }
        assertThat(titles(wang, "/api/v1/notices")).containsExactly("李雷 的工作交接给了你");
        assertThat(titles(wang, PATH)).containsExactly("开着的");
    }

    @Test
    void whatIsAboutARecordGoesWithItForEver() {
        world.customers();
        UUID record = world.customer(li, "甲公司");
        String id = add(li, Map.of("title", "跟进", "entity", "customer", "record", record));
        world.database.writing(
                ctx -> new GoneWithRecords().purged(ctx, world.workspace.schema(), "other", List.of(record)));
        assertThat(titles(li, PATH)).hasSize(1);
        world.database.writing(
                ctx -> new GoneWithRecords().purged(ctx, world.workspace.schema(), "customer", List.of(record)));
        li.get(PATH + "/" + id).expect(404, "no-such-todo");
    }
}

package io.zhike.notice;

import static io.zhike.notice.NoticeWorld.titles;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.http.Patch;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestWorkspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reminders come when they are wished for, to whom the to-do is, and not after it is done, gone or another's. */
class ReminderTest {
    private static final String NOTICES = "/api/v1/notices";
    private static final Instant EIGHT = Instant.parse("2031-03-03T08:00:00Z");
    private static final Instant NINE = Instant.parse("2031-03-03T09:00:00Z");
    private static final Instant TEN = Instant.parse("2031-03-03T10:00:00Z");

    private final NoticeWorld world = new NoticeWorld();
    private final Client li = world.li.client();
    private final Client wang = world.wang.client();

    private static UUID add(Client client, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("title", "打电话");
        return UUID.fromString(
                client.post("/api/v1/todos", body).expect(201).json().path("id").asString());
    }

    private int remindAt(Instant moment) {
        world.clock.set(moment);
        return world.reminders.remind(world.workspace);
    }

    private void edit(TestWorkspace.Person who, UUID todo, TodoEdit edit) {
        world.todos.change(world.company.caller(who), todo, edit);
    }

    private static TodoEdit snoozed(@Nullable Instant until) {
        return new TodoEdit(null, null, Patch.absent(), Patch.absent(), Patch.absent(), Patch.of(until), null);
    }

    private static TodoEdit passed(UUID to) {
        return new TodoEdit(null, null, Patch.absent(), Patch.absent(), Patch.absent(), Patch.absent(), to);
    }

    private static TodoEdit due(Instant due) {
        return new TodoEdit(null, null, Patch.absent(), Patch.of(due), Patch.absent(), Patch.absent(), null);
    }

    @Test
    void aWishedReminderComesBeforeTheDueTimeAndInItsPlace() {
        add(li, Map.of("due", TEN, "remind", EIGHT));
        assertThat(remindAt(EIGHT)).isEqualTo(1);
        assertThat(remindAt(TEN)).isZero();
        assertThat(titles(li, NOTICES)).containsExactly("待办提醒：打电话");
    }

    @Test
    void aReminderThatGoesWithTheDueTimeIsPutOffWithIt() {
        UUID id = add(li, Map.of("due", EIGHT));
        edit(world.li, id, due(TEN));
        assertThat(remindAt(NINE)).isZero();
        assertThat(remindAt(TEN)).isEqualTo(1);
    }

    @Test
    void aReminderOfItsOwnStaysWhereItIsWhenTheDueTimeMoves() {
        UUID id = add(li, Map.of("due", NINE, "remind", EIGHT));
        edit(world.li, id, due(TEN));
        assertThat(remindAt(EIGHT)).isEqualTo(1);
        assertThat(remindAt(TEN)).isZero();
    }

    @Test
    void whoWasPassedATodoIsRemindedAndNobodyElse() {
        UUID id = add(li, Map.of("due", NINE));
        edit(world.li, id, passed(world.wang.id()));
        assertThat(remindAt(NINE)).isEqualTo(1);
        assertThat(titles(wang, NOTICES)).containsExactlyInAnyOrder("待办提醒：打电话", "新待办：打电话");
        assertThat(titles(li, NOTICES)).isEmpty();
    }

    @Test
    void passingOnEndsThePuttingAsideOfTheOneBefore() {
        UUID id = add(li, Map.of("due", NINE));
        edit(world.li, id, snoozed(TEN));
        edit(world.li, id, passed(world.wang.id()));
        assertThat(remindAt(NINE)).isEqualTo(1);
        assertThat(remindAt(TEN)).isZero();
        assertThat(titles(wang, NOTICES)).contains("待办提醒：打电话");
    }

    @Test
    void whatIsPutAsideIsThereAgainWhenItIsTakenBackAndRemindsAtItsUsualTime() {
        UUID id = add(li, Map.of("due", NINE));
        edit(world.li, id, snoozed(TEN));
        edit(world.li, id, snoozed(null));
        assertThat(remindAt(NINE)).isEqualTo(1);
        assertThat(remindAt(TEN)).isZero();
    }

    @Test
    void whatIsDeletedRemindsNobody() {
        UUID id = add(li, Map.of("due", NINE));
        li.delete("/api/v1/todos/" + id).expect(204);
        assertThat(remindAt(TEN)).isZero();
    }

    @Test
    void whatIsOpenedAgainBeforeItsTimeRemindsAndAfterItDoesNot() {
        UUID id = add(li, Map.of("due", NINE));
        TodoEdit done = new TodoEdit(true, null, Patch.absent(), Patch.absent(), Patch.absent(), Patch.absent(), null);
        TodoEdit open = new TodoEdit(false, null, Patch.absent(), Patch.absent(), Patch.absent(), Patch.absent(), null);
        edit(world.li, id, done);
        edit(world.li, id, open);
        assertThat(remindAt(NINE)).isEqualTo(1);
        edit(world.li, id, done);
        world.clock.set(TEN);
        edit(world.li, id, open);
        assertThat(remindAt(TEN)).isZero();
    }

    @Test
    void aWorkspaceThatSleptIsRemindedOfAllOnceByWhicheverNode() throws Exception {
        for (int i = 0; i < 30; i++) {
            add(li, Map.of("due", EIGHT.plusSeconds(i)));
        }
        world.clock.set(TEN);
        List<Callable<Integer>> nodes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            nodes.add(() -> world.reminders.remind(world.workspace));
        }
        int reminded = 0;
        try (ExecutorService several = Executors.newFixedThreadPool(3)) {
            for (var node : several.invokeAll(nodes)) {
                reminded += node.get();
            }
        }
        reminded += world.reminders.remind(world.workspace);
        assertThat(reminded).isEqualTo(30);
        assertThat(titles(li, NOTICES + "?limit=100")).hasSize(30);
    }
}

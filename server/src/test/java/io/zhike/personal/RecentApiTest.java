package io.zhike.personal;

import static io.zhike.personal.PersonalWorld.each;
import static io.zhike.personal.PersonalWorld.items;
import static io.zhike.personal.PersonalWorld.make;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.store.Database;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What one opened or changed last: the newest first, as many as are kept, titles through the gate. */
class RecentApiTest {
    private static final String PATH = "/api/v1/me/recents";
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final PersonalWorld world = new PersonalWorld();
    private final Client li = world.li.client();

    private static void note(Client client, String record) {
        client.post(PATH, Map.of("entity", "customer", "record", record)).expect(204);
    }

    @Test
    void areTheNewestFirstWithTheirTitles() {
        String jia = make(li, "customer", Map.of("name", "甲"));
        String nameless = make(li, "customer", Map.of("days", 3));
        note(li, jia);
        note(li, nameless);
        assertThat(each(items(li, PATH), "title")).containsExactly("2", "甲");
        li.patch("/api/v1/records/customer/" + jia, Map.of("name", "甲方")).expect(200);
        assertThat(each(items(li, PATH), "title")).containsExactly("2", "甲方");
        assertThat(items(world.wang.client(), PATH)).isEmpty();
    }

    @Test
    void ofWhatOneMayNotReadAreNeitherKeptNorShown() {
        String hidden = make(world.admin, "customer", Map.of("name", "别人的"));
        li.post(PATH, Map.of("entity", "customer", "record", hidden)).expect(404, "record-not-found");
        li.post(PATH, Map.of("entity", "secret", "record", hidden)).expect(404, "unknown-entity");
        li.post(PATH, "{}").expect(400, "record-missing");
        String jia = make(li, "customer", Map.of("name", "甲"));
        note(li, jia);
        world.admin
                .patch("/api/v1/records/customer/" + jia, Map.of("owner", world.wang.id()))
                .expect(200);
        assertThat(items(li, PATH)).isEmpty();
    }

    @Test
    void withoutTheRightToTheTitleAreCalledByTheirNumber() {
        world.define("role/blind", """
                {"label": {"zh": "盲"}, "entities": {"customer": {"read": "all", "fields": {"name": "none", "*": "read"}}}}""");
        world.publish();
        world.admin
                .put("/api/v1/members/" + world.wang.id() + "/roles", "{\"roles\": [\"blind\"]}")
                .expect(200);
        String jia = make(li, "customer", Map.of("name", "甲"));
        note(world.wang.client(), jia);
        assertThat(each(items(world.wang.client(), PATH), "title")).containsExactly("1");
    }

    @Test
    void goingToAndFroWithinAMinuteWritesNothing() {
        UUID record = UUID.randomUUID();
        run(store -> store.note(world.li.id(), "customer", record, NINE));
        run(store -> store.note(world.li.id(), "customer", record, NINE.plusSeconds(59)));
        assertThat(kept()).extracting(RecentStore.Recent::at).containsExactly(NINE);
        Instant later = NINE.plus(RecentStore.SAME);
        run(store -> store.note(world.li.id(), "customer", record, later));
        assertThat(kept()).extracting(RecentStore.Recent::at).containsExactly(later);
    }

    @Test
    void areAtMostFiftyAndOnlyOnesOwnAreForgotten() {
        run(store -> store.note(world.wang.id(), "customer", UUID.randomUUID(), NINE));
        for (int i = 0; i < 60; i++) {
            Instant at = NINE.plus(Duration.ofMinutes(i));
            run(store -> store.note(world.li.id(), "customer", UUID.randomUUID(), at));
        }
        List<RecentStore.Recent> kept = kept();
        assertThat(kept).hasSize(RecentStore.MOST);
        assertThat(kept.getFirst().at()).isEqualTo(NINE.plus(Duration.ofMinutes(59)));
        Integer all = TestServer.bean(Database.class)
                .read(ctx -> ctx.fetchCount(world.company.workspace().schema().table("member_recent")));
        assertThat(all).isEqualTo(RecentStore.MOST + 1);
    }

    private void run(Consumer<RecentStore> work) {
        TestServer.bean(Database.class)
                .writing(ctx -> work.accept(
                        new RecentStore(ctx, world.company.workspace().schema())));
    }

    private List<RecentStore.Recent> kept() {
        return TestServer.bean(Database.class)
                .read(ctx -> new RecentStore(ctx, world.company.workspace().schema()).of(world.li.id()));
    }
}

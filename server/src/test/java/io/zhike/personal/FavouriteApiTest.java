package io.zhike.personal;

import static io.zhike.personal.PersonalWorld.each;
import static io.zhike.personal.PersonalWorld.items;
import static io.zhike.personal.PersonalWorld.make;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.store.Database;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Favourites: marked, ordered, gone and back with what they point to, and nobody else's. */
class FavouriteApiTest {
    private static final String PATH = "/api/v1/me/favourites";

    private final PersonalWorld world = new PersonalWorld();
    private final Client li = world.li.client();

    private static String mark(Client client, String record) {
        return client.post(PATH, Map.of("kind", "record", "entity", "customer", "record", record))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private List<String> titles() {
        return each(items(li, PATH), "title");
    }

    @Test
    void areInTheOrderOfMarkingAndMarkedOnce() {
        String jia = make(li, "customer", Map.of("name", "甲"));
        String id = mark(li, jia);
        mark(li, make(li, "customer", Map.of("name", "乙")));
        assertThat(mark(li, jia)).isEqualTo(id);
        li.post(PATH, Map.of("kind", "view", "entity", "customer", "view", "mine"))
                .expect(201);
        li.post(PATH, Map.of("kind", "list", "entity", "customer")).expect(201);

        assertThat(titles()).containsExactly("甲", "乙", "", "");
        assertThat(each(items(li, PATH), "kind")).containsExactly("record", "record", "view", "list");
        assertThat(each(items(li, PATH), "view")).containsExactly("", "", "mine", "");
        assertThat(items(world.wang.client(), PATH)).isEmpty();
    }

    @Test
    void ofDeletedRecordsVanishAndComeBackInTheirPlace() {
        String jia = make(li, "customer", Map.of("name", "甲"));
        mark(li, jia);
        String second = mark(li, make(li, "customer", Map.of("name", "乙")));
        String third = mark(li, make(li, "customer", Map.of("name", "丙")));
        world.admin.delete("/api/v1/records/customer/" + jia).expect(204);
        assertThat(titles()).containsExactly("乙", "丙");

        li.put(PATH + "/order", Map.of("ids", List.of(third, second))).expect(204);
        assertThat(titles()).containsExactly("丙", "乙");

        world.admin
                .post("/api/v1/records/customer/restore", Map.of("ids", List.of(jia)))
                .expect(200);
        assertThat(titles()).containsExactly("甲", "丙", "乙");
    }

    @Test
    void ofRecordsThatOneMayNotReadAnyMoreVanishAndTheirEntityToo() {
        String jia = make(li, "customer", Map.of("name", "甲"));
        mark(li, jia);
        world.admin
                .patch("/api/v1/records/customer/" + jia, Map.of("owner", world.wang.id()))
                .expect(200);
        assertThat(titles()).isEmpty();
        world.admin
                .patch("/api/v1/records/customer/" + jia, Map.of("owner", world.li.id()))
                .expect(200);
        assertThat(titles()).containsExactly("甲");
        li.post(PATH, Map.of("kind", "list", "entity", "customer")).expect(201);
        world.admin
                .put("/api/v1/members/" + world.li.id() + "/roles", "{\"roles\": []}")
                .expect(200);
        assertThat(titles()).isEmpty();
    }

    @Test
    void goForEverWithTheirRecord() {
        String jia = make(li, "customer", Map.of("name", "甲"));
        mark(li, jia);
        li.post("/api/v1/me/recents", Map.of("entity", "customer", "record", jia))
                .expect(204);
        world.admin.delete("/api/v1/records/customer/" + jia).expect(204);
        world.admin
                .post("/api/v1/records/customer/purge", Map.of("ids", List.of(jia)))
                .expect(200);
        for (String table : List.of("member_favourite", "member_recent")) {
            Integer left = TestServer.bean(Database.class)
                    .read(ctx ->
                            ctx.fetchCount(world.company.workspace().schema().table(table)));
            assertThat(left).as(table).isZero();
        }
    }

    @Test
    void ofWhatOneMayNotReadAreRefused() {
        String hidden = make(world.admin, "customer", Map.of("name", "别人的"));
        li.post(PATH, Map.of("kind", "record", "entity", "customer", "record", hidden))
                .expect(404, "record-not-found");
        li.post(PATH, Map.of("kind", "list", "entity", "secret")).expect(404, "unknown-entity");
        li.post(PATH, Map.of("kind", "list", "entity", "nothing")).expect(404, "unknown-entity");
    }

    @Test
    void thatSayTooLittleAreRefused() {
        li.post(PATH, "{}").expect(400, "favourite-unclear");
        li.post(PATH, Map.of("kind", "record", "entity", "customer")).expect(400, "favourite-unclear");
        li.post(PATH, Map.of("kind", "view", "entity", "customer", "view", "A b"))
                .expect(400, "favourite-unclear");
        li.post(PATH, Map.of("kind", "star", "entity", "customer")).expect(400, "favourite-unclear");
        String id = mark(li, make(li, "customer", Map.of("name", "甲")));
        li.put(PATH + "/order", Map.of("ids", List.of(id, id))).expect(400, "order-unclear");
    }

    @Test
    void areRemovedByTheirOwnerAlone() {
        String id = mark(li, make(li, "customer", Map.of("name", "甲")));
        world.wang.client().delete(PATH + "/" + id).expect(404, "no-such-favourite");
        world.wang.client().put(PATH + "/order", Map.of("ids", List.of(id))).expect(204);
        assertThat(titles()).containsExactly("甲");
        li.delete(PATH + "/" + id).expect(204);
        li.delete(PATH + "/" + id).expect(404, "no-such-favourite");
        assertThat(titles()).isEmpty();
    }

    @Test
    void haveABound() {
        var schema = world.company.workspace().schema();
        TestServer.bean(Database.class).writing(ctx -> {
            FavouriteStore store = new FavouriteStore(ctx, schema);
            for (int i = 0; i < 100; i++) {
                store.add(
                        world.li.id(), new Favourite(UUID.randomUUID(), Favourite.Kind.VIEW, "customer", "view_" + i));
            }
        });
        li.post(PATH, Map.of("kind", "list", "entity", "customer")).expect(400, "too-many-favourites");
    }
}

package io.zhike.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.store.Database;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VisitsTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final TestWorkspace workspace = TestServer.newWorkspace();

    @Test
    void newsAreWhatHappenedSinceTheVisitBefore() {
        assertThat(visit(NINE)).isEmpty();

        assertThat(visit(NINE.plus(Duration.ofHours(3)))).contains(NINE);
        assertThat(visit(NINE.plus(Duration.ofHours(8)))).contains(NINE.plus(Duration.ofHours(3)));
    }

    @Test
    void goingToAndFroIsOneVisit() {
        visit(NINE);
        Instant noon = NINE.plus(Duration.ofHours(3));
        visit(noon);

        assertThat(visit(noon.plus(Duration.ofMinutes(20)))).contains(NINE);
        assertThat(visit(noon.plus(Duration.ofMinutes(45)))).contains(NINE);
        assertThat(visit(noon.plus(Duration.ofMinutes(80)))).contains(noon.plus(Duration.ofMinutes(45)));
    }

    @Test
    void eachEntityAndEachMemberHasVisitsOfItsOwn() {
        visit(NINE);
        TestWorkspace.Person other = workspace.newMember("同事");
        Instant later = NINE.plus(Duration.ofHours(3));

        assertThat(visit(other, "customer", later)).isEmpty();
        assertThat(visit(workspace.administrator(), "deal", later)).isEmpty();
    }

    @Test
    void whatWouldBeNewsIsToldWithoutAVisit() {
        assertThat(since(NINE)).isEmpty();
        visit(NINE);
        assertThat(since(NINE.plus(Duration.ofMinutes(5)))).isEmpty();
        assertThat(since(NINE.plus(Duration.ofHours(3)))).containsExactly(Map.entry("customer", NINE));

        Instant noon = NINE.plus(Duration.ofHours(3));
        visit(noon);
        visit(workspace.administrator(), "deal", NINE);

        assertThat(since(noon.plus(Duration.ofMinutes(5))))
                .containsExactly(Map.entry("customer", NINE), Map.entry("deal", NINE));
        assertThat(visit(noon.plus(Duration.ofMinutes(6)))).contains(NINE);
    }

    @Test
    void entitiesThatOneMayNotSeeAreNotTold() {
        ViewWorld world = new ViewWorld();
        for (String entity : java.util.List.of("customer", "visit")) {
            world.admin().post("/api/v1/views/visits/" + entity, "{}").expect(200);
            TestServer.bean(Database.class)
                    .write(ctx -> new Visits(ctx, world.workspace.workspace().schema())
                            .visit(world.clerk.id(), entity, Instant.now().minus(Duration.ofDays(1))));
        }

        assertThat(world.clerk
                        .client()
                        .get("/api/v1/views/visits")
                        .expect(200)
                        .json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("entity").asString()))
                .containsExactly("customer");
    }

    private Map<String, Instant> since(Instant at) {
        return TestServer.bean(Database.class)
                .read(ctx -> new Visits(ctx, workspace.workspace().schema())
                        .since(workspace.administrator().id(), at));
    }

    private Optional<Instant> visit(Instant at) {
        return visit(workspace.administrator(), "customer", at);
    }

    private Optional<Instant> visit(TestWorkspace.Person who, String entity, Instant at) {
        return TestServer.bean(Database.class)
                .write(ctx -> new Visits(ctx, workspace.workspace().schema()).visit(who.id(), entity, at));
    }
}

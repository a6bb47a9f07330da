package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.message.Label;
import io.zhike.store.Database;
import io.zhike.store.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A hand-over goes on where a run was stopped, and takes along what came meanwhile. */
class HandOverJobTest {
    private static final int RECORDS = 620;
    private static final String PART = "records/thing/owner";

    private final TestWorkspace acme = TestServer.newWorkspace();
    private final TestWorkspace.Person leaver = acme.newMember("张三");
    private final TestWorkspace.Person successor = acme.newMember("李四");
    private final Database database = TestServer.bean(Database.class);
    private final HandOverJob job = TestServer.bean(HandOverJob.class);

    HandOverJobTest() {
        acme.admin().put("/api/v1/definitions/entity/thing", """
                        {"label": {"zh": "东西"}, "fields": [
                          {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true}]}
                        """).expect(200);
        acme.admin().post("/api/v1/publish", "{}").expect(200);
    }

    private void make(int count) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(Map.of("name", "东西" + i, "owner", leaver.id()));
        }
        acme.admin().post("/api/v1/records/thing", Map.of("items", items)).expect(201);
    }

    private int ownedBy(TestWorkspace.Person person) {
        return database.read(ctx -> ctx.fetchCount(
                acme.workspace().schema().table("thing"),
                DSL.field(DSL.name("owner"), UUID.class).eq(person.id())));
    }

    /** One that no job runs but the test. */
    private UUID waiting() {
        HandOver.Part part = new HandOver.Part(
                PART, Label.of("东西"), Holding.Fate.PASSES, successor.id(), RECORDS, 0, 0, false, List.of());
        HandOver made = new HandOver(
                Ids.at(Instant.now()),
                HandOver.Kind.MEMBER,
                leaver.id(),
                "张三",
                acme.administrator().id(),
                "ZH",
                HandOver.State.PASSING,
                true,
                null,
                Instant.now(),
                null,
                List.of(part));
        database.writing(ctx -> rows(ctx).insert(made));
        return made.id();
    }

    private HandOverRows rows(org.jooq.DSLContext ctx) {
        return new HandOverRows(ctx, acme.workspace().schema());
    }

    private HandOver told(UUID id) {
        return database.read(ctx -> rows(ctx).find(id)).orElseThrow();
    }

    private static BooleanSupplier after(int looks) {
        AtomicInteger left = new AtomicInteger(looks);
        return () -> left.getAndDecrement() <= 0;
    }

    @Test
    void goesOnWhereItWasStopped() {
        make(RECORDS);
        UUID id = waiting();
        job.run(acme.workspace(), id, after(1));
        int moved = ownedBy(successor);
        assertThat(moved).isPositive().isLessThan(RECORDS);
        assertThat(told(id).parts().getFirst().moved()).isEqualTo(moved);
        assertThat(told(id).finishedAt()).isNull();
        leaver.client().get("/api/v1/me").expect(200);

        job.run(acme.workspace(), id, () -> false);
        assertThat(ownedBy(successor)).isEqualTo(RECORDS);
        assertThat(ownedBy(leaver)).isZero();
        assertThat(told(id).parts().getFirst().moved()).isEqualTo(RECORDS);
        assertThat(told(id).state()).isEqualTo(HandOver.State.DONE);
        leaver.client().get("/api/v1/me").expect(401);
    }

    @Test
    void takesAlongWhatCameAfterThePartWasDone() {
        make(3);
        UUID id = waiting();
        database.writing(ctx -> rows(ctx).count(id, PART, Holding.Step.all(0), List.of()));
        job.run(acme.workspace(), id, () -> false);
        assertThat(ownedBy(leaver)).isZero();
        assertThat(ownedBy(successor)).isEqualTo(3);
    }

    @Test
    void doesNothingAfterItIsDone() {
        make(2);
        UUID id = waiting();
        job.run(acme.workspace(), id, () -> false);
        make(1);
        job.run(acme.workspace(), id, () -> false);
        job.run(acme.workspace(), UUID.randomUUID(), () -> false);
        assertThat(ownedBy(leaver)).isEqualTo(1);
    }

    @Test
    void tellsWhyItFailedAndLeavesTheMemberIn() {
        acme.admin()
                .patch("/api/v1/members/" + leaver.id(), "{\"admin\": true}")
                .expect(200);
        leaver.client()
                .patch("/api/v1/members/" + acme.administrator().id(), "{\"admin\": false}")
                .expect(200);
        UUID id = waiting();
        job.run(acme.workspace(), id, () -> false);
        assertThat(told(id).state()).isEqualTo(HandOver.State.FAILED);
        assertThat(told(id).message()).contains("管理员");
        leaver.client().get("/api/v1/me").expect(200);
        JsonNode seen =
                leaver.client().get("/api/v1/hand-overs/" + id).expect(200).json();
        assertThat(seen.path("state").asString()).isEqualTo("FAILED");
    }
}

package io.zhike.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.record.Feed;
import io.zhike.store.Database;
import io.zhike.store.Transactions;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever breaks off, nothing is lost and nothing is done twice. The server's own workers rest; the test is the nodes. */
class ExactlyOnceTest {
    private static final int MANY = 450;
    private static final String TASK =
            "'when': {'created': {}}, 'then': [{'code': 'a', 'do': 'create', 'with': {'entity': 'task', 'back': 'customer'}},"
                    + "{'code': 'b', 'do': 'set', 'with': {'values': [{'field': 'note', 'value': '`b`'}]}}]";

    private final RuleWorld world = new RuleWorld();
    private final Workspace workspace = world.workspace.workspace();
    private final Database database = TestServer.bean(Database.class);
    private final Feed feed = TestServer.bean(Feed.class);
    private final FeedReader reading = TestServer.bean(FeedReader.class);
    private final RuleRunner runner = TestServer.bean(RuleRunner.class);
    private final RuleEngine engine = TestServer.bean(RuleEngine.class);

    @BeforeEach
    void rest() {
        world.admin().post("/api/v1/rules/pause", "{}").expect(204);
    }

    private void settle() {
        long written = database.write(
                ctx -> ctx.select(Transactions.current()).fetchSingle().value1());
        long patience = System.nanoTime() + 60_000_000_000L;
        while (database.read(
                        ctx -> ctx.select(Transactions.horizon()).fetchSingle().value1())
                <= written) {
            assertThat(System.nanoTime()).isLessThan(patience);
        }
    }

    private void read() {
        settle();
        Moment moment = engine.moment(workspace);
        while (feed.advance(
                        workspace.schema(),
                        RuleEngine.READER,
                        300,
                        (ctx, changes) -> reading.handle(moment.in(ctx), changes))
                > 0) {}
    }

    private int work(Instant now) {
        return world.work(now);
    }

    private List<String> customers(int count) {
        List<Map<String, String>> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(Map.of("name", "客户" + i));
        }
        return world.createAll("customer", items);
    }

    private long tasks() {
        return database.read(ctx -> (long) ctx.fetchCount(workspace.schema().table("task")));
    }

    @Test
    void aReaderThatDiesLosesNothingAndDoublesNothing() {
        world.rule("r", "customer", TASK);
        customers(20);
        settle();
        Moment moment = engine.moment(workspace);
        assertThatThrownBy(() -> feed.advance(workspace.schema(), RuleEngine.READER, 300, (ctx, changes) -> {
                    reading.handle(moment.in(ctx), changes);
                    throw new IllegalStateException("killed");
                }))
                .hasMessageContaining("killed");
        assertThat(world.runs()).isEmpty();
        read();
        assertThat(world.runs("r")).hasSize(20);
    }

    @Test
    void aNodeThatDiesInAChunkLeavesItToTwoOthersAndEachEffectIsThereOnce() throws Exception {
        world.rule("r", "customer", TASK);
        customers(MANY);
        read();
        Moment moment = engine.moment(workspace);
        assertThatThrownBy(() -> database.writing(ctx -> {
                    assertThat(runner.work(moment.in(ctx))).isEqualTo(RuleRunner.CHUNK);
                    throw new IllegalStateException("killed");
                }))
                .hasMessageContaining("killed");
        assertThat(tasks()).isZero();
        Callable<Integer> node = () -> {
            int done = 0;
            int worked;
            do {
                worked = work(Instant.now());
                done += worked;
            } while (worked > 0);
            return done;
        };
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            int done = 0;
            for (var each : nodes.invokeAll(List.of(node, node))) {
                done += each.get();
            }
            assertThat(done + work(Instant.now())).isEqualTo(MANY);
        }
        assertThat(tasks()).isEqualTo(MANY);
        assertThat(world.runs("r")).hasSize(MANY).allSatisfy(run -> {
            assertThat(run.path("state").asString()).isEqualTo("done");
            assertThat(run.path("log")).hasSize(2);
        });
    }

    @Test
    void oneThatBreaksOffKeepsNobodyElseAndIsTriedAgainUntilItHasFailed() {
        world.rule(
                "r",
                "customer",
                "'when': {'created': {}}, 'then': [{'code': 'a', 'do': 'create', 'with': {'entity': 'task', 'back': 'customer'}},"
                        + "{'code': 'f', 'do': 'flaky'}]");
        List<String> ids = customers(5);
        FlakyAction.BROKEN.add(UUID.fromString(ids.get(2)));
        read();
        Instant now = Instant.now();
        work(now);
        assertThat(tasks()).isEqualTo(5);
        assertThat(world.runs("r").stream()
                        .filter(run -> run.path("state").asString().equals("done")))
                .hasSize(4);
        for (int i = 0; i < Machine.BACK_OFF.size(); i++) {
            JsonNode waiting = only("waiting");
            assertThat(waiting.path("tries").asInt()).isEqualTo(i + 1);
            assertThat(work(now.plus(Machine.BACK_OFF.get(i)).minusSeconds(1)))
                    .as("try " + i)
                    .isZero();
            now = now.plus(Machine.BACK_OFF.get(i));
            assertThat(work(now)).isOne();
        }
        JsonNode failed = only("failed");
        assertThat(failed.path("message").asString()).contains("出错了");
        assertThat(tasks()).isEqualTo(5);
        FlakyAction.BROKEN.clear();
        world.admin()
                .post("/api/v1/rule-runs/" + failed.path("id").asString() + "/repeat", "{}")
                .expect(200);
        assertThat(work(now.plus(Duration.ofDays(1)))).isOne();
        assertThat(world.runs("r"))
                .allSatisfy(run -> assertThat(run.path("state").asString()).isEqualTo("done"));
        assertThat(tasks()).isEqualTo(5);
    }

    private JsonNode only(String state) {
        return world.runs("r").stream()
                .filter(run -> run.path("state").asString().equals(state))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoWaitsGoesOnAtItsTimeAndNotBefore() {
        world.rule(
                "r",
                "customer",
                "'when': {'created': {}}, 'then': [{'code': 'w', 'do': 'wait', 'with': {'for': {'hours': 5}}},"
                        + "{'code': 'b', 'do': 'set', 'with': {'values': [{'field': 'note', 'value': '`b`'}]}}]");
        String id = world.create("customer", Map.of("name", "甲"));
        read();
        Instant now = Instant.now();
        assertThat(work(now)).isOne();
        assertThat(work(now.plus(Duration.ofHours(5)).minusSeconds(1))).isZero();
        assertThat(work(now.plus(Duration.ofHours(5)))).isOne();
        assertThat(world.record("customer", id).path("note").asString()).isEqualTo("b");
    }

    @Test
    void whoWaitedAcrossAPublishGoesOnWithTheStepsAsTheyReadNow() {
        String rule = "'when': {'created': {}}, 'then': [{'code': 'w', 'do': 'wait', 'with': {'for': {'hours': 5}}},"
                + "{'code': 'b', 'do': 'set', 'with': {'values': [{'field': 'note', 'value': '`%s`'}]}}]";
        world.rule("r", "customer", rule.formatted("before"));
        String id = world.create("customer", Map.of("name", "甲"));
        read();
        Instant now = Instant.now();
        work(now);
        world.rule("r", "customer", rule.formatted("after"));
        assertThat(work(now.plus(Duration.ofHours(5)))).isOne();
        assertThat(world.record("customer", id).path("note").asString()).isEqualTo("after");
        assertThat(world.runs("r")).hasSize(1);
    }

    @Test
    void aRuleThatIsDeletedWhileItsRunsWaitStopsThem() {
        world.rule("r", "customer", TASK);
        customers(3);
        read();
        world.admin().delete("/api/v1/definitions/rule/r").expect(200);
        world.publish();
        assertThat(work(Instant.now())).isZero();
        assertThat(world.runs("r"))
                .allSatisfy(run -> assertThat(run.path("state").asString()).isEqualTo("stopped"));
        assertThat(tasks()).isZero();
    }
}

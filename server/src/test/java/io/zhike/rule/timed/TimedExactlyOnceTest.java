package io.zhike.rule.timed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.rule.RuleSteps;
import io.zhike.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** A node that dies in the middle of a pass loses nothing and doubles nothing, whoever goes on. */
class TimedExactlyOnceTest {
    private static final int MANY = 2_500;

    private final TimedWorld world = new TimedWorld();
    private final Workspace workspace = world.workspace.workspace();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Instant later = now.plus(Duration.ofDays(2));

    private void customers() {
        List<Map<String, String>> items = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            items.add(Map.of("name", "客户" + i, "bought", now.toString()));
        }
        for (int i = 0; i < MANY / items.size(); i++) {
            world.workspace
                    .admin()
                    .post("/api/v1/records/customer", Map.of("items", items))
                    .expect(201);
        }
    }

    /** Does one piece and dies before it commits. */
    private void die(DSLContext ctx, TimedRules.Prepared prepared) {
        assertThatThrownBy(() -> ctx.transaction(inner -> {
                    world.rules.piece(inner.dsl(), prepared, later);
                    assertThat(world.ran(inner.dsl(), prepared.rule().code())).isNotEmpty();
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
    }

    @Test
    void inEachPieceOfAPassWithTwoOthersGoingOn() throws Exception {
        world.rule("many", "{'idle': {'for': {'days': 1}, 'since': 'bought'}}");
        customers();
        TimedRules.Prepared many = world.prepared("many");
        // In one transaction, since the server's own pass would go on with a window that was begun.
        world.database.writing(ctx -> {
            TimedSteps.hold(ctx, many);
            die(ctx, many);
            assertThat(world.ran(ctx, "many")).isEmpty();
            assertThat(world.rules.piece(ctx, many, later)).isTrue();
            die(ctx, many);
            assertThat(world.ran(ctx, "many")).hasSize(1_000);
        });
        Callable<Boolean> node = () -> {
            world.rules.pass(workspace, later);
            return true;
        };
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            for (var each : nodes.invokeAll(List.of(node, node))) {
                assertThat(each.get()).isTrue();
            }
        }
        TimedSteps.pass(workspace, later);
        assertThat(world.ran("many")).hasSize(MANY).doesNotHaveDuplicates();
        RuleSteps.run(workspace);
        int once = world.database.read(ctx -> ctx.fetchCount(
                workspace.schema().table("customer"),
                DSL.field(DSL.name("note"), String.class)
                        .eq("many")
                        .and(DSL.field(DSL.name("version"), Integer.class).eq(2))));
        assertThat(once).isEqualTo(MANY);
        TimedSteps.pass(workspace, later.plusSeconds(60));
        assertThat(world.ran("many")).hasSize(MANY);
    }

    @Test
    void inAPassThatTakesThemAsASet() {
        world.rule("set", "{'idle': {'for': {'days': 1}, 'since': 'bought'}}, 'as': 'set'");
        customers();
        TimedRules.Prepared set = world.prepared("set");
        world.database.writing(ctx -> {
            TimedSteps.hold(ctx, set);
            die(ctx, set);
            assertThat(world.ran(ctx, "set")).isEmpty();
        });
        TimedSteps.pass(workspace, later);
        TimedSteps.pass(workspace, later.plusSeconds(1));
        assertThat(world.ran("set").stream()
                        .mapToInt(run -> run.split(",").length)
                        .sum())
                .isEqualTo(MANY);
        assertThat(String.join(",", world.ran("set")).split(",")).doesNotHaveDuplicates();
    }
}

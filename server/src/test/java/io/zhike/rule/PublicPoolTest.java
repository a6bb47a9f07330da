package io.zhike.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.rule.timed.TimedSteps;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The public pool and the reminders of the starter template: rows 08.03 and 10.05, with nothing that a customer could not change. */
class PublicPoolTest {
    private static final String CUSTOMERS = "/api/v1/records/customer";

    private final RuleWorld world = RuleWorld.empty();
    private final TestWorkspace.Person ann = world.workspace.newMember("安");
    private final TestWorkspace.Person bo = world.workspace.newMember("博");

    @BeforeEach
    void install() {
        world.admin().post("/api/v1/apps", "{\"template\": \"starter\"}").expect(201);
        for (TestWorkspace.Person person : List.of(ann, bo)) {
            world.admin()
                    .put("/api/v1/members/" + person.id() + "/roles", Map.of("roles", List.of("sales")))
                    .expect(200);
        }
    }

    private static String make(Client client, String path, Map<String, ?> values) {
        return client.post(path, values).expect(201).json().path("id").asString();
    }

    private static List<String> titles(TestWorkspace.Person person, String path) {
        return person.client()
                .get(path)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(each -> each.path("title").asString())
                .toList();
    }

    private String pooled(String name) {
        String id = world.create("customer", Map.of("name", name));
        world.admin()
                .with("If-Match", "*")
                .patch(CUSTOMERS + "/" + id, "{\"owner\": null}")
                .expect(200);
        world.settle();
        return id;
    }

    private static int press(TestWorkspace.Person person, String button, String record) {
        return person.client()
                .post(CUSTOMERS + "/" + record + "/buttons/" + button, "{}")
                .status();
    }

    private Instant workedAt(String customer) {
        return Instant.parse(
                world.record("customer", customer).path("worked_at").asString());
    }

    private String owner(String customer) {
        return world.record("customer", customer).path("owner").asString("");
    }

    private void at(Instant now) {
        TimedSteps.at(world.workspace.workspace(), now);
        world.settle();
    }

    @Test
    void whatNobodyOwnsLiesOpenForSalesAndIsClaimedByOne() {
        String id = pooled("恒泰贸易");
        assertThat(ann.client().get(CUSTOMERS + "/" + id).status()).isEqualTo(200);

        assertThat(press(ann, "customer_claim", id)).isEqualTo(200);

        assertThat(owner(id)).isEqualTo(ann.id().toString());
        assertThat(bo.client().get(CUSTOMERS + "/" + id).status()).isEqualTo(404);
        assertThat(press(bo, "customer_claim", id)).isGreaterThanOrEqualTo(400);
        assertThat(press(world.workspace.administrator(), "customer_claim", id))
                .as("who sees it all takes nothing from its owner")
                .isEqualTo(409);
        assertThat(owner(id)).isEqualTo(ann.id().toString());
    }

    @Test
    void ofManyWhoClaimAtOnceOneGetsIt() {
        String id = pooled("恒泰贸易");

        List<CompletableFuture<Integer>> presses = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> press(i % 2 == 0 ? ann : bo, "customer_claim", id)))
                .toList();

        assertThat(presses.stream().map(CompletableFuture::join).filter(status -> status == 200))
                .hasSize(1);
        assertThat(owner(id)).isIn(ann.id().toString(), bo.id().toString());
    }

    @Test
    void eachMoveStandsInTheHistory() {
        String id = pooled("恒泰贸易");
        press(ann, "customer_claim", id);
        press(ann, "customer_release", id);

        assertThat(owner(id)).isEmpty();
        JsonNode history = world.admin()
                .get(CUSTOMERS + "/" + id + "/history")
                .expect(200)
                .json()
                .path("items");
        assertThat(history.toString()).contains("customer_claim", "customer_release");
    }

    @Test
    void whatNobodyWorksOnGoesBackAfterAWarning() {
        String id = make(ann.client(), CUSTOMERS, Map.of("name", "恒泰贸易"));
        Instant from = workedAt(id);

        at(from.plus(Duration.ofDays(27)));
        assertThat(titles(ann, "/api/v1/notices")).isEmpty();
        at(from.plus(Duration.ofDays(27)).plusMillis(1));
        assertThat(titles(ann, "/api/v1/notices")).containsExactly("三天后退回公海：恒泰贸易");
        at(from.plus(Duration.ofDays(30)));
        assertThat(owner(id)).isEqualTo(ann.id().toString());
        at(from.plus(Duration.ofDays(30)).plusMillis(1));

        assertThat(owner(id)).isEmpty();
        assertThat(workedAt(id)).as("nobody worked on it").isEqualTo(from);
        assertThat(titles(ann, "/api/v1/notices")).contains("已退回公海：恒泰贸易");
        assertThat(press(bo, "customer_claim", id)).isEqualTo(200);
    }

    @Test
    void aFollowUpAndANewOwnerBeginAnewAndWonOnesStay() {
        String followed = make(ann.client(), CUSTOMERS, Map.of("name", "跟过的"));
        String taken = pooled("领来的");
        String won = make(ann.client(), CUSTOMERS, Map.of("name", "成交的", "stage", "won"));
        Instant made = workedAt(followed);
        Instant pooledAt = workedAt(taken);
        make(ann.client(), "/api/v1/records/follow_up", Map.of("customer", followed, "minutes", "通了电话"));
        press(bo, "customer_claim", taken);
        world.settle();
        assertThat(workedAt(followed)).isAfter(made);
        assertThat(workedAt(taken)).isAfter(pooledAt);

        at(made.plus(Duration.ofDays(30)).plusMillis(1));
        assertThat(owner(followed)).isEqualTo(ann.id().toString());
        at(workedAt(followed).plus(Duration.ofDays(31)));

        assertThat(owner(followed)).isEmpty();
        assertThat(owner(taken)).isEmpty();
        assertThat(owner(won)).isEqualTo(ann.id().toString());
    }

    @Test
    void thePlannedContactComesAsATodoOnItsMorning() {
        LocalDate day = LocalDate.now(world.workspace.workspace().zone()).plusDays(3);
        world.create("customer", Map.of("name", "恒泰贸易", "next_contact", day.toString(), "owner", ann.id()));
        Instant nine = day.atTime(LocalTime.of(9, 0))
                .atZone(world.workspace.workspace().zone())
                .toInstant();

        at(nine.minusSeconds(1));
        assertThat(titles(ann, "/api/v1/todos")).isEmpty();
        at(nine);

        assertThat(titles(ann, "/api/v1/todos")).containsExactly("今天该跟进：恒泰贸易");
        assertThat(titles(bo, "/api/v1/todos")).isEmpty();
    }
}

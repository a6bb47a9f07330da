package io.zhike.rule.timed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What timed rules would have made of the past: the same as their passes did, with everything as it was then. */
class TimedReplayTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String THEN =
            "'then': [{'code': 't', 'do': 'notify', 'with': {'to': [{'who': 'owner'}], 'title': '{name}'}}]";

    private final TimedWorld world = new TimedWorld();
    private final LocalDate today = LocalDate.now(ZONE);

    private static List<String> named(JsonNode replayed) {
        return replayed.path("records")
                .valueStream()
                .map(hit -> hit.path("id").asString())
                .toList();
    }

    private String deal(String stage) {
        return world.create("deal", Map.of("name", "商机", "stage", stage));
    }

    @Test
    void agreesWithWhatPassesDidWhateverHappenedMeanwhile() {
        String five = "'when': {'idle': {'for': {'days': 3}}}, 'where': 'stage = `talk`', " + THEN;
        String quiet =
                "'when': {'idle': {'for': {'days': 2}, 'since': 'follow_up'}}, 'where': 'stage <> `won`', " + THEN;
        world.rule("idle", "deal", five);
        world.rule("quiet", "deal", quiet);
        Happening happening = new Happening(new Random(20261123));
        // Three days are no multiple of seven hours, so that no moment falls together with a pass.
        for (int step = 0; step < 80; step++) {
            happening.some();
            world.age(Duration.ofHours(7));
            TimedSteps.pass(world.workspace.workspace(), Instant.now());
        }
        for (String rule : List.of("idle", "quiet")) {
            JsonNode replayed = world.replay("deal", rule.equals("idle") ? five : quiet, 2);
            assertThat(world.ran(rule)).as(rule).hasSizeGreaterThan(5);
            assertThat(named(replayed)).as(rule).containsExactlyInAnyOrderElementsOf(world.ran(rule));
            assertThat(replayed.path("fired").asInt()).isEqualTo(world.ran(rule).size());
            assertThat(replayed.path("whole").asBoolean()).isTrue();
        }
    }

    /** What people do with deals. */
    private final class Happening {
        private final Random random;
        private final List<String> deals = new ArrayList<>();
        private final List<String> binned = new ArrayList<>();
        private final List<String> calls = new ArrayList<>();

        Happening(Random random) {
            this.random = random;
        }

        void some() {
            if (deals.size() < 3 || random.nextInt(5) == 0) {
                deals.add(deal(random.nextBoolean() ? "talk" : "quote"));
            }
            String deal = deals.get(random.nextInt(deals.size()));
            switch (random.nextInt(7)) {
                case 0 -> world.change("deal", deal, Map.of("stage", random.nextBoolean() ? "talk" : "won"));
                case 1 -> world.change("deal", deal, Map.of("plan", "下一步" + random.nextInt()));
                case 2 ->
                    calls.add(world.create(
                            "call",
                            Map.of(
                                    "what",
                                    "通话",
                                    "deal",
                                    deal,
                                    "at",
                                    Instant.now()
                                            .minus(Duration.ofHours(random.nextInt(80) - 20))
                                            .toString())));
                case 3 -> {
                    if (!calls.isEmpty()) {
                        delete("call", calls.remove(random.nextInt(calls.size())));
                    }
                }
                case 4 -> {
                    if (deals.size() > 3) {
                        deals.remove(deal);
                        binned.add(deal);
                        delete("deal", deal);
                    }
                }
                case 5 -> {
                    if (!binned.isEmpty()) {
                        String back = binned.removeFirst();
                        world.workspace
                                .admin()
                                .post("/api/v1/records/deal/restore", Map.of("ids", List.of(back)))
                                .expect(200);
                        deals.add(back);
                    }
                }
                default -> {}
            }
        }

        private void delete(String entity, String id) {
            world.workspace
                    .admin()
                    .with("If-Match", "*")
                    .delete("/api/v1/records/" + entity + "/" + id)
                    .expect(204);
        }
    }

    @Test
    void asksTheConditionOfTheRecordAsItWasThen() {
        String rule = "'when': {'idle': {'for': {'days': 5}}}, 'where': 'stage = `talk`', " + THEN;
        String left = deal("talk");
        String never = deal("quote");
        world.age(Duration.ofDays(6));
        world.change("deal", left, Map.of("stage", "won"));
        world.change("deal", never, Map.of("plan", "再等等"));
        world.age(Duration.ofDays(10));
        JsonNode replayed = world.replay("deal", rule, 1);
        assertThat(named(replayed)).containsExactly(left);
        assertThat(Instant.parse(replayed.path("records").path(0).path("at").asString()))
                .isBetween(
                        Instant.now().minus(Duration.ofDays(12)), Instant.now().minus(Duration.ofDays(10)));
        assertThat(replayed.path("records").path(0).path("title").asString()).isEqualTo("商机");
    }

    @Test
    void aDateCountsWithTheValueThatItHadWhenItsMomentCame() {
        String rule = "'when': {'date': {'field': 'ends', 'offset': {'days': -30}, 'at': '09:00'}}, " + THEN;
        String came =
                world.customer(Map.of("name", "到了", "ends", today.plusDays(10).toString()));
        String moved =
                world.customer(Map.of("name", "延了", "ends", today.plusDays(10).toString()));
        world.customer(Map.of("name", "还早", "ends", today.plusDays(90).toString()));
        world.age(Duration.ofDays(25));
        world.change("customer", moved, Map.of("ends", today.plusDays(400).toString()));
        world.customer(Map.of("name", "后来的", "ends", today.plusDays(5).toString()));
        JsonNode before = world.replay("customer", rule, 1);
        assertThat(named(before)).containsExactlyInAnyOrder(came, moved);
        world.age(Duration.ofDays(24));
        assertThat(named(world.replay("customer", rule, 1))).containsExactly(came);
    }

    @Test
    void birthdaysComeOncePerYearBySunAndByMoon() {
        String born = world.customer(
                Map.of("name", "阳", "born", today.minusDays(40).minusYears(30).toString()));
        world.customer(Map.of("name", "无"));
        world.age(Duration.ofDays(800));
        String rule = "'when': {'date': {'field': 'born', 'each_year': true, 'at': '08:00'}}, " + THEN;
        JsonNode replayed = world.replay("customer", rule, 24);
        assertThat(named(replayed)).containsExactly(born, born);
        assertThat(replayed.path("byMonth")
                        .valueStream()
                        .map(month -> month.path("month").asString()))
                .containsExactly(
                        YearMonth.from(today.minusDays(40)).minusYears(1).toString(),
                        YearMonth.from(today.minusDays(40)).toString());
        String lunar = "'when': {'date': {'field': 'born', 'each_year': true, 'lunar': true, 'at': '08:00'}}, " + THEN;
        assertThat(named(world.replay("customer", lunar, 24))).hasSize(2).containsOnly(born);
    }

    @Test
    void aScheduleCountsEachTimeForAllThatHeldThenWithTheTimeOfThen() {
        world.customer(Map.of("name", "甲", "stage", "won"));
        world.customer(Map.of("name", "乙", "stage", "lead"));
        world.age(Duration.ofDays(10).plusHours(1));
        String daily = "'when': {'schedule': {'every': 'day', 'at': '07:00'}}, ";
        assertThat(world.replay("customer", daily + "'where': 'stage = `won`', " + THEN, 1)
                        .path("fired")
                        .asInt())
                .isBetween(10, 11);
        assertThat(world.replay(
                                "customer",
                                daily + "'where': 'created_at < NOW() - DAYS(5)', 'once': {'per': 'ever'}, " + THEN,
                                1)
                        .path("fired")
                        .asInt())
                .isEqualTo(2);
        assertThat(world.replay("customer", daily + "'where': 'created_at < NOW() - DAYS(5)', " + THEN, 1)
                        .path("fired")
                        .asInt())
                .isBetween(10, 12);
    }

    @Test
    void aButtonHasNoPast() {
        String refused = world.workspace
                .admin()
                .post(
                        "/api/v1/rules/replay",
                        "{\"months\": 1, \"definition\": "
                                + TimedWorld.document(
                                        "deal", "'kind': 'rule', 'code': 'tried', 'when': {'button': {}}, " + THEN)
                                + "}")
                .expect(400, "replay-of-calls")
                .text();
        assertThat(refused).contains("没有历史");
    }
}

package io.zhike.rule.timed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What comes with time: at the moment and not before, once, whoever passes and however late. */
class TimedRulesTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final TimedWorld world = new TimedWorld();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final LocalDate today = LocalDate.ofInstant(now, ZONE);

    @Test
    void nothingAtExactlyFiveDaysAndOnceJustPastIt() {
        world.rule("five", "{'idle': {'for': {'days': 5}}}, 'where': 'stage = `lead`'");
        String lead = world.customer(Map.of("name", "甲", "stage", "lead"));
        String won = world.customer(Map.of("name", "乙", "stage", "won"));
        Instant exactly = world.changed(lead).plus(Duration.ofDays(5));
        world.at(exactly);
        assertThat(world.ran("five")).isEmpty();
        world.at(exactly.plus(1, ChronoUnit.MILLIS));
        assertThat(world.ran("five")).containsExactly(lead);
        assertThat(world.record(lead).path("note").asString()).isEqualTo("five");
        assertThat(world.record(won).path("note").asString("")).isEmpty();
    }

    @Test
    void aFollowUpBeginsTheSevenDaysAnewAndWithoutAnyTheyBeginWithTheRecord() {
        world.rule("seven", "{'idle': {'for': {'days': 7}, 'since': 'follow_up'}}");
        String visited = world.customer(Map.of("name", "甲"));
        String never = world.customer(Map.of("name", "乙"));
        world.visit(visited, now.minus(Duration.ofDays(6)));
        world.visit(visited, now.plus(Duration.ofDays(3)));
        world.at(now.plus(Duration.ofDays(8)));
        assertThat(world.ran("seven")).containsExactly(never);
        world.at(now.plus(Duration.ofDays(10)));
        assertThat(world.ran("seven")).containsExactly(never);
        world.at(now.plus(Duration.ofDays(10)).plusMillis(1));
        assertThat(world.ran("seven")).containsExactlyInAnyOrder(never, visited);
    }

    @Test
    void aContractIsRemindedOfThirtyDaysBeforeItsEnd() {
        world.rule("renew", "{'date': {'field': 'ends', 'offset': {'days': -30}, 'at': '09:00'}}");
        LocalDate end = today.plusDays(40);
        String contract = world.customer(Map.of("name", "甲", "ends", end.toString()));
        world.customer(Map.of("name", "乙", "ends", end.plusDays(1).toString()));
        world.customer(Map.of("name", "丙"));
        Instant morning = at(end.minusDays(30), "09:00");
        world.at(morning.minusSeconds(1));
        assertThat(world.ran("renew")).isEmpty();
        world.at(morning);
        assertThat(world.ran("renew")).containsExactly(contract);
    }

    @Test
    void aPlannedStepIsRemindedOfAtItsMomentAndWhatPassedBeforeTheRuleIsNot() {
        String past = world.customer(
                Map.of("name", "旧", "next_at", now.minusSeconds(3_600).toString()));
        world.rule("step", "{'date': {'field': 'next_at', 'offset': {'minutes': -15}}}");
        Instant planned = now.plus(Duration.ofHours(3));
        String next = world.customer(Map.of("name", "甲", "next_at", planned.toString()));
        world.at(planned.minus(Duration.ofMinutes(15)).minusMillis(1));
        assertThat(world.ran("step")).isEmpty();
        world.at(planned.minus(Duration.ofMinutes(15)));
        assertThat(world.ran("step")).containsExactly(next).doesNotContain(past);
    }

    @Test
    void aBirthdayComesEachYearAndThatOfALeapDayOnTheLastOfFebruary() {
        world.rule("care", "{'date': {'field': 'born', 'each_year': true, 'at': '08:00'}}");
        String leap = world.customer(Map.of("name", "闰", "born", "1992-02-29"));
        String other = world.customer(Map.of("name", "平", "born", "1985-03-01"));
        world.at(at(LocalDate.of(2027, 2, 28), "07:59"));
        assertThat(world.ran("care")).isEmpty();
        world.at(at(LocalDate.of(2027, 2, 28), "08:00"));
        assertThat(world.ran("care")).containsExactly(leap);
        world.at(at(LocalDate.of(2028, 3, 1), "12:00"));
        assertThat(world.ran("care")).containsExactlyInAnyOrder(leap, other, leap, other);
    }

    @Test
    void aLunarBirthdayComesWithTheLunarYear() {
        world.rule("lunar", "{'date': {'field': 'born', 'each_year': true, 'lunar': true, 'at': '08:00'}}");
        // The first day of the lunar year 1985; the next such days are 2027-02-06 and 2028-01-26.
        String born = world.customer(Map.of("name", "甲", "born", "1985-02-20"));
        world.at(at(LocalDate.of(2027, 2, 5), "23:00"));
        assertThat(world.ran("lunar")).isEmpty();
        world.at(at(LocalDate.of(2027, 2, 6), "08:00"));
        assertThat(world.ran("lunar")).containsExactly(born);
        world.at(at(LocalDate.of(2028, 1, 26), "08:00"));
        assertThat(world.ran("lunar")).containsExactly(born, born);
    }

    @Test
    void theTimeSinceTheLastPurchaseBeginsAnewWithEachPurchase() {
        world.rule("quiet", "{'idle': {'for': {'days': 90}, 'since': 'bought'}}");
        String customer = world.customer(
                Map.of("name", "甲", "bought", now.minus(Duration.ofDays(80)).toString()));
        world.customer(Map.of("name", "没买过"));
        world.at(now.plus(Duration.ofDays(11)));
        assertThat(world.ran("quiet")).containsExactly(customer);
        world.workspace
                .admin()
                .with("If-Match", "*")
                .patch(
                        "/api/v1/records/customer/" + customer,
                        Map.of("bought", now.plus(Duration.ofDays(12)).toString()))
                .expect(200);
        world.at(now.plus(Duration.ofDays(101)));
        assertThat(world.ran("quiet")).hasSize(1);
        world.at(now.plus(Duration.ofDays(103)));
        assertThat(world.ran("quiet")).containsExactly(customer, customer);
    }

    @Test
    void threeWorkingDaysPassOverTheHolidays() {
        world.workspace
                .admin()
                .put(
                        "/api/v1/settings/calendar",
                        Map.of(
                                "days",
                                        Map.of(
                                                day(0),
                                                List.of(List.of("09:00", "18:00")),
                                                day(3),
                                                List.of(List.of("09:00", "18:00"))),
                                "holidays",
                                        List.of(Map.of("date", today.plusDays(3).toString()))))
                .expect(200);
        world.rule("work", "{'idle': {'for': {'working_days': 1}}}");
        String customer = world.customer(Map.of("name", "甲"));
        Instant began = world.changed(customer);
        // Worked are today's weekday and the one three days on, of which the next is a holiday.
        world.at(began.plus(Duration.ofDays(7)));
        assertThat(world.ran("work")).isEmpty();
        world.at(began.plus(Duration.ofDays(7)).plusMillis(1));
        assertThat(world.ran("work")).containsExactly(customer);
    }

    @Test
    void aScheduleComesOnceHoweverManyOfItsTimesWereMissed() {
        String won = world.customer(Map.of("name", "甲", "stage", "won"));
        world.customer(Map.of("name", "乙", "stage", "lead"));
        world.rule("daily", "{'schedule': {'every': 'day', 'at': '07:00'}}, 'where': 'stage = `won`'");
        world.at(at(today.plusDays(1), "06:59"));
        world.at(at(today.plusDays(1), "07:00"));
        world.at(at(today.plusDays(1), "08:00"));
        int first = world.ran("daily").size();
        world.at(at(today.plusDays(9), "12:00"));
        assertThat(world.ran("daily")).hasSize(first + 1).containsOnly(won);
    }

    @Test
    void aRuleThatTakesThemAsASetRunsOnceForAll() {
        world.rule("set", "{'idle': {'for': {'days': 1}}}, 'as': 'set'");
        String one = world.customer(Map.of("name", "甲"));
        String other = world.customer(Map.of("name", "乙"));
        world.at(now.plus(Duration.ofDays(2)));
        assertThat(world.ran("set")).singleElement().isEqualTo(one + "," + other);
    }

    @Test
    void aRuleBeginsWhenItIsPublishedUnlessTheDueIsAskedFor() {
        String old = world.customer(
                Map.of("name", "旧", "bought", now.minus(Duration.ofDays(200)).toString()));
        world.rule("quiet", "{'idle': {'for': {'days': 90}, 'since': 'bought'}}");
        world.at(now.plus(Duration.ofDays(1)));
        assertThat(world.ran("quiet")).isEmpty();
        world.rules.applyToDue(world.workspace.workspace(), world.find("quiet"));
        world.at(now.plus(Duration.ofDays(1)));
        assertThat(world.ran("quiet")).containsExactly(old);
        world.rules.applyToDue(world.workspace.workspace(), world.find("quiet"));
        world.at(now.plus(Duration.ofDays(1)));
        assertThat(world.ran("quiet")).containsExactly(old);
    }

    @Test
    void aPassThatBreaksOffGoesOnWhereItWasAndTwoNodesDoNothingTwice() throws InterruptedException {
        world.rule("many", "{'idle': {'for': {'days': 1}, 'since': 'bought'}}");
        List<Map<String, String>> items = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            items.add(Map.of("name", "客户" + i, "bought", now.toString()));
        }
        for (int i = 0; i < 5; i++) {
            world.workspace
                    .admin()
                    .post("/api/v1/records/customer", Map.of("items", items))
                    .expect(201);
        }
        Instant later = now.plus(Duration.ofDays(2));
        // One piece, and then the node is gone.
        TimedRules.Prepared many = world.prepared("many");
        world.database.writing(ctx -> {
            TimedSteps.hold(ctx, many);
            assertThat(world.rules.piece(ctx, many, later)).isTrue();
            assertThat(world.ran(ctx, "many")).hasSize(1_000);
        });
        CountDownLatch both = new CountDownLatch(2);
        for (int node = 0; node < 2; node++) {
            Thread.ofVirtual().start(() -> {
                world.rules.pass(world.workspace.workspace(), later.plusSeconds(60));
                both.countDown();
            });
        }
        both.await();
        TimedSteps.pass(world.workspace.workspace(), later.plusSeconds(120));
        assertThat(world.ran("many")).hasSize(2_500).doesNotHaveDuplicates();
    }

    private String day(int ahead) {
        return today.plusDays(ahead).getDayOfWeek().name().substring(0, 3).toLowerCase(java.util.Locale.ROOT);
    }

    private static Instant at(LocalDate day, String time) {
        return LocalDateTime.parse(day + "T" + time).atZone(ZONE).toInstant();
    }
}

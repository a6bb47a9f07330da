package io.zhike.rule.timed;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The scenarios of rules that come with time, with what people get of them. */
class TimedScenariosTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final TimedWorld world = new TimedWorld();
    private final TestWorkspace.Person sales = world.workspace.newMember("李销售");
    private final TestWorkspace.Person boss = world.workspace.newMember("王主管");
    private final TestWorkspace.Person other = world.workspace.newMember("赵同事");
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final LocalDate today = LocalDate.ofInstant(now, ZONE);

    TimedScenariosTest() {
        world.workspace
                .admin()
                .patch("/api/v1/members/" + sales.id(), Map.of("supervisor", boss.id()))
                .expect(200);
    }

    private String deal(String name, String stage) {
        return world.create("deal", Map.of("name", name, "stage", stage, "owner", sales.id()));
    }

    private static String notify(String to, String title) {
        return "{'code': 'tell', 'do': 'notify', 'with': {'to': [" + to + "], 'title': '" + title + "'}}";
    }

    private static String todo(String title) {
        return "{'code': 'todo', 'do': 'todo', 'with': {'to': [{'who': 'owner'}], 'title': '" + title + "'}}";
    }

    private static Instant at(LocalDate day, String time) {
        return LocalDateTime.parse(day + "T" + time).atZone(ZONE).toInstant();
    }

    @Test
    void S04_atExactlyFiveDaysNobodyIsToldAndJustPastThemTheOwnerAndTheSupervisorAre() {
        world.rule(
                "five",
                "deal",
                "'when': {'idle': {'for': {'days': 5}}}, 'where': 'stage = `talk`', 'then': ["
                        + notify("{'who': 'owner'}, {'who': 'supervisor'}", "{name} 停留超过 5 天") + "]");
        String stays = deal("恒泰", "talk");
        deal("别的阶段", "quote");
        Instant exactly = world.changed("deal", stays).plus(Duration.ofDays(5));
        world.at(exactly);
        assertThat(TimedWorld.told(sales)).isEmpty();
        assertThat(TimedWorld.told(boss)).isEmpty();
        world.at(exactly.plusMillis(1));
        assertThat(TimedWorld.told(sales)).containsExactly("恒泰 停留超过 5 天");
        assertThat(TimedWorld.told(boss)).containsExactly("恒泰 停留超过 5 天");
        assertThat(TimedWorld.told(other)).isEmpty();
        world.at(exactly.plus(Duration.ofDays(30)));
        assertThat(TimedWorld.told(sales)).containsExactly("恒泰 停留超过 5 天");
    }

    @Test
    void S04_whatIsAskedForByAPressIsTheSameOnceAndAnUpdateBeginsTheFiveDaysAnew() {
        String stays = deal("恒泰", "talk");
        world.rule(
                "five",
                "deal",
                "'when': {'idle': {'for': {'days': 5}}}, 'where': 'stage = `talk`', 'then': ["
                        + notify("{'who': 'owner'}, {'who': 'supervisor'}", "{name}") + "]");
        Instant exactly = world.changed("deal", stays).plus(Duration.ofDays(5));
        world.workspace.admin().post("/api/v1/rules/five/due", "{}").expect(202);
        world.at(exactly);
        assertThat(TimedWorld.told(sales)).isEmpty();
        world.at(exactly.plusMillis(1));
        world.workspace.admin().post("/api/v1/rules/five/due", "{}").expect(202);
        world.at(exactly.plusMillis(2));
        assertThat(TimedWorld.told(sales)).containsExactly("恒泰");
        assertThat(TimedWorld.told(boss)).containsExactly("恒泰");
        world.change("deal", stays, Map.of("plan", "再打一次电话"));
        Instant again = world.changed("deal", stays).plus(Duration.ofDays(5));
        world.at(again);
        assertThat(TimedWorld.told(boss)).containsExactly("恒泰");
        world.at(again.plusMillis(1));
        assertThat(TimedWorld.told(boss)).containsExactly("恒泰", "恒泰");
    }

    @Test
    void S10_sevenDaysWithoutAFollowUpAreToldWithATodoAndOneWithinThemBeginsAnew() {
        world.rule(
                "seven",
                "deal",
                "'when': {'idle': {'for': {'days': 7}, 'since': 'follow_up'}}, 'then': ["
                        + notify("{'who': 'owner'}", "{name} 7 天未跟进") + ", " + todo("跟进 {name}") + "]");
        deal("甲", "talk");
        String followed = deal("乙", "talk");
        world.call(followed, now.plus(Duration.ofDays(5)));
        world.at(now.plus(Duration.ofDays(7)).plus(Duration.ofMinutes(5)));
        assertThat(TimedWorld.told(sales)).containsExactlyInAnyOrder("甲 7 天未跟进", "新待办：跟进 甲");
        assertThat(TimedWorld.todos(sales)).containsExactly("跟进 甲");
        world.at(now.plus(Duration.ofDays(12)));
        assertThat(TimedWorld.todos(sales)).containsExactly("跟进 甲");
        world.at(now.plus(Duration.ofDays(12)).plusMillis(1));
        assertThat(TimedWorld.todos(sales)).containsExactlyInAnyOrder("跟进 甲", "跟进 乙");
        assertThat(TimedWorld.todos(boss)).isEmpty();
    }

    @Test
    void S23_aCustomerThatNobodyContactedForThreeDaysIsTheSalespersonsToDo() {
        world.rule(
                "three",
                "customer",
                "'when': {'idle': {'for': {'days': 3}, 'since': 'follow_up'}}, 'then': ["
                        + notify("{'who': 'owner'}", "联系 {name}") + "]");
        String quiet = world.create("customer", Map.of("name", "安静", "owner", sales.id()));
        String talked = world.create("customer", Map.of("name", "常聊", "owner", sales.id()));
        world.visit(quiet, now.minus(Duration.ofDays(9)));
        world.visit(quiet, now);
        world.visit(talked, now.plus(Duration.ofDays(2)));
        world.at(now.plus(Duration.ofDays(3)));
        assertThat(TimedWorld.told(sales)).isEmpty();
        world.at(now.plus(Duration.ofDays(3)).plusMillis(1));
        assertThat(TimedWorld.told(sales)).containsExactly("联系 安静");
        world.at(now.plus(Duration.ofDays(6)));
        assertThat(TimedWorld.told(sales)).containsExactlyInAnyOrder("联系 安静", "联系 常聊");
    }

    @Test
    void S11_thirtyDaysBeforeItsEndTheRenewalOfAContractBegins() {
        world.rule(
                "renew",
                "customer",
                "'when': {'date': {'field': 'ends', 'offset': {'days': -30}, 'at': '09:00'}}, 'then': ["
                        + "{'code': 'start', 'do': 'create', 'with': {'entity': 'deal', 'values': ["
                        + "{'field': 'name', 'value': '`续约 ` & name'}, {'field': 'owner', 'value': 'owner'}]}}, "
                        + todo("续约 {name}，{ends} 到期") + "]");
        LocalDate end = today.plusDays(45);
        world.create("customer", Map.of("name", "恒泰", "ends", end.toString(), "owner", sales.id()));
        world.at(at(end.minusDays(30), "08:59"));
        assertThat(TimedWorld.todos(sales)).isEmpty();
        world.at(at(end.minusDays(30), "09:00"));
        world.at(at(end.minusDays(29), "09:00"));
        assertThat(TimedWorld.todos(sales)).singleElement().asString().startsWith("续约 恒泰");
        assertThat(world.workspace
                        .admin()
                        .get("/api/v1/records/deal")
                        .expect(200)
                        .json()
                        .path("items")
                        .valueStream())
                .singleElement()
                .satisfies(made -> {
                    assertThat(made.path("name").asString()).isEqualTo("续约 恒泰");
                    assertThat(made.path("owner").asString())
                            .isEqualTo(sales.id().toString());
                });
    }

    @Test
    void S31_theNextPlannedStepIsRemindedOfWhenItIsDueAlsoAfterItWasPutOff() {
        world.rule(
                "step",
                "deal",
                "'when': {'date': {'field': 'next_at', 'offset': {'minutes': -30}}}, 'then': ["
                        + notify("{'who': 'owner'}", "{name}：{plan}") + "]");
        Instant planned = now.plus(Duration.ofDays(1));
        String deal = deal("恒泰", "talk");
        world.change("deal", deal, Map.of("plan", "送样品", "next_at", planned.toString()));
        world.at(planned.minus(Duration.ofMinutes(31)));
        assertThat(TimedWorld.told(sales)).isEmpty();
        Instant later = planned.plus(Duration.ofDays(1));
        world.change("deal", deal, Map.of("next_at", later.toString()));
        world.at(planned);
        assertThat(TimedWorld.told(sales)).isEmpty();
        world.at(later.minus(Duration.ofMinutes(30)));
        assertThat(TimedWorld.told(sales)).containsExactly("恒泰：送样品");
    }

    @Test
    void S33_birthdaysBySunAndMoonAreKeptWithANoticeATodoAndAMailToTheCustomer() {
        String care = ", 'then': [" + notify("{'who': 'owner'}", "{name} 生日") + ", " + todo("祝贺 {name}") + ", "
                + "{'code': 'mail', 'do': 'mail', 'with': {'to': [{'who': 'field', 'field': 'mail'}], "
                + "'subject': '{name}，生日快乐', 'text': '祝您健康。'}}]";
        world.rule(
                "solar",
                "customer",
                "'when': {'date': {'field': 'born', 'each_year': true, 'at': '08:00'}}, 'where': 'note <> `lunar`'"
                        + care);
        world.rule(
                "lunar",
                "customer",
                "'when': {'date': {'field': 'born', 'each_year': true, 'lunar': true, 'at': '08:00'}}, "
                        + "'where': 'note = `lunar`'" + care);
        Map<String, Object> sun = Map.of(
                "name", "阳", "born", "1990-02-06", "note", "solar", "mail", "yang@example.com", "owner", sales.id());
        // The first day of the lunar year 1985, which returns on 2027-02-06.
        Map<String, Object> moon = Map.of(
                "name", "阴", "born", "1985-02-20", "note", "lunar", "mail", "yin@example.com", "owner", sales.id());
        world.customer(sun);
        world.customer(moon);
        world.customer(Map.of("name", "无", "born", "1990-02-07", "note", "solar", "owner", sales.id()));
        world.at(at(LocalDate.of(2027, 2, 6), "07:59"));
        assertThat(TimedWorld.told(sales)).isEmpty();
        world.at(at(LocalDate.of(2027, 2, 6), "08:00"));
        assertThat(TimedWorld.todos(sales)).containsExactlyInAnyOrder("祝贺 阳", "祝贺 阴");
        assertThat(Set.copyOf(TimedWorld.told(sales))).isEqualTo(Set.of("阳 生日", "阴 生日", "新待办：祝贺 阳", "新待办：祝贺 阴"));
        assertThat(world.mails()).containsExactlyInAnyOrder("yang@example.com: 阳，生日快乐", "yin@example.com: 阴，生日快乐");
    }

    @Test
    void S33_timeSinceTheLastPurchaseSendsCareToTheCustomerOnceForEachPurchase() {
        world.rule(
                "care",
                "customer",
                "'when': {'idle': {'for': {'days': 90}, 'since': 'bought'}}, 'then': [{'code': 'mail', 'do': 'mail', 'with': "
                        + "{'to': [{'who': 'field', 'field': 'mail'}], 'subject': '好久不见，{name}', 'text': '有新品。'}}]");
        String customer = world.customer(Map.of(
                "name",
                "甲",
                "mail",
                "jia@example.com",
                "bought",
                now.minus(Duration.ofDays(89)).toString()));
        world.customer(
                Map.of("name", "没有邮箱", "bought", now.minus(Duration.ofDays(89)).toString()));
        world.at(now.plus(Duration.ofDays(1)));
        assertThat(world.mails()).isEmpty();
        world.at(now.plus(Duration.ofDays(2)));
        world.at(now.plus(Duration.ofDays(40)));
        assertThat(world.mails()).isEqualTo(List.of("jia@example.com: 好久不见，甲"));
        world.change(
                "customer",
                customer,
                Map.of("bought", now.plus(Duration.ofDays(41)).toString()));
        world.at(now.plus(Duration.ofDays(41 + 91)));
        assertThat(world.mails()).hasSize(2);
    }
}

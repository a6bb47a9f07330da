package io.zhike.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Members;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** To whom rules give records, and what keeps people out: leaving, limits, hours; and with whom they share them. */
class AssigningTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final RuleWorld world = new RuleWorld();
    private final TestWorkspace.Person li = world.workspace.newMember("李雷");
    private final TestWorkspace.Person wang = world.workspace.newMember("王芳");
    private final TestWorkspace.Person zhao = world.workspace.newMember("赵强");

    private static String members(TestWorkspace.Person... people) {
        List<String> all = new ArrayList<>();
        for (TestWorkspace.Person person : people) {
            all.add("{'who': 'member', 'id': '" + person.id() + "'}");
        }
        return "'to': [" + String.join(", ", all) + "]";
    }

    private void assign(String with) {
        world.rule(
                "leads",
                "customer",
                "'when': {'created': {}}, 'then': [{'code': 's1', 'do': 'assign', 'with': {" + with + "}}]");
    }

    private void customers(int count) {
        for (int i = 0; i < count; i++) {
            world.create("customer", Map.of("name", "客户" + i));
        }
        world.settle();
    }

    private int owned(TestWorkspace.Person person) {
        return world.byOwner("customer").getOrDefault(person.id().toString(), 0);
    }

    private void patch(TestWorkspace.Person person, Map<String, ?> values) {
        world.admin().patch("/api/v1/members/" + person.id(), values).expect(200);
    }

    @Test
    void whoHasLeftOrIsLeavingIsPassedOverAndWhereNobodyIsLeftTheRunFails() {
        patch(li, Map.of("leaving", true));
        TestServer.bean(Members.class).deactivate(world.workspace.workspace(), zhao.id());
        assign("'way': 'in_turn', " + members(li, wang, zhao));
        customers(4);
        assertThat(owned(wang)).isEqualTo(4);
        patch(wang, Map.of("leaving", true));
        customers(1);
        assertThat(world.runs("leads").getLast().path("state").asString()).isEqualTo("failed");
        assertThat(owned(world.workspace.administrator())).isEqualTo(1);
    }

    @Test
    void whoHoldsLeastIsGivenTheNextAndOnlyOpenOnesCount() {
        for (int i = 0; i < 3; i++) {
            world.create("customer", Map.of("name", "旧" + i, "owner", li.id(), "stage", i == 0 ? "new" : "won"));
        }
        for (int i = 0; i < 4; i++) {
            world.create("customer", Map.of("name", "手上" + i, "owner", wang.id()));
        }
        assign("'way': 'load', 'open': 'stage = `new`', " + members(li, wang));
        customers(3);
        // One and four open ones before, four and four after; in turn, or with the closed ones, both would be given
        // some.
        assertThat(owned(li)).isEqualTo(6);
        assertThat(owned(wang)).isEqualTo(4);
    }

    @Test
    void nobodyIsGivenMoreADayThanTheyMayAndTheRestWaitsToBeTriedAgain() {
        assign("'way': 'in_turn', 'most_per_day': 2, " + members(li, wang));
        customers(5);
        assertThat(owned(li)).isEqualTo(2);
        assertThat(owned(wang)).isEqualTo(2);
        // Workers may take runs side by side, so it is one of them and not the last.
        List<JsonNode> waiting = world.runs("leads").stream()
                .filter(run -> run.path("state").asString().equals("waiting"))
                .toList();
        assertThat(waiting).hasSize(1);
        assertThat(waiting.getFirst().path("tries").asInt()).isPositive();
        world.work(Instant.now().plus(Duration.ofDays(1)));
        assertThat(owned(li) + owned(wang)).isEqualTo(5);
    }

    @Test
    void theSupervisorOfTheOwnerTakesOver() {
        patch(li, Map.of("supervisor", wang.id()));
        world.rule(
                "up",
                "customer",
                "'when': {'entered': {'field': 'vip', 'values': [true]}}, "
                        + "'then': [{'code': 's1', 'do': 'assign', 'with': {'way': 'supervisor'}}]");
        String id = world.create("customer", Map.of("name", "甲", "owner", li.id()));
        world.change("customer", id, Map.of("vip", true));
        world.settle();
        assertThat(world.record("customer", id).path("owner").asString())
                .isEqualTo(wang.id().toString());
    }

    @Test
    void outsideWorkingHoursItWaitsForTheNextOnes() {
        LocalDate open = LocalDate.now(ZONE).plusDays(2);
        Map<String, List<List<String>>> days = new HashMap<>();
        days.put(day(open.getDayOfWeek()), List.of(List.of("09:00", "18:00")));
        world.admin().put("/api/v1/settings/calendar", Map.of("days", days)).expect(200);
        assign("'way': 'in_turn', 'working_hours': true, " + members(li));
        customers(1);
        assertThat(owned(li)).isZero();
        assertThat(world.runs("leads")).singleElement().satisfies(run -> {
            assertThat(run.path("state").asString()).isEqualTo("waiting");
            assertThat(run.path("due").asString()).isEqualTo("later");
            assertThat(run.path("tries").asInt()).isZero();
        });
        Instant nine = LocalDateTime.parse(open + "T09:00").atZone(ZONE).toInstant();
        assertThat(world.work(nine.minusSeconds(1))).isZero();
        assertThat(world.work(nine)).isOne();
        assertThat(owned(li)).isEqualTo(1);
    }

    private static String day(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    @Test
    void aRecordIsSharedForAWhileWithWhomTheRuleNamesAndNothingIsTakenFromThem() {
        world.put(
                        "role/clerk",
                        "{\"label\": {\"zh\": \"文员\"}, \"entities\": {\"customer\": {\"read\": \"own\", \"update\": \"own\"}}}")
                .expect(200);
        world.publish();
        for (TestWorkspace.Person each : List.of(li, wang)) {
            world.admin()
                    .put("/api/v1/members/" + each.id() + "/roles", Map.of("roles", List.of("clerk")))
                    .expect(200);
        }
        world.rule(
                "share",
                "customer",
                "'when': {'entered': {'field': 'vip', 'values': [true]}}, 'then': [{'code': 's1', 'do': 'share', 'with': "
                        + "{'with': [{'who': 'member', 'id': '" + wang.id() + "'}], 'level': 'read', 'days': 3}}]");
        String id = world.create("customer", Map.of("name", "甲", "owner", li.id()));
        String other = world.create("customer", Map.of("name", "乙", "owner", li.id()));
        world.settle();
        wang.client().get("/api/v1/records/customer/" + id).expect(404);
        LocalDate before = LocalDate.now(ZONE);
        world.change("customer", id, Map.of("vip", true));
        world.settle();
        wang.client().get("/api/v1/records/customer/" + id).expect(200);
        wang.client().get("/api/v1/records/customer/" + other).expect(404);
        wang.client()
                .with("If-Match", "*")
                .patch("/api/v1/records/customer/" + id, Map.of("note", "改"))
                .expect(403);
        JsonNode shares = world.admin()
                .get("/api/v1/records/customer/" + id + "/shares")
                .expect(200)
                .json();
        assertThat(shares.toString())
                .containsAnyOf(
                        before.plusDays(3).toString(),
                        LocalDate.now(ZONE).plusDays(3).toString());
    }
}

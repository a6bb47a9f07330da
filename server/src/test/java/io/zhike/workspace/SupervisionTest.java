package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whom members report to: the supervisor that is named, or else the nearest head up the tree. */
class SupervisionTest {
    private final TestWorkspace acme = TestServer.newWorkspace();
    private final Departments departments = TestServer.bean(Departments.class);
    private final Members members = TestServer.bean(Members.class);
    private final UUID sales = department("销售部", null);
    private final UUID east = department("华东", sales);
    private final UUID shanghai = department("上海", east);
    private final UUID wang = member("王总", sales);
    private final UUID li = member("李经理", east);
    private final UUID zhang = member("张三", shanghai);

    private UUID department(String name, @Nullable UUID parent) {
        return departments.create(acme.workspace(), name, parent).id();
    }

    private UUID member(String name, UUID department) {
        return members.create(
                        acme.workspace(), new NewMember(name, null, null, null, null, null, department, null, false))
                .id();
    }

    private void head(UUID department, @Nullable UUID member) {
        Map<String, Object> change = new HashMap<>();
        change.put("head", member);
        acme.admin().patch("/api/v1/departments/" + department, change).expect(200);
    }

    private Answer patch(UUID member, String change) {
        return acme.admin().patch("/api/v1/members/" + member, change);
    }

    private @Nullable UUID boss(UUID member) {
        JsonNode found = acme.admin().get("/api/v1/members/" + member).json().path("reportsTo");
        return found.isNull() ? null : UUID.fromString(found.asString());
    }

    @Test
    void isTheNearestHeadUpTheTree() {
        assertThat(boss(zhang)).isNull();
        head(sales, wang);
        assertThat(boss(zhang)).isEqualTo(wang);
        assertThat(boss(li)).isEqualTo(wang);
        assertThat(boss(wang)).isNull();
        head(east, li);
        assertThat(boss(zhang)).isEqualTo(li);
        assertThat(boss(li)).isEqualTo(wang);
    }

    @Test
    void isTheOneThatIsNamedAboveAll() {
        head(sales, wang);
        head(east, li);
        patch(zhang, "{\"supervisor\": \"" + wang + "\"}").expect(200);
        assertThat(boss(zhang)).isEqualTo(wang);
        JsonNode back = patch(zhang, "{\"supervisor\": null}").expect(200).json();
        assertThat(back.path("supervisor").isNull()).isTrue();
        assertThat(back.path("reportsTo").asString()).isEqualTo(li.toString());
    }

    @Test
    void followsWhereverADepartmentOrAMemberMoves() {
        head(sales, wang);
        UUID service = department("客服部", null);
        UUID chen = member("陈主管", service);
        head(service, chen);
        acme.admin()
                .patch("/api/v1/departments/" + east, Map.of("parent", service))
                .expect(200);
        assertThat(boss(zhang)).isEqualTo(chen);
        patch(zhang, "{\"department\": \"" + sales + "\"}").expect(200);
        assertThat(boss(zhang)).isEqualTo(wang);
    }

    @Test
    void passesOverHeadsAndSupervisorsWhoHaveLeft() {
        head(sales, wang);
        head(east, li);
        patch(zhang, "{\"supervisor\": \"" + li + "\"}").expect(200);
        patch(li, "{\"active\": false}").expect(200);
        assertThat(boss(zhang)).isEqualTo(wang);
        patch(li, "{\"active\": true}").expect(200);
        assertThat(boss(zhang)).isEqualTo(li);
    }

    @Test
    void skipsToAboveTheHighestDepartmentThatOneLeads() {
        UUID boss = member("董事长", sales);
        UUID top = department("总部", null);
        acme.admin()
                .patch("/api/v1/departments/" + sales, Map.of("parent", top))
                .expect(200);
        head(top, boss);
        head(sales, li);
        head(east, wang);
        // li leads the sales department from a main department below it, whose head reports to li.
        assertThat(boss(li)).isEqualTo(boss);
        assertThat(boss(zhang)).isEqualTo(wang);
        patch(wang, "{\"department\": \"" + shanghai + "\"}").expect(200);
        assertThat(boss(wang)).isEqualTo(li);
    }

    @Test
    void refusesWhatMakesACircleAndChangesNothing() {
        head(sales, wang);
        patch(wang, "{\"supervisor\": \"" + zhang + "\"}").expect(400, "supervisors-in-a-circle");
        assertThat(boss(wang)).isNull();
        patch(zhang, "{\"supervisor\": \"" + li + "\"}").expect(200);
        patch(li, "{\"supervisor\": \"" + zhang + "\"}").expect(400, "supervisor-loop");
        UUID service = department("客服部", null);
        UUID chen = member("陈主管", sales);
        patch(wang, "{\"department\": \"" + service + "\"}").expect(200);
        Map<String, Object> circle = Map.of("head", chen);
        acme.admin().patch("/api/v1/departments/" + service, circle).expect(400, "supervisors-in-a-circle");
        assertThat(departments.find(acme.workspace(), service).orElseThrow().head())
                .isNull();
    }

    /** The column agrees with a plain walk up the tree, whatever was changed before. */
    @Test
    void agreesWithAWalkUpTheTreeAfterAnyChanges() {
        Random random = new Random(5_906);
        List<UUID> tree = new ArrayList<>(List.of(sales, east, shanghai));
        List<UUID> people = new ArrayList<>(List.of(wang, li, zhang));
        for (int i = 0; i < 6; i++) {
            tree.add(department("部门" + i, random.nextBoolean() ? tree.get(random.nextInt(tree.size())) : null));
            people.add(member("成员" + i, tree.get(random.nextInt(tree.size()))));
        }
        for (int i = 0; i < 60; i++) {
            UUID member = people.get(random.nextInt(people.size()));
            UUID department = tree.get(random.nextInt(tree.size()));
            UUID other = people.get(random.nextInt(people.size()));
            switch (random.nextInt(5)) {
                case 0 -> patch(member, "{\"department\": \"" + department + "\"}");
                case 1 -> patch(member, "{\"supervisor\": \"" + other + "\"}");
                case 2 -> patch(member, "{\"active\": " + random.nextBoolean() + "}");
                case 3 ->
                    acme.admin()
                            .patch(
                                    "/api/v1/departments/" + department,
                                    Map.of("parent", tree.get(random.nextInt(tree.size()))));
                default -> acme.admin().patch("/api/v1/departments/" + department, Map.of("head", member));
            }
        }
        assertAgrees();
    }

    private void assertAgrees() {
        Map<UUID, Department> tree = new HashMap<>();
        departments.all(acme.workspace()).forEach(each -> tree.put(each.id(), each));
        Map<UUID, Member> people = new HashMap<>();
        members.select(acme.workspace(), org.jooq.impl.DSL.noCondition()).forEach(each -> people.put(each.id(), each));
        for (Member member : people.values()) {
            assertThat(member.reportsTo()).as(member.name()).isEqualTo(walked(member, tree, people));
        }
    }

    private static @Nullable UUID walked(Member member, Map<UUID, Department> tree, Map<UUID, Member> people) {
        if (member.supervisor() != null && people.get(member.supervisor()).active()) {
            return member.supervisor();
        }
        if (member.department() == null) {
            return null;
        }
        List<UUID> path = tree.get(member.department()).path();
        int end = path.size();
        for (int i = path.size() - 1; i >= 0; i--) {
            end = member.id().equals(tree.get(path.get(i)).head()) ? i : end;
        }
        for (int i = end - 1; i >= 0; i--) {
            UUID head = tree.get(path.get(i)).head();
            if (head != null && people.get(head).active()) {
                return head;
            }
        }
        return null;
    }
}

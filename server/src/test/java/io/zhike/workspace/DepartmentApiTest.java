package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DepartmentApiTest {
    private final TestWorkspace acme = TestServer.newWorkspace();
    private final Departments departments = TestServer.bean(Departments.class);

    @Test
    void makesATreeAndListsParentsFirst() {
        UUID sales = create("销售部", null);
        UUID east = create("华东", sales);
        UUID shanghai = create("上海", east);
        JsonNode items = acme.admin().get("/api/v1/departments").json().path("items");
        assertThat(items.findValuesAsString("name")).containsExactly("销售部", "华东", "上海");
        assertThat(departments.find(acme.workspace(), shanghai).orElseThrow().path())
                .containsExactly(sales, east, shanghai);
    }

    @Test
    void refusesTheSameNameTwiceInOnePlaceOnly() {
        UUID sales = create("销售部", null);
        post("销售部", null).expect(409, "department-taken");
        create("销售部", sales);
    }

    @Test
    void refusesWhatPointsNowhere() {
        post("x", UUID.randomUUID()).expect(400, "no-such-department");
        post(" ", null).expect(400, "required");
        UUID sales = create("销售部", null);
        patch(sales, Map.of("head", UUID.randomUUID())).expect(400, "no-such-member");
        patch(UUID.randomUUID(), Map.of("name", "x")).expect(404, "no-such-department");
    }

    @Test
    void takesAllBelowAlongWhenItMoves() {
        UUID a = create("a", null);
        UUID b = create("b", a);
        UUID c = create("c", b);
        UUID z = create("z", null);
        patch(b, Map.of("parent", z)).expect(200);
        assertThat(departments.find(acme.workspace(), c).orElseThrow().path()).containsExactly(z, b, c);
        assertThat(departments.andBelow(acme.workspace(), List.of(a))).containsExactly(a);
        assertThat(departments.andBelow(acme.workspace(), List.of(z))).containsExactlyInAnyOrder(z, b, c);
    }

    @Test
    void cannotBeMovedBelowItself() {
        UUID a = create("a", null);
        UUID b = create("b", a);
        patch(a, Map.of("parent", b)).expect(400, "department-below-itself");
        patch(a, Map.of("parent", a)).expect(400, "department-below-itself");
    }

    @Test
    void goesOnlyWhenEmpty() {
        UUID a = create("a", null);
        UUID b = create("b", a);
        delete(a).expect(409, "department-in-use");
        delete(b).expect(204);
        acme.admin()
                .patch("/api/v1/members/" + acme.administrator().id(), Map.of("department", a))
                .expect(200);
        delete(a).expect(409, "department-in-use");
        delete(UUID.randomUUID()).expect(404, "no-such-department");
    }

    @Test
    void isChangedByAdministratorsOnly() {
        UUID a = create("a", null);
        Client member = acme.newMember("张三").client();
        member.post("/api/v1/departments", "{\"name\": \"x\"}").expect(403, "admin-needed");
        member.patch("/api/v1/departments/" + a, "{\"name\": \"x\"}").expect(403);
        member.delete("/api/v1/departments/" + a).expect(403);
        member.get("/api/v1/departments/" + a).expect(200);
    }

    /** Random moves, beside a plain map of parents that says what the paths should be. */
    @Test
    void keepsEveryPathTrueThroughRandomMoves() {
        Random random = new Random(42);
        Map<UUID, UUID> parents = new HashMap<>();
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            UUID parent = all.isEmpty() || random.nextInt(4) == 0 ? null : all.get(random.nextInt(all.size()));
            UUID id = departments.create(acme.workspace(), "d" + i, parent).id();
            parents.put(id, parent);
            all.add(id);
        }
        for (int i = 0; i < 40; i++) {
            UUID moved = all.get(random.nextInt(all.size()));
            UUID to = random.nextInt(6) == 0 ? null : all.get(random.nextInt(all.size()));
            Map<String, Object> change = new HashMap<>();
            change.put("parent", to);
            int status = patch(moved, change).status();
            boolean loop = to != null && path(parents, to).contains(moved);
            assertThat(status).isEqualTo(loop ? 400 : 200);
            if (!loop) {
                parents.put(moved, to);
            }
        }
        for (Department each : departments.all(acme.workspace())) {
            assertThat(each.path()).isEqualTo(path(parents, each.id()));
            Set<UUID> below = new HashSet<>(all.stream()
                    .filter(id -> path(parents, id).contains(each.id()))
                    .toList());
            assertThat(departments.andBelow(acme.workspace(), List.of(each.id())))
                    .isEqualTo(below);
        }
    }

    private static List<UUID> path(Map<UUID, UUID> parents, UUID id) {
        List<UUID> path = new ArrayList<>();
        for (UUID each = id; each != null; each = parents.get(each)) {
            path.addFirst(each);
        }
        return path;
    }

    private UUID create(String name, UUID parent) {
        return UUID.fromString(post(name, parent).expect(201).json().path("id").asString());
    }

    private Answer post(String name, UUID parent) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", name);
        body.put("parent", parent);
        return acme.admin().post("/api/v1/departments", body);
    }

    private Answer patch(UUID id, Map<String, Object> change) {
        return acme.admin().patch("/api/v1/departments/" + id, change);
    }

    private Answer delete(UUID id) {
        return acme.admin().delete("/api/v1/departments/" + id);
    }
}

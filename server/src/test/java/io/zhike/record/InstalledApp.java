package io.zhike.record;

import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A template of {@code apps/}, installed with its sample in a workspace of its own, and somebody there from whom any one field can
 * be hidden: for each field there is a role that may do everything but that.
 */
final class InstalledApp {
    /** Hidden from everybody with such a role: they say when somebody else changed something. */
    private static final List<String> MARKS = List.of("updated_at", "updated_by");

    private static final Map<String, Object> ALL = Map.of(
            "create", true, "read", "all", "update", "all", "delete", "all", "import", true, "export", true, "print",
            true);
    private static final Map<String, InstalledApp> INSTALLED = new ConcurrentHashMap<>();

    final TestWorkspace company = TestServer.newWorkspace();
    final Ground ground;
    final String code;
    private final TestWorkspace.Person person = company.newMember("受限");
    private final Map<String, String> roles = new LinkedHashMap<>();

    private InstalledApp(String code) {
        this.code = code;
        admin().post("/api/v1/apps", Map.of("template", code, "sample", true)).expect(201);
        this.ground = Ground.of(admin(), Map.of());
        hideable().forEach(field -> {
            String role = "blind" + roles.size();
            roles.put(name(field), role);
            admin().put(
                            "/api/v1/definitions/role/" + role,
                            Map.of("label", Map.of("zh", role), "entities", allBut(field)))
                    .expect(200);
        });
        admin().post("/api/v1/publish", "{}").expect(200);
    }

    /** All that ship, each installed once. */
    static List<InstalledApp> all() {
        return codes().map(code -> INSTALLED.computeIfAbsent(code, InstalledApp::new))
                .toList();
    }

    private static Stream<String> codes() {
        return World.SHARED
                .company
                .admin()
                .get("/api/v1/templates")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(template -> template.path("code").asString());
    }

    Client admin() {
        return company.admin();
    }

    /** Every field of every entity but the number, without which a record cannot be addressed. */
    Stream<LeakWays.Known> hideable() {
        return ground.fields().filter(field -> !field.code().equals("number"));
    }

    /** Somebody who sees everything but {@code field}. */
    Client blindTo(LeakWays.Known field) {
        return with(roles.get(name(field)));
    }

    /** Somebody with that role of the app alone. */
    Client with(String role) {
        admin().put("/api/v1/members/" + person.id() + "/roles", Map.of("roles", List.of(role)))
                .expect(200);
        return person.client();
    }

    /** The codes of the app's own roles. */
    List<JsonNode> ownRoles() {
        List<JsonNode> own = new ArrayList<>();
        for (JsonNode role : admin().get("/api/v1/definitions?kind=role&app=" + code)
                .expect(200)
                .json()
                .path("items")) {
            own.add(admin().get("/api/v1/definitions/role/" + role.path("code").asString())
                    .expect(200)
                    .json());
        }
        return own;
    }

    private Map<String, Object> allBut(LeakWays.Known hidden) {
        Map<String, Object> entities = new LinkedHashMap<>();
        for (JsonNode entity : ground.entities()) {
            String of = entity.path("code").asString();
            Map<String, Object> rights = new LinkedHashMap<>(ALL);
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("*", "write");
            MARKS.forEach(mark -> fields.put(mark, "none"));
            if (of.equals(hidden.entity())) {
                fields.put(hidden.code(), "none");
            }
            rights.put("fields", fields);
            entities.put(of, rights);
        }
        return entities;
    }

    private static String name(LeakWays.Known field) {
        return field.entity() + "." + field.code();
    }
}

package io.zhike.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Client;
import io.zhike.workspace.Departments;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Random roles, denials, sharing rules, shares and records: what is told agrees with itself and with what the gates do. */
class WhyAgreesTest {
    private static final List<Object> REACHES = List.of(
            "none",
            "own",
            "shared",
            "department",
            "department_tree",
            "all",
            Map.of("where", "size > 5"),
            Map.of("where", "color = \"red\""),
            Map.of("where", "doubled > 12"));
    private static final List<Object> FIELD_RIGHTS = List.of(
            "none",
            "read",
            "write",
            Map.of("see", "masked"),
            Map.of("see", "reveal", "change", "fill"),
            Map.of("see", "masked", "change", "write"));
    private static final int ROLES = 14;

    private final Random random = new Random(20);
    private final TestWorkspace company = TestServer.newWorkspace();
    private final Client admin = company.admin();
    private final List<TestWorkspace.Person> people = new ArrayList<>();
    private final List<String> records = new ArrayList<>();

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Object scope() {
        return random.nextInt(3) == 0 ? List.of(any(REACHES.subList(1, 4)), any(REACHES.subList(4, 9))) : any(REACHES);
    }

    private Map<String, Object> rights() {
        Map<String, Object> rights = new LinkedHashMap<>();
        rights.put("create", random.nextBoolean());
        Object read = scope();
        if (!read.equals("none")) {
            rights.putAll(Map.of("read", read, "update", scope(), "delete", scope(), "export", random.nextBoolean()));
        }
        Map<String, Object> fields = new LinkedHashMap<>(Map.of("*", any(FIELD_RIGHTS)));
        for (String field : List.of("size", "color", "doubled", "name")) {
            if (random.nextBoolean()) {
                fields.put(field, any(FIELD_RIGHTS));
            }
        }
        rights.put("fields", fields);
        if (random.nextInt(3) == 0) {
            Map<String, Object> caps = Map.of(any(List.of("size", "name")), any(List.of("none", "read")));
            rights.put(
                    "deny",
                    Map.of(any(List.of("read", "update", "delete")), any(REACHES), "export", true, "fields", caps));
        }
        return rights;
    }

    private void define(String what, Object document) {
        admin.put("/api/v1/definitions/" + what, document).expect(200);
    }

    private void fill() {
        define("entity/thing", """
                {"label": {"zh": "物"}, "fields": [{"code": "name", "type": "text", "label": {"zh": "名"}, "title": true},
                 {"code": "size", "type": "number", "label": {"zh": "大小"}},
                 {"code": "color", "type": "text", "label": {"zh": "颜色"}},
                 {"code": "doubled", "type": "formula", "label": {"zh": "两倍"}, "formula": "size * 2"},
                 {"code": "large", "type": "formula", "label": {"zh": "大"}, "formula": "doubled > 10"}]}""");
        for (int i = 0; i < ROLES; i++) {
            define("role/r" + i, Map.of("label", Map.of("zh", "角" + i), "entities", Map.of("thing", rights())));
        }
        for (int i = 0; i < 4; i++) {
            Map<String, Object> rule = new LinkedHashMap<>(Map.of("label", Map.of("zh", "规" + i), "entity", "thing"));
            rule.put("where", any(List.of("size < 3", "color = \"blue\"", "size = 7")));
            rule.put("with", List.of(Map.of("role", "r" + (4 + random.nextInt(ROLES - 4))), Map.of("role", "r" + i)));
            rule.put("level", any(List.of("read", "update")));
            define("sharing/s" + i, rule);
        }
        admin.post("/api/v1/publish", "{}").expect(200);
        people();
        records();
    }

    private void people() {
        Departments all = TestServer.bean(Departments.class);
        UUID top = all.create(company.workspace(), "上", null).id();
        List<UUID> departments =
                List.of(top, all.create(company.workspace(), "下", top).id());
        for (int i = 0; i < 10; i++) {
            TestWorkspace.Person person = company.newMember("人" + i);
            admin.patch("/api/v1/members/" + person.id(), Map.of("department", any(departments)))
                    .expect(200);
            Set<String> roles = new LinkedHashSet<>();
            for (int r = 0; r < 1 + random.nextInt(3); r++) {
                roles.add("r" + random.nextInt(ROLES));
            }
            admin.put("/api/v1/members/" + person.id() + "/roles", Map.of("roles", roles))
                    .expect(200);
            people.add(person);
        }
    }

    private void records() {
        for (int i = 0; i < 10; i++) {
            Map<String, Object> values = new LinkedHashMap<>(
                    Map.of("name", "物" + i, "owner", any(people).id()));
            if (random.nextInt(4) > 0) {
                values.put("size", random.nextInt(10));
                values.put("color", any(List.of("red", "blue")));
            }
            String id = admin.post("/api/v1/records/thing", values)
                    .expect(201)
                    .json()
                    .path("id")
                    .asString();
            records.add(id);
            for (int s = 0; s < random.nextInt(3); s++) {
                admin.post(
                                "/api/v1/records/thing/" + id + "/shares",
                                Map.of(
                                        "kind",
                                        "member",
                                        "principal",
                                        any(people).id(),
                                        "level",
                                        any(List.of("read", "update"))))
                        .expect(200);
            }
        }
    }

    @Test
    void whatIsToldIsWhatHolds() {
        fill();
        int seen = 0;
        int changed = 0;
        for (TestWorkspace.Person person : people) {
            for (String record : records) {
                JsonNode why = admin.get("/api/v1/members/" + person.id() + "/why/thing/" + record)
                        .expect(200)
                        .json();
                boolean reads = rule(why, "read");
                String told = person.member().name() + " " + why;
                assertThat(allowed(why, "read")).as(told).isEqualTo(reads);
                assertThat(allowed(why, "update")).as(told).isEqualTo(reads && rule(why, "update"));
                assertThat(allowed(why, "delete")).as(told).isEqualTo(reads && rule(why, "delete"));
                int status =
                        person.client().get("/api/v1/records/thing/" + record).status();
                assertThat(status == 200).as(told).isEqualTo(reads);
                int patched = person.client()
                        .patch("/api/v1/records/thing/" + record, "{}")
                        .status();
                assertThat(patched == 200).as(told).isEqualTo(allowed(why, "update"));
                seen += reads ? 1 : 0;
                changed += allowed(why, "update") ? 1 : 0;
            }
            assertThat(toldFields(person)).as(person.member().name()).isEqualTo(shownFields(person));
        }
        assertThat(seen).isBetween(15, 85);
        assertThat(changed).isBetween(5, 80);
    }

    private static boolean allowed(JsonNode why, String right) {
        return why.path(right).path("allowed").asBoolean();
    }

    /** What the rules that are told come to. */
    private static boolean rule(JsonNode why, String right) {
        List<JsonNode> holding = why.path(right)
                .path("words")
                .valueStream()
                .filter(word -> word.path("holds").asBoolean())
                .toList();
        return holding.stream().anyMatch(word -> !word.path("denies").asBoolean())
                && holding.stream().noneMatch(word -> word.path("denies").asBoolean());
    }

    /** How much of each field is told to be there, nothing left out. */
    private Map<String, String> toldFields(TestWorkspace.Person person) {
        Map<String, String> told = new LinkedHashMap<>();
        boolean seesAny = person.client().get("/api/v1/entities/thing").status() == 200;
        admin.get("/api/v1/members/" + person.id() + "/why/thing/" + records.getFirst())
                .expect(200)
                .json()
                .path("fields")
                .forEach(field -> {
                    if (!field.path("see").asString().equals("none")) {
                        told.put(
                                field.path("code").asString(), field.path("see").asString());
                    }
                    boolean shown = said(field).see() != FieldRight.See.NONE;
                    boolean hidden = field.path("see").asString().equals("none");
                    // A field that roles show is there, or it is told what hides it; of an entity that is not there,
                    // nothing is.
                    assertThat(field.path("hiddenBy").size() > 0)
                            .as(field.toString())
                            .isEqualTo(seesAny && shown && hidden);
                });
        return told;
    }

    /** The most that a role gives, as far as none denies it. */
    private static FieldRight said(JsonNode field) {
        FieldRight said = FieldRight.NONE;
        for (boolean denies : List.of(false, true)) {
            for (JsonNode word : field.path("words")) {
                FieldRight right = new FieldRight(
                        FieldRight.See.of(word.path("see").asString()),
                        FieldRight.Change.of(word.path("change").asString()));
                if (word.path("denies").asBoolean() == denies) {
                    said = denies ? said.within(right) : said.or(right);
                }
            }
        }
        return said;
    }

    /** How much of each field there is by what the member is sent. */
    private static Map<String, String> shownFields(TestWorkspace.Person person) {
        Map<String, String> shown = new LinkedHashMap<>();
        var answer = person.client().get("/api/v1/entities/thing");
        if (answer.status() == 200) {
            answer.json().path("fields").forEach(field -> {
                boolean masked = field.path("masked").asBoolean();
                boolean reveals = field.path("reveals").asBoolean();
                shown.put(field.path("code").asString(), reveals ? "reveal" : masked ? "masked" : "read");
            });
        }
        return shown;
    }
}

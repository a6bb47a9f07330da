package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.store.Database;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * After any random way of publishes, restoring a revision and publishing it gives that revision's definitions, and tables with
 * its columns: those that were taken away in between hold their values again.
 */
class RestoreAgreesTest {
    private static final List<String> TYPES =
            List.of("text", "number", "money", "date", "boolean", "long_text", "phone");
    private final TestWorkspace company = TestServer.newWorkspace();
    private final Client admin = company.admin();

    /** The definitions of a revision as text, and the columns that its tables have. */
    private record State(Map<String, String> definitions, Map<String, String> columns) {}

    private State state() {
        Map<String, String> definitions = new TreeMap<>();
        for (JsonNode one :
                admin.get("/api/v1/definitions?kind=entity").expect(200).json().path("items")) {
            if (one.path("state").asString().equals("published")) {
                String code = one.path("code").asString();
                definitions.put(
                        code,
                        admin.get("/api/v1/definitions/entity/" + code)
                                .expect(200)
                                .text());
            }
        }
        return new State(definitions, columns(definitions.keySet()));
    }

    private Map<String, String> columns(java.util.Set<String> tables) {
        Map<String, String> columns = new TreeMap<>();
        TestServer.bean(Database.class)
                .read(ctx -> ctx.fetch(
                        "select table_name, column_name, data_type from information_schema.columns where table_schema = {0}",
                        org.jooq.impl.DSL.val(company.workspace().schema().name())))
                .forEach(row -> {
                    String table = row.get(0, String.class);
                    String column = row.get(1, String.class);
                    if (tables.contains(table) && !column.contains("__")) {
                        columns.put(table + "." + column, row.get(2, String.class));
                    }
                });
        return columns;
    }

    private void put(String entity, Map<String, String> fields) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("label").put("zh", entity);
        ArrayNode list = body.putArray("fields");
        ObjectNode title =
                list.addObject().put("code", "name").put("type", "text").put("title", true);
        title.putObject("label").put("zh", "名称");
        fields.forEach((code, type) -> list.addObject()
                .put("code", code)
                .put("type", type)
                .putObject("label")
                .put("zh", code));
        admin.put("/api/v1/definitions/entity/" + entity, body).expect(200);
    }

    /** Publishes, taking every loss that the plan shows. */
    private int publish() {
        JsonNode plan = admin.post("/api/v1/publish?dry=true", "{}").expect(200).json();
        List<String> accepted = new ArrayList<>();
        for (JsonNode step : plan.path("steps")) {
            if (step.path("lossy").booleanValue(false)) {
                accepted.add(step.path("key").asString());
            }
        }
        return admin.post("/api/v1/publish", Map.of("accept", accepted))
                .expect(200)
                .json()
                .path("revision")
                .asInt();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aRestoredRevisionIsWhatItWas(long seed) {
        Random random = new Random(seed);
        Map<Integer, State> revisions = new LinkedHashMap<>();
        Map<String, Map<String, String>> model = new TreeMap<>();
        for (int step = 0; step < 6; step++) {
            change(random, model);
            revisions.put(publish(), state());
        }
        for (int i = 0; i < 4; i++) {
            List<Integer> known = List.copyOf(revisions.keySet());
            int wanted = known.get(random.nextInt(known.size()));
            admin.post("/api/v1/revisions/" + wanted + "/restore", "{}").expect(200);
            int made = publish();
            State restored = state();
            assertThat(restored.definitions)
                    .as("seed " + seed + ", revision " + wanted)
                    .isEqualTo(revisions.get(wanted).definitions);
            assertThat(restored.columns).isEqualTo(revisions.get(wanted).columns);
            revisions.putIfAbsent(made, restored);
        }
    }

    /** Adds and takes away fields, and now and then an entity. */
    private void change(Random random, Map<String, Map<String, String>> model) {
        String entity = "thing" + random.nextInt(3);
        Map<String, String> fields = model.computeIfAbsent(entity, _ -> new TreeMap<>());
        for (int i = 0; i < 3; i++) {
            String code = "f" + random.nextInt(6);
            if (fields.remove(code) == null) {
                fields.put(code, TYPES.get(Math.floorMod((entity + code).hashCode(), TYPES.size())));
            }
        }
        put(entity, fields);
    }
}

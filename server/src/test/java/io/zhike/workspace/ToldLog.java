package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.audit.AuditBuffer;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The audit log of a workspace as its administrator reads it, for the tests of all modules. */
public record ToldLog(TestWorkspace company) {

    /** What {@code query}, such as {@code ?action=signed-in}, finds; the newest first. */
    public List<JsonNode> read(String query) {
        TestServer.bean(AuditBuffer.class).flush();
        List<JsonNode> items = new ArrayList<>();
        company.admin()
                .get("/api/v1/audit" + query)
                .expect(200)
                .json()
                .path("items")
                .forEach(items::add);
        return items;
    }

    /** The newest entry of that action, which must be there: what is told of a request may come a moment behind its answer. */
    public JsonNode last(String action) {
        long patience = System.nanoTime() + 10_000_000_000L;
        List<JsonNode> found = read("?action=" + action);
        while (found.isEmpty() && System.nanoTime() < patience) {
            found = read("?action=" + action);
        }
        assertThat(found).describedAs(action).isNotEmpty();
        return found.getFirst();
    }

    public static String sentence(JsonNode entry) {
        return entry.path("sentence").asString();
    }

    /** A fact of {@code entry}; an empty text for none. */
    public static String fact(JsonNode entry, String name) {
        for (JsonNode fact : entry.path("facts")) {
            if (fact.path("name").asString().equals(name)) {
                return fact.path("value").asString();
            }
        }
        return "";
    }

    /** What {@code entry} says of a property, as {@code before → after}; an empty text for nothing. */
    public static String change(JsonNode entry, String label) {
        for (JsonNode change : entry.path("changes")) {
            if (change.path("label").asString().equals(label)) {
                return change.path("before").asString("-") + " → "
                        + change.path("after").asString("-");
            }
        }
        return "";
    }
}

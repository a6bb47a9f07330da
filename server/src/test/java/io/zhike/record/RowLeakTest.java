package io.zhike.record;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every person × every record × every way to a record: reached by all ways or by none, as the role's row scope says. */
class RowLeakTest {
    private static final World WORLD = World.SHARED;
    private static final Set<String> CUSTOMERS = Set.of("huaxin", "zengshi", "anhui", "baiyun", "empty");
    private static final Set<String> SALES = Set.of("s1", "s2", "s3", "s4");

    /** Which records each person reads. */
    static final Map<String, Set<String>> READ = Map.ofEntries(
            entry("admin", Set.of("huaxin", "zengshi", "anhui", "baiyun", "empty", "s1", "s2", "s3", "s4")),
            entry("zhang", Set.of("huaxin", "zengshi", "anhui", "s1", "s2", "s3", "s4")),
            entry("li", Set.of("huaxin", "zengshi", "s1", "s2")),
            entry("wang", Set.of("huaxin", "zengshi", "anhui", "baiyun", "empty", "s1", "s2", "s3")),
            entry("zhao", Set.of()),
            // A share opens nothing to somebody without a role.
            entry("guest", Set.of()),
            // Shared by name, with a department above and all below it, not with that department alone.
            entry("han", Set.of("baiyun", "anhui", "s4")),
            // Rules share what their conditions hold for; nothing of an entity of which the role reads nothing.
            entry("chen", Set.of("huaxin", "baiyun")),
            // Denied: customers from ads, one by name, and done sales; what is not told to be done is not denied.
            entry("qian", Set.of("huaxin", "zengshi", "empty", "s2", "s3")),
            // Denied although shared with them.
            entry("wu", Set.of("huaxin", "s2")));

    @TestFactory
    Stream<DynamicTest> readsTheRecordsOfItsScopeByEveryWayAndNoOthers() {
        return READ.keySet().stream()
                .map(person -> DynamicTest.dynamicTest(person, () -> {
                    for (String record : records()) {
                        assertThat(reaching(WORLD.as(person), record))
                                .as(record)
                                .isEqualTo(READ.get(person).contains(record) ? ways() : List.of());
                    }
                }));
    }

    static List<String> records() {
        return Stream.concat(CUSTOMERS.stream(), SALES.stream()).sorted().toList();
    }

    private static List<String> ways() {
        return List.of("list", "count", "group", "export", "one", "history", "search", "look-alikes", "figure");
    }

    /** The ways by which {@code client} finds the record, in the order of {@link #ways}. */
    static List<String> reaching(Client client, String key) {
        String entity = CUSTOMERS.contains(key) ? "customer" : "sale";
        String address = "/api/v1/records/" + entity + "/" + WORLD.records.get(key);
        JsonNode known = WORLD.as("admin").get(address).expect(200).json();
        String is = LeakWays.encoded("number = " + known.path("number").asInt());
        String where = "\"entity\": \"%s\", \"where\": \"number = %d\""
                .formatted(entity, known.path("number").asInt());
        String title =
                known.path(entity.equals("customer") ? "name" : "subject").asString();
        return Stream.of(
                        found("list", client, "/api/v1/records/" + entity + "?where=" + is, "\"id\""),
                        counted("count", client, "{%s, \"count\": true}".formatted(where)),
                        counted(
                                "group",
                                client,
                                "{%s, \"groups\": [], \"measures\": [{\"fn\": \"count\"}]}".formatted(where)),
                        found("export", client, "/api/v1/exports/" + entity + "?where=" + is, title),
                        found("one", client, address, "\"id\""),
                        found("history", client, address + "/history", "\"id\""),
                        found(
                                "search",
                                client,
                                "/api/v1/records/" + entity + "?search=" + LeakWays.encoded(title),
                                "\"id\""),
                        alike(client, entity, entity.equals("customer") ? "name" : "subject", title),
                        figure(client, entity, key))
                .filter(way -> !way.isEmpty())
                .toList();
    }

    private static String found(String way, Client client, String path, String sign) {
        Answer answer = client.get(path);
        return answer.status() == 200 && answer.text().contains(sign) ? way : "";
    }

    private static String alike(Client client, String entity, String field, String title) {
        Answer answer =
                client.post("/api/v1/records/" + entity + "/lookalikes", Map.of("values", Map.of(field, title)));
        return answer.status() == 200 && answer.text().contains("\"id\"") ? "look-alikes" : "";
    }

    private static String figure(Client client, String entity, String key) {
        Answer answer = client.post(
                "/api/v1/record-pages/figures",
                Map.of(
                        "entity",
                        entity,
                        "record",
                        WORLD.records.get(key),
                        "figures",
                        List.of(Map.of("code", "f", "label", Map.of("zh", "f"), "value", "number"))));
        return answer.status() == 200
                        && !answer.json().path("items").path(0).path("value").isNull()
                ? "figure"
                : "";
    }

    private static String counted(String way, Client client, String query) {
        Answer answer = client.post("/api/v1/query", query);
        if (answer.status() != 200) {
            return "";
        }
        JsonNode json = answer.json();
        int count = json.has("count")
                ? json.path("count").path("value").asInt(json.path("count").asInt(-1))
                : json.path("groups").path(0).path("values").path(0).asInt(-1);
        assertThat(count).as(answer.text()).isBetween(0, 1);
        return count == 1 ? way : "";
    }
}

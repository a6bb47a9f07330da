package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * What a role may not see, nobody with that role sees by any way: every role × every field of every entity × every way in.
 * The fields come from the published definitions, so that a new field is tried by itself; a further way in is one more line
 * in {@link #WAYS}. Each way is asked as an administrator too, who must be let through, so that no way passes only because it
 * asks nothing.
 */
class LeakTest {
    private static final World WORLD = World.SHARED;

    /** What each person's role hides; all that is not named here must be there. A formula goes with what it reads. */
    private static final Map<String, Map<String, Set<String>>> HIDDEN = Map.of(
            "admin", Map.of(),
            "zhang", Map.of("payroll", Set.of("*")),
            "li",
                    Map.of(
                            "customer", Set.of("margin", "margin_rate", "profitable", "parent_margin"),
                            "payroll", Set.of("*")),
            "wang",
                    Map.of(
                            "customer",
                                    Set.of(
                                            "phone",
                                            "margin",
                                            "keeper",
                                            "note",
                                            "source",
                                            "margin_rate",
                                            "profitable",
                                            "parent_margin",
                                            "discounted"),
                            "sale", Set.of("discount", "buyer_phone"),
                            "payroll", Set.of("*")));

    /** One way to a field. Says whether the field could be reached; a refusal or its absence is what a mask must do. */
    private record Way(String name, BiFunction<Ask, String, Boolean> reaches) {}

    /** Somebody who asks for a field of an entity. */
    private record Ask(Client client, String entity) {

        boolean query(String json) {
            return answered(client.post("/api/v1/query", json.replace('\'', '"')));
        }

        boolean list(String parameters) {
            return answered(client.get("/api/v1/records/" + entity + "?" + parameters));
        }

        private static boolean answered(Answer answer) {
            assertThat(answer.status()).as(answer.toString()).isIn(200, 400, 404);
            return answer.status() == 200;
        }

        /** A record that every role with any right on the entity reads. */
        String record() {
            return "/api/v1/records/" + entity + "/" + WORLD.records.get(entity.equals("sale") ? "s2" : "huaxin");
        }
    }

    private static final List<Way> WAYS = List.of(
            new Way("list, asked for", (ask, field) -> ask.list("fields=" + field)),
            new Way("list, not asked for", (ask, field) -> {
                Answer list = ask.client.get("/api/v1/records/" + ask.entity + "?limit=500");
                return list.status() == 200 && keys(list.json().path("items")).contains(field);
            }),
            new Way("labels", (ask, field) -> {
                Answer list = ask.client.get("/api/v1/records/" + ask.entity + "?limit=500");
                return list.status() == 200 && labels(list.json().path("items")).contains(field);
            }),
            new Way("condition", (ask, field) -> ask.list("where=" + encoded("NOT ISBLANK(" + field + ")"))),
            new Way(
                    "condition as a tree",
                    (ask, field) -> ask.query("{'entity': '%s', 'where': {'field': '%s', 'op': 'not_blank'}}"
                            .formatted(ask.entity, field))),
            new Way("order", (ask, field) -> ask.list("sort=" + field)),
            new Way("order, falling", (ask, field) -> ask.list("sort=-" + field)),
            new Way(
                    "group",
                    (ask, field) ->
                            ask.query("{'entity': '%s', 'groups': [{'by': '%s'}], 'measures': [{'fn': 'count'}]}"
                                    .formatted(ask.entity, field))),
            new Way(
                    "measure",
                    (ask, field) ->
                            ask.query("{'entity': '%s', 'groups': [], 'measures': [{'fn': 'count_unique', 'of': '%s'}]}"
                                    .formatted(ask.entity, field))),
            new Way(
                    "path from another entity",
                    (ask, field) -> ask.entity.equals("customer")
                            && new Ask(ask.client, "sale").list("fields=customer." + field)),
            new Way(
                    "path within the entity",
                    (ask, field) -> ask.entity.equals("customer") && ask.list("fields=parent." + field)),
            new Way(
                    "condition over a path",
                    (ask, field) -> ask.entity.equals("customer")
                            && ask.list("where=" + encoded("ISBLANK(parent." + field + ")"))),
            new Way(
                    "condition over children",
                    (ask, field) -> ask.entity.equals("sale")
                            && new Ask(ask.client, "customer")
                                    .list("where=" + encoded("COUNT(sale_customer, ISBLANK(" + field + ")) > 0"))),
            new Way(
                    "order by a path",
                    (ask, field) -> ask.entity.equals("customer") && ask.list("sort=parent." + field)),
            new Way("one record", (ask, field) -> {
                Answer one = ask.client.get(ask.record());
                return one.status() == 200 && one.json().has(field);
            }),
            new Way("labels of one record", (ask, field) -> {
                Answer one = ask.client.get(ask.record());
                return one.status() == 200 && one.json().path("labels").has(field);
            }),
            new Way("check of an expression", (ask, field) -> {
                Answer check = ask.client.post(
                        "/api/v1/expressions/check",
                        "{'entity': '%s', 'text': 'ISBLANK(%s)'}"
                                .formatted(ask.entity, field)
                                .replace('\'', '"'));
                return check.status() == 200 && check.json().has("tree");
            }),
            new Way("names suggested for a slip", (ask, field) -> {
                Answer check = ask.client.post(
                        "/api/v1/expressions/check",
                        "{'entity': '%s', 'text': 'ISBLANK(%sx)'}"
                                .formatted(ask.entity, field)
                                .replace('\'', '"'));
                return check.status() == 200
                        && Stream.of("'" + field + "'", "「" + field + "」").anyMatch(check.text()::contains);
            }),
            new Way("description of the entity", (ask, field) -> {
                Answer entity = ask.client.get("/api/v1/entities/" + ask.entity);
                return entity.status() == 200
                        && entity.json()
                                .path("fields")
                                .valueStream()
                                .anyMatch(each -> each.path("code").asString().equals(field));
            }),
            new Way("history", (ask, field) -> {
                Answer history = ask.client.get(ask.record() + "/history");
                return history.status() == 200 && history.text().contains("\"" + field + "\"");
            }));

    /** Ways that some fields cannot be asked by, even by an administrator. */
    private static boolean fits(Way way, String entity, JsonNode field) {
        String code = field.path("code").asString();
        String type = field.path("type").asString();
        boolean many = field.path("many").booleanValue(false);
        boolean list = many || type.equals("multi_select");
        boolean labelled = Set.of("relation", "member", "department", "region").contains(type);
        return switch (way.name()) {
            case "labels", "labels of one record" -> labelled && !many;
            case "condition", "condition as a tree", "check of an expression" -> !many;
            case "condition over a path" -> entity.equals("customer") && !many;
            case "order", "order, falling", "group" -> !list;
            case "condition over children" -> entity.equals("sale") && !many;
            case "names suggested for a slip" -> code.length() > 3 && !many;
            case "path from another entity", "path within the entity", "order by a path" ->
                entity.equals("customer") && !list;
            case "history" -> !type.equals("formula") && !field.path("system").booleanValue();
            default -> true;
        };
    }

    @TestFactory
    Stream<DynamicTest> hidesWhatARoleMayNotSeeByEveryWay() {
        return HIDDEN.keySet().stream()
                .filter(person -> !person.equals("admin"))
                .flatMap(person -> fields().filter(field -> hidden(person, field.entity, field.code()))
                        .map(field -> DynamicTest.dynamicTest(person + " " + field.entity + "." + field.code(), () -> {
                            Ask ask = new Ask(WORLD.as(person), field.entity);
                            List<String> leaks = WAYS.stream()
                                    .filter(way -> way.reaches.apply(ask, field.code()))
                                    .map(Way::name)
                                    .toList();
                            assertThat(leaks).isEmpty();
                        })));
    }

    /** Without this the test above would pass on a server that answers nothing. */
    @TestFactory
    Stream<DynamicTest> letsAnAdministratorThroughByEveryWay() {
        return fields().map(field -> DynamicTest.dynamicTest(field.entity + "." + field.code(), () -> {
            Ask ask = new Ask(WORLD.as("admin"), field.entity);
            List<String> shut = new ArrayList<>();
            for (Way way : WAYS) {
                boolean possible = !field.entity.equals("payroll") && fits(way, field.entity, field.json);
                boolean has = !way.name().startsWith("labels") && !way.name().equals("history")
                        || field.json.path("system").booleanValue()
                        || Set.of("parent", "keeper", "place", "customer").contains(field.code());
                if (possible && has && !way.reaches.apply(ask, field.code())) {
                    shut.add(way.name());
                }
            }
            assertThat(shut).isEmpty();
        }));
    }

    @TestFactory
    Stream<DynamicTest> showsWhatARoleMaySee() {
        return HIDDEN.keySet().stream()
                .map(person -> DynamicTest.dynamicTest(person, () -> {
                    for (Known field : fields().toList()) {
                        if (!hidden(person, field.entity, field.code())) {
                            Ask ask = new Ask(WORLD.as(person), field.entity);
                            assertThat(ask.list("fields=" + field.code()))
                                    .as(field.entity + "." + field.code())
                                    .isTrue();
                        }
                    }
                }));
    }

    /** A hidden field and one that is not there are told in the same words. */
    @Test
    void refusesAHiddenFieldAsOneThatIsNotThere() {
        Client wang = WORLD.as("wang");
        for (String way : List.of("fields=%s", "sort=%s", "fields=parent.%s")) {
            Answer hidden = wang.get("/api/v1/records/customer?" + way.formatted("margin"));
            Answer absent = wang.get("/api/v1/records/customer?" + way.formatted("nosuch"));
            assertThat(hidden.expect(400, "unknown-field").text())
                    .isEqualTo(absent.expect(400, "unknown-field").text().replace("nosuch", "margin"));
        }
        Answer hidden = wang.get("/api/v1/entities/payroll");
        Answer absent = wang.get("/api/v1/entities/nosuch");
        assertThat(hidden.expect(404).text())
                .isEqualTo(absent.expect(404).text().replace("nosuch", "payroll"));
    }

    @Test
    void findsNothingByWordsOfAHiddenField() {
        String search = "/api/v1/records/customer?search=";
        assertThat(numbers(WORLD.as("admin").get(search + "13812345678"))).isNotEmpty();
        assertThat(numbers(WORLD.as("wang").get(search + "13812345678"))).isEmpty();
        assertThat(numbers(WORLD.as("wang").get(search + encoded("欠款")))).isEmpty();
        assertThat(numbers(WORLD.as("wang").get(search + encoded("华信")))).isNotEmpty();
    }

    /** The values themselves, wherever they might turn up. */
    @Test
    void answersHoldNoValueOfAHiddenField() {
        String all = WORLD.as("wang").get("/api/v1/records/customer?limit=500").text()
                + WORLD.as("wang").get("/api/v1/records/sale?limit=500").text()
                + WORLD.as("wang")
                        .get(new Ask(WORLD.as("wang"), "customer").record() + "/history")
                        .text();
        assertThat(all).contains("华信科技").doesNotContain("13812345678", "欠款", "4000.00", "0.49996", "展会", "fair");
    }

    @Test
    void seesNothingAtAllWithoutARole() {
        Client guest = WORLD.as("guest");
        assertThat(guest.get("/api/v1/entities").expect(200).json().path("items"))
                .isEmpty();
        for (String entity : List.of("customer", "sale", "payroll")) {
            guest.get("/api/v1/records/" + entity).expect(404, "unknown-entity");
            guest.post("/api/v1/query", "{\"entity\": \"" + entity + "\", \"count\": true}")
                    .expect(404, "unknown-entity");
        }
    }

    private record Known(String entity, JsonNode json) {
        String code() {
            return json.path("code").asString();
        }
    }

    private static Stream<Known> fields() {
        return WORLD.as("admin")
                .get("/api/v1/entities")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .flatMap(entity -> entity.path("fields")
                        .valueStream()
                        .map(field -> new Known(entity.path("code").asString(), field)));
    }

    private static boolean hidden(String person, String entity, String field) {
        Set<String> hidden = HIDDEN.get(person).getOrDefault(entity, Set.of());
        return hidden.contains("*") || hidden.contains(field);
    }

    private static Set<String> keys(JsonNode items) {
        Set<String> keys = new TreeSet<>();
        items.forEach(item -> item.propertyNames().forEach(keys::add));
        return keys;
    }

    private static Set<String> labels(JsonNode items) {
        Set<String> keys = new TreeSet<>();
        items.forEach(item -> item.path("labels").propertyNames().forEach(keys::add));
        return keys;
    }

    private static List<Integer> numbers(Answer list) {
        return list.expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("number").asInt())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.record.transfer.Transfers;
import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** All ways to a field: what {@link LeakTest} and {@link AppLeakTest} try for each role and field. A further way is one more line. */
final class LeakWays {
    /** Of masked fields alone, and of those only where a role says so. */
    static final String REVEAL = "reveal";

    private LeakWays() {}

    /** One way to a field. Says whether the field could be reached; a refusal or its absence is what a mask must do. */
    record Way(String name, BiPredicate<Ask, String> reaches) {}

    /**
     * Somebody who asks for a field of an entity.
     *
     * @param label the field's, as files have it
     */
    record Ask(Ground ground, Client client, String entity, String label) {

        boolean query(String json) {
            return answered(client.post("/api/v1/query", json.replace('\'', '"')));
        }

        /** Whether a figure, which says in its place what is wrong, has a value. */
        boolean figure(String rest) {
            Answer answer = client.post(
                    "/api/v1/query/figures",
                    ("{'figures': [{'entity': '" + entity + "', " + rest + "}]}").replace('\'', '"'));
            return answered(answer) && answer.json().path("figures").get(0).has("value");
        }

        boolean list(String parameters) {
            return answered(client.get("/api/v1/records/" + entity + "?" + parameters));
        }

        private static boolean answered(Answer answer) {
            assertThat(answer.status()).as(answer.toString()).isIn(200, 201, 400, 403, 404);
            return answer.status() < 300;
        }

        Ask on(String other) {
            return new Ask(ground, client, other, label);
        }

        /** Whether {@code reaches} holds for a relation that leads from another entity to this one. */
        boolean fromOthers(BiPredicate<Ask, String> reaches) {
            return ground.fromOthers(entity)
                    .anyMatch(relation -> reaches.test(on(relation.entity()), relation.field()));
        }

        /** Whether {@code reaches} holds for a relation that leads from this entity to itself. */
        boolean fromItself(Predicate<String> reaches) {
            return ground.fromItself(entity).map(Ground.Relation::field).anyMatch(reaches);
        }

        /** Whether {@code reaches} holds for what the records of this entity are called among those of another that has them. */
        boolean amongChildren(BiPredicate<Ask, String> reaches) {
            return ground.toOthers(entity)
                    .anyMatch(relation -> reaches.test(on(relation.target()), entity + "_" + relation.field()));
        }

        boolean export(String parameters) {
            return answered(client.get("/api/v1/exports/" + entity + "?" + parameters));
        }

        /**
         * Begins an import of one column and one row that is refused in any case, for want of a match key: nothing is changed.
         *
         * @param mapping with ' for "; empty where it shall be guessed
         */
        Answer bring(String column, String mapping) {
            byte[] file = (column + "\n~nobody~\n").getBytes(StandardCharsets.UTF_8);
            Map<String, String> parts =
                    Map.of("entity", entity, "mode", "update", "mapping", mapping.replace('\'', '"'));
            return new Transfers(client).send("/api/v1/imports", "one.csv", file, parts);
        }

        /** Whether the match key is all that such an import lacks. */
        boolean brings(String column, String mapping) {
            Answer answer = bring(column, mapping);
            answered(answer);
            return answer.status() == 400
                    && answer.text().contains("match-needed")
                    && answer.json().path("errors").size() == 1;
        }

        /** Whether an expression is worked out for a record. */
        boolean figureOfPage(String expression) {
            UUID id = ground.sample(entity);
            Answer answer = client.post(
                    "/api/v1/record-pages/figures",
                    Map.of(
                            "entity",
                            entity,
                            "record",
                            id,
                            "figures",
                            List.of(Map.of("code", "f", "label", Map.of("zh", "f"), "value", expression))));
            return answered(answer)
                    && answer.json().path("items").path(0).path("field").isObject();
        }

        /** A record that every role with any right on the entity reads. */
        String record() {
            return "/api/v1/records/" + entity + "/" + ground.sample(entity);
        }
    }

    static final List<Way> ALL = List.of(
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
                    (ask, field) -> ask.fromOthers((other, to) -> other.list("fields=" + to + "." + field))),
            new Way(
                    "path within the entity",
                    (ask, field) -> ask.fromItself(to -> ask.list("fields=" + to + "." + field))),
            new Way(
                    "condition over a path",
                    (ask, field) ->
                            ask.fromItself(to -> ask.list("where=" + encoded("ISBLANK(" + to + "." + field + ")")))),
            new Way(
                    "condition over children",
                    (ask, field) -> ask.amongChildren((owner, many) ->
                            owner.list("where=" + encoded("COUNT(" + many + ", ISBLANK(" + field + ")) > 0")))),
            new Way("order by a path", (ask, field) -> ask.fromItself(to -> ask.list("sort=" + to + "." + field))),
            new Way("figure of it", (ask, field) -> ask.figure("'fn': 'count_unique', 'of': '" + field + "'")),
            new Way("figure under a condition", (ask, field) -> ask.figure("'where': 'ISBLANK(" + field + ")'")),
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
            new Way("figure of a record page", (ask, field) -> ask.figureOfPage("ISBLANK(" + field + ")")),
            new Way(
                    "figure over children",
                    (ask, field) -> ask.amongChildren(
                            (owner, many) -> owner.figureOfPage("COUNT(" + many + ", ISBLANK(" + field + "))"))),
            new Way("names for completion", (ask, field) -> {
                Answer names = ask.client.get("/api/v1/expressions/names?entity=" + ask.entity);
                return names.status() == 200
                        && names.json()
                                .path("items")
                                .valueStream()
                                .anyMatch(each -> each.path("code").asString().equals(field));
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
            new Way(
                    "look-alikes",
                    (ask, field) -> Ask.answered(ask.client.post(
                            "/api/v1/records/" + ask.entity + "/lookalikes",
                            "{\"values\": {\"" + field + "\": \"x\"}}"))),
            new Way("history", (ask, field) -> {
                Answer history = ask.client.get(ask.record() + "/history");
                return history.status() == 200 && history.text().contains("\"code\":\"" + field + "\"");
            }),
            new Way(
                    REVEAL,
                    (ask, field) -> Ask.answered(ask.client.post(ask.record() + "/reveal", Map.of("field", field)))),
            new Way("export, asked for", (ask, field) -> ask.export("fields=" + field)),
            new Way("export, not asked for", (ask, field) -> {
                Answer file = ask.client.get("/api/v1/exports/" + ask.entity);
                return file.status() == 200
                        && List.of(file.text()
                                        .replace("\uFEFF", "")
                                        .lines()
                                        .findFirst()
                                        .orElseThrow()
                                        .split(","))
                                .contains(ask.label);
            }),
            new Way("export as a workbook", (ask, field) -> ask.export("format=xlsx&fields=" + field)),
            new Way("export, condition", (ask, field) -> ask.export("where=" + encoded("NOT ISBLANK(" + field + ")"))),
            new Way("export, order", (ask, field) -> ask.export("sort=-" + field)),
            new Way(
                    "export over a path",
                    (ask, field) -> ask.fromOthers((other, to) -> other.export("fields=" + to + "." + field))),
            new Way("import into it", (ask, field) -> ask.brings("x", "{'x': '" + field + "'}")),
            new Way("import, column of its name", (ask, field) -> ask.brings(ask.label, "")),
            new Way(
                    "import, looked up by it",
                    (ask, field) -> ask.fromItself(
                            to -> ask.brings("x", "{'x': {'field': '" + to + "', 'by': '" + field + "'}}"))));

    /** The ways by which values go out or come in, and nothing is asked by them: a masked field is there, as its mask. */
    private static final Set<String> SHOWING = Set.of(
            "list, asked for",
            "list, not asked for",
            "path from another entity",
            "path within the entity",
            "one record",
            "description of the entity",
            "history",
            REVEAL,
            "export, asked for",
            "export, not asked for",
            "export as a workbook",
            "export over a path",
            "import into it",
            "import, column of its name");

    /** Whether a masked field may be reached by the way. */
    static boolean shows(String way) {
        return SHOWING.contains(way);
    }

    /** Whether a field can be reached by a way at all, as an administrator does. */
    static boolean fits(Way way, Known field) {
        boolean valued = field.ground.hasValue(field.entity, field.code());
        boolean needsValue = way.name.startsWith("labels") || way.name.equals("history");
        return field.ground.samples().containsKey(field.entity)
                && (valued || !needsValue)
                && fits(way, field.ground, field.entity, field.json);
    }

    private static boolean fits(Way way, Ground ground, String entity, JsonNode field) {
        String code = field.path("code").asString();
        String type = field.path("type").asString();
        boolean many = field.path("many").booleanValue(false);
        boolean list = many || type.equals("multi_select");
        boolean writable = !field.path("readonly").booleanValue();
        boolean computed = Set.of("formula", "location", "rollup").contains(type);
        boolean labelled = Set.of("relation", "member", "department", "region").contains(type);
        boolean fromOthers = ground.fromOthers(entity).findAny().isPresent();
        boolean fromItself = ground.fromItself(entity).findAny().isPresent();
        boolean owned = ground.toOthers(entity).findAny().isPresent();
        return switch (way.name()) {
            case "labels", "labels of one record" -> labelled && !many;
            case "condition",
                    "condition as a tree",
                    "check of an expression",
                    "figure under a condition",
                    "figure of a record page" -> !many;
            case REVEAL -> false;
            case "condition over a path" -> fromItself && !many;
            case "order", "order, falling", "group", "figure of it" -> !list;
            case "condition over children", "figure over children" -> owned && !many;
            case "names suggested for a slip" -> code.length() > 3 && !many;
            case "path from another entity" -> fromOthers && !list;
            case "path within the entity", "order by a path" -> fromItself && !list;
            case "history" -> !computed && !field.path("system").booleanValue();
            case "export, not asked for" -> !code.equals("number");
            case "export, condition" -> !many;
            case "export, order" -> !list;
            case "export over a path" -> fromOthers && !list;
            case "import into it" -> writable && !list && !computed;
            case "import, column of its name" -> writable;
            case "import, looked up by it" -> fromItself && !list && !computed;
            default -> true;
        };
    }

    /** A field as the administrator sees it described. */
    record Known(Ground ground, String entity, JsonNode json) {

        String code() {
            return json.path("code").asString();
        }

        Ask askedBy(Client client) {
            return new Ask(ground, client, entity, json.path("label").path("zh").asString());
        }
    }

    /** The ways by which {@code client} reaches the field. */
    static List<String> reaching(Client client, Known field) {
        Ask ask = field.askedBy(client);
        return ALL.stream()
                .filter(way -> way.reaches.test(ask, field.code()))
                .map(Way::name)
                .toList();
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

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

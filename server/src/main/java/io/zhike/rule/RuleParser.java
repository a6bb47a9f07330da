package io.zhike.rule;

import io.zhike.definition.Definition;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** Reads rules from documents that match their schema; what is left open is what the schema lets be. */
final class RuleParser {
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private RuleParser() {}

    static Rule parse(Definition definition) {
        return new Rule(
                definition.key().code(),
                definition.app(),
                definition.label(),
                definition.get("entity").asString(),
                definition.get("on").asBoolean(true),
                definition.get("order").asInt(100),
                definition.get("at").asString("after").equals("save"),
                trigger(definition.get("when")),
                condition(definition.get("where")),
                condition(definition.get("was")),
                Rule.Period.of(definition.get("once").path("per").asString("")),
                limit(definition.get("limit")),
                definition.get("as").asString("record").equals("set"),
                steps(definition.get("then"), "then"));
    }

    private static Optional<Rule.Limit> limit(JsonNode node) {
        return Rule.Period.of(node.path("per").asString(""))
                .map(per -> new Rule.Limit(node.path("runs").asInt(1), per));
    }

    static Optional<JsonNode> condition(JsonNode node) {
        boolean said = node.isObject() || (node.isString() && !node.asString().isBlank());
        return said ? Optional.of(node) : Optional.empty();
    }

    /** Of a document with exactly one trigger; of others, the first that is known. */
    static Trigger trigger(JsonNode when) {
        String kind = when.propertyNames().stream()
                .filter(TriggerSchema.KINDS::contains)
                .findFirst()
                .orElse("saved");
        JsonNode says = when.path(kind);
        String field = says.path("field").asString("");
        return switch (kind) {
            case "created" -> new Trigger.Created(text(says.path("form")));
            case "updated" -> new Trigger.Updated(texts(says.path("fields")));
            case "changed" -> new Trigger.Changed(field, nodes(says.path("from")), nodes(says.path("to")));
            case "entered" -> new Trigger.Entered(field, nodes(says.path("values")));
            case "left" -> new Trigger.Left(field, nodes(says.path("values")));
            case "deleted" -> new Trigger.Deleted();
            case "restored" -> new Trigger.Restored();
            case "date" ->
                new Trigger.OnDate(
                        field,
                        Span.read(says.path("offset")).orElse(new Span(Span.Unit.DAYS, 0)),
                        time(says.path("at")),
                        says.path("each_year").asBoolean(false),
                        says.path("lunar").asBoolean(false));
            case "idle" ->
                new Trigger.Idle(
                        Span.read(says.path("for")).orElse(new Span(Span.Unit.DAYS, 1)),
                        says.path("since").asString(Trigger.Idle.CHANGE));
            case "schedule" ->
                new Trigger.Schedule(
                        Trigger.Every.valueOf(says.path("every").asString("day").toUpperCase(Locale.ROOT)),
                        time(says.path("at")).orElse(MORNING),
                        days(says.path("on")),
                        says.path("working_days").asBoolean(false));
            case "button" -> new Trigger.Button();
            case "webhook" ->
                new Trigger.Webhook(text(says.path("match")), text(says.path("id")), pointers(says.path("fields")));
            default -> new Trigger.Saved();
        };
    }

    private static List<String> days(JsonNode list) {
        List<String> days = new ArrayList<>();
        list.forEach(day -> days.add(day.asString()));
        return days;
    }

    private static Map<String, String> pointers(JsonNode fields) {
        Map<String, String> pointers = new HashMap<>();
        fields.properties()
                .forEach(each -> pointers.put(each.getKey(), each.getValue().asString()));
        return pointers;
    }

    private static Optional<LocalTime> time(JsonNode node) {
        return text(node).map(LocalTime::parse);
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() && !node.asString().isBlank() ? Optional.of(node.asString()) : Optional.empty();
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(each -> texts.add(each.asString()));
        return texts;
    }

    private static List<JsonNode> nodes(JsonNode list) {
        List<JsonNode> nodes = new ArrayList<>();
        list.forEach(nodes::add);
        return nodes;
    }

    static List<Step> steps(JsonNode list, String path) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            steps.add(step(list.get(i), path + "[" + i + "]"));
        }
        return steps;
    }

    private static Step step(JsonNode node, String path) {
        String code = node.path("code").asString();
        Optional<JsonNode> condition = condition(node.path("if"));
        JsonNode with = node.path("with");
        String inner = path + ".with";
        return switch (node.path("do").asString()) {
            case "branch" ->
                new Step.Branch(
                        code,
                        condition,
                        path,
                        cases(with.path("cases"), inner + ".cases"),
                        steps(with.path("otherwise"), inner + ".otherwise"));
            case "each" ->
                new Step.Each(
                        code,
                        condition,
                        path,
                        with.path("of").asString(""),
                        condition(with.path("if")),
                        steps(with.path("then"), inner + ".then"));
            case "wait" -> new Step.Wait(code, condition, path, Span.read(with.path("for")), text(with.path("until")));
            case String action ->
                new Step.Do(
                        code,
                        condition,
                        path,
                        action,
                        with instanceof MissingNode ? JsonNodeFactory.instance.objectNode() : with);
        };
    }

    private static List<Step.Case> cases(JsonNode list, String path) {
        List<Step.Case> cases = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            cases.add(
                    new Step.Case(list.get(i).path("if"), steps(list.get(i).path("then"), path + "[" + i + "].then")));
        }
        return cases;
    }
}

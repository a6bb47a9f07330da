package io.zhike.rule;

import io.zhike.action.Action;
import io.zhike.action.Actions;
import io.zhike.action.Parameters;
import io.zhike.definition.DocumentSchema;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of documents of kind {@code rule}, made with the parameters of the catalogue's actions. */
final class RuleSchema {
    private static final int MOST_STEPS = 50;
    private static final int MOST_CASES = 50;
    private static final int MOST_ORDER = 100_000;
    private static final int MOST_RUNS = 1_000_000;
    private static final int LONGEST_NOTE = 2_000;
    private static final List<String> SAID =
            List.of("title", "description", "help", "x-input", "x-of", "x-titles", "default");
    private static final List<String> CHOICES = List.of("oneOf", "anyOf", "allOf");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RuleSchema() {}

    static ObjectNode schema(Actions actions) {
        ObjectNode properties = JSON.objectNode();
        properties.set("note", DocumentSchema.text(LONGEST_NOTE));
        properties.set("entity", DocumentSchema.code());
        properties.putObject("on").put("type", "boolean");
        properties.putObject("order").put("type", "integer").put("minimum", 0).put("maximum", MOST_ORDER);
        properties.set("at", Parameters.oneOf(List.of("after", "save")));
        properties.set("when", TriggerSchema.schema());
        properties.set("where", Parameters.condition());
        properties.set("was", Parameters.condition());
        ObjectNode once = JSON.objectNode();
        once.set("per", periods(Rule.Period.values()));
        properties.set("once", TriggerSchema.object(once, "per"));
        ObjectNode limit = JSON.objectNode();
        limit.set("runs", Parameters.whole(1, MOST_RUNS));
        limit.set("per", periods(Rule.Period.HOUR, Rule.Period.DAY));
        properties.set("limit", TriggerSchema.object(limit, "runs", "per"));
        properties.set("as", Parameters.oneOf(List.of("record", "set")));
        properties.set("then", steps());
        ObjectNode schema = DocumentSchema.of(Rule.KIND, properties, "entity", "when", "then");
        schema.putObject("$defs").set("step", step(actions));
        return schema;
    }

    private static ObjectNode periods(Rule.Period... periods) {
        return Parameters.oneOf(Arrays.stream(periods).map(Rule.Period::code).toList());
    }

    private static ObjectNode steps() {
        ObjectNode steps = JSON.objectNode().put("type", "array").put("maxItems", MOST_STEPS);
        steps.putObject("items").put("$ref", "#/$defs/step");
        return steps;
    }

    private static ObjectNode step(Actions actions) {
        ObjectNode properties = JSON.objectNode();
        properties.set("code", DocumentSchema.code());
        properties.set("if", Parameters.condition());
        properties.putObject("with").put("type", "object");
        ArrayNode codes = properties.putObject("do").putArray("enum");
        ObjectNode step = TriggerSchema.object(properties, "code", "do");
        ArrayNode each = step.putArray("allOf");
        for (Action action : actions.all()) {
            put(codes, each, action.text().code(), bare(action.parameters()));
        }
        put(codes, each, "branch", branch());
        ObjectNode loop = JSON.objectNode();
        loop.set("of", DocumentSchema.code());
        loop.set("if", Parameters.condition());
        loop.set("then", steps());
        put(codes, each, "each", TriggerSchema.object(loop, "of", "then"));
        ObjectNode wait = JSON.objectNode();
        wait.set("for", TriggerSchema.span(1));
        wait.set("until", Parameters.expression());
        put(
                codes,
                each,
                "wait",
                TriggerSchema.object(wait).put("minProperties", 1).put("maxProperties", 1));
        return step;
    }

    private static ObjectNode branch() {
        ObjectNode one = JSON.objectNode();
        one.set("if", Parameters.condition());
        one.set("then", steps());
        ObjectNode cases =
                JSON.objectNode().put("type", "array").put("minItems", 1).put("maxItems", MOST_CASES);
        cases.set("items", TriggerSchema.object(one, "if", "then"));
        ObjectNode branch = JSON.objectNode();
        branch.set("cases", cases);
        branch.set("otherwise", steps());
        return TriggerSchema.object(branch, "cases");
    }

    /** Without what a schema says to builders and which says nothing of what is right. */
    private static ObjectNode bare(ObjectNode schema) {
        schema.remove(SAID);
        schema.path("properties").forEach(RuleSchema::bareInside);
        bareInside(schema.path("items"));
        CHOICES.forEach(choice -> schema.path(choice).forEach(RuleSchema::bareInside));
        return schema;
    }

    private static void bareInside(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            bare(object);
        }
    }

    private static void put(ArrayNode codes, ArrayNode each, String code, ObjectNode with) {
        codes.add(code);
        ObjectNode one = each.addObject();
        one.putObject("if").putObject("properties").putObject("do").put("const", code);
        ObjectNode then = one.putObject("then");
        then.putObject("properties").set("with", with);
        if (!with.path("required").isEmpty()) {
            then.putArray("required").add("with");
        }
    }
}

package io.zhike.rule;

import io.zhike.definition.DocumentSchema;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of {@code when}: an object with exactly one property, the trigger. */
final class TriggerSchema {
    static final List<String> KINDS = List.of(
            "created",
            "updated",
            "saved",
            "changed",
            "entered",
            "left",
            "deleted",
            "restored",
            "date",
            "idle",
            "schedule",
            "button",
            "webhook");

    private static final String TIME = "^([01][0-9]|2[0-3]):[0-5][0-9]$";
    private static final int MOST_VALUES = 100;
    private static final int MOST_FIELDS = 100;
    private static final int LONGEST_SPAN = 100_000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TriggerSchema() {}

    static ObjectNode schema() {
        ObjectNode when = JSON.objectNode().put("type", "object");
        ObjectNode kinds = when.putObject("properties");
        kinds.set("created", object(property("form", DocumentSchema.code())));
        kinds.set("updated", object(property("fields", list(DocumentSchema.code(), MOST_FIELDS))));
        kinds.set("saved", object(JSON.objectNode()));
        ObjectNode changed = property("field", DocumentSchema.code());
        changed.set("from", values());
        changed.set("to", values());
        kinds.set("changed", object(changed, "field"));
        kinds.set("entered", object(ofValues(), "field", "values"));
        kinds.set("left", object(ofValues(), "field", "values"));
        kinds.set("deleted", object(JSON.objectNode()));
        kinds.set("restored", object(JSON.objectNode()));
        kinds.set("date", date());
        ObjectNode idle = property("for", span(1));
        idle.set("since", DocumentSchema.code());
        kinds.set("idle", object(idle, "for"));
        kinds.set("schedule", schedule());
        kinds.set("button", object(JSON.objectNode()));
        ObjectNode webhook = property("match", DocumentSchema.code());
        webhook.putObject("id").put("type", "string").put("maxLength", 500);
        ObjectNode pointers = webhook.putObject("fields").put("type", "object");
        pointers.putObject("propertyNames").put("pattern", "^[a-z][a-z0-9_]{0,39}$");
        pointers.putObject("additionalProperties").put("type", "string").put("maxLength", 500);
        kinds.set("webhook", object(webhook));
        return when.put("minProperties", 1).put("maxProperties", 1).put("additionalProperties", false);
    }

    private static ObjectNode date() {
        ObjectNode date = property("field", DocumentSchema.code());
        date.set("offset", span(-LONGEST_SPAN));
        date.set("at", time());
        date.putObject("each_year").put("type", "boolean");
        date.putObject("lunar").put("type", "boolean");
        return object(date, "field");
    }

    private static ObjectNode schedule() {
        ObjectNode schedule = JSON.objectNode();
        Arrays.stream(Trigger.Every.values())
                .map(Trigger.Every::code)
                .forEach(schedule.putObject("every").putArray("enum")::add);
        schedule.set("at", time());
        ObjectNode day = JSON.objectNode();
        List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun").forEach(day.putArray("enum")::add);
        for (int i = 1; i <= 31; i++) {
            day.withArray("enum").add(i);
        }
        day.withArray("enum").add(-1);
        schedule.set("on", list(day, 31));
        schedule.putObject("working_days").put("type", "boolean");
        return object(schedule, "every");
    }

    private static ObjectNode ofValues() {
        ObjectNode values = property("field", DocumentSchema.code());
        values.set("values", values().put("minItems", 1));
        return values;
    }

    private static ObjectNode values() {
        ObjectNode value = JSON.objectNode();
        value.putArray("type").add("string").add("number").add("boolean");
        return list(value, MOST_VALUES);
    }

    private static ObjectNode time() {
        return JSON.objectNode().put("type", "string").put("pattern", TIME);
    }

    /** One unit and its amount. */
    static ObjectNode span(int least) {
        ObjectNode units = JSON.objectNode();
        Span.Unit.codes()
                .forEach(code -> units.putObject(code)
                        .put("type", "integer")
                        .put("minimum", least)
                        .put("maximum", LONGEST_SPAN));
        return object(units).put("minProperties", 1).put("maxProperties", 1);
    }

    private static ObjectNode list(ObjectNode items, int most) {
        ObjectNode list = JSON.objectNode().put("type", "array").put("maxItems", most);
        list.set("items", items);
        return list;
    }

    private static ObjectNode property(String name, ObjectNode schema) {
        ObjectNode properties = JSON.objectNode();
        properties.set(name, schema);
        return properties;
    }

    static ObjectNode object(ObjectNode properties, String... required) {
        ObjectNode object = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        object.set("properties", properties);
        List.of(required).forEach(object.putArray("required")::add);
        return object;
    }
}

package io.zhike.action;

import io.zhike.definition.Reference;
import io.zhike.entity.ValueContext;
import io.zhike.message.Issue;
import io.zhike.record.WorkedRecord.Given;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is sent: fields of the record in a frame that says what it is about, or contents of the builder's own, whose names may
 * have parts with dots between ({@code text.content}).
 */
final class CallBody {
    static final String FIELDS = "fields";
    static final String OWN = "body";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final List<String> fields = new ArrayList<>();
    private final List<Part> own = new ArrayList<>();

    private record Part(String name, String value) {}

    CallBody(JsonNode with) {
        with.path(FIELDS).forEach(field -> fields.add(field.asString("")));
        with.path(OWN)
                .forEach(each -> own.add(new Part(
                        each.path("name").asString(""), each.path("value").asString(""))));
    }

    /** In the order in which {@link #of} takes their values. */
    List<JsonNode> expressions() {
        List<JsonNode> all = new ArrayList<>();
        fields.forEach(field -> all.add(read(field)));
        own.forEach(part -> all.add(JSON.stringNode(part.value())));
        return all;
    }

    /** The expression that a field is. */
    private static JsonNode read(String field) {
        return JSON.stringNode("{" + field + "}");
    }

    List<Issue> check(ActionPlace place) {
        List<Issue> issues = new ArrayList<>();
        if (!fields.isEmpty() && !own.isEmpty()) {
            issues.add(place.at(OWN).issue(CallMessage.BOTH_BODIES));
        }
        for (int i = 0; i < fields.size(); i++) {
            ActionPlace at = place.at(FIELDS).at(i);
            String field = fields.get(i);
            // A field that is not there is told of by its reference.
            if (at.definition().flatMap(entity -> entity.field(field)).isPresent()) {
                issues.addAll(at.expression(read(field), null));
            }
        }
        ObjectNode shape = JSON.objectNode();
        for (int i = 0; i < own.size(); i++) {
            ActionPlace at = place.at(OWN).at(i);
            issues.addAll(at.at("value").expression(JSON.stringNode(own.get(i).value()), null));
            if (!put(shape, own.get(i).name(), JSON.booleanNode(true))) {
                issues.add(
                        at.at("name").issue(CallMessage.NAME_TWICE, own.get(i).name()));
            }
        }
        return issues;
    }

    List<Reference> references(ActionPlace place) {
        List<Reference> references = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            references.addAll(place.at(FIELDS).at(i).needsField(fields.get(i)));
        }
        for (int i = 0; i < own.size(); i++) {
            references.addAll(place.at(OWN)
                    .at(i)
                    .at("value")
                    .needs(JSON.stringNode(own.get(i).value())));
        }
        return references;
    }

    /** @param given what the expressions gave for the subject, from {@code first} on */
    ObjectNode of(ActionRun run, Subject subject, List<Given> given, int first) {
        ObjectNode body = JSON.objectNode();
        if (!own.isEmpty()) {
            for (int i = 0; i < own.size(); i++) {
                put(
                        body,
                        own.get(i).name(),
                        json(given.get(first + i), run.values().context()));
            }
            return body;
        }
        body.put(run.source().kind(), run.source().code())
                .put("entity", run.entity().code())
                .put("id", subject.record().toString())
                .put("at", run.now().truncatedTo(ChronoUnit.MILLIS).toString());
        ObjectNode values = body.putObject("values");
        for (int i = 0; i < fields.size(); i++) {
            values.set(fields.get(i), json(given.get(first + i), run.values().context()));
        }
        return body;
    }

    /** Puts a value at a name with parts; false where something is there already. */
    private static boolean put(ObjectNode into, String name, JsonNode value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return into.putIfAbsent(name, value) == null;
        }
        JsonNode inner = into.path(name.substring(0, dot));
        if (inner.isMissingNode()) {
            inner = into.putObject(name.substring(0, dot));
        }
        return inner instanceof ObjectNode object && put(object, name.substring(dot + 1), value);
    }

    /** Numbers go as numbers here, exact ones; whoever is called is no browser. */
    private static JsonNode json(Given given, ValueContext context) {
        return switch (given.value()) {
            case null -> JSON.nullNode();
            case BigDecimal number -> JSON.numberNode(number);
            case Boolean yes -> JSON.booleanNode(yes);
            case Object value ->
                given.like().map(type -> type.write(value)).orElseGet(() -> JSON.stringNode(given.text(context)));
        };
    }
}

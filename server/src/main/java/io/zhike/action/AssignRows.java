package io.zhike.action;

import io.zhike.definition.Reference;
import io.zhike.message.Issue;
import io.zhike.record.WorkedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Among whom an assignment chooses: the rows of its table, each with a condition or none. */
final class AssignRows {
    static final String WAY = "way";
    static final String TO = "to";
    static final String TABLE = "table";
    private static final int MOST_ROWS = 100;

    private AssignRows() {}

    static ObjectNode schema() {
        ObjectNode row =
                JsonNodeFactory.instance.objectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = row.putObject("properties");
        properties.set("if", Parameters.condition().put("x-input", "condition"));
        properties.set(TO, Parameters.recipients().put("x-input", "recipients"));
        row.putArray("required").add(TO);
        ObjectNode table =
                JsonNodeFactory.instance.objectNode().put("type", "array").put("maxItems", MOST_ROWS);
        table.set("items", row);
        return table;
    }

    static AssignWay way(JsonNode with) {
        return AssignWay.of(with.path(WAY).asString("")).orElse(AssignWay.FIXED);
    }

    /** The rows of a table; of other ways, one without a condition. */
    static List<JsonNode> of(JsonNode with) {
        List<JsonNode> rows = new ArrayList<>();
        switch (way(with)) {
            case TABLE -> with.path(TABLE).forEach(rows::add);
            case SUPERVISOR -> {
                ObjectNode row = JsonNodeFactory.instance.objectNode();
                row.putArray(TO).addObject().put("who", "supervisor");
                rows.add(row);
            }
            case FIXED, IN_TURN, LOAD -> {
                ObjectNode row = JsonNodeFactory.instance.objectNode();
                row.set(TO, with.path(TO));
                rows.add(row);
            }
        }
        return rows;
    }

    private static ActionPlace row(ActionPlace place, JsonNode with, int row) {
        return way(with) == AssignWay.TABLE ? place.at(TABLE).at(row) : place;
    }

    static List<Issue> check(ActionPlace place, JsonNode with) {
        List<Issue> issues = new ArrayList<>();
        List<JsonNode> rows = of(with);
        for (int i = 0; i < rows.size(); i++) {
            ActionPlace at = row(place, with, i);
            if (rows.get(i).has("if")) {
                issues.addAll(at.at("if").condition(rows.get(i).path("if")));
            }
            issues.addAll(Recipients.check(at.at(TO), rows.get(i).path(TO)));
            if (rows.get(i).path(TO).isEmpty()) {
                issues.add(at.at(TO).issue(ActionIssue.NOBODY_TO_CHOOSE));
            }
        }
        if (rows.isEmpty()) {
            issues.add(place.at(TABLE).issue(ActionIssue.NOBODY_TO_CHOOSE));
        }
        return issues;
    }

    static List<Reference> references(ActionPlace place, JsonNode with) {
        List<Reference> references = new ArrayList<>();
        List<JsonNode> rows = of(with);
        for (int i = 0; i < rows.size(); i++) {
            ActionPlace at = row(place, with, i);
            if (rows.get(i).has("if")) {
                references.addAll(at.at("if").needs(rows.get(i).path("if")));
            }
            references.addAll(Recipients.references(at.at(TO), rows.get(i).path(TO)));
        }
        return references;
    }

    /** The first row that holds, for each subject; -1 for none. */
    static List<Integer> chosen(ActionRun run, List<JsonNode> rows) {
        List<JsonNode> conditions = new ArrayList<>();
        rows.stream().filter(row -> row.has("if")).forEach(row -> conditions.add(row.path("if")));
        List<Integer> chosen = new ArrayList<>();
        for (Optional<WorkedRecord> record : run.values().of(conditions)) {
            chosen.add(record.map(found -> firstOf(rows, found)).orElse(-1));
        }
        return chosen;
    }

    private static int firstOf(List<JsonNode> rows, WorkedRecord record) {
        int next = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).has("if") || record.given().get(next++).holds()) {
                return i;
            }
        }
        return -1;
    }
}

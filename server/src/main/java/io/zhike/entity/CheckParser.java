package io.zhike.entity;

import io.zhike.message.Issue;
import io.zhike.message.Label;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the checks of an entity's document; what is wrong with one becomes an issue at its place. */
final class CheckParser {
    static final int MOST = 100;

    private final List<Issue> issues;
    private final Map<String, Check> checks = new LinkedHashMap<>();
    private final Map<String, Integer> positions = new LinkedHashMap<>();

    CheckParser(List<Issue> issues) {
        this.issues = issues;
    }

    /** The checks that are right, in their order. */
    List<Check> all() {
        return List.copyOf(checks.values());
    }

    /** Where each of them stands in the document's list. */
    Map<String, Integer> positions() {
        return Collections.unmodifiableMap(positions);
    }

    void read(JsonNode list) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof ObjectNode json) {
                check(new FieldProperties(json, "checks[" + i + "]", issues), i);
            } else {
                issues.add(Issue.at("checks[" + i + "]", DefinitionText.NOT_AN_OBJECT));
            }
        }
        if (list.size() > MOST) {
            issues.add(Issue.at("checks", DefinitionText.TOO_MANY_CHECKS, MOST, list.size()));
        }
    }

    private void check(FieldProperties from, int position) {
        String code = from.textOr("code", "");
        String when = from.textOr("when", "");
        Optional<Label> message = from.label("message");
        if (message.isEmpty()) {
            from.wrong("message", DefinitionText.MISSING, "message");
        }
        if (code.isEmpty() || when.isEmpty() || message.isEmpty()) {
            return;
        }
        if (!Codes.valid(code)) {
            String better = CodeSuggestion.from(code, checks.keySet());
            from.wrong("code", DefinitionText.BAD_CODE, code, Codes.MAX_LENGTH, better);
        } else if (checks.putIfAbsent(code, new Check(code, when, message.get(), from.text("field"))) != null) {
            from.wrong("code", DefinitionText.DUPLICATE_CODE, code, CodeSuggestion.from(code, checks.keySet()));
        } else {
            positions.put(code, position);
        }
    }
}

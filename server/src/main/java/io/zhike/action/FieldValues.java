package io.zhike.action;

import io.zhike.definition.Reference;
import io.zhike.entity.Field;
import io.zhike.entity.FieldFit;
import io.zhike.entity.Reading;
import io.zhike.message.Issue;
import io.zhike.message.Message;
import io.zhike.record.RecordValues;
import io.zhike.record.WorkedRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Fields with the expressions that give their values, as {@code [{"field": "stage", "value": "\"won\""}]}: what is worked out
 * over one record and written to it or to another.
 */
final class FieldValues {
    private final List<Pair> pairs = new ArrayList<>();

    private record Pair(String field, String value) {}

    FieldValues(JsonNode list) {
        list.forEach(each -> pairs.add(
                new Pair(each.path("field").asString(""), each.path("value").asString(""))));
    }

    boolean isEmpty() {
        return pairs.isEmpty();
    }

    List<JsonNode> expressions() {
        return pairs.stream()
                .<JsonNode>map(pair -> JsonNodeFactory.instance.stringNode(pair.value()))
                .toList();
    }

    /**
     * What is wrong with the list that stands at {@code place}, over whose records the expressions are.
     *
     * @param filled the entity whose fields are filled in
     * @param taken fields that are filled in otherwise
     */
    List<Issue> check(ActionPlace place, String filled, Set<String> taken) {
        List<Issue> issues = new ArrayList<>();
        Set<String> seen = new HashSet<>(taken);
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            ActionPlace at = place.at(i);
            if (!seen.add(pair.field())) {
                issues.add(at.at("field").issue(ActionIssue.FILLED_TWICE, pair.field()));
            }
            @Nullable
            Field field = place.catalog()
                    .find(filled)
                    .flatMap(entity -> entity.field(pair.field()))
                    .orElse(null);
            if (field != null && !field.writable()) {
                issues.add(at.at("field").issue(ActionIssue.NOT_WRITABLE, field.label()));
            }
            issues.addAll(at.at("value").expression(JsonNodeFactory.instance.stringNode(pair.value()), field));
        }
        return issues;
    }

    List<Reference> references(ActionPlace place, String filled) {
        List<Reference> references = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            ActionPlace at = place.at(i);
            references.addAll(
                    at.over(filled).at("field").needsField(pairs.get(i).field()));
            references.addAll(at.at("value")
                    .needs(JsonNodeFactory.instance.stringNode(pairs.get(i).value())));
        }
        return references;
    }

    /** What came of working them out for one record. */
    sealed interface Worked {
        record Values(RecordValues values) implements Worked {}

        /** A value that its field does not take: what a person could not type is not set by an action either. */
        record Refused(Message why) implements Worked {}
    }

    /** @param first the position of the first expression among what was worked out for the record */
    Worked of(ActionRun run, String filled, WorkedRecord record, int first) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.size(); i++) {
            Optional<Field> field =
                    run.grants().catalog().get(filled).field(pairs.get(i).field());
            if (field.isEmpty()) {
                return new Worked.Refused(
                        ActionMessage.NO_FIELD.with(pairs.get(i).field()));
            }
            @Nullable Object given = record.given().get(first + i).value();
            @Nullable
            Object value = FieldFit.value(field.get(), given, run.workspace().zone());
            if (value == null) {
                values.put(field.get().code(), null);
                continue;
            }
            switch (field.get()
                    .type()
                    .read(field.get().type().write(value), run.values().context())) {
                case Reading.Value(var read) -> values.put(field.get().code(), read);
                case Reading.Refused(Message why) -> {
                    return new Worked.Refused(
                            ActionMessage.VALUE_REFUSED.with(field.get().label(), why));
                }
            }
        }
        return new Worked.Values(RecordValues.of(values));
    }
}

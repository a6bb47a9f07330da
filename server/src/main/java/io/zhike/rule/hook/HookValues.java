package io.zhike.rule.hook;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.Reading;
import io.zhike.entity.ValueContext;
import io.zhike.message.Issue;
import io.zhike.record.RecordValues;
import io.zhike.rule.Trigger;
import io.zhike.sheet.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Takes values out of what somebody sent, as a trigger says, and reads each as its field does. */
final class HookValues {
    private final EntityDefinition entity;
    private final ValueContext context;
    private final List<Issue> issues = new ArrayList<>();
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private HookValues(EntityDefinition entity, ValueContext context) {
        this.entity = entity;
        this.context = context;
    }

    /**
     * What is not there is not spoken of; null takes away.
     *
     * @throws io.zhike.message.ProblemException with all that cannot be taken
     */
    static RecordValues of(Trigger.Webhook trigger, JsonNode body, EntityDefinition entity, ValueContext context) {
        if (trigger.fields().isEmpty()) {
            throw HookError.NOT_MAPPED.problem();
        }
        HookValues read = new HookValues(entity, context);
        new TreeMap<>(trigger.fields()).forEach((code, pointer) -> read.take(code, pointer, body.at(pointer)));
        if (read.values.isEmpty() && read.issues.isEmpty()) {
            throw HookError.NOTHING_FOUND.problem();
        }
        trigger.match()
                .filter(code -> read.values.get(code) == null
                        && read.issues.stream().noneMatch(issue -> issue.path().equals(code)))
                .ifPresent(code -> read.issues.add(Issue.at(
                        code,
                        HookError.MATCH_MISSING,
                        entity.field(code).map(Field::label).orElseThrow())));
        if (!read.issues.isEmpty()) {
            throw HookError.HOOK_REFUSED.problem(read.issues, read.issues.size());
        }
        return RecordValues.of(read.values);
    }

    private void take(String code, String pointer, JsonNode sent) {
        Field field = entity.field(code).orElse(null);
        if (field == null || sent.isMissingNode()) {
            return;
        }
        switch (reading(field, sent)) {
            case Reading.Value(var value) -> values.put(code, value);
            case Reading.Refused(var why) ->
                issues.add(Issue.at(code, HookError.VALUE_REFUSED, field.label(), pointer, why));
        }
    }

    /** As the API takes it, else as a file's cell: other systems write labels for codes, and dates and numbers in ways of theirs. */
    private Reading reading(Field field, JsonNode sent) {
        Reading read = field.type().read(sent, context);
        if (read instanceof Reading.Value || !sent.isValueNode()) {
            return read;
        }
        String text = sent.asString();
        if (!sent.isString()
                && field.type().read(JsonNodeFactory.instance.stringNode(text), context)
                        instanceof Reading.Value asText) {
            return asText;
        }
        // What points to records or people is not looked up by name here.
        boolean readable = field.type().target().isEmpty() && !text.isBlank();
        return readable && field.type().read(new Cell.Text(text), context) instanceof Reading.Value asCell
                ? asCell
                : read;
    }
}

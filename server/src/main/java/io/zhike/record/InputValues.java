package io.zhike.record;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.Reading;
import io.zhike.entity.SystemFields;
import io.zhike.entity.ValueContext;
import io.zhike.message.Issue;
import io.zhike.message.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the values of a record from JSON, collecting what is wrong. */
public final class InputValues {
    /** What answers carry and nobody sets; sent back unchanged by clients that send whole records. */
    private static final Set<String> PASSED_OVER = Set.of(
            SystemFields.ID,
            SystemFields.NUMBER,
            SystemFields.VERSION,
            SystemFields.CREATED_AT,
            SystemFields.CREATED_BY,
            SystemFields.UPDATED_AT,
            SystemFields.UPDATED_BY,
            SystemFields.DELETED_AT,
            "labels");

    private final EntityDefinition entity;
    private final Set<String> shown;
    private final ValueContext context;

    /** @param shown the fields that are there for the caller, if only masked; others do not exist for him */
    public InputValues(EntityDefinition entity, Set<String> shown, ValueContext context) {
        this.entity = entity;
        this.shown = shown;
        this.context = context;
    }

    /** The values of {@code node}; what cannot be read is added to {@code issues} under {@code path}. */
    public RecordValues read(JsonNode node, String path, List<Issue> issues) {
        if (!node.isObject()) {
            issues.add(Issue.at(path, RecordError.NOT_AN_OBJECT));
            return RecordValues.NONE;
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        node.properties().forEach(property -> {
            String code = property.getKey();
            if (!PASSED_OVER.contains(code)) {
                read(code, property.getValue(), values, path, issues);
            }
        });
        return RecordValues.of(values);
    }

    private void read(
            String code, JsonNode value, Map<String, @Nullable Object> values, String path, List<Issue> issues) {
        Optional<Field> field = entity.field(code).filter(_ -> shown.contains(code));
        if (field.isEmpty()) {
            issues.add(under(path, Issue.at(code, RecordError.UNKNOWN_FIELD, entity.label(), code)));
            return;
        }
        if (!field.get().writable()) {
            issues.add(under(
                    path,
                    Issue.at(code, RecordError.READ_ONLY_FIELD, field.get().label())));
            return;
        }
        switch (field.get().type().read(value, context)) {
            case Reading.Value(var read) -> values.put(code, read);
            case Reading.Refused(Message why) -> issues.add(under(path, new Issue(code, why)));
        }
    }

    private static Issue under(String path, Issue issue) {
        return path.isEmpty() ? issue : issue.under(path);
    }
}

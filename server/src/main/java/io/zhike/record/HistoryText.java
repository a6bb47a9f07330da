package io.zhike.record;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.Reading;
import io.zhike.entity.SystemFields;
import io.zhike.entity.ValueContext;
import io.zhike.expression.Environment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes as people read them: only the fields they may see, with the names of what the values point to. */
final class HistoryText {
    private final List<Field> fields;
    private final Map<Side, @Nullable Object[]> labels;
    private final Map<UUID, @Nullable Object> actors;

    /** One side of a change. */
    private record Side(UUID change, boolean after) {}

    private HistoryText(List<Field> fields, Map<Side, @Nullable Object[]> labels, Map<UUID, @Nullable Object> actors) {
        this.fields = fields;
        this.labels = labels;
        this.actors = actors;
    }

    static HistoryText of(Names names, Lens lens, EntityDefinition entity, List<Change> changes) {
        List<Field> fields = lens.fields(entity);
        List<ReadColumn> columns = new ArrayList<>();
        fields.forEach(field -> columns.add(column(field)));
        columns.add(column(entity.fields().get(SystemFields.OWNER)));
        Environment environment = lens.grants().environment();
        ValueContext context = new ValueContext(environment.zone(), environment.language());
        List<@Nullable Object[]> values = new ArrayList<>();
        List<@Nullable Object[]> labels = new ArrayList<>();
        Map<Side, @Nullable Object[]> bySide = new HashMap<>();
        for (Change change : changes) {
            for (boolean after : new boolean[] {false, true}) {
                @Nullable Object[] label = new Object[columns.size()];
                values.add(values(fields, after ? change.after() : change.before(), change, context));
                labels.add(label);
                bySide.put(new Side(change.id(), after), label);
            }
        }
        names.fill(columns, values, labels);
        Map<UUID, @Nullable Object> actors = new HashMap<>();
        for (Change change : changes) {
            @Nullable Object[] side = bySide.get(new Side(change.id(), true));
            if (side != null && change.actor().isPresent()) {
                actors.put(change.actor().get(), side[columns.size() - 1]);
            }
        }
        return new HistoryText(fields, bySide, actors);
    }

    private static ReadColumn column(Field field) {
        return new ReadColumn(
                field.code(), field.label(), field.type().valueType(), java.util.Optional.of(field.type()));
    }

    /** The values of one side, and in one more column who did it. */
    private static @Nullable Object[] values(List<Field> fields, ObjectNode side, Change change, ValueContext context) {
        @Nullable Object[] values = new Object[fields.size() + 1];
        for (int i = 0; i < fields.size(); i++) {
            JsonNode value = side.path(fields.get(i).code());
            if (!value.isMissingNode()
                    && fields.get(i).type().read(value, context) instanceof Reading.Value(var read)) {
                values[i] = read;
            }
        }
        values[fields.size()] = change.actor().orElse(null);
        return values;
    }

    /** What is called the member; null where nobody knows any more. */
    @Nullable
    String actor(UUID member) {
        return actors.get(member) instanceof String name ? name : null;
    }

    /** The fields of a change that the caller may read, in the order of the entity. */
    List<HistoryApi.FieldChange> fields(Change change) {
        List<HistoryApi.FieldChange> shown = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            String code = fields.get(i).code();
            if (change.before().has(code) || change.after().has(code)) {
                shown.add(new HistoryApi.FieldChange(
                        code,
                        change.before().get(code),
                        change.after().get(code),
                        label(change, false, i),
                        label(change, true, i)));
            }
        }
        return shown;
    }

    private @Nullable String label(Change change, boolean after, int column) {
        @Nullable Object[] side = labels.get(new Side(change.id(), after));
        return switch (side == null ? null : side[column]) {
            case String text -> text;
            case List<?> texts ->
                String.join(", ", texts.stream().map(String::valueOf).toList());
            case null, default -> null;
        };
    }
}

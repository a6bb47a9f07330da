package io.zhike.record;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.FieldType;
import io.zhike.entity.Reading;
import io.zhike.entity.SystemFields;
import io.zhike.entity.ValueContext;
import io.zhike.expression.Environment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes as people read them: only the fields they may see, masked where they may see no more, with the names of what the values point to. */
final class HistoryText {
    private final List<Field> fields;
    private final Masks masks;
    private final Map<Side, @Nullable Object[]> labels;
    private final Map<UUID, @Nullable Object> actors;

    /** One side of a change. */
    private record Side(UUID change, boolean after) {}

    /** What goes out in place of values that the caller may not read. */
    private record Masks(EntityDefinition entity, Set<String> masked, ValueContext context) {

        boolean hide(Field field) {
            return masked.contains(field.code());
        }

        /** The value of one side of a change as it goes out; null where that side has none. */
        @Nullable
        JsonNode outgoing(Field field, @Nullable JsonNode stored) {
            if (stored == null || stored.isNull() || !hide(field)) {
                return stored;
            }
            Reading reading = field.type().read(stored, context);
            String mask = reading instanceof Reading.Value(var value) && value != null
                    ? entity.mask(field, value)
                    : FieldType.MASK;
            return JsonNodeFactory.instance.stringNode(mask);
        }
    }

    private HistoryText(
            List<Field> fields, Masks masks, Map<Side, @Nullable Object[]> labels, Map<UUID, @Nullable Object> actors) {
        this.fields = fields;
        this.masks = masks;
        this.labels = labels;
        this.actors = actors;
    }

    static HistoryText of(Names names, Lens lens, EntityDefinition entity, List<Change> changes) {
        List<Field> fields = lens.shown(entity);
        Environment environment = lens.grants().environment();
        ValueContext context = new ValueContext(environment.zone(), environment.language());
        Masks masks = new Masks(entity, lens.grant(entity).masked(), context);
        List<ReadColumn> columns = new ArrayList<>();
        fields.forEach(field -> columns.add(column(field)));
        columns.add(column(entity.fields().get(SystemFields.OWNER)));
        List<@Nullable Object[]> values = new ArrayList<>();
        List<@Nullable Object[]> labels = new ArrayList<>();
        Map<Side, @Nullable Object[]> bySide = new HashMap<>();
        for (Change change : changes) {
            for (boolean after : new boolean[] {false, true}) {
                @Nullable Object[] label = new Object[columns.size()];
                values.add(values(fields, masks, after ? change.after() : change.before(), change));
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
        return new HistoryText(fields, masks, bySide, actors);
    }

    private static ReadColumn column(Field field) {
        return new ReadColumn(
                field.code(), field.label(), field.type().valueType(), java.util.Optional.of(field.type()));
    }

    /** The values of one side that go out, for their labels, and in one more column who did it. */
    private static @Nullable Object[] values(List<Field> fields, Masks masks, ObjectNode side, Change change) {
        @Nullable Object[] values = new Object[fields.size() + 1];
        for (int i = 0; i < fields.size(); i++) {
            JsonNode value = side.path(fields.get(i).code());
            if (!value.isMissingNode()
                    && !masks.hide(fields.get(i))
                    && fields.get(i).type().read(value, masks.context()) instanceof Reading.Value(var read)) {
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

    /** The fields of a change that are there for the caller, if only masked, in the order of the entity. */
    List<HistoryApi.FieldChange> fields(Change change) {
        List<HistoryApi.FieldChange> shown = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            String code = fields.get(i).code();
            if (change.before().has(code) || change.after().has(code)) {
                shown.add(new HistoryApi.FieldChange(
                        code,
                        masks.outgoing(fields.get(i), change.before().get(code)),
                        masks.outgoing(fields.get(i), change.after().get(code)),
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

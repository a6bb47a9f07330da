package io.zhike.record;

import io.zhike.expression.Type;
import io.zhike.message.Label;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Answers of the read gate as JSON, written as a stream: decimals as texts, counts as numbers. */
final class RecordJson {
    private RecordJson() {}

    /** {@code {"items": […], "next": …}}. */
    static final class OfPage extends ValueSerializer<RecordPage> {
        @Override
        public void serialize(RecordPage page, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            out.writeArrayPropertyStart("items");
            for (ReadRecord record : page.records()) {
                write(record, page.columns(), out, context);
            }
            out.writeEndArray();
            out.writeName("next");
            text(page.next().orElse(null), out);
            out.writeEndObject();
        }
    }

    /** A record alone. */
    static final class OfOne extends ValueSerializer<OneRecord> {
        @Override
        public void serialize(OneRecord one, JsonGenerator out, SerializationContext context) {
            write(one.record(), one.columns(), out, context);
        }
    }

    /** {@code {"groups": [{"key": […], "values": […]}]}}. */
    static final class OfGroups extends ValueSerializer<RecordGroups> {
        @Override
        public void serialize(RecordGroups groups, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            out.writeArrayPropertyStart("groups");
            for (RecordGroups.Group group : groups.groups()) {
                write(group, groups, out, context);
            }
            out.writeEndArray();
            out.writeBooleanProperty("more", groups.more());
            out.writeEndObject();
        }

        private static void write(
                RecordGroups.Group group, RecordGroups groups, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            out.writeArrayPropertyStart("key");
            for (int i = 0; i < group.key().size(); i++) {
                value(group.key().get(i), groups.keys().get(i), out, context);
            }
            out.writeEndArray();
            if (!group.over().isEmpty() || groups.keys().isEmpty()) {
                out.writeBooleanProperty("total", true);
                over(group, out);
            }
            if (groups.keys().stream().anyMatch(ReadColumn::labelled)) {
                out.writeArrayPropertyStart("labels");
                group.labels().forEach(label -> label(label, out));
                out.writeEndArray();
            }
            out.writeArrayPropertyStart("values");
            for (int i = 0; i < group.values().size(); i++) {
                value(group.values().get(i), groups.measures().get(i), out, context);
            }
            out.writeEndArray();
            out.writeEndObject();
        }

        /** Which groupings a total is over, by their position; all of them is plain from the nulls of its key. */
        private static void over(RecordGroups.Group group, JsonGenerator out) {
            if (group.over().size() < group.key().size()) {
                out.writeArrayPropertyStart("over");
                group.over().forEach(out::writeNumber);
                out.writeEndArray();
            }
        }
    }

    /** {@code {"figures": [{"value": …}, {"problem": {"code": …, "message": …}}]}}. */
    static final class OfFigures extends ValueSerializer<Figures> {
        @Override
        public void serialize(Figures figures, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            out.writeArrayPropertyStart("figures");
            for (Figures.Figure figure : figures.figures()) {
                out.writeStartObject();
                switch (figure) {
                    case Figures.Known(Object value, ReadColumn column) -> {
                        out.writeName("value");
                        value(value, column, out, context);
                    }
                    case Figures.Refused(String code, String message) -> {
                        out.writeObjectPropertyStart("problem");
                        out.writeStringProperty("code", code);
                        out.writeStringProperty("message", message);
                        out.writeEndObject();
                    }
                }
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
    }

    private static void write(
            ReadRecord record, List<ReadColumn> columns, JsonGenerator out, SerializationContext context) {
        out.writeStartObject();
        out.writeStringProperty("id", record.id().toString());
        out.writeNumberProperty("number", record.number());
        out.writeNumberProperty("version", record.version());
        boolean labelled = false;
        for (int i = 0; i < columns.size(); i++) {
            out.writeName(columns.get(i).name());
            value(record.value(i), columns.get(i), out, context);
            labelled |= record.label(i) != null;
        }
        if (labelled) {
            labels(record, columns, out);
        }
        out.writeEndObject();
    }

    private static void labels(ReadRecord record, List<ReadColumn> columns, JsonGenerator out) {
        out.writeObjectPropertyStart("labels");
        for (int i = 0; i < columns.size(); i++) {
            Object label = record.label(i);
            if (label != null) {
                out.writeName(columns.get(i).name());
                label(label, out);
            }
        }
        out.writeEndObject();
    }

    private static void label(@Nullable Object label, JsonGenerator out) {
        if (label instanceof List<?> labels) {
            out.writeStartArray();
            labels.forEach(each -> label(each, out));
            out.writeEndArray();
        } else {
            text(label, out);
        }
    }

    private static void value(
            @Nullable Object value, ReadColumn column, JsonGenerator out, SerializationContext context) {
        if (value == null) {
            out.writeNull();
        } else if (column.fieldType().isPresent()) {
            column.fieldType().get().write(value).serialize(out, context);
        } else {
            plain(value, out);
        }
    }

    /** A value without a field type: a count, a figure, what is known of a member, the name of a bucket. */
    private static void plain(Object value, JsonGenerator out) {
        switch (value) {
            case Long count -> out.writeNumber(count);
            case Boolean truth -> out.writeBoolean(truth);
            case BigDecimal number -> out.writeString(number.toPlainString());
            case List<?> list -> {
                out.writeStartArray();
                list.forEach(item -> plain(item, out));
                out.writeEndArray();
            }
            default -> out.writeString(value.toString());
        }
    }

    private static void text(@Nullable Object text, JsonGenerator out) {
        if (text == null) {
            out.writeNull();
        } else {
            out.writeString(text.toString());
        }
    }

    /** A column that no field is behind. */
    static ReadColumn figure(String name, Type type) {
        return new ReadColumn(name, Label.of(name), type, java.util.Optional.empty());
    }
}

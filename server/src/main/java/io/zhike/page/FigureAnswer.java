package io.zhike.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.entity.FieldType;
import io.zhike.record.WorkedOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a figure comes to for one record.
 *
 * @param field as which field the value is shown: {@code type}, {@code valueType} and what belongs to the type; null where
 *     the caller may not have the figure
 * @param value as records have it; null where it is blank
 * @param label what people call a value that points to something
 * @param color of the first rule that holds
 * @param records those that it takes together; null where it does not, or where no list could be asked for them
 */
record FigureAnswer(
        String code,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ObjectNode field,
        @Nullable JsonNode value,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Object label,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String color,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FigureRecords records) {

    /** All expressions that {@code figures} need, each figure's value before its bounds. */
    static List<JsonNode> expressions(List<Figure> figures) {
        List<JsonNode> expressions = new ArrayList<>();
        for (Figure figure : figures) {
            expressions.add(RecordPageCheck.text(figure.value()));
            figure.colors().forEach(color -> expressions.add(RecordPageCheck.text(color.than())));
        }
        return expressions;
    }

    /**
     * @param worked what the {@link #expressions} came to
     * @param records the records behind a figure
     */
    static List<FigureAnswer> of(
            List<Figure> figures, List<Optional<WorkedOut>> worked, Function<Figure, Optional<FigureRecords>> records) {
        List<FigureAnswer> answers = new ArrayList<>();
        int at = 0;
        for (Figure figure : figures) {
            Optional<WorkedOut> value = worked.get(at);
            List<Optional<WorkedOut>> bounds =
                    worked.subList(at + 1, at + 1 + figure.colors().size());
            at += 1 + figure.colors().size();
            answers.add(value.map(found ->
                            of(figure, found, bounds, records.apply(figure).orElse(null)))
                    .orElseGet(() -> new FigureAnswer(figure.code(), null, null, null, null, null)));
        }
        return answers;
    }

    private static FigureAnswer of(
            Figure figure, WorkedOut worked, List<Optional<WorkedOut>> bounds, @Nullable FigureRecords records) {
        Object value = worked.value();
        return new FigureAnswer(
                figure.code(),
                field(worked.like()),
                value == null ? null : worked.like().write(value),
                worked.label(),
                color(figure, value, bounds),
                records);
    }

    private static ObjectNode field(FieldType type) {
        ObjectNode field = JsonNodeFactory.instance.objectNode();
        type.writeProperties(field);
        return field.put("type", type.code()).put("valueType", type.valueType().code());
    }

    private static @Nullable String color(Figure figure, @Nullable Object value, List<Optional<WorkedOut>> bounds) {
        for (int i = 0; i < bounds.size(); i++) {
            Figure.Color rule = figure.colors().get(i);
            Object bound = bounds.get(i).map(WorkedOut::value).orElse(null);
            if (value != null && bound != null && holds(rule, value, bound)) {
                return rule.color();
            }
        }
        return null;
    }

    /** Both are of one type, as the check of the page has seen to. */
    @SuppressWarnings("unchecked")
    private static boolean holds(Figure.Color rule, Object value, Object bound) {
        return value.getClass() == bound.getClass()
                && value instanceof Comparable<?> left
                && rule.comparison().holds(((Comparable<Object>) left).compareTo(bound));
    }
}

package io.zhike.print;

import io.zhike.entity.ValueContext;
import io.zhike.record.Facts;
import io.zhike.record.ReadColumn;
import io.zhike.record.ReadRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;

/** The values of one record as they are printed; what may not be read is empty. */
final class PrintValues {
    private static final String SEPARATOR = "、";

    private final Facts facts;
    private final ReadRecord record;
    private final ValueContext context;
    private final Instant now;

    /** @param now the moment of printing */
    PrintValues(Facts facts, ReadRecord record, ValueContext context, Instant now) {
        this.facts = facts;
        this.record = record;
        this.context = context;
        this.now = now;
    }

    UUID id() {
        return record.id();
    }

    String text(PrintNode.Source source, PrintFormat format) {
        OptionalInt column = switch (source) {
            case PrintNode.Source.Path(String path) -> facts.path(path);
            case PrintNode.Source.Formula(String sentence) -> facts.sentence(sentence);
        };
        return column.isPresent() ? text(facts.columns(), record, column.getAsInt(), format, context) : "";
    }

    /** What a blank of a header or footer gives: the day, or a field. */
    String blank(String name) {
        return name.equals(Blanks.DATE)
                ? Objects.requireNonNullElse(PrintFormat.DATE.write(now, context), "")
                : text(new PrintNode.Source.Path(name), PrintFormat.USUAL);
    }

    boolean holds(String condition) {
        OptionalInt column = facts.sentence(condition);
        return column.isPresent() && Boolean.TRUE.equals(record.value(column.getAsInt()));
    }

    /** The files of a field of images, in their order. */
    List<UUID> files(String path) {
        OptionalInt column = facts.path(path);
        return column.isPresent() && record.value(column.getAsInt()) instanceof List<?> ids
                ? ids.stream()
                        .filter(UUID.class::isInstance)
                        .map(UUID.class::cast)
                        .toList()
                : List.of();
    }

    /** One value as it is printed. */
    static String text(
            List<ReadColumn> columns, ReadRecord record, int column, PrintFormat format, ValueContext context) {
        Object value = record.value(column);
        if (value == null) {
            return "";
        }
        String formatted = format.write(value, context);
        if (formatted != null) {
            return formatted;
        }
        if (columns.get(column).labelled()) {
            return label(record, column);
        }
        return columns.get(column)
                .fieldType()
                .map(type -> type.display(value, context))
                .orElseGet(() -> value instanceof BigDecimal number ? number.toPlainString() : value.toString());
    }

    /** What people call the value; nothing where they may not see what it is called. */
    private static String label(ReadRecord record, int column) {
        String label = record.labelText(column);
        return label != null
                ? label
                : record.labelTexts(column).stream()
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.joining(SEPARATOR));
    }
}

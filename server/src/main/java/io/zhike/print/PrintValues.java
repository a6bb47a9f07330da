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
    private final String address;

    /**
     * @param now the moment of printing
     * @param address of the record's page; empty where nobody said it
     */
    PrintValues(Facts facts, ReadRecord record, ValueContext context, Instant now, String address) {
        this.facts = facts;
        this.record = record;
        this.context = context;
        this.now = now;
        this.address = address;
    }

    UUID id() {
        return record.id();
    }

    String text(PrintNode.Source source, PrintFormat format) {
        return switch (source) {
            case PrintNode.Source.Path(String path) -> text(facts.path(path), format);
            case PrintNode.Source.Formula(String sentence) -> text(facts.sentence(sentence), format);
            case PrintNode.Source.Link _ -> address;
        };
    }

    private String text(OptionalInt column, PrintFormat format) {
        return column.isPresent() ? text(facts.columns(), record, column.getAsInt(), format, context) : "";
    }

    /** What a blank of a header or footer gives: the day, or a field. */
    String blank(String name) {
        return name.equals(Blanks.DATE)
                ? Objects.requireNonNullElse(PrintFormat.DATE.write(now, context), "")
                : text(PrintNode.Source.named(name), PrintFormat.USUAL);
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

package io.zhike.record;

import io.zhike.entity.FieldType;
import io.zhike.entity.GeoPoint;
import io.zhike.entity.ValueContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * What is selected for one column of an answer, and how its value is read from a row.
 *
 * @param open makes it plain, of the id of its record and what the column holds; empty where that is the value
 * @param mask what goes out in place of a value; empty where the value itself does
 */
record Output(
        ReadColumn column,
        List<Field<?>> columns,
        Optional<BiFunction<UUID, String, String>> open,
        Optional<UnaryOperator<Object>> mask) {

    Output {
        columns = List.copyOf(columns);
    }

    /** A column whose values go out as they are. */
    Output(ReadColumn column, List<Field<?>> columns) {
        this(column, columns, Optional.empty(), Optional.empty());
    }

    static Output of(Frame frame, String name, Leaf leaf) {
        ReadColumn column = new ReadColumn(name, leaf.label(), leaf.type(), leaf.fieldType());
        Optional<BiFunction<UUID, String, String>> open =
                leaf instanceof Leaf.OfRecord of && of.field().type().encrypted()
                        ? Optional.of((record, text) -> frame.open(of, record, text))
                        : Optional.empty();
        return new Output(column, frame.columns(leaf), open, leaf.mask());
    }

    /** What goes out of the value in {@code row}, whose column {@code at} is the first of {@link #columns}. */
    @Nullable
    Object read(Record row, int at) {
        Object value = value(row, at);
        return value == null || mask.isEmpty() ? value : mask.get().apply(value);
    }

    private @Nullable Object value(Record row, int at) {
        if (open.isPresent()) {
            String sealed = (String) row.get(at);
            return sealed == null ? null : open.get().apply((UUID) row.get(at + 1), sealed);
        }
        if (columns.size() == 1) {
            return ColumnValue.toValue(row.get(at), column.type());
        }
        BigDecimal longitude = (BigDecimal) row.get(at);
        BigDecimal latitude = (BigDecimal) row.get(at + 1);
        return longitude == null || latitude == null
                ? null
                : new GeoPoint(longitude, latitude, (String) row.get(at + 2));
    }

    String display(Object value, ValueContext context) {
        return column.fieldType()
                .map((FieldType type) -> type.display(value, context))
                .orElseGet(value::toString);
    }
}

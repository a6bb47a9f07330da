package io.zhike.record;

import io.zhike.entity.FieldType;
import io.zhike.entity.GeoPoint;
import io.zhike.entity.ValueContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * What is selected for one column of an answer, and how its value is read from a row.
 *
 * @param mask what goes out in place of a value; empty where the value itself does
 */
record Output(ReadColumn column, List<Field<?>> columns, Optional<UnaryOperator<Object>> mask) {

    Output {
        columns = List.copyOf(columns);
    }

    /** A column whose values go out as they are. */
    Output(ReadColumn column, List<Field<?>> columns) {
        this(column, columns, Optional.empty());
    }

    static Output of(Frame frame, String name, Leaf leaf) {
        return new Output(
                new ReadColumn(name, leaf.label(), leaf.type(), leaf.fieldType()), frame.columns(leaf), leaf.mask());
    }

    /** What goes out of the value in {@code row}, whose column {@code at} is the first of {@link #columns}. */
    @Nullable
    Object read(Record row, int at) {
        Object value = value(row, at);
        return value == null || mask.isEmpty() ? value : mask.get().apply(value);
    }

    private @Nullable Object value(Record row, int at) {
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

package io.zhike.record;

import io.zhike.entity.FieldType;
import io.zhike.entity.GeoPoint;
import io.zhike.entity.ValueContext;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** What is selected for one column of an answer, and how its value is read from a row. */
record Output(ReadColumn column, List<Field<?>> columns) {

    Output {
        columns = List.copyOf(columns);
    }

    static Output of(Frame frame, String name, Leaf leaf) {
        return new Output(new ReadColumn(name, leaf.label(), leaf.type(), leaf.fieldType()), frame.columns(leaf));
    }

    /** The value in {@code row}, whose column {@code at} is the first of {@link #columns}. */
    @Nullable
    Object read(Record row, int at) {
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

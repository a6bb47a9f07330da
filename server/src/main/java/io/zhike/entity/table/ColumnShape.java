package io.zhike.entity.table;

import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * A column.
 *
 * @param required not null
 * @param zero a new row has 0 here, as a count and a sum of nothing are
 */
record ColumnShape(String name, ColumnKind kind, boolean required, boolean zero) {

    static ColumnShape of(String name, ColumnKind kind) {
        return new ColumnShape(name, kind, false, false);
    }

    Field<?> field() {
        return DSL.field(DSL.quotedName(name), kind.type());
    }

    /** The type as DDL declares it. */
    DataType<?> declared() {
        DataType<?> type = kind.type().nullable(!required);
        return zero ? withZero(type) : type;
    }

    private static <T> DataType<T> withZero(DataType<T> type) {
        return type.defaultValue(DSL.inline(0, type));
    }

    ColumnShape renamed(String other) {
        return new ColumnShape(other, kind, required, zero);
    }
}

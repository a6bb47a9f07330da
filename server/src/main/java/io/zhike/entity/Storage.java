package io.zhike.entity;

import java.util.Map;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;

/** Where the value of a field lives in PostgreSQL. */
public sealed interface Storage {

    /** One column, named by the field's code. */
    record Column(DataType<?> type) implements Storage {

        /** The column as the database has it: a duration is a whole number, a list an array. */
        public DataType<?> raw() {
            Class<?> raw = type.getConverter().fromType();
            if (raw == Long.class) {
                return SQLDataType.BIGINT;
            } else if (raw == Short.class) {
                return SQLDataType.SMALLINT;
            } else if (raw == String[].class) {
                return SQLDataType.CLOB.array();
            }
            return raw == UUID[].class ? SQLDataType.UUID.array() : type;
        }
    }

    /** Several columns, named {@code <code>__<part>}, in the order of the map. */
    record Parts(Map<String, DataType<?>> parts) implements Storage {
        public Parts {
            parts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parts));
        }
    }

    /** A table of pairs named {@code <entity>__<field>} with columns {@code source, target, position}. */
    record Links(String target) implements Storage {}

    /** Nothing here: the records of {@code entity} point back by their field {@code parent}. */
    record Children(String entity, String parent) implements Storage {}

    /** Nothing: an expression over the record, computed when it is read. */
    record Computed() implements Storage {}
}

package io.zhike.entity.table;

import java.util.Arrays;
import org.jooq.DataType;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The column types that entity tables are made of. */
enum ColumnKind {
    /** By code points, as the language compares texts, whatever the database's own collation. */
    TEXT(SQLDataType.CLOB.collation(DSL.collation(DSL.name("C")))),
    NUMERIC(SQLDataType.DECIMAL),
    BOOLEAN(SQLDataType.BOOLEAN),
    DATE(SQLDataType.LOCALDATE),
    TIMESTAMPTZ(SQLDataType.INSTANT),
    BIGINT(SQLDataType.BIGINT),
    INT(SQLDataType.INTEGER),
    SMALLINT(SQLDataType.SMALLINT),
    UUID(SQLDataType.UUID),
    TEXT_LIST(SQLDataType.CLOB.array()),
    UUID_LIST(SQLDataType.UUID.array()),
    /** Texts that were sealed: of the same type as others, and never to be taken for them. */
    SEALED(SQLDataType.CLOB.collation(DSL.collation(DSL.name("C"))));

    private final DataType<?> type;

    ColumnKind(DataType<?> type) {
        this.type = type;
    }

    DataType<?> type() {
        return type;
    }

    /** The kind of the column that {@code type} is kept in. */
    static ColumnKind of(DataType<?> type) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.getCastTypeName().equals(type.getCastTypeName()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column is of the type " + type.getCastTypeName()));
    }
}

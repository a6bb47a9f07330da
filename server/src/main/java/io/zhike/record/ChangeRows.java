package io.zhike.record;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The columns of the feed's table. */
final class ChangeRows {
    static final String TABLE = "change";
    static final Field<OffsetDateTime> AT = DSL.field(DSL.name("at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    static final Field<Long> TX = DSL.field(DSL.name("tx"), SQLDataType.BIGINT);
    static final Field<String> ENTITY = DSL.field(DSL.name("entity"), SQLDataType.CLOB);
    static final Field<UUID> RECORD = DSL.field(DSL.name("record"), SQLDataType.UUID);
    static final Field<Integer> VERSION = DSL.field(DSL.name("version"), SQLDataType.INTEGER);
    static final Field<String> KIND = DSL.field(DSL.name("kind"), SQLDataType.CLOB);
    static final Field<String> ORIGIN = DSL.field(DSL.name("origin"), SQLDataType.CLOB);
    static final Field<UUID> ACTOR = DSL.field(DSL.name("actor"), SQLDataType.UUID);
    static final Field<UUID> BATCH = DSL.field(DSL.name("batch"), SQLDataType.UUID);
    static final Field<JSONB> CAUSES = DSL.field(DSL.name("causes"), SQLDataType.JSONB);
    static final Field<JSONB> BEFORE = DSL.field(DSL.name("before"), SQLDataType.JSONB);
    static final Field<JSONB> AFTER = DSL.field(DSL.name("after"), SQLDataType.JSONB);

    /** In the order in which they are written. */
    static final List<Field<?>> ALL =
            List.of(AT, ID, TX, ENTITY, RECORD, VERSION, KIND, ORIGIN, ACTOR, BATCH, CAUSES, BEFORE, AFTER);

    private ChangeRows() {}
}

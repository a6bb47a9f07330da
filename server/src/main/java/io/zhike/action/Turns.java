package io.zhike.action;

import io.zhike.store.WorkspaceSchema;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Whose turn it was last, by place. A place is locked from the asking to the end of the transaction. */
final class Turns {
    private static final Field<String> PLACE = DSL.field(DSL.name("place"), SQLDataType.CLOB);
    private static final Field<UUID> LAST = DSL.field(DSL.name("last"), SQLDataType.UUID);

    private final DSLContext ctx;
    private final Table<Record> table;

    Turns(DSLContext ctx, WorkspaceSchema schema) {
        this.ctx = ctx;
        this.table = schema.table("assign_turn");
    }

    /** Empty where nobody has had a turn. */
    Optional<UUID> lockedLast(String place) {
        ctx.insertInto(table, PLACE).values(place).onConflictDoNothing().execute();
        return Optional.ofNullable(ctx.select(LAST)
                .from(table)
                .where(PLACE.eq(place))
                .forUpdate()
                .fetchSingle()
                .value1());
    }

    void keep(String place, @Nullable UUID last) {
        ctx.update(table).set(LAST, last).where(PLACE.eq(place)).execute();
    }
}

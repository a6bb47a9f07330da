package io.zhike.record.transfer;

import io.zhike.sheet.Row;
import io.zhike.store.WorkspaceSchema;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of imports that wait for records which come later in the file. */
@Component
final class WaitingRows {
    private static final Field<UUID> IMPORT = DSL.field(DSL.name("import"), SQLDataType.UUID);
    private static final Field<Long> POSITION = DSL.field(DSL.name("position"), SQLDataType.BIGINT);
    private static final Field<Long> ROW_NUMBER = DSL.field(DSL.name("row_number"), SQLDataType.BIGINT);
    private static final Field<JSONB> CELLS = DSL.field(DSL.name("cells"), SQLDataType.JSONB);

    /** A row as it stood in the file, and how many data rows stand before it. */
    record Waiting(long position, Row row) {}

    void keep(DSLContext ctx, WorkspaceSchema schema, UUID importId, List<ImportRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var insert = ctx.insertInto(table(schema), IMPORT, POSITION, ROW_NUMBER, CELLS);
        for (ImportRow row : rows) {
            insert = insert.values(
                    importId,
                    row.position(),
                    row.row().number(),
                    CellJson.write(row.row().cells()));
        }
        insert.execute();
    }

    /**
     * The next rows that wait.
     *
     * @param beyond the position of the last one of the page before; null for the first page
     * @param backwards from the end of the file
     */
    List<Waiting> page(
            DSLContext ctx,
            WorkspaceSchema schema,
            UUID importId,
            @Nullable Long beyond,
            boolean backwards,
            int limit) {
        Condition next = DSL.noCondition();
        if (beyond != null) {
            next = backwards ? POSITION.lt(beyond) : POSITION.gt(beyond);
        }
        return ctx.select(POSITION, ROW_NUMBER, CELLS)
                .from(table(schema))
                .where(IMPORT.eq(importId))
                .and(next)
                .orderBy(backwards ? POSITION.desc() : POSITION.asc())
                .limit(limit)
                .fetch(row -> new Waiting(row.value1(), new Row(row.value2(), CellJson.read(row.value3()))));
    }

    /** Lets these wait no longer. */
    void remove(DSLContext ctx, WorkspaceSchema schema, UUID importId, Collection<Long> positions) {
        ctx.deleteFrom(table(schema))
                .where(IMPORT.eq(importId))
                .and(POSITION.in(positions))
                .execute();
    }

    private static Table<Record> table(WorkspaceSchema schema) {
        return schema.table("import_waiting");
    }
}

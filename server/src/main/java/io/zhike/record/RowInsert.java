package io.zhike.record;

import io.zhike.store.CopyIn;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** New rows of one table: a few by one INSERT, many by COPY, which costs a round trip more and far less a row. */
final class RowInsert {
    private static final int COPY_FROM = 24;

    private RowInsert() {}

    /** Writes {@code rows}, whose values stand in the order of {@code fields}. */
    static void into(DSLContext ctx, Table<Record> table, List<Field<?>> fields, List<List<@Nullable Object>> rows) {
        if (rows.size() >= COPY_FROM) {
            CopyIn.into(ctx, table, fields, copy -> rows.forEach(row -> copy.row(row.toArray())));
            return;
        }
        InsertValuesStepN<Record> insert = ctx.insertInto(table, fields);
        for (List<@Nullable Object> row : rows) {
            insert = insert.values(row);
        }
        insert.execute();
    }
}

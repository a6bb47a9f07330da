package io.zhike.record;

import io.zhike.store.CopyIn;
import io.zhike.store.Inserts;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** New rows of one table: a few by one INSERT, many by COPY, which costs a round trip more and far less a row. */
final class RowInsert {
    private static final int COPY_FROM = 24;

    private RowInsert() {}

    /** Whether so many rows go by COPY, which takes values only; by INSERT a value may be a field as well. */
    static boolean copies(int rows) {
        return rows >= COPY_FROM;
    }

    /** Writes {@code rows}, whose values stand in the order of {@code fields}. */
    static void into(DSLContext ctx, Table<Record> table, List<Field<?>> fields, List<List<@Nullable Object>> rows) {
        if (copies(rows.size())) {
            CopyIn.into(ctx, table, fields, copy -> rows.forEach(row -> copy.row(row.toArray())));
            return;
        }
        Inserts.into(ctx, table, fields, rows);
    }
}

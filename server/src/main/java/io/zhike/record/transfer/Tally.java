package io.zhike.record.transfer;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.UpdateSetFirstStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Counts of an import.
 *
 * @param read how many rows are behind it; each of them is created, updated, unchanged, refused, or waits for another
 * @param undone how many records an undo took back
 * @param kept how many it left because they were changed since
 */
record Tally(long read, long created, long updated, long unchanged, long refused, long undone, long kept) {
    static final Field<Long> READ = DSL.field(DSL.name("read_rows"), SQLDataType.BIGINT);
    private static final Field<Long> CREATED = DSL.field(DSL.name("created_records"), SQLDataType.BIGINT);
    private static final Field<Long> UPDATED = DSL.field(DSL.name("updated_records"), SQLDataType.BIGINT);
    private static final Field<Long> UNCHANGED = DSL.field(DSL.name("unchanged_records"), SQLDataType.BIGINT);
    private static final Field<Long> REFUSED = DSL.field(DSL.name("refused_rows"), SQLDataType.BIGINT);
    private static final Field<Long> UNDONE = DSL.field(DSL.name("undone_records"), SQLDataType.BIGINT);
    private static final Field<Long> KEPT = DSL.field(DSL.name("kept_records"), SQLDataType.BIGINT);

    static final List<Field<?>> FIELDS = List.of(READ, CREATED, UPDATED, UNCHANGED, REFUSED, UNDONE, KEPT);

    static Tally ofRows(long created, long updated, long unchanged, long refused) {
        return new Tally(created + updated + unchanged + refused, created, updated, unchanged, refused, 0, 0);
    }

    Tally plus(Tally more) {
        return new Tally(
                read + more.read,
                created + more.created,
                updated + more.updated,
                unchanged + more.unchanged,
                refused + more.refused,
                undone + more.undone,
                kept + more.kept);
    }

    /** The same with another number of rows that are behind the import now. */
    Tally read(long rows) {
        return new Tally(rows, created, updated, unchanged, refused, undone, kept);
    }

    static Tally ofUndo(long undone, long kept) {
        return new Tally(0, 0, 0, 0, 0, undone, kept);
    }

    static Tally of(Record row) {
        return new Tally(
                row.get(READ),
                row.get(CREATED),
                row.get(UPDATED),
                row.get(UNCHANGED),
                row.get(REFUSED),
                row.get(UNDONE),
                row.get(KEPT));
    }

    /** Adds these counts to those of the row that {@code which} names. */
    void addTo(UpdateSetFirstStep<Record> update, Condition which) {
        update.set(READ, READ.plus(read))
                .set(CREATED, CREATED.plus(created))
                .set(UPDATED, UPDATED.plus(updated))
                .set(UNCHANGED, UNCHANGED.plus(unchanged))
                .set(REFUSED, REFUSED.plus(refused))
                .set(UNDONE, UNDONE.plus(undone))
                .set(KEPT, KEPT.plus(kept))
                .where(which)
                .execute();
    }
}

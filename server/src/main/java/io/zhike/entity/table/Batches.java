package io.zhike.entity.table;

import static org.jooq.impl.DSL.quotedName;

import io.zhike.entity.SystemFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.Row3;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Fills the column of a coming type from the present one, a batch of rows at a time, and keeps beside each which value it
 * was made from, so that rows that change meanwhile are told by comparing.
 */
final class Batches<S, T> {
    private static final int SIZE = 2_000;
    private static final Field<UUID> ID = DSL.field(quotedName(SystemFields.ID), SQLDataType.UUID);

    private final Table<Record> table;
    private final Field<S> present;
    private final Field<T> coming;
    private final Field<S> source;
    private final ValueConversion conversion;

    Batches(Table<Record> table, String column, DataType<S> from, DataType<T> to, ValueConversion conversion) {
        this.table = table;
        this.present = DSL.field(quotedName(column), from);
        this.coming = DSL.field(quotedName(Apart.coming(column)), to);
        this.source = DSL.field(quotedName(Apart.source(column)), from);
        this.conversion = conversion;
    }

    /** The next batch behind {@code last}; empty when there was none. */
    Optional<UUID> next(DSLContext ctx, UUID last) {
        Result<Record2<UUID, S>> rows = page(ctx, ID.gt(last).and(present.isNotNull()));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        write(ctx, rows);
        return Optional.of(rows.getLast().value1());
    }

    /**
     * Converts what has changed since it was converted. Writers are locked out.
     *
     * @return how many of those values are refused
     */
    long catchUp(DSLContext ctx) {
        long refused = 0;
        UUID last = new UUID(0, 0);
        while (true) {
            Result<Record2<UUID, S>> rows = page(ctx, ID.gt(last).and(present.isDistinctFrom(source)));
            refused += write(ctx, rows);
            if (rows.size() < SIZE) {
                return refused;
            }
            last = rows.getLast().value1();
        }
    }

    private Result<Record2<UUID, S>> page(DSLContext ctx, Condition condition) {
        return ctx.select(ID, present)
                .from(table)
                .where(condition)
                .orderBy(ID)
                .limit(SIZE)
                .fetch();
    }

    private long write(DSLContext ctx, Result<Record2<UUID, S>> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        long refused = 0;
        List<Row3<UUID, T, S>> values = new ArrayList<>(rows.size());
        for (Record2<UUID, S> row : rows) {
            S value = row.value2();
            Optional<Object> converted = value == null ? Optional.empty() : conversion.convert(value);
            if (value != null && converted.isEmpty()) {
                refused++;
            }
            values.add(DSL.row(
                    DSL.val(row.value1(), SQLDataType.UUID).cast(SQLDataType.UUID),
                    DSL.val(converted.orElse(null), coming.getDataType()).cast(coming.getDataType()),
                    DSL.val(value, present.getDataType()).cast(present.getDataType())));
        }
        @SuppressWarnings({"unchecked", "rawtypes"})
        Table<?> made = DSL.values((Row3[]) values.toArray(Row3[]::new)).as("made", "id", "coming", "source");
        ctx.update(table)
                .set(coming, DSL.field(quotedName("made", "coming"), coming.getDataType()))
                .set(source, DSL.field(quotedName("made", "source"), source.getDataType()))
                .from(made)
                .where(DSL.field(table.getQualifiedName().append(SystemFields.ID), SQLDataType.UUID)
                        .eq(DSL.field(quotedName("made", "id"), SQLDataType.UUID)))
                .execute();
        return refused;
    }
}

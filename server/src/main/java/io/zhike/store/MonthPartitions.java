package io.zhike.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The monthly partitions of a table that is partitioned by a time, in UTC: {@code <table>_2026_11} holds November. Rows that
 * came before their partition lie in the default one, {@code <table>_other}, and move when it is made.
 */
public final class MonthPartitions {
    private static final int ATTEMPTS = 40;

    private static final String MONTHS = """
            select partition.relname::text
              from pg_catalog.pg_inherits link
              join pg_catalog.pg_class partition on partition.oid = link.inhrelid
              join pg_catalog.pg_class whole on whole.oid = link.inhparent
              join pg_catalog.pg_namespace space on space.oid = whole.relnamespace
             where space.nspname = {0} and whole.relname = {1} and partition.relname ~ {2}
             order by 1
            """;

    private final Database database;

    public MonthPartitions(Database database) {
        this.database = database;
    }

    /**
     * Makes those partitions that are not there of {@code first} and the months after it.
     *
     * @param months how many in all
     * @param column the time that {@code table} is partitioned by
     * @return how many were made; a month whose table is too busy to be had is left for the next time
     */
    public int make(WorkspaceSchema schema, String table, String column, YearMonth first, int months) {
        int made = 0;
        for (int i = 0; i < months; i++) {
            YearMonth month = first.plusMonths(i);
            String partition = "%s_%d_%02d".formatted(table, month.getYear(), month.getMonthValue());
            boolean missing = !database.read(ctx -> Ddl.hasTable(ctx, schema, partition));
            made += missing && make(schema, table, column, month, partition) ? 1 : 0;
        }
        return made;
    }

    private boolean make(WorkspaceSchema schema, String table, String column, YearMonth month, String partition) {
        return database.write(ctx -> Ddl.patiently(
                ctx,
                ATTEMPTS,
                inner -> make(
                        inner,
                        schema.table(table),
                        schema.table(table + "_other"),
                        column,
                        month,
                        schema.table(partition))));
    }

    private static void make(
            DSLContext ctx, Table<?> table, Table<?> other, String column, YearMonth month, Table<?> partition) {
        String from = start(month);
        String until = start(month.plusMonths(1));
        ctx.execute("lock table {0} in access exclusive mode", other);
        ctx.execute("create table {0} (like {1} including all)", partition, table);
        ctx.execute(
                "with moved as (delete from {0} where {2} >= {3} and {2} < {4} returning *) insert into {1} select * from moved",
                other,
                partition,
                DSL.field(DSL.quotedName(column)),
                DSL.inline(from).cast(org.jooq.impl.SQLDataType.TIMESTAMPWITHTIMEZONE),
                DSL.inline(until).cast(org.jooq.impl.SQLDataType.TIMESTAMPWITHTIMEZONE));
        ctx.execute(
                "alter table {0} attach partition {1} for values from ({2}) to ({3})",
                table, partition, DSL.inline(from), DSL.inline(until));
    }

    /**
     * Drops, in the transaction of {@code ctx}, the months before {@code first} with all that is in them; what lies in the
     * default partition stays, and so do all where the table is too busy to be had.
     */
    public void drop(DSLContext ctx, WorkspaceSchema schema, String table, YearMonth first) {
        String from = "%s_%d_%02d".formatted(table, first.getYear(), first.getMonthValue());
        List<String> old = ctx
                .resultQuery(MONTHS, DSL.val(schema.name()), DSL.val(table), DSL.val("^" + table + "_\\d{4}_\\d{2}$"))
                .fetchInto(String.class)
                .stream()
                .filter(partition -> partition.compareTo(from) < 0)
                .toList();
        Ddl.patiently(
                ctx,
                ATTEMPTS,
                inner -> old.forEach(partition -> inner.execute("drop table {0}", schema.table(partition))));
    }

    private static String start(YearMonth month) {
        LocalDate day = month.atDay(1);
        return day.atStartOfDay(ZoneOffset.UTC).toOffsetDateTime().toString().replace("Z", "+00:00");
    }
}

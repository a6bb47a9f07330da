package io.zhike.store;

import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The order in which transactions become visible, which is what makes a feed that no reader can miss a row of. A row of
 * the feed keeps {@link #current()} of the transaction that wrote it. A reader takes {@link #horizon()} and reads the rows
 * with {@code from <= tx and tx < horizon}, and starts from that horizon next time: every transaction below it has ended,
 * so no row can appear there any more. Numbers are those of one database server and never come again; those that came with a
 * restored backup are negative.
 */
public final class Transactions {
    /** Below every number there is; far enough from the smallest of all that a difference of two is none either. */
    public static final long BEFORE_ALL = Long.MIN_VALUE / 2;

    private Transactions() {}

    /**
     * Where a workspace's schema keeps such numbers: tables and their columns. A backup writes them relative to its own moment, so
     * that on another server all of them are below any number that comes.
     */
    public static Map<String, List<String>> columns() {
        return Map.of(
                "change", List.of("tx"),
                "audit_entry", List.of("tx"),
                "feed_position", List.of("from_tx", "until_tx"));
    }

    /** The number of the present transaction; gives it one if it has none. Read it once and insert the value. */
    public static Field<Long> current() {
        return DSL.field("pg_catalog.pg_current_xact_id()::text::bigint", SQLDataType.BIGINT.notNull());
    }

    /** The oldest number that still runs as seen by the present statement: all below it are over. */
    public static Field<Long> horizon() {
        return DSL.field(
                "pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::text::bigint",
                SQLDataType.BIGINT.notNull());
    }
}

package io.zhike.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * The statements that change tables and that jOOQ has no words for. None of them lets readers queue behind a change: who
 * changes a table in use takes its lock by {@link #patiently}.
 */
public final class Ddl {
    /** How long one attempt waits for a lock: what a reader may at most wait behind it. */
    private static final Duration ATTEMPT = Duration.ofMillis(40);

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DEADLOCK = "40P01";

    private Ddl() {}

    /** How an index finds what it holds. */
    public enum Method {
        BTREE("btree"),
        GIN("gin");

        private final String sql;

        Method(String sql) {
            this.sql = sql;
        }
    }

    /** How an index stands. */
    public enum IndexState {
        ABSENT,
        /** Left behind by a build that was broken off, or still being built. */
        INVALID,
        VALID
    }

    /** What happens to a row when the one it points to goes. */
    public enum OnDelete {
        CASCADE("cascade"),
        SET_NULL("set null");

        private final String sql;

        OnDelete(String sql) {
            this.sql = sql;
        }
    }

    /** A piece of work within a transaction. */
    @FunctionalInterface
    public interface Work {
        void run(DSLContext ctx);
    }

    /**
     * Runs {@code work} inside the transaction of {@code ctx}, giving up and trying again whenever a lock is not to be had
     * at once, so that others never queue for long behind the attempt. All of {@code work} is undone between attempts.
     *
     * @return false where {@code attempts} did not do
     */
    public static boolean patiently(DSLContext ctx, int attempts, Work work) {
        for (int i = 0; i < attempts; i++) {
            try {
                ctx.transaction(inner -> {
                    inner.dsl().execute("set local lock_timeout = " + ATTEMPT.toMillis());
                    work.run(inner.dsl());
                    inner.dsl().execute("set local lock_timeout to default");
                });
                return true;
            } catch (DataAccessException e) {
                if (!isContention(e)) {
                    throw e;
                }
                pause(i);
            }
        }
        return false;
    }

    /** Lets nobody read or write {@code tables} until the transaction ends. */
    public static void lockOut(DSLContext ctx, Collection<? extends Table<?>> tables) {
        if (!tables.isEmpty()) {
            ctx.execute("lock table {0} in access exclusive mode", DSL.list(List.copyOf(tables)));
        }
    }

    /** Lets nobody write {@code tables} until the transaction ends; readers go on. */
    public static void lockWriters(DSLContext ctx, Collection<? extends Table<?>> tables) {
        if (!tables.isEmpty()) {
            ctx.execute("lock table {0} in share row exclusive mode", DSL.list(List.copyOf(tables)));
        }
    }

    /**
     * Makes an index.
     *
     * @param concurrently without keeping writers out; then {@code ctx} is outside any transaction
     * @param where which rows it holds; empty for all
     */
    public static void createIndex(
            DSLContext ctx,
            boolean concurrently,
            boolean unique,
            String index,
            Table<?> table,
            Method method,
            List<? extends QueryPart> parts,
            Optional<? extends QueryPart> where) {
        String sql = "create " + (unique ? "unique " : "") + "index " + (concurrently ? "concurrently " : "")
                + "{0} on {1} using " + method.sql + " ({2})" + (where.isPresent() ? " where {3}" : "");
        QueryPart condition = where.isPresent() ? where.get() : DSL.noCondition();
        ctx.execute(sql, DSL.quotedName(index), table, DSL.list(List.copyOf(parts)), condition);
    }

    /** Drops an index if it is there. Of its own, since jOOQ leaves out the schema. */
    public static void dropIndex(DSLContext ctx, Name index) {
        ctx.execute("drop index if exists {0}", index);
    }

    /** Gives an index another name in the same schema. */
    public static void renameIndex(DSLContext ctx, Name index, String name) {
        ctx.execute("alter index {0} rename to {1}", index, DSL.quotedName(name));
    }

    /** Drops an index if it is there, without keeping anybody out. {@code ctx} is outside any transaction. */
    public static void dropIndexConcurrently(DSLContext ctx, Name index) {
        ctx.execute("drop index concurrently if exists {0}", index);
    }

    /** The pairs of characters that {@code column} is searched by, as a part of an index. */
    public static QueryPart grams(Name column) {
        return DSL.field("{0}({1})", DSL.quotedName(SystemSchema.NAME, "grams"), column);
    }

    /** A part of an index in falling order, blanks last. */
    public static QueryPart falling(Name column) {
        return DSL.field("{0} desc", column);
    }

    public static IndexState indexState(DSLContext ctx, WorkspaceSchema schema, String index) {
        Boolean valid =
                ctx.resultQuery("""
                        select i.indisvalid
                          from pg_catalog.pg_index i
                          join pg_catalog.pg_class c on c.oid = i.indexrelid
                          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                         where n.nspname = {0} and c.relname = {1}
                        """, DSL.val(schema.name()), DSL.val(index)).fetchOneInto(Boolean.class);
        return valid == null ? IndexState.ABSENT : valid ? IndexState.VALID : IndexState.INVALID;
    }

    /** The names of the indexes of {@code table}, that of its primary key left out. */
    public static List<String> indexes(DSLContext ctx, WorkspaceSchema schema, String table) {
        return ctx.resultQuery("""
                        select c.relname::text
                          from pg_catalog.pg_index i
                          join pg_catalog.pg_class c on c.oid = i.indexrelid
                          join pg_catalog.pg_class t on t.oid = i.indrelid
                          join pg_catalog.pg_namespace n on n.oid = t.relnamespace
                         where n.nspname = {0} and t.relname = {1} and not i.indisprimary
                         order by 1
                        """, DSL.val(schema.name()), DSL.val(table)).fetchInto(String.class);
    }

    /** The names of the foreign keys of {@code table}. */
    public static List<String> foreignKeys(DSLContext ctx, WorkspaceSchema schema, String table) {
        return ctx.resultQuery("""
                        select k.conname::text
                          from pg_catalog.pg_constraint k
                          join pg_catalog.pg_class t on t.oid = k.conrelid
                          join pg_catalog.pg_namespace n on n.oid = t.relnamespace
                         where k.contype = 'f' and n.nspname = {0} and t.relname = {1}
                         order by 1
                        """, DSL.val(schema.name()), DSL.val(table)).fetchInto(String.class);
    }

    /** Whether {@code table} is there. */
    public static boolean hasTable(DSLContext ctx, WorkspaceSchema schema, String table) {
        return ctx.resultQuery("""
                select 1
                  from pg_catalog.pg_class t
                  join pg_catalog.pg_namespace n on n.oid = t.relnamespace
                 where n.nspname = {0} and t.relname = {1} and t.relkind in ('r', 'p')
                """, DSL.val(schema.name()), DSL.val(table))
                .fetchOptional()
                .isPresent();
    }

    /** Whether {@code table} has the column. */
    public static boolean hasColumn(DSLContext ctx, WorkspaceSchema schema, String table, String column) {
        return ctx.resultQuery("""
                select 1
                  from pg_catalog.pg_attribute a
                  join pg_catalog.pg_class t on t.oid = a.attrelid
                  join pg_catalog.pg_namespace n on n.oid = t.relnamespace
                 where n.nspname = {0} and t.relname = {1} and a.attname = {2}
                   and a.attnum > 0 and not a.attisdropped
                """, DSL.val(schema.name()), DSL.val(table), DSL.val(column))
                .fetchOptional()
                .isPresent();
    }

    /** Adds a foreign key that holds for what is written from now on; {@link #validate} makes it hold for all rows. */
    public static void addForeignKey(
            DSLContext ctx, Table<?> table, String constraint, String column, Table<?> target, OnDelete onDelete) {
        ctx.execute(
                "alter table {0} add constraint {1} foreign key ({2}) references {3} (id) on delete " + onDelete.sql
                        + " not valid",
                table,
                DSL.quotedName(constraint),
                DSL.quotedName(column),
                target);
    }

    /** Reads all rows; readers and writers go on. */
    public static void validate(DSLContext ctx, Table<?> table, String constraint) {
        ctx.execute("alter table {0} validate constraint {1}", table, DSL.quotedName(constraint));
    }

    private static boolean isContention(DataAccessException e) {
        SQLException cause = e.getCause(SQLException.class);
        return cause != null
                && (LOCK_NOT_AVAILABLE.equals(cause.getSQLState()) || DEADLOCK.equals(cause.getSQLState()));
    }

    /** Longer after each failure, and never in step with another node. */
    private static void pause(int failures) {
        long most = Math.min(LONGEST_PAUSE.toMillis(), ATTEMPT.toMillis() << Math.min(failures, 5));
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a lock", e);
        }
    }
}

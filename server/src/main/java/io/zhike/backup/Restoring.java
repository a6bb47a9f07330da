package io.zhike.backup;

import io.zhike.store.Database;
import io.zhike.store.Schemas;
import io.zhike.store.SystemSchema;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;

/** Puts a backup into a database: in one transaction, so that either all of it is there afterwards or nothing has changed. */
final class Restoring {
    /** Texts of values and names mean the same wherever they are written and read; gone with the transaction. Looks at nothing. */
    static final String PLAIN_TEXTS = """
            set local search_path = '';
            set local datestyle = 'ISO, YMD';
            set local intervalstyle = 'postgres';
            set local extra_float_digits = 3;
            set local bytea_output = 'hex';
            set local timezone = 'UTC';
            """;

    private static final String LONG_WORK = """
            set local statement_timeout = 0;
            set local idle_in_transaction_session_timeout = 0;
            set local lock_timeout = '10s';
            set local check_function_bodies = off;
            """;

    private final BackupFile file;
    private final Database database;

    Restoring(BackupFile file, Database database) {
        this.file = file;
        this.database = database;
    }

    /** Throws where this release is too old for the backup. */
    static void check(BackupFile file, BackupHead head) {
        TreeSet<String> unknown = new TreeSet<>(head.system());
        unknown.removeAll(Schemas.ofSystem());
        TreeSet<String> others = new TreeSet<>(head.workspace());
        others.removeAll(Schemas.ofWorkspace());
        unknown.addAll(others);
        if (head.format() > BackupHead.FORMAT) {
            throw BackupError.MADE_BY_NEWER.problem(file.path(), "format " + head.format());
        }
        if (!unknown.isEmpty()) {
            String names = unknown.stream().map(number -> "V" + number).collect(Collectors.joining(", "));
            throw BackupError.MADE_BY_NEWER.problem(file.path(), names);
        }
    }

    /**
     * Restores into the database.
     *
     * @param replaced the schemas that are there and go, workspaces first
     */
    BackupFile.Verified run(List<String> replaced) {
        try {
            return database.write(ctx -> {
                execute(ctx, LONG_WORK + PLAIN_TEXTS);
                replaced.forEach(
                        schema -> execute(ctx, "drop schema " + ctx.render(DSL.quotedName(schema)) + " cascade"));
                Taking taking = new Taking(file, ctx);
                BackupFile.Verified verified = file.read(taking);
                taking.finish();
                return verified;
            });
        } catch (DataAccessException e) {
            throw e.sqlState().equals("53200") ? BackupError.MORE_LOCKS_NEEDED.because(e) : e;
        }
    }

    /** The schemas of Zhike that are in the database, workspaces first. */
    static List<String> present(Database database) {
        return database.read(
                ctx -> ctx.resultQuery("""
                                select n.nspname::text from pg_catalog.pg_namespace n
                                 where n.nspname = {0} or n.nspname ~ '^w_[a-z0-9]{4,20}$'
                                   and pg_catalog.obj_description(n.oid, 'pg_namespace') like 'zhike %'
                                 order by n.nspname = {0}, n.nspname
                                """, DSL.val(SystemSchema.NAME)).fetchInto(String.class));
    }

    private static void execute(DSLContext ctx, String sql) {
        ctx.connection(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }

    /** What is read, becoming tables. */
    private static final class Taking implements PartsIn.Taker {
        private final BackupFile file;
        private final DSLContext ctx;
        private final Map<String, SchemaPart> schemas = new LinkedHashMap<>();

        Taking(BackupFile file, DSLContext ctx) {
            this.file = file;
            this.ctx = ctx;
        }

        @Override
        public void head(BackupHead head) {
            check(file, head);
        }

        @Override
        public void schema(SchemaPart part) {
            schemas.put(part.schema(), part);
            part.before().forEach(statement -> execute(ctx, statement));
        }

        @Override
        public long rows(String schema, String table, InputStream rows) throws IOException {
            SchemaPart.TablePart part = table(schema, table);
            String columns = part.columns().stream()
                    .map(column -> ctx.render(DSL.quotedName(column)))
                    .collect(Collectors.joining(", "));
            String what =
                    "copy " + ctx.render(DSL.quotedName(schema, table)) + " (" + columns + ") from stdin with (freeze)";
            List<IOException> broken = new ArrayList<>();
            long count = ctx.connectionResult(connection -> {
                try {
                    return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(what, rows);
                } catch (IOException e) {
                    broken.add(e);
                    return 0L;
                }
            });
            if (!broken.isEmpty()) {
                throw broken.getFirst();
            }
            return count;
        }

        private SchemaPart.TablePart table(String schema, String table) throws IOException {
            SchemaPart part = schemas.get(schema);
            if (part != null) {
                for (SchemaPart.TablePart each : part.tables()) {
                    if (each.name().equals(table)) {
                        return each;
                    }
                }
            }
            throw new IOException("it has rows of an unknown table '" + schema + "." + table + "'");
        }

        void finish() {
            for (SchemaPart part : schemas.values()) {
                part.after().forEach(statement -> execute(ctx, statement));
            }
            for (SchemaPart part : schemas.values()) {
                for (SchemaPart.TablePart table : part.tables()) {
                    execute(ctx, "analyze " + ctx.render(DSL.quotedName(part.schema(), table.name())));
                }
            }
        }
    }
}

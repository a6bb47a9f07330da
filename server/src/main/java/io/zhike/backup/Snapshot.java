package io.zhike.backup;

import io.zhike.store.Database;
import io.zhike.store.SystemSchema;
import io.zhike.store.Transactions;
import io.zhike.store.WorkspaceSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;

/**
 * All of Zhike's data at one moment, written while others go on working. Tables keep their shape until it ends: what changes
 * one (publishing, an update) waits meanwhile.
 */
final class Snapshot {
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int TRIES = 5;
    /** Who is signed in and who failed to: after a restore everybody signs in anew. */
    private static final List<String> LEFT = List.of("session", "sign_in_failure");

    private static final String SCHEMAS = """
            select n.nspname::text from pg_catalog.pg_namespace n
             where n.nspname = {0} or n.nspname ~ {1}
               and pg_catalog.obj_description(n.oid, 'pg_namespace') like 'zhike %'
             order by n.nspname <> {0}, n.nspname
            """;

    private static final String TABLES = """
            select pg_catalog.format('%I.%I', c.relnamespace::regnamespace::text, c.relname)
              from pg_catalog.pg_class c
             where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text in ({0})
             order by 1
            """;

    private static final String MIGRATIONS = "select version from {0} where success and version is not null";

    /** What the server is, and the number above all transactions of this snapshot. */
    private static final String FACTS = """
            select current_setting('server_version'),
                   pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text::bigint
            """;

    private final DSLContext ctx;
    private final List<String> schemas;
    private final long above;
    private final BackupHead head;

    private Snapshot(DSLContext ctx, List<String> schemas, Clock clock) {
        this.ctx = ctx;
        this.schemas = schemas;
        org.jooq.Record facts = ctx.resultQuery(FACTS).fetchSingle();
        this.above = facts.get(1, Long.class);
        this.head = new BackupHead(
                BackupHead.FORMAT,
                clock.instant()
                        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                        .toString(),
                facts.get(0, String.class),
                versions(schemas.subList(0, 1)),
                versions(schemas.subList(1, schemas.size())),
                schemas);
    }

    /**
     * Takes a snapshot and writes all of it.
     *
     * @param place for messages
     * @throws UncheckedIOException of {@code out}
     */
    static void take(Database database, String place, Clock clock, PartsOut out) {
        for (int i = 0; i < TRIES; i++) {
            if (taken(database, place, clock, out)) {
                return;
            }
        }
        throw BackupError.SCHEMA_CHANGING.problem();
    }

    /**
     * The tables are locked before the transaction looks at anything: one that was rewritten between its snapshot and its lock
     * would seem to be empty. Nothing is written where tables came or went meanwhile.
     */
    private static boolean taken(Database database, String place, Clock clock, PartsOut out) {
        List<String> schemas = database.read(Snapshot::schemas);
        if (schemas.isEmpty() || !schemas.getFirst().equals(SystemSchema.NAME)) {
            throw BackupError.NOTHING_THERE.problem(place);
        }
        List<String> tables = database.read(ctx -> tables(ctx, schemas));
        try {
            return database.reading(LONGEST, ctx -> {
                begin(ctx, tables);
                boolean same =
                        schemas(ctx).equals(schemas) && tables(ctx, schemas).equals(tables);
                if (same) {
                    new Snapshot(ctx, schemas, clock).writeTo(out);
                }
                return same;
            });
        } catch (DataAccessException e) {
            return switch (e.sqlState()) {
                case "42P01", "3F000" -> false;
                case "53200" -> throw BackupError.MORE_LOCKS_NEEDED.because(e);
                default -> throw e;
            };
        }
    }

    private static void begin(DSLContext ctx, List<String> tables) {
        ctx.connection(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(Restoring.PLAIN_TEXTS);
                statement.execute("lock table " + String.join(", ", tables) + " in access share mode");
            }
        });
    }

    private static List<String> schemas(DSLContext ctx) {
        return ctx.resultQuery(SCHEMAS, DSL.val(SystemSchema.NAME), DSL.val("^w_[a-z0-9]{4,20}$"))
                .fetchInto(String.class);
    }

    private static List<String> tables(DSLContext ctx, List<String> schemas) {
        return ctx.resultQuery(TABLES, DSL.list(schemas.stream().map(DSL::val).toList()))
                .fetchInto(String.class);
    }

    private List<String> versions(List<String> of) {
        return of.stream()
                .filter(schema -> ctx.resultQuery(
                                "select to_regclass({0}) is not null", DSL.val('"' + schema + "\".migration"))
                        .fetchSingle()
                        .get(0, Boolean.class))
                .flatMap(schema ->
                        ctx
                                .resultQuery(MIGRATIONS, DSL.quotedName(schema, "migration"))
                                .fetchInto(String.class)
                                .stream())
                .distinct()
                .sorted()
                .toList();
    }

    private void writeTo(PartsOut out) {
        try {
            write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(PartsOut out) throws IOException {
        out.json("head.json", head);
        Catalogue catalogue = new Catalogue(ctx, LEFT);
        List<SchemaPart> parts =
                schemas.stream().map(schema -> known(catalogue, schema)).toList();
        for (SchemaPart part : parts) {
            out.json("schema/" + part.schema() + ".json", part);
        }
        long files = 0;
        for (SchemaPart part : parts) {
            for (SchemaPart.TablePart table : part.tables()) {
                if (!table.left()) {
                    long rows = out.rows("rows/" + part.schema() + "/" + table.name(), to -> copy(part, table, to));
                    boolean attached = WorkspaceSchema.isName(part.schema())
                            && table.name().equals("file");
                    files += attached ? rows : 0;
                }
            }
        }
        out.manifest(files);
    }

    private static SchemaPart known(Catalogue catalogue, String schema) {
        List<String> unknown = catalogue.unknown(schema);
        if (!unknown.isEmpty()) {
            throw BackupError.UNKNOWN_OBJECT.problem(
                    schema, unknown.stream().limit(5).collect(Collectors.joining(", ")));
        }
        return catalogue.read(schema);
    }

    private long copy(SchemaPart schema, SchemaPart.TablePart table, OutputStream to) {
        String name = ctx.render(DSL.quotedName(schema.schema(), table.name()));
        String plain = name + " (" + columns(table, Function.identity()) + ")";
        String moved = "(select "
                + columns(table, column -> table.transactions().contains(unquoted(column)) ? moved(column) : column)
                + " from " + name + ")";
        String what = "copy " + (table.transactions().isEmpty() ? plain : moved) + " to stdout";
        return ctx.connectionResult(connection -> {
            try {
                return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(what, to);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Relative to this moment, so below all numbers of the server that it is restored into. */
    private String moved(String column) {
        return "greatest(" + column + " - " + above + ", " + Transactions.BEFORE_ALL + ")";
    }

    private String columns(SchemaPart.TablePart table, Function<String, String> edit) {
        return table.columns().stream()
                .map(column -> ctx.render(DSL.quotedName(column)))
                .map(edit)
                .collect(Collectors.joining(", "));
    }

    private static String unquoted(String name) {
        return name.substring(1, name.length() - 1);
    }
}

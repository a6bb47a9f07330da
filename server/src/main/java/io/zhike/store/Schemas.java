package io.zhike.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The versioned migrations: of the system schema from {@code db/system}, and of each workspace's schema from {@code
 * db/workspace}, where {@code ${schema}} stands for its name. Each workspace's schema bears, as its comment, the
 * fingerprint of the scripts it was last brought to, so that a start with nothing to do asks one question for all of them.
 */
public final class Schemas {
    private static final Logger LOG = LoggerFactory.getLogger(Schemas.class);
    private static final String MARK = "zhike ";

    /** The schemas of workspaces, but for those that bear a certain mark. */
    private static final String OTHERS = """
            select nspname::text
              from pg_catalog.pg_namespace
             where pg_catalog.obj_description(oid, 'pg_namespace') like {0}
               and pg_catalog.obj_description(oid, 'pg_namespace') <> {1}
               and nspname ~ {2}
             order by nspname
            """;

    private final DataSource dataSource;
    private final Database database;
    private final String fingerprint;

    public Schemas(DataSource dataSource) {
        this.dataSource = dataSource;
        this.database = new Database(dataSource);
        this.fingerprint = MARK + Scripts.fingerprint("db/workspace");
    }

    /** The numbers of the migrations of the system schema that this release knows. */
    public static Set<String> ofSystem() {
        return Scripts.numbers("db/system");
    }

    /** The numbers of the migrations of a workspace's schema that this release knows. */
    public static Set<String> ofWorkspace() {
        return Scripts.numbers("db/workspace");
    }

    /** Brings the system schema and every workspace's schema to this release. Safe to run on several nodes at once. */
    public void migrateAll() {
        exclusively(
                SystemSchema.NAME, () -> flyway(SystemSchema.NAME, "db/system").migrate());
        List<WorkspaceSchema> behind = behind();
        behind.forEach(this::migrate);
        if (!behind.isEmpty()) {
            LOG.info("Brought {} workspace schemas to this release", behind.size());
        }
    }

    /**
     * Makes the schema of a new workspace with all its tables; takes up to a second. Not part of any transaction: run again
     * after a crash it finishes what was begun.
     */
    public void create(WorkspaceSchema schema) {
        exclusively(
                schema.name(),
                () -> database.writing(ctx -> {
                    ctx.createSchemaIfNotExists(DSL.quotedName(schema.name())).execute();
                    comment(ctx, schema, MARK + "unfinished");
                }));
        migrate(schema);
    }

    /** The schemas of all workspaces, those included that are finished and not in use. */
    public List<WorkspaceSchema> workspaces() {
        return othersThan(MARK + "unfinished");
    }

    private void migrate(WorkspaceSchema schema) {
        exclusively(schema.name(), () -> {
            flyway(schema.name(), "db/workspace").migrate();
            database.writing(ctx -> comment(ctx, schema, fingerprint));
        });
    }

    /**
     * Does {@code work} while no other node works on {@code schema}: makes them wait for a transaction that does nothing but
     * hold a lock. {@code work} has connections of its own.
     */
    private void exclusively(String schema, Runnable work) {
        database.writing(ctx -> {
            ctx.execute("set local idle_in_transaction_session_timeout = 0");
            ctx.execute(
                    "select pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended({0}, 0))", DSL.val(schema));
            work.run();
        });
    }

    private List<WorkspaceSchema> behind() {
        return othersThan(fingerprint);
    }

    private List<WorkspaceSchema> othersThan(String mark) {
        List<String> names = database.read(ctx -> ctx.resultQuery(
                        OTHERS, DSL.val(MARK + "%"), DSL.val(mark), DSL.val("^" + WorkspaceSchema.SHAPE + "$"))
                .fetchInto(String.class));
        return names.stream().map(WorkspaceSchema::new).toList();
    }

    private static void comment(DSLContext ctx, WorkspaceSchema schema, String text) {
        ctx.query("comment on schema {0} is {1}", DSL.quotedName(schema.name()), DSL.inline(text))
                .execute();
    }

    /** Modules own ranges of numbers, so that a release may add a number below one that is already applied. */
    private Flyway flyway(String schema, String location) {
        return Flyway.configure()
                .dataSource(dataSource)
                .schemas(schema)
                .defaultSchema(schema)
                .table("migration")
                .locations("classpath:" + location)
                .placeholders(Map.of("schema", "\"" + schema + "\""))
                .outOfOrder(true)
                .loggers("slf4j")
                .load();
    }
}

package io.zhike.workspace;

import io.zhike.message.Language;
import io.zhike.store.Database;
import io.zhike.store.Ids;
import io.zhike.store.Schemas;
import io.zhike.store.SystemSchema;
import io.zhike.store.WorkspaceSchema;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The workspaces of this installation. Its answers are of one moment; nothing is cached. */
@Component
public class Workspaces {
    static final Table<Record> TABLE = SystemSchema.table("workspace");
    private static final String SHORT_ID = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int SHORT_ID_LENGTH = 10;
    private static final int LONGEST_NAME = 100;

    private final Database database;
    private final Schemas schemas;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    Workspaces(Database database, Schemas schemas, Clock clock, ApplicationEventPublisher events) {
        this.database = database;
        this.schemas = schemas;
        this.clock = clock;
        this.events = events;
    }

    /** Makes a workspace with all its tables and nobody in it; takes up to a second. */
    public Workspace create(String name, ZoneId zone, Language language) {
        Workspace workspace = plan(name, zone, language);
        database.writing(ctx -> add(ctx, workspace));
        return workspace;
    }

    /** All workspaces, oldest first. */
    public List<Workspace> all() {
        return database.read(ctx -> select(ctx, DSL.noCondition()));
    }

    public Optional<Workspace> find(UUID id) {
        return database.read(ctx -> select(ctx, Columns.ID.eq(id))).stream().findFirst();
    }

    /** The workspace whose tables lie in the schema of that name. */
    public Optional<Workspace> inSchema(String schema) {
        return database.read(ctx -> select(ctx, Columns.SCHEMA_NAME.eq(schema))).stream()
                .findFirst();
    }

    /** Runs {@code work} for each workspace in turn; the first failure ends it. */
    public void forEach(Consumer<Workspace> work) {
        all().forEach(work);
    }

    /** Gives the workspace another name; throws {@code no-such-workspace}. */
    public Workspace rename(UUID id, String name) {
        String checked = checkedName(name);
        Optional<Workspace> before = find(id);
        database.writing(ctx -> {
            ctx.update(TABLE)
                    .set(Columns.NAME, checked)
                    .where(Columns.ID.eq(id))
                    .execute();
            before.ifPresent(was -> PeopleAudit.of(ctx, was, clock.instant()).workspaceRenamed(was.name(), checked));
            KnownCallers.changed(ctx);
        });
        return find(id).orElseThrow(WorkspaceError.NO_SUCH_WORKSPACE::problem);
    }

    /** A workspace whose schema is there and which nobody can find yet; one that is never added costs an unused schema. */
    Workspace plan(String name, ZoneId zone, Language language) {
        UUID id = Ids.at(clock.instant());
        Workspace workspace =
                new Workspace(id, checkedName(name), new WorkspaceSchema("w_" + shortId()), zone, language);
        schemas.create(workspace.schema());
        events.publishEvent(new WorkspacePlanned(workspace));
        return workspace;
    }

    /** Makes a planned workspace real, in the transaction of {@code ctx}. */
    void add(DSLContext ctx, Workspace workspace) {
        ctx.insertInto(TABLE)
                .set(Columns.ID, workspace.id())
                .set(Columns.NAME, workspace.name())
                .set(Columns.SCHEMA_NAME, workspace.schema().name())
                .set(Columns.ZONE, workspace.zone().getId())
                .set(Columns.LANGUAGE, workspace.language().name())
                .set(Columns.CREATED_AT, clock.instant())
                .execute();
    }

    /** The workspace of a row that holds its columns, qualified with {@link #TABLE}. */
    static Workspace of(Record row) {
        return new Workspace(
                row.get(Columns.of(TABLE, Columns.ID)),
                row.get(Columns.of(TABLE, Columns.NAME)),
                new WorkspaceSchema(row.get(Columns.of(TABLE, Columns.SCHEMA_NAME))),
                ZoneId.of(row.get(Columns.of(TABLE, Columns.ZONE))),
                Language.valueOf(row.get(Columns.of(TABLE, Columns.LANGUAGE))));
    }

    /** The columns that {@link #of} reads. */
    static List<Field<?>> columns() {
        return List.of(
                Columns.of(TABLE, Columns.ID),
                Columns.of(TABLE, Columns.NAME),
                Columns.of(TABLE, Columns.SCHEMA_NAME),
                Columns.of(TABLE, Columns.ZONE),
                Columns.of(TABLE, Columns.LANGUAGE));
    }

    private static List<Workspace> select(DSLContext ctx, Condition where) {
        return ctx.select(columns())
                .from(TABLE)
                .where(where)
                .orderBy(Columns.ID)
                .fetch(Workspaces::of);
    }

    private static String checkedName(String name) {
        return new Checks().text("name", name, LONGEST_NAME).orThrow(name.strip());
    }

    private String shortId() {
        return random.ints(SHORT_ID_LENGTH, 0, SHORT_ID.length())
                .mapToObj(i -> String.valueOf(SHORT_ID.charAt(i)))
                .collect(Collectors.joining());
    }
}

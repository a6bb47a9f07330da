package io.zhike.record.transfer;

import io.zhike.audit.Actor;
import io.zhike.definition.Definitions;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.ValueContext;
import io.zhike.message.Language;
import io.zhike.message.ProblemException;
import io.zhike.record.RecordFinder;
import io.zhike.record.RecordWriter;
import io.zhike.sheet.ColumnGuess;
import io.zhike.sheet.Format;
import io.zhike.sheet.Header;
import io.zhike.sheet.RowCursor;
import io.zhike.sheet.SheetFile;
import io.zhike.store.Database;
import io.zhike.store.JobHandler;
import io.zhike.store.JobRun;
import io.zhike.store.StoreError;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Members;
import io.zhike.workspace.Origin;
import io.zhike.workspace.Workspace;
import io.zhike.workspace.Workspaces;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Runs imports, chunk by chunk. A chunk's records, its refused rows and the import's position are one transaction, so that
 * after a crash at any moment the next run goes on with the first row that is not done.
 */
@Component
final class ImportRunner implements JobHandler<ImportRunner.Payload> {
    static final String KIND = "import.run";
    private static final int CHUNK = 2_000;

    /** So often is tried again what went wrong without a person's fault. */
    private static final int ATTEMPTS = 8;

    private final Database database;
    private final Clock clock;
    private final Workspaces workspaces;
    private final Members members;
    private final Definitions definitions;
    private final ImportStore imports;
    private final Uploads uploads;
    private final RecordWriter writer;
    private final RecordFinder finder;
    private final People people;
    private final RefusedRows refusedRows;
    private final WaitingRows waitingRows;

    ImportRunner(
            Database database,
            Clock clock,
            Workspaces workspaces,
            Members members,
            Definitions definitions,
            ImportStore imports,
            Uploads uploads,
            RecordWriter writer,
            RecordFinder finder,
            People people,
            RefusedRows refusedRows,
            WaitingRows waitingRows) {
        this.database = database;
        this.clock = clock;
        this.workspaces = workspaces;
        this.members = members;
        this.definitions = definitions;
        this.imports = imports;
        this.uploads = uploads;
        this.writer = writer;
        this.finder = finder;
        this.people = people;
        this.refusedRows = refusedRows;
        this.waitingRows = waitingRows;
    }

    /** Which import of which workspace. */
    record Payload(UUID workspace, UUID importId) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Payload> payloadType() {
        return Payload.class;
    }

    @Override
    public void run(JobRun<Payload> run) {
        workspaces.find(run.payload().workspace()).ifPresent(workspace -> run(run, workspace));
    }

    private void run(JobRun<Payload> run, Workspace workspace) {
        UUID id = run.payload().importId();
        try {
            run(workspace, id, run::isStopping);
        } catch (RuntimeException e) {
            if (run.attempt() >= ATTEMPTS) {
                Caller system = Caller.system(workspace, "import");
                fail(system, id, ImportError.IMPORT_BROKEN.with().in(workspace.language()));
            }
            throw e;
        }
        if (run.isStopping()) {
            run.again(clock.instant());
        }
    }

    /** Imports until the last row, or until a person or the node's shutdown stops it. */
    void run(Workspace workspace, UUID id, BooleanSupplier stopping) {
        WorkspaceSchema schema = workspace.schema();
        boolean taken = database.read(ctx ->
                imports.move(ctx, schema, id, List.of(ImportState.QUEUED, ImportState.RUNNING), ImportState.RUNNING));
        if (!taken) {
            return;
        }
        ImportStatus status = imports.find(schema, id).orElseThrow();
        Caller caller = new Caller(
                workspace, status.actor(), Language.valueOf(status.language()), new Origin.Background("import"));
        try (Actor.Scope _ = members.actor(caller).act()) {
            run(caller, status, stopping);
        } catch (ProblemException problem) {
            if (problem.message().code() instanceof StoreError) {
                throw problem;
            }
            fail(caller, id, problem.message().in(caller.language()));
        }
    }

    private void fail(Caller caller, UUID id, String why) {
        WorkspaceSchema schema = caller.workspace().schema();
        EntityCatalog catalog = EntityCatalog.of(definitions.published(caller.workspace()));
        ImportStatus status = imports.find(schema, id).orElseThrow();
        Actor actor = members.actor(caller);
        try (Actor.Scope _ = actor.act()) {
            database.writing(ctx -> {
                imports.fail(ctx, schema, id, why);
                ImportAudit.of(ctx, caller, clock.instant()).failed(status, catalog, why);
            });
        }
    }

    private void run(Caller caller, ImportStatus status, BooleanSupplier stopping) {
        uploads.open(caller.workspace(), status.plan().file(), status.plan().fileName(), file -> {
            run(caller, status, file, stopping);
            return status;
        });
    }

    private void run(Caller caller, ImportStatus status, SheetFile file, BooleanSupplier stopping) {
        ImportPlan plan = status.plan();
        EntityCatalog catalog = EntityCatalog.of(definitions.published(caller.workspace()));
        Header header = file.headerAt(plan.sheet(), plan.headerRow(), caller.language());
        ValueContext context = new ValueContext(caller.workspace().zone(), caller.language());
        boolean ragged = file.format() == Format.XLSX || file.format() == Format.XLS;
        RowMapper mapper = new RowMapper(
                plan.mapping(), catalog.get(plan.entity()), header, guesses(file, plan, header), ragged, context);
        ImportChunk chunk = new ImportChunk(writer, finder, people, refusedRows, catalog, status, mapper, context);
        try (RowCursor rows = file.data(plan.sheet(), header)) {
            rows.skipTo(status.tally().read());
            try (RowsAhead ahead = new RowsAhead(rows, mapper, CHUNK)) {
                while (!stopping.getAsBoolean()) {
                    List<ImportRow> next = ahead.next();
                    if (next.isEmpty()) {
                        LateRows late = new LateRows(database, imports, waitingRows, mapper, chunk);
                        if (late.bring(caller, status.id(), stopping)) {
                            finish(caller, status.id());
                        }
                        return;
                    }
                    if (!write(caller, status.id(), chunk, next)) {
                        return;
                    }
                }
            }
        }
    }

    /** What the columns hold, told from the first rows: the same in every run over the same file. */
    private static List<ColumnGuess> guesses(SheetFile file, ImportPlan plan, Header header) {
        try (RowCursor rows = file.data(plan.sheet(), header)) {
            return ColumnGuess.of(header, rows);
        }
    }

    /** Writes one chunk; false where a person has stopped the import meanwhile, or another run has gone on with it. */
    private boolean write(Caller caller, UUID id, ImportChunk chunk, List<ImportRow> rows) {
        WorkspaceSchema schema = caller.workspace().schema();
        return database.write(ctx -> {
            ImportStore.Progress progress = imports.lock(ctx, schema, id);
            if (progress.state() != ImportState.RUNNING
                    || progress.read() != rows.getFirst().position()) {
                return false;
            }
            ImportChunk.Outcome outcome = chunk.write(ctx, caller, rows, ImportChunk.Missing.WAITS);
            waitingRows.keep(ctx, schema, id, outcome.waiting());
            imports.count(ctx, schema, id, outcome.tally().read(rows.size()));
            return true;
        });
    }

    private void finish(Caller caller, UUID id) {
        WorkspaceSchema schema = caller.workspace().schema();
        EntityCatalog catalog = EntityCatalog.of(definitions.published(caller.workspace()));
        ImportStatus status = imports.find(schema, id).orElseThrow();
        database.writing(ctx -> {
            if (imports.move(ctx, schema, id, List.of(ImportState.RUNNING), ImportState.DONE)) {
                ImportAudit.of(ctx, caller, clock.instant()).done(status, catalog);
            }
        });
    }
}

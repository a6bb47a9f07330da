package io.zhike.record.transfer;

import io.zhike.message.Language;
import io.zhike.record.BatchUndo;
import io.zhike.store.Database;
import io.zhike.store.JobHandler;
import io.zhike.store.JobRun;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Origin;
import io.zhike.workspace.Workspace;
import io.zhike.workspace.Workspaces;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Takes imports back, page by page, newest change first; a run that was cut off is simply run again. */
@Component
final class ImportUndo implements JobHandler<ImportRunner.Payload> {
    static final String KIND = "import.undo";

    private final Database database;
    private final Clock clock;
    private final Workspaces workspaces;
    private final ImportStore imports;
    private final BatchUndo undo;

    ImportUndo(Database database, Clock clock, Workspaces workspaces, ImportStore imports, BatchUndo undo) {
        this.database = database;
        this.clock = clock;
        this.workspaces = workspaces;
        this.imports = imports;
        this.undo = undo;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<ImportRunner.Payload> payloadType() {
        return ImportRunner.Payload.class;
    }

    @Override
    public void run(JobRun<ImportRunner.Payload> run) {
        workspaces
                .find(run.payload().workspace())
                .ifPresent(workspace -> run(workspace, run.payload().importId(), run::isStopping));
        if (run.isStopping()) {
            run.again(clock.instant());
        }
    }

    /** Undoes until nothing is left to undo, or until the node shuts down. */
    void run(Workspace workspace, UUID id, BooleanSupplier stopping) {
        WorkspaceSchema schema = workspace.schema();
        ImportStatus status = imports.find(schema, id).orElseThrow();
        if (status.state() != ImportState.UNDOING) {
            return;
        }
        Caller caller = new Caller(
                workspace, status.actor(), Language.valueOf(status.language()), new Origin.Background("import.undo"));
        while (!stopping.getAsBoolean()) {
            BatchUndo.Step step = undo.step(
                    caller,
                    id,
                    (ctx, done) -> imports.count(ctx, schema, id, Tally.ofUndo(done.undone(), done.kept())));
            if (step.finished()) {
                database.read(ctx -> imports.move(ctx, schema, id, List.of(ImportState.UNDOING), ImportState.UNDONE));
                return;
            }
        }
    }
}

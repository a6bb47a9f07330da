package io.zhike.record.transfer;

import io.zhike.audit.Actor;
import io.zhike.definition.Definitions;
import io.zhike.entity.EntityCatalog;
import io.zhike.message.Language;
import io.zhike.message.Message;
import io.zhike.message.ProblemException;
import io.zhike.record.BatchUndo;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes imports back, page by page, newest change first, with the rights of who asked for it; a run that was cut off is
 * simply run again. What goes wrong again and again ends with the reason, and can be asked for anew.
 */
@Component
final class ImportUndo implements JobHandler<ImportUndo.Asked> {
    static final String KIND = "import.undo";

    /** So often is tried again what went wrong without a person's fault: some eight minutes. */
    static final int ATTEMPTS = 8;

    private final Database database;
    private final Clock clock;
    private final Workspaces workspaces;
    private final Members members;
    private final Definitions definitions;
    private final ImportStore imports;
    private final BatchUndo undo;

    ImportUndo(
            Database database,
            Clock clock,
            Workspaces workspaces,
            Members members,
            Definitions definitions,
            ImportStore imports,
            BatchUndo undo) {
        this.database = database;
        this.clock = clock;
        this.workspaces = workspaces;
        this.members = members;
        this.definitions = definitions;
        this.imports = imports;
        this.undo = undo;
    }

    /** @param member who asked; null for the server itself */
    record Asked(UUID workspace, UUID importId, @Nullable UUID member) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Asked> payloadType() {
        return Asked.class;
    }

    @Override
    public void run(JobRun<Asked> run) {
        workspaces
                .find(run.payload().workspace())
                .ifPresent(workspace -> run(workspace, run.payload(), run.attempt(), run::isStopping));
        if (run.isStopping()) {
            run.again(clock.instant());
        }
    }

    /** Undoes until nothing is left to undo, or until the node shuts down; gives up where that fails for good. */
    void run(Workspace workspace, Asked asked, int attempt, BooleanSupplier stopping) {
        WorkspaceSchema schema = workspace.schema();
        ImportStatus status = imports.find(schema, asked.importId()).orElseThrow();
        Language language = Language.valueOf(status.language());
        Caller caller = new Caller(workspace, asked.member(), language, new Origin.Background(KIND));
        try {
            undo(caller, status, stopping);
        } catch (RuntimeException e) {
            boolean lasting =
                    e instanceof ProblemException problem && !(problem.message().code() instanceof StoreError);
            if (lasting || attempt >= ATTEMPTS) {
                Message why = lasting ? ((ProblemException) e).message() : ImportError.UNDO_BROKEN.with();
                database.writing(ctx -> imports.end(
                        ctx, schema, status.id(), ImportState.UNDOING, ImportState.UNDO_FAILED, why.in(language)));
            }
            // For the log; the next run finds nothing to do.
            throw e;
        }
    }

    private void undo(Caller caller, ImportStatus status, BooleanSupplier stopping) {
        WorkspaceSchema schema = caller.workspace().schema();
        boolean undoing = status.state() == ImportState.UNDOING;
        while (undoing && !stopping.getAsBoolean()) {
            BatchUndo.Step step = undo.step(
                    caller,
                    status.id(),
                    (ctx, done) -> imports.count(ctx, schema, status.id(), Tally.ofUndo(done.undone(), done.kept())));
            if (step.finished()) {
                finish(caller, status.id());
                undoing = false;
            }
        }
    }

    private void finish(Caller caller, UUID id) {
        WorkspaceSchema schema = caller.workspace().schema();
        EntityCatalog catalog = EntityCatalog.of(definitions.published(caller.workspace()));
        ImportStatus status = imports.find(schema, id).orElseThrow();
        try (Actor.Scope _ = members.actor(caller).act()) {
            database.writing(ctx -> {
                if (imports.move(ctx, schema, id, List.of(ImportState.UNDOING), ImportState.UNDONE)) {
                    ImportAudit.of(ctx, caller, clock.instant()).undone(status, catalog);
                }
            });
        }
    }
}

package io.zhike.record.transfer;

import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditLog;
import io.zhike.audit.AuditWord;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.message.Label;
import io.zhike.record.RecordAction;
import io.zhike.workspace.Caller;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;

/** Tells the audit log of imports, each time in the transaction that moves one. */
final class ImportAudit {
    private final DSLContext ctx;
    private final Caller caller;
    private final Instant now;

    private ImportAudit(DSLContext ctx, Caller caller, Instant now) {
        this.ctx = ctx;
        this.caller = caller;
        this.now = now;
    }

    static ImportAudit of(DSLContext ctx, Caller caller, Instant now) {
        return new ImportAudit(ctx, caller, now);
    }

    void begun(UUID id, ImportPlan plan, EntityCatalog catalog) {
        tell(about(RecordAction.IMPORT_BEGUN, id, plan, catalog)
                .with(AuditWord.MODE, plan.mode().code()));
    }

    void done(ImportStatus status, EntityCatalog catalog) {
        tell(counted(about(RecordAction.IMPORT_DONE, status.id(), status.plan(), catalog), status.tally()));
    }

    void cancelled(ImportStatus status, EntityCatalog catalog) {
        tell(counted(about(RecordAction.IMPORT_CANCELLED, status.id(), status.plan(), catalog), status.tally()));
    }

    void failed(ImportStatus status, EntityCatalog catalog, String why) {
        tell(counted(about(RecordAction.IMPORT_FAILED, status.id(), status.plan(), catalog), status.tally())
                .with(AuditWord.REASON, why));
    }

    void undone(ImportStatus status, EntityCatalog catalog) {
        tell(about(RecordAction.IMPORT_UNDONE, status.id(), status.plan(), catalog)
                .with(AuditWord.ROWS, status.tally().undone())
                .with(AuditWord.KEPT, status.tally().kept()));
    }

    private static AuditEntry counted(AuditEntry entry, Tally tally) {
        return entry.with(AuditWord.ROWS, tally.read())
                .with(AuditWord.CREATED, tally.created())
                .with(AuditWord.UPDATED, tally.updated())
                .with(AuditWord.REFUSED, tally.refused());
    }

    /** The entity is called by its code where it is gone since. */
    private AuditEntry about(RecordAction action, UUID id, ImportPlan plan, EntityCatalog catalog) {
        Label label = catalog.find(plan.entity()).map(EntityDefinition::label).orElse(Label.of(plan.entity()));
        return AuditEntry.of(
                        action,
                        "entity",
                        plan.entity(),
                        label.in(caller.workspace().language()))
                .with(AuditWord.FILE, plan.fileName())
                .with(AuditWord.BATCH, id.toString());
    }

    private void tell(AuditEntry entry) {
        AuditLog.record(ctx, caller.workspace().schema(), now, entry);
    }
}

package io.zhike.record;

import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditLog;
import io.zhike.audit.AuditWord;

/**
 * Tells the audit log of records that went, came back or went for good, in the same transaction. Whoever opens a batch tells
 * of it as a whole; what follows other records is told of with them; single records that are made or changed are in the feed.
 */
final class AuditPhase implements WritePhase {

    @Override
    public void run(WriteRun run) {
        if (run.batch().batch().isEmpty()) {
            tell(run, ChangeKind.DELETE, RecordAction.RECORDS_DELETED);
            tell(run, ChangeKind.RESTORE, RecordAction.RECORDS_RESTORED);
            tell(run, ChangeKind.PURGE, RecordAction.RECORDS_PURGED);
        }
    }

    private static void tell(WriteRun run, ChangeKind kind, RecordAction action) {
        var records = run.pending(kind).map(write -> write.id().toString()).toList();
        if (!records.isEmpty()) {
            AuditEntry entry = RecordAudit.about(action, run.caller(), run.entity())
                    .with(AuditWord.ROWS, records.size())
                    .with(AuditWord.RECORDS, records);
            AuditLog.record(run.ctx(), run.schema(), run.now(), entry);
        }
    }
}

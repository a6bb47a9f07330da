package io.zhike.record;

import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditWord;
import io.zhike.entity.EntityDefinition;
import io.zhike.workspace.Caller;
import java.util.Optional;

/** Entries of the audit log about the records of an entity. */
public final class RecordAudit {
    private RecordAudit() {}

    /** An entry about {@code entity}, called as the workspace calls it. */
    public static AuditEntry about(RecordAction action, Caller caller, EntityDefinition entity) {
        return AuditEntry.of(
                action,
                "entity",
                entity.code(),
                entity.label().in(caller.workspace().language()));
    }

    /** {@code entry} with what its records were found by. */
    public static AuditEntry found(AuditEntry entry, Optional<RecordQuery.Where> where, Optional<String> search) {
        String condition = where.map(each -> switch (each) {
                    case RecordQuery.Where.Text(String text) -> text;
                    case RecordQuery.Where.Tree(var tree) -> tree.toString();
                })
                .orElse(null);
        return entry.with(AuditWord.FILTER, condition).with(AuditWord.SEARCH, search.orElse(null));
    }
}

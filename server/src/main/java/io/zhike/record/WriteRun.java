package io.zhike.record;

import io.zhike.access.EntityGrant;
import io.zhike.access.Grants;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.Caller;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * One batch on its way through the phases of the gate.
 *
 * @param now the time of the transaction, in microseconds
 */
record WriteRun(
        DSLContext ctx,
        Caller caller,
        EntityCatalog catalog,
        EntityTable table,
        Grants grants,
        WriteBatch batch,
        Instant now,
        List<PendingWrite> all) {

    /** Those that nothing is wrong with so far, in the order of the batch. */
    List<PendingWrite> pending() {
        return all.stream().filter(write -> !write.refused()).toList();
    }

    Stream<PendingWrite> pending(ChangeKind... kinds) {
        List<ChangeKind> wanted = List.of(kinds);
        return pending().stream().filter(write -> wanted.contains(write.kind()));
    }

    EntityDefinition entity() {
        return table.entity();
    }

    EntityGrant grant() {
        return grants.on(entity().code());
    }

    WorkspaceSchema schema() {
        return caller.workspace().schema();
    }
}

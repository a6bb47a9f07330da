package io.zhike.record;

import io.zhike.access.EntityGrant;
import io.zhike.access.Grants;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.message.Issue;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.Caller;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * One batch on its way through the phases of the gate.
 *
 * @param ticks gives later times than {@code now}
 * @param now when it began
 */
record WriteRun(
        DSLContext ctx,
        Caller caller,
        EntityCatalog catalog,
        EntityTable table,
        Grants grants,
        WriteBatch batch,
        Ticks ticks,
        Instant now,
        List<PendingWrite> all) {

    /** Those that nothing is wrong with so far, in the order of the batch. */
    List<PendingWrite> pending() {
        for (PendingWrite write : all) {
            if (write.refused()) {
                return all.stream().filter(each -> !each.refused()).toList();
            }
        }
        return all;
    }

    Stream<PendingWrite> pending(ChangeKind... kinds) {
        List<ChangeKind> wanted = List.of(kinds);
        return pending().stream().filter(write -> wanted.contains(write.kind()));
    }

    /** Refuses the write of {@code record}, if it is one of the batch, for what is wrong with one that follows it. */
    void refuse(@Nullable Object record, List<Issue> issues) {
        List<Issue> copy = List.copyOf(issues);
        for (PendingWrite write : all) {
            if (write.id().equals(record)) {
                write.issues().addAll(copy);
            }
        }
    }

    EntityDefinition entity() {
        return table.entity();
    }

    EntityGrant grant() {
        return grants.on(entity().code());
    }

    /** The same transaction at work on other records because of this batch; refusals and undo are the batch's own matter. */
    WriteRun following(EntityTable other, List<PendingWrite> writes) {
        CauseChain chain = CauseChain.of(this);
        WriteBatch following = WriteBatch.of(
                        other.entity().code(),
                        batch.origin(),
                        writes.stream().map(PendingWrite::write).toList())
                .because(writes.stream()
                        .map(write -> chain.to(write.id(), write.loaded().values()))
                        .toList());
        return new WriteRun(ctx, caller, catalog, other, grants, following, ticks, ticks.next(), writes);
    }

    /** As {@link #following}, for what belongs to the batch and is told of as a part of it. */
    WriteRun alongside(EntityTable other, List<PendingWrite> writes) {
        WriteRun following = following(other, writes);
        return batch.batch()
                .map(id -> new WriteRun(
                        ctx, caller, catalog, other, grants, following.batch().in(id), ticks, following.now(), writes))
                .orElse(following);
    }

    WorkspaceSchema schema() {
        return caller.workspace().schema();
    }
}

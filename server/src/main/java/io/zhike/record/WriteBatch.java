package io.zhike.record;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes to records of one entity that happen together, in one transaction. A batch of one is no special case.
 *
 * @param batch what ties several of these together so that they can be undone together; empty for a single write
 * @param causes what led to it, nearest first, such as {@code batch:<id>}; empty where a person did it
 */
public record WriteBatch(
        String entity,
        List<RecordWrite> writes,
        ChangeOrigin origin,
        OnRefusal onRefusal,
        Optional<UUID> batch,
        List<String> causes) {

    /** What becomes of the others when one write is refused. */
    public enum OnRefusal {
        /** Nothing is written and the call fails with all issues. */
        STOP,
        /** The others are written and the refused are told in the result. */
        SKIP
    }

    public WriteBatch {
        writes = List.copyOf(writes);
        causes = List.copyOf(causes);
    }

    /** A batch that is written whole or not at all. */
    public static WriteBatch of(String entity, ChangeOrigin origin, List<? extends RecordWrite> writes) {
        return new WriteBatch(entity, List.copyOf(writes), origin, OnRefusal.STOP, Optional.empty(), List.of());
    }

    public WriteBatch in(UUID newBatch) {
        return new WriteBatch(entity, writes, origin, onRefusal, Optional.of(newBatch), causes);
    }

    public WriteBatch skippingRefused() {
        return new WriteBatch(entity, writes, origin, OnRefusal.SKIP, batch, causes);
    }

    public WriteBatch because(String cause) {
        return new WriteBatch(entity, writes, origin, onRefusal, batch, List.of(cause));
    }
}

package io.zhike.record;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes to records of one entity that happen together, in one transaction. A batch of one is no special case.
 *
 * @param batch what ties several of these together so that they can be undone together; empty for a single write
 * @param causes what led to it, nearest first, such as {@code batch:<id>}; empty where a person did it
 * @param causesOfEach what led to each write, in the order of the writes; empty where {@code causes} says it of all
 */
public record WriteBatch(
        String entity,
        List<RecordWrite> writes,
        ChangeOrigin origin,
        OnRefusal onRefusal,
        Optional<UUID> batch,
        List<String> causes,
        List<List<String>> causesOfEach) {

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
        causesOfEach = List.copyOf(causesOfEach);
        if (!causesOfEach.isEmpty() && causesOfEach.size() != writes.size()) {
            throw new IllegalArgumentException("causes of " + causesOfEach.size() + " of " + writes.size() + " writes");
        }
    }

    /** A batch that is written whole or not at all. */
    public static WriteBatch of(String entity, ChangeOrigin origin, List<? extends RecordWrite> writes) {
        return new WriteBatch(
                entity, List.copyOf(writes), origin, OnRefusal.STOP, Optional.empty(), List.of(), List.of());
    }

    public WriteBatch in(UUID newBatch) {
        return new WriteBatch(entity, writes, origin, onRefusal, Optional.of(newBatch), causes, causesOfEach);
    }

    public WriteBatch skippingRefused() {
        return new WriteBatch(entity, writes, origin, OnRefusal.SKIP, batch, causes, causesOfEach);
    }

    public WriteBatch because(String cause) {
        return new WriteBatch(entity, writes, origin, onRefusal, batch, List.of(cause), List.of());
    }

    /** With what led to each of the writes, in their order. */
    public WriteBatch because(List<List<String>> ofEach) {
        return new WriteBatch(entity, writes, origin, onRefusal, batch, List.of(), ofEach);
    }

    /** What led to the write of that position. */
    List<String> causes(int index) {
        return causesOfEach.isEmpty() ? causes : causesOfEach.get(index);
    }
}

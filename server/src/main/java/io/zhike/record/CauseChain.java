package io.zhike.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Carries what led to the writes of a batch on to records that follow them, such as parents with roll-ups: a chain of causes
 * that broke off there could go round for ever.
 */
final class CauseChain {
    private final WriteBatch batch;
    private final String following;
    private final Map<Object, Integer> writes = new HashMap<>();

    private CauseChain(WriteBatch batch, String following) {
        this.batch = batch;
        this.following = following;
    }

    static CauseChain of(WriteRun run) {
        CauseChain chain =
                new CauseChain(run.batch(), ChangePhase.FOLLOWING + run.entity().code());
        if (!run.batch().causesOfEach().isEmpty()) {
            run.all().forEach(chain::note);
        }
        return chain;
    }

    private void note(PendingWrite write) {
        writes.putIfAbsent(write.id(), write.index());
        pointsTo(write.after(), write.index());
        write.before().ifPresent(before -> pointsTo(before.values(), write.index()));
    }

    private void pointsTo(RecordValues values, int index) {
        for (@Nullable Object value : values.asMap().values()) {
            if (value instanceof UUID id) {
                writes.putIfAbsent(id, index);
            }
        }
    }

    /** What led to a change of a record that follows one of the writes: it, or what it points to, is known to the batch. */
    List<String> to(UUID id, RecordValues values) {
        if (batch.causesOfEach().isEmpty()) {
            return List.of(following);
        }
        Integer index = writes.get(id);
        for (@Nullable Object value : values.asMap().values()) {
            index = index == null && value instanceof UUID ? writes.get(value) : index;
        }
        List<String> causes = new ArrayList<>(List.of(following));
        causes.addAll(batch.causes(index == null ? 0 : index));
        return causes;
    }
}

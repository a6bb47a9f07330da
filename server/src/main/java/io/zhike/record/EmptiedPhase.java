package io.zhike.record;

import java.util.Set;

/** Refuses to empty what the caller may fill in and replace, but not empty. What is blank may stay so. */
final class EmptiedPhase implements WritePhase {

    @Override
    public void run(WriteRun run) {
        Set<String> clearable = run.grant().fields().clearable();
        run.pending(ChangeKind.UPDATE)
                .forEach(write -> write.incoming().codes().stream()
                        .filter(code ->
                                !clearable.contains(code) && write.incoming().get(code) == null)
                        .filter(code -> write.loaded().values().get(code) != null)
                        .forEach(code -> write.refuse(
                                code,
                                RecordError.NOT_TO_BE_EMPTIED,
                                run.entity().fields().get(code).label())));
    }
}

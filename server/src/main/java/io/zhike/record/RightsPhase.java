package io.zhike.record;

import io.zhike.entity.Field;
import java.util.Optional;

/** Refuses fields that are not there, that the caller may not write, or that nobody can. */
final class RightsPhase implements WritePhase {

    @Override
    public void run(WriteRun run) {
        for (PendingWrite write : run.pending()) {
            if (write.creates() && !run.grant().create()) {
                write.refuse("", RecordError.CREATE_FORBIDDEN, run.entity().label());
                continue;
            }
            write.incoming().codes().forEach(code -> check(run, write, code));
        }
    }

    private static void check(WriteRun run, PendingWrite write, String code) {
        Optional<Field> field = run.entity().field(code);
        boolean writable = run.grant().writable().contains(code);
        if (field.isEmpty() || (!writable && !run.grant().readable().contains(code))) {
            write.refuse(code, RecordError.UNKNOWN_FIELD, run.entity().label(), code);
        } else if (!field.get().writable() || !writable) {
            write.refuse(code, RecordError.READ_ONLY_FIELD, field.get().label());
        }
    }
}

package io.zhike.record;

import io.zhike.entity.AutonumberPattern;
import io.zhike.entity.Computation;
import io.zhike.entity.Field;
import java.time.LocalDate;
import java.util.List;

/** Gives new records the values of their autonumber fields. */
final class AutoNumbers {
    private final Counters counters;

    AutoNumbers(Counters counters) {
        this.counters = counters;
    }

    void give(WriteRun run) {
        List<PendingWrite> creates = run.pending(ChangeKind.CREATE).toList();
        if (creates.isEmpty()) {
            return;
        }
        for (Field field : run.entity().fields()) {
            if (field.type().computation().orElse(null) instanceof Computation.Numbered(AutonumberPattern pattern)) {
                give(run, field, pattern, creates);
            }
        }
    }

    private void give(WriteRun run, Field field, AutonumberPattern pattern, List<PendingWrite> creates) {
        LocalDate day = run.now().atZone(run.caller().workspace().zone()).toLocalDate();
        String counter = run.entity().code() + "." + field.code() + "/" + pattern.counterKey(day);
        long next = counters.take(run.schema(), counter, creates.size()).next();
        for (PendingWrite write : creates) {
            write.setAfter(write.after().with(field.code(), pattern.render(day, next++)));
        }
    }
}

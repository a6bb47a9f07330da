package io.zhike.record;

import static io.zhike.entity.SystemFields.DEPARTMENT;
import static io.zhike.entity.SystemFields.OWNER;

import io.zhike.entity.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Works out what each record will hold: what was there, what comes in, and for a new one its defaults. */
final class FillPhase implements WritePhase {
    private final Defaults defaults;
    private final AutoNumbers autoNumbers;

    FillPhase(Defaults defaults, AutoNumbers autoNumbers) {
        this.defaults = defaults;
        this.autoNumbers = autoNumbers;
    }

    @Override
    public void run(WriteRun run) {
        for (PendingWrite write : run.pending()) {
            write.before()
                    .ifPresentOrElse(
                            before -> write.setAfter(before.values().overlaidBy(write.incoming())),
                            () -> write.setAfter(fresh(run, write)));
        }
        autoNumbers.give(run);
    }

    private RecordValues fresh(WriteRun run, PendingWrite write) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Field field : run.entity().fields()) {
            if (!field.system()) {
                values.put(field.code(), null);
            }
        }
        values.put(OWNER, run.caller().member());
        RecordValues start = RecordValues.of(values).overlaidBy(write.incoming());
        if (!write.incoming().has(DEPARTMENT)) {
            start = start.with(DEPARTMENT, defaults.departmentOf(run, start.get(OWNER)));
        }
        return defaults.fill(run, start, write.incoming().codes());
    }
}

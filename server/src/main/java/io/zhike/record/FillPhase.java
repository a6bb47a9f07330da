package io.zhike.record;

import static io.zhike.entity.SystemFields.DEPARTMENT;
import static io.zhike.entity.SystemFields.OWNER;

import io.zhike.entity.Field;
import io.zhike.entity.Storage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
        Map<UUID, UUID> departments = departments(run);
        for (PendingWrite write : run.pending()) {
            write.before()
                    .ifPresentOrElse(
                            before -> write.setAfter(before.values().overlaidBy(write.incoming())),
                            () -> write.setAfter(fresh(run, write, departments)));
        }
        autoNumbers.give(run);
    }

    private Map<UUID, UUID> departments(WriteRun run) {
        Set<UUID> owners = new HashSet<>();
        run.pending(ChangeKind.CREATE)
                .filter(write -> !write.incoming().has(DEPARTMENT))
                .forEach(write -> {
                    if (owner(run, write) instanceof UUID owner) {
                        owners.add(owner);
                    }
                });
        UUID caller = run.caller().member();
        boolean own = caller != null && owners.remove(caller);
        Map<UUID, UUID> departments = new HashMap<>(defaults.departmentsOf(run, owners));
        if (own && run.grants().department() instanceof UUID department) {
            departments.put(caller, department);
        }
        return departments;
    }

    private static @Nullable Object owner(WriteRun run, PendingWrite write) {
        return write.incoming().has(OWNER)
                ? write.incoming().get(OWNER)
                : run.caller().member();
    }

    private RecordValues fresh(WriteRun run, PendingWrite write, Map<UUID, UUID> departments) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Field field : run.entity().fields()) {
            if (!field.system() && isStored(field)) {
                values.put(field.code(), null);
            }
        }
        @Nullable Object owner = owner(run, write);
        values.put(OWNER, owner);
        values.put(DEPARTMENT, owner instanceof UUID member ? departments.get(member) : null);
        RecordValues start = RecordValues.of(values).overlaidBy(write.incoming());
        return defaults.fill(run, start, write.incoming().codes());
    }

    private static boolean isStored(Field field) {
        return switch (field.type().storage()) {
            case Storage.Column _, Storage.Parts _, Storage.Links _ -> true;
            case Storage.Children _, Storage.Computed _ -> false;
        };
    }
}

package io.zhike.record;

import io.zhike.entity.Field;
import java.util.List;

/** Refuses records that would be saved with a required field blank. An update is only asked about what it touches. */
final class RequiredPhase implements WritePhase {

    @Override
    public void run(WriteRun run) {
        List<Field> required = run.entity().fields().where(field -> field.required() && field.writable());
        if (required.isEmpty()) {
            return;
        }
        run.pending(ChangeKind.CREATE, ChangeKind.UPDATE).forEach(write -> {
            for (Field field : required) {
                boolean asked = write.creates() || write.incoming().has(field.code());
                if (asked && write.after().get(field.code()) == null) {
                    write.refuse(field.code(), RecordError.VALUE_REQUIRED, field.label());
                }
            }
        });
    }
}

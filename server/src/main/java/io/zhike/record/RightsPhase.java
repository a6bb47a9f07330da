package io.zhike.record;

import io.zhike.access.FieldGrant;
import io.zhike.entity.Field;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Refuses fields that are not there, that the caller may not write, or that nobody can; and to store a mask in place of
 * what it hides.
 */
final class RightsPhase implements WritePhase {
    /** Stars that are no mask of ours are refused too: nobody who sees a mask could tell them apart. */
    private static final Pattern MASK = Pattern.compile("\\*{2}");

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
        FieldGrant grant = run.grant().fields();
        if (field.isEmpty() || !grant.shown().contains(code)) {
            write.refuse(code, RecordError.UNKNOWN_FIELD, run.entity().label(), code);
        } else if (!field.get().writable() || !grant.writable().contains(code)) {
            write.refuse(code, RecordError.READ_ONLY_FIELD, field.get().label());
        } else if (grant.masked().contains(code) && isMask(run, write, code)) {
            write.refuse(code, RecordError.MASK_SENT_BACK, field.get().label());
        }
    }

    /** What is taken back was there before, whatever it looks like. */
    private static boolean isMask(WriteRun run, PendingWrite write, String code) {
        return run.batch().origin() != ChangeOrigin.UNDO
                && write.incoming().get(code) instanceof String text
                && MASK.matcher(text).find();
    }
}

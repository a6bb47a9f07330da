package io.zhike.record;

import io.zhike.entity.FormLogic;
import io.zhike.expression.Environment;
import io.zhike.expression.Evaluator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of a batch as the conditions of their entity see them, before the write and after it. */
record LogicRows(WriteRun run, RelatedValues related) {
    private static final Evaluator EVALUATOR = new Evaluator();

    /** Reads what the records point to, as far as the conditions look; one statement a relation, none without such. */
    static LogicRows of(WriteRun run, FormLogic logic, List<PendingWrite> writes) {
        List<RecordValues> records = new ArrayList<>();
        if (!logic.beyond().isEmpty()) {
            for (PendingWrite write : writes) {
                records.add(write.after());
                write.before().ifPresent(before -> records.add(before.values()));
            }
        }
        return new LogicRows(run, RelatedValues.load(run, logic.beyond(), records));
    }

    /** Whether the condition holds; blank does not. */
    boolean holds(FormLogic.Condition condition, RecordValues values) {
        return EVALUATOR.holds(condition.expression(), row(values), environment());
    }

    /** Whether the condition is false; blank is not. */
    boolean fails(FormLogic.Condition condition, RecordValues values) {
        return Boolean.FALSE.equals(EVALUATOR.evaluate(condition.expression(), row(values), environment()));
    }

    /** The value of a field of the record, worked out where it is a formula. */
    @Nullable
    Object value(String code, RecordValues values) {
        return row(values).value(List.of(code));
    }

    private MemoryRow row(RecordValues values) {
        return new MemoryRow(values, run.catalog(), run.entity(), environment(), related);
    }

    private Environment environment() {
        return run.grants().environment();
    }
}

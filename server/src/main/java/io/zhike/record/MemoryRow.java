package io.zhike.record;

import io.zhike.expression.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of one record as the evaluator sees them; what lies behind its relations is blank. */
record MemoryRow(RecordValues values) implements Row {

    @Override
    public @Nullable Object value(List<String> path) {
        return path.size() == 1 ? values.get(path.getFirst()) : null;
    }

    @Override
    public Iterable<? extends Row> children(String code) {
        return List.of();
    }
}

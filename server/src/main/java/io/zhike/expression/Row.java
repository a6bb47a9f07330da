package io.zhike.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One record as the evaluator sees it. */
public interface Row {

    /** The value at {@code path} (codes, one or more, through relations), as {@link Type} says; null when blank. */
    @Nullable
    Object value(List<String> path);

    /**
     * The records that belong to this one.
     *
     * @param code the code of the children's symbol; codes joined by dots when it is reached through relations
     */
    Iterable<? extends Row> children(String code);
}

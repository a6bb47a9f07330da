package io.zhike.definition;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One difference inside a definition.
 *
 * @param element the code of the innermost {@link Element} it is in or that it is; {@code ""} outside any
 * @param before where it stood; null for what was added
 * @param after where it stands now; null for what was removed
 * @param was the value before; null for what was added
 * @param is the value now; null for what was removed
 */
public record ElementChange(
        How how,
        String element,
        @Nullable String before,
        @Nullable String after,
        @Nullable JsonNode was,
        @Nullable JsonNode is) {

    /** What happened to it. */
    public enum How {
        ADDED,
        REMOVED,
        CHANGED,
        /** The parts of a list stand in another order; the values are the codes in their order. */
        REORDERED
    }
}

package io.zhike.entity;

import java.util.List;
import java.util.Optional;

/** How the server comes by the value of a field that nobody writes. */
public sealed interface Computation {

    /** An expression over the record, computed when it is read. */
    record Formula(String text) implements Computation {}

    /**
     * A figure over the records that point to this one, kept in a column.
     *
     * @param over a child table field of this entity, or {@code <entity>.<relation field>}
     * @param of the field of those records; empty for {@link Fn#COUNT}
     * @param where a condition over those records, as text
     */
    record Rollup(Fn fn, String over, Optional<String> of, Optional<String> where) implements Computation {}

    /** A number given once, when the record is made. */
    record Numbered(AutonumberPattern pattern) implements Computation {}

    /** What a roll-up takes. */
    enum Fn {
        COUNT,
        SUM,
        AVG,
        MIN,
        MAX;

        /** The code that definitions carry. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** All codes. */
        public static List<String> codes() {
            return java.util.Arrays.stream(values()).map(Fn::code).toList();
        }
    }
}

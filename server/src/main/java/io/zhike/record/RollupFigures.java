package io.zhike.record;

import io.zhike.entity.Computation;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.Field;
import io.zhike.entity.Rollup;
import io.zhike.expression.Environment;
import io.zhike.expression.Evaluator;
import io.zhike.expression.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one child means to a roll-up. */
final class RollupFigures {
    private static final Evaluator EVALUATOR = new Evaluator();

    private RollupFigures() {}

    /** Whether the figure over no children is 0 rather than blank. */
    static boolean startsAtZero(Computation.Fn fn) {
        return switch (fn) {
            case COUNT, SUM -> true;
            case AVG, MIN, MAX -> false;
        };
    }

    /** The figure of {@code field} over no children; null for a blank one. */
    static @Nullable Object ofNone(Field field, Computation.Fn fn) {
        if (!startsAtZero(fn)) {
            return null;
        }
        return field.type().valueType() instanceof Type.Duration ? Duration.ZERO : BigDecimal.ZERO;
    }

    /** Whether the figure can follow by adding what a child brings and taking what it brought. */
    static boolean followsByDelta(Rollup rollup) {
        boolean ofDurations =
                rollup.of().filter(of -> of.type() instanceof Type.Duration).isPresent();
        return switch (rollup.fn()) {
            case COUNT -> true;
            case SUM -> !ofDurations;
            case AVG, MIN, MAX -> false;
        };
    }

    /**
     * A child's part in a roll-up.
     *
     * @param value what it brings; null for a blank
     */
    record Part(UUID parent, @Nullable Object value) {

        /** What the child adds to a count or a sum. */
        BigDecimal amount(Computation.Fn fn, boolean hasField) {
            if (fn == Computation.Fn.COUNT) {
                return hasField && value == null ? BigDecimal.ZERO : BigDecimal.ONE;
            }
            return value instanceof BigDecimal number ? number : BigDecimal.ZERO;
        }
    }

    /** The part of a child with these values; empty where it has no parent or does not count. */
    static Optional<Part> part(Rollup rollup, RecordValues child, EntityCatalog catalog, Environment environment) {
        if (!(child.get(rollup.parent()) instanceof UUID parent)) {
            return Optional.empty();
        }
        MemoryRow row = new MemoryRow(child, catalog, catalog.get(rollup.child()), environment);
        boolean counts = rollup.where()
                .map(where -> EVALUATOR.holds(where, row, environment))
                .orElse(true);
        return counts
                ? Optional.of(new Part(
                        parent,
                        rollup.of()
                                .map(of -> EVALUATOR.evaluate(of, row, environment))
                                .orElse(null)))
                : Optional.empty();
    }
}

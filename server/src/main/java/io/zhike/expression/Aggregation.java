package io.zhike.expression;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An aggregate over the children of one row; values that are blank are skipped. */
final class Aggregation {
    private final Evaluation outer;
    private final Expression.Aggregate aggregate;

    Aggregation(Evaluation outer, Expression.Aggregate aggregate) {
        this.outer = outer;
        this.aggregate = aggregate;
    }

    @Nullable
    Object over(Row row) {
        List<Evaluation> children = new ArrayList<>();
        boolean all = aggregate.function() == Expression.Aggregation.ALL;
        for (Row child : row.children(aggregate.children())) {
            Evaluation one = outer.on(child);
            boolean holds = aggregate.where() == null || one.holds(aggregate.where());
            if (all && !holds) {
                return false;
            }
            if (holds) {
                children.add(one);
            }
        }
        return switch (aggregate.function()) {
            case ALL -> true;
            case ANY -> !children.isEmpty();
            case COUNT ->
                BigDecimal.valueOf(
                        aggregate.value() == null
                                ? children.size()
                                : values(children).size());
            case FIRST -> extreme(children, false);
            case LAST -> extreme(children, true);
            case SUM -> sum(values(children), aggregate.type());
            case AVERAGE -> average(values(children), aggregate.type());
            case MIN -> values(children).stream().min(Evaluation::order).orElse(null);
            case MAX -> values(children).stream().max(Evaluation::order).orElse(null);
            case COUNTUNIQUE -> BigDecimal.valueOf(unique(values(children)));
        };
    }

    private List<Object> values(List<Evaluation> children) {
        Expression value = aggregate.value();
        List<Object> values = new ArrayList<>();
        for (Evaluation child : children) {
            Object one = value == null ? null : child.value(value);
            if (one != null) {
                values.add(one);
            }
        }
        return values;
    }

    private long unique(List<Object> values) {
        TreeSet<Object> set = new TreeSet<>(Evaluation::order);
        set.addAll(values);
        return set.size();
    }

    private record Ordered(Object key, Object value) {}

    /** The value of the row that comes first or last; of rows at the same place the least or the greatest value. */
    private @Nullable Object extreme(List<Evaluation> children, boolean last) {
        Expression by = aggregate.by();
        Expression value = aggregate.value();
        List<Ordered> found = new ArrayList<>();
        for (Evaluation child : children) {
            Object key = by == null ? null : child.value(by);
            Object one = value == null ? null : child.value(value);
            if (key != null && one != null) {
                found.add(new Ordered(key, one));
            }
        }
        Comparator<Ordered> order = Comparator.comparing(Ordered::key, Evaluation::order);
        order = order.thenComparing(Ordered::value, Evaluation::order);
        return found.stream()
                .min(last ? order.reversed() : order)
                .map(Ordered::value)
                .orElse(null);
    }

    /** The sum; zero of nothing. Null when a duration grows too long. */
    static @Nullable Object sum(List<?> values, Type type) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Object value : values) {
            sum = sum.add(value instanceof Duration d ? Durations.seconds(d) : (BigDecimal) value);
        }
        return type instanceof Type.Duration ? Durations.of(sum) : sum;
    }

    /** The mean to 10 places, half up; null of nothing. */
    static @Nullable Object average(List<?> values, Type type) {
        if (values.isEmpty()) {
            return null;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Object value : values) {
            sum = sum.add(value instanceof Duration d ? Durations.seconds(d) : (BigDecimal) value);
        }
        BigDecimal mean = Numbers.divide(sum, BigDecimal.valueOf(values.size()));
        return mean == null || !(type instanceof Type.Duration) ? mean : Durations.of(mean);
    }
}

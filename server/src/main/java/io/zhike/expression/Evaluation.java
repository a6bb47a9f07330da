package io.zhike.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One evaluation on one row. */
final class Evaluation {
    private final Row row;
    private final Environment environment;

    Evaluation(Row row, Environment environment) {
        this.row = row;
        this.environment = environment;
    }

    Environment environment() {
        return environment;
    }

    Evaluation on(Row child) {
        return new Evaluation(child, environment);
    }

    boolean holds(Expression condition) {
        return Boolean.TRUE.equals(value(condition));
    }

    @Nullable
    Object value(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> literal.value();
            case Expression.Path path -> normal(row.value(path.codes()));
            case Expression.ListLiteral list -> items(list);
            case Expression.Arithmetic arithmetic -> arithmetic(arithmetic);
            case Expression.Negate negate -> negate(value(negate.operand()));
            case Expression.Compare compare -> compare(compare);
            case Expression.In in -> in(in);
            case Expression.Logic logic -> logic(logic);
            case Expression.Not not -> !holds(not.operand());
            case Expression.Call call -> call(call);
            case Expression.Aggregate aggregate -> new Aggregation(this, aggregate).over(row);
        };
    }

    /** Empty texts and lists are blank, whatever made them. */
    static @Nullable Object normal(@Nullable Object value) {
        boolean empty = "".equals(value) || value instanceof List<?> list && list.isEmpty();
        return empty ? null : value;
    }

    private @Nullable Object items(Expression.ListLiteral list) {
        List<Object> values = new ArrayList<>(list.items().size());
        for (Expression item : list.items()) {
            Object value = value(item);
            if (value != null) {
                values.add(value);
            }
        }
        return normal(values);
    }

    private @Nullable Object call(Expression.Call call) {
        FunctionSpec spec = Functions.get(call.function());
        Expression expansion = spec.expand(call).orElse(null);
        if (expansion != null) {
            return value(expansion);
        }
        Arguments arguments = new Arguments(call, environment, this::value);
        if (spec.strict()) {
            for (int i = 0; i < arguments.count(); i++) {
                if (arguments.get(i) == null) {
                    return null;
                }
            }
        }
        return normal(spec.run(arguments));
    }

    private boolean logic(Expression.Logic logic) {
        boolean and = logic.connective() == Expression.Connective.AND;
        for (Expression operand : logic.operands()) {
            if (holds(operand) != and) {
                return !and;
            }
        }
        return and;
    }

    private boolean compare(Expression.Compare compare) {
        Object left = value(compare.left());
        Object right = left == null ? null : value(compare.right());
        return left != null && right != null && compare.comparison().holds(relate(left, right));
    }

    /** Whether two values of one type are equal; 1.0 and 1 are. */
    static boolean sameValue(Object left, Object right) {
        return left instanceof BigDecimal a && right instanceof BigDecimal b ? a.compareTo(b) == 0 : left.equals(right);
    }

    /** How two values lie to each other; a date beside an instant stands for its day. */
    private int relate(Object left, Object right) {
        boolean mixed = left instanceof LocalDate && right instanceof Instant
                || left instanceof Instant && right instanceof LocalDate;
        return mixed ? Moments.compare(left, right, environment.zone()) : order(left, right);
    }

    /** How two values of one type lie to each other. */
    static int order(Object left, Object right) {
        return switch (left) {
            case String text -> Texts.ORDER.compare(text, (String) right);
            case BigDecimal number -> number.compareTo((BigDecimal) right);
            case Boolean bool -> bool.compareTo((Boolean) right);
            case LocalDate date -> date.compareTo((LocalDate) right);
            case Instant instant -> instant.compareTo((Instant) right);
            case Duration duration -> duration.compareTo((Duration) right);
            case UUID id -> id.toString().compareTo(right.toString());
            default -> throw new IllegalStateException("no order of " + left.getClass());
        };
    }

    private boolean in(Expression.In in) {
        Object value = value(in.value());
        if (value == null || !(value(in.list()) instanceof List<?> list)) {
            return false;
        }
        for (Object item : list) {
            if (order(value, item) == 0) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Object negate(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number.negate();
            case Duration duration -> duration.negated();
            default -> throw new IllegalStateException("no negation of " + value.getClass());
        };
    }

    private @Nullable Object arithmetic(Expression.Arithmetic arithmetic) {
        Object left = value(arithmetic.left());
        Object right = value(arithmetic.right());
        if (arithmetic.operator() == Expression.Operator.JOIN) {
            return normal(Texts.bounded((left == null ? "" : left) + "" + (right == null ? "" : right)));
        }
        if (left == null || right == null) {
            return null;
        }
        return switch (arithmetic.operator()) {
            case ADD -> add(left, right);
            case SUBTRACT -> subtract(left, right);
            case MULTIPLY -> multiply(left, right);
            case DIVIDE -> divide(left, right);
            case JOIN -> throw new IllegalStateException("joined above");
        };
    }

    private static @Nullable Object add(Object left, Object right) {
        if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
            return a.add(b);
        }
        if (left instanceof Duration a && right instanceof Duration b) {
            return Durations.inRange(a.plus(b));
        }
        boolean momentFirst = left instanceof LocalDate || left instanceof Instant;
        Object moment = momentFirst ? left : right;
        return step(moment, momentFirst ? right : left, false);
    }

    private @Nullable Object subtract(Object left, Object right) {
        if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
            return a.subtract(b);
        }
        if (left instanceof Duration a && right instanceof Duration b) {
            return Durations.inRange(a.minus(b));
        }
        if (left instanceof LocalDate a && right instanceof LocalDate b) {
            return BigDecimal.valueOf(a.toEpochDay() - b.toEpochDay());
        }
        if (left instanceof Instant a && right instanceof Instant b) {
            return Moments.between(b, a, environment.zone());
        }
        return step(left, right, true);
    }

    private static @Nullable Object step(Object moment, Object step, boolean back) {
        if (step instanceof Duration duration) {
            return Moments.plus(moment, back ? duration.negated() : duration);
        }
        BigDecimal days = ((BigDecimal) step).setScale(0, RoundingMode.DOWN);
        BigDecimal day = BigDecimal.valueOf(((LocalDate) moment).toEpochDay());
        return Moments.day(back ? day.subtract(days) : day.add(days));
    }

    private static @Nullable Object multiply(Object left, Object right) {
        if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
            return a.multiply(b);
        }
        boolean durationFirst = left instanceof Duration;
        Duration duration = (Duration) (durationFirst ? left : right);
        BigDecimal factor = (BigDecimal) (durationFirst ? right : left);
        return Durations.of(Durations.seconds(duration).multiply(factor));
    }

    private static @Nullable Object divide(Object left, Object right) {
        if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
            return Numbers.divide(a, b);
        }
        BigDecimal seconds = Durations.seconds((Duration) left);
        if (right instanceof Duration by) {
            return Numbers.divide(seconds, Durations.seconds(by));
        }
        BigDecimal quotient = Numbers.divide(seconds, (BigDecimal) right);
        return quotient == null ? null : Durations.of(quotient);
    }
}

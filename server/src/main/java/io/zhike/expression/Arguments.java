package io.zhike.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The arguments of one call; each is evaluated when it is first asked for. */
final class Arguments {
    private final Expression.Call call;
    private final Environment environment;
    private final java.util.function.Function<Expression, @Nullable Object> evaluate;

    Arguments(
            Expression.Call call,
            Environment environment,
            java.util.function.Function<Expression, @Nullable Object> evaluate) {
        this.call = call;
        this.environment = environment;
        this.evaluate = evaluate;
    }

    int count() {
        return call.arguments().size();
    }

    boolean has(int index) {
        return index < count();
    }

    Type type(int index) {
        return call.arguments().get(index).type();
    }

    /** The argument's value; null when it is blank or was left out. */
    @Nullable
    Object get(int index) {
        return has(index) ? evaluate.apply(call.arguments().get(index)) : null;
    }

    boolean isTrue(int index) {
        return Boolean.TRUE.equals(get(index));
    }

    String text(int index) {
        return (String) present(index);
    }

    BigDecimal number(int index) {
        return (BigDecimal) present(index);
    }

    LocalDate date(int index) {
        return (LocalDate) present(index);
    }

    Instant instant(int index) {
        return (Instant) present(index);
    }

    Duration duration(int index) {
        return (Duration) present(index);
    }

    UUID id(int index) {
        return (UUID) present(index);
    }

    /** The list; an empty one for blank. */
    List<?> list(int index) {
        Object value = get(index);
        return value == null ? List.of() : (List<?>) value;
    }

    /** The whole part of a number, pressed into a range. */
    int whole(int index, int least, int most) {
        BigDecimal whole = number(index).setScale(0, RoundingMode.DOWN);
        return whole.max(BigDecimal.valueOf(least))
                .min(BigDecimal.valueOf(most))
                .intValueExact();
    }

    /** The same for an argument that may be left out. */
    int wholeOr(int otherwise, int index, int least, int most) {
        return has(index) ? whole(index, least, most) : otherwise;
    }

    Environment environment() {
        return environment;
    }

    ZoneId zone() {
        return environment.zone();
    }

    private Object present(int index) {
        return Objects.requireNonNull(get(index), "a strict function is not run with a blank");
    }
}

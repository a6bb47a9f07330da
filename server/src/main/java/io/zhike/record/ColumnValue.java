package io.zhike.record;

import io.zhike.expression.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One value on its way between a field and its column: the two know a few values by different classes. */
final class ColumnValue {

    private ColumnValue() {}

    /** What is bound to a column of {@code columnType}. */
    static @Nullable Object toColumn(@Nullable Object value, Class<?> columnType) {
        return switch (value) {
            case null -> null;
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Duration duration -> integral(BigDecimal.valueOf(duration.toSeconds()), columnType);
            case BigDecimal number -> integral(number, columnType);
            case List<?> list when columnType == UUID[].class -> list.toArray(UUID[]::new);
            case List<?> list -> list.toArray(String[]::new);
            default -> value;
        };
    }

    /** What a field of {@code valueType} holds where its column has {@code stored}. */
    static @Nullable Object toValue(@Nullable Object stored, Type valueType) {
        return switch (stored) {
            case null -> null;
            case OffsetDateTime time -> time.toInstant();
            case Number number when valueType instanceof Type.Duration -> Duration.ofSeconds(number.longValue());
            case BigDecimal number -> number;
            case Number number -> BigDecimal.valueOf(number.longValue());
            case Object[] array -> array.length == 0 ? null : List.of(array);
            default -> stored;
        };
    }

    private static Object integral(BigDecimal number, Class<?> columnType) {
        if (columnType == Short.class) {
            return number.shortValueExact();
        }
        if (columnType == Integer.class) {
            return number.intValueExact();
        }
        return columnType == Long.class ? (Object) number.longValueExact() : number;
    }
}

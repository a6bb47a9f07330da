package io.zhike.entity.type;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;

/** The column types that values live in. jOOQ turns each into the Java type that values have everywhere. */
final class Columns {
    static final DataType<String> TEXT = SQLDataType.CLOB;
    static final DataType<BigDecimal> DECIMAL = SQLDataType.DECIMAL;
    static final DataType<Boolean> BOOLEAN = SQLDataType.BOOLEAN;
    static final DataType<LocalDate> DATE = SQLDataType.LOCALDATE;
    static final DataType<Instant> INSTANT = SQLDataType.INSTANT;
    static final DataType<UUID> ID = SQLDataType.UUID;

    /** Whole seconds. */
    static final DataType<Duration> DURATION = SQLDataType.BIGINT.asConvertedDataType(
            Converter.ofNullable(Long.class, Duration.class, Duration::ofSeconds, Duration::toSeconds));

    static final DataType<BigDecimal> WHOLE = SQLDataType.BIGINT.asConvertedDataType(
            Converter.ofNullable(Long.class, BigDecimal.class, BigDecimal::valueOf, BigDecimal::longValueExact));

    static final DataType<BigDecimal> SMALL = SQLDataType.SMALLINT.asConvertedDataType(
            Converter.ofNullable(Short.class, BigDecimal.class, BigDecimal::valueOf, BigDecimal::shortValueExact));

    @SuppressWarnings({"unchecked", "rawtypes"})
    static final DataType<List<String>> TEXTS =
            SQLDataType.CLOB.array().asConvertedDataType((Class) List.class, List::of, list -> strings((List<?>) list));

    @SuppressWarnings({"unchecked", "rawtypes"})
    static final DataType<List<UUID>> IDS =
            SQLDataType.UUID.array().asConvertedDataType((Class) List.class, List::of, list -> ids((List<?>) list));

    private Columns() {}

    private static String[] strings(List<?> list) {
        return list.toArray(String[]::new);
    }

    private static UUID[] ids(List<?> list) {
        return list.toArray(UUID[]::new);
    }
}

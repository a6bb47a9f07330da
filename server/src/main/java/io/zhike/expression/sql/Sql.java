package io.zhike.expression.sql;

import io.zhike.expression.Expression;
import io.zhike.expression.Limits;
import io.zhike.expression.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The fragments that the rest is made of. */
final class Sql {
    static final DataType<OffsetDateTime> TIMESTAMP = SQLDataType.TIMESTAMPWITHTIMEZONE;

    /** Adds nothing but 60 places, to which PostgreSQL then carries a quotient or a root. */
    private static final String WIDE = "0e-60";

    private static final String EPOCH = "date '1970-01-01'";
    private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

    private Sql() {}

    static Field<String> text(String template, QueryPart... parts) {
        return DSL.field(template, SQLDataType.CLOB, parts);
    }

    /** A text that may come out empty, which is blank. */
    static Field<String> orBlank(String template, QueryPart... parts) {
        return text("nullif(" + template + ", '')", parts);
    }

    /** The same, cut to what a function may make. */
    static Field<String> bounded(String template, QueryPart... parts) {
        return orBlank("left(" + template + ", " + Limits.RESULT + ")", parts);
    }

    static Field<BigDecimal> number(String template, QueryPart... parts) {
        return DSL.field("cast(" + template + " as numeric)", SQLDataType.NUMERIC, parts);
    }

    static Field<Integer> whole(String template, QueryPart... parts) {
        return DSL.field("cast(" + template + " as int)", SQLDataType.INTEGER, parts);
    }

    static Field<LocalDate> date(String template, QueryPart... parts) {
        return DSL.field("cast(" + template + " as date)", SQLDataType.LOCALDATE, parts);
    }

    static Field<OffsetDateTime> timestamp(String template, QueryPart... parts) {
        return DSL.field(template, TIMESTAMP, parts);
    }

    static Condition test(String template, QueryPart... parts) {
        return DSL.condition(template, parts);
    }

    /** Null instead of a value that is not strictly between two others; reads the value once, unlike a CASE. */
    private static String within(String value, String low, String high) {
        return "nullif(nullif(least(greatest(" + value + ", " + low + "), " + high + "), " + high + "), " + low + ")";
    }

    /** The quotient to 10 places, half up; null for a division by zero. */
    static Field<BigDecimal> quotient(QueryPart a, QueryPart b) {
        return number("round(({0} + " + WIDE + ") / nullif({1}, 0), 10)", a, b);
    }

    static Field<BigDecimal> widened(QueryPart number) {
        return number("({0} + " + WIDE + ")", number);
    }

    /** Seconds as a duration: six places, null when too long. */
    static Field<BigDecimal> duration(String template, QueryPart... parts) {
        return number(within("round(" + template + ", 6)", "-8640000000", "8640000000"), parts);
    }

    /** The date of a day count since 1970, given as a number; null outside the years 1 to 9999. */
    static Field<LocalDate> day(String template, QueryPart... parts) {
        String guarded = within("cast(" + template + " as numeric)", "" + (FIRST_DAY - 1), "" + (LAST_DAY + 1));
        return date(EPOCH + " + cast(" + guarded + " as int)", parts);
    }

    /** The day count of a date. */
    static String dayCount(String date) {
        return "(" + date + " - " + EPOCH + ")";
    }

    static Field<LocalDate> guardedDate(String template, QueryPart... parts) {
        return date(within("cast(" + template + " as date)", "date '0001-12-31 BC'", "date '10000-01-01'"), parts);
    }

    static Field<OffsetDateTime> guardedTimestamp(String template, QueryPart... parts) {
        return timestamp(
                within(template, "timestamptz '0001-01-02 00:00:00+00'", "timestamptz '9999-12-30 00:00:00+00'"),
                parts);
    }

    /** What stands behind {@code at time zone}: a region's name, or an offset as PostgreSQL's sign rules cannot bend it. */
    static Field<?> zone(ZoneId zone) {
        return zone.normalized() instanceof ZoneOffset offset
                ? DSL.field("cast({0} as interval)", Object.class, DSL.val(offset.getTotalSeconds() + " seconds"))
                : DSL.field("cast({0} as text)", String.class, DSL.val(zone.getId()));
    }

    static DataType<?> dataType(Type type) {
        return switch (type) {
            case Type.Text _, Type.Blank _ -> SQLDataType.CLOB;
            case Type.Number _, Type.Duration _ -> SQLDataType.NUMERIC;
            case Type.Bool _ -> SQLDataType.BOOLEAN;
            case Type.Date _ -> SQLDataType.LOCALDATE;
            case Type.DateTime _ -> TIMESTAMP;
            case Type.Member _, Type.Department _, Type.RecordOf _ -> SQLDataType.UUID;
            case Type.ListOf(Type element) -> dataType(element).array();
        };
    }

    /** The name of a type in a cast. */
    static String typeName(Type type) {
        return switch (type) {
            case Type.Text _, Type.Blank _ -> "text";
            case Type.Number _, Type.Duration _ -> "numeric";
            case Type.Bool _ -> "boolean";
            case Type.Date _ -> "date";
            case Type.DateTime _ -> "timestamptz";
            case Type.Member _, Type.Department _, Type.RecordOf _ -> "uuid";
            case Type.ListOf(Type element) -> typeName(element) + "[]";
        };
    }

    /** A bound value. */
    static Field<?> bind(@Nullable Object value, Type type) {
        return switch (value) {
            case null -> DSL.field("cast(null as " + typeName(type) + ")", dataType(type));
            case Instant instant -> DSL.val(OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
            case Duration duration -> DSL.val(seconds(duration));
            case List<?> list -> array(list, ((Type.ListOf) type).element());
            case String text -> DSL.field("cast({0} as text)", SQLDataType.CLOB, DSL.val(text));
            default -> DSL.val(value);
        };
    }

    static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
    }

    private static Field<?> array(List<?> list, Type element) {
        Object[] items = switch (element) {
            case Type.Text _, Type.Blank _ -> list.toArray(String[]::new);
            case Type.Number _ -> list.toArray(BigDecimal[]::new);
            case Type.Bool _ -> list.toArray(Boolean[]::new);
            case Type.Date _ -> list.toArray(LocalDate[]::new);
            case Type.DateTime _ ->
                list.stream()
                        .map(i -> OffsetDateTime.ofInstant((Instant) i, ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new);
            case Type.Duration _ ->
                list.stream().map(d -> seconds((Duration) d)).toArray(BigDecimal[]::new);
            case Type.Member _, Type.Department _, Type.RecordOf _ -> list.toArray(UUID[]::new);
            case Type.ListOf _ -> throw new IllegalArgumentException("a list of lists");
        };
        return DSL.field(
                "cast({0} as " + typeName(element) + "[])", dataType(element).array(), DSL.val(items));
    }

    /** A text in code point order, whatever its column says; free where the column says so already. */
    static Field<?> ordered(Expression expression, Field<?> field) {
        return expression.type() instanceof Type.Text ? text("({0} collate \"C\")", field) : field;
    }
}

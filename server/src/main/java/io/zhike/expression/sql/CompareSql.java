package io.zhike.expression.sql;

import io.zhike.expression.Expression;
import io.zhike.expression.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Comparisons and membership, with columns left bare so that an index serves. */
final class CompareSql {
    private final Compilation compilation;

    CompareSql(Compilation compilation) {
        this.compilation = compilation;
    }

    Condition compile(Expression.Compare compare) {
        Expression left = compare.left();
        Expression right = compare.right();
        Expression.Comparison comparison = compare.comparison();
        boolean leftTime = left.type() instanceof Type.DateTime;
        boolean rightTime = right.type() instanceof Type.DateTime;
        if (leftTime != rightTime) {
            return leftTime ? onDay(comparison, left, right) : onDay(comparison.mirrored(), right, left);
        }
        Field<?> a = beside(right, left);
        Field<?> b = beside(left, right);
        boolean equality = comparison == Expression.Comparison.EQ || comparison == Expression.Comparison.NE;
        return test(comparison, equality ? a : Sql.ordered(left, a), b);
    }

    private static Condition test(Expression.Comparison comparison, Field<?> a, Field<?> b) {
        return Sql.test("{0} " + comparison.sign() + " {1}", a, b);
    }

    /** A side of a comparison; a number beside an integer column is bound as what the column holds. */
    private Field<?> beside(Expression other, Expression one) {
        boolean constant = one.type() instanceof Type.Number && compilation.isConstant(one);
        if (!constant || !(other instanceof Expression.Path path)) {
            return compilation.value(one);
        }
        DataType<?> column = compilation.scope().path(path.codes()).getDataType();
        Object whole = compilation.constant(one) instanceof BigDecimal number ? wholeAs(number, column) : null;
        return whole == null ? compilation.value(one) : DSL.val(whole);
    }

    private static @Nullable Object wholeAs(BigDecimal number, DataType<?> column) {
        Class<?> type = column.getType();
        boolean integer = type == Integer.class || type == Long.class || type == Short.class;
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        boolean fits = number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0;
        return integer && whole && fits ? (Object) number.longValueExact() : null;
    }

    // ---- a datetime beside a date stands for its day

    private Condition onDay(Expression.Comparison comparison, Expression time, Expression day) {
        Field<?> instant = compilation.value(time);
        if (compilation.isConstant(day) && !compilation.isConstant(time)) {
            return compilation.constant(day) instanceof LocalDate date
                    ? onDay(comparison, instant, date)
                    : DSL.falseCondition();
        }
        Field<LocalDate> date = Sql.date("({0} at time zone {1})", instant, zone());
        return test(comparison, date, compilation.value(day));
    }

    private Condition onDay(Expression.Comparison comparison, Field<?> instant, LocalDate date) {
        Field<?> start = start(date);
        Field<?> end = start(date.plusDays(1));
        return switch (comparison) {
            case EQ -> Sql.test("({0} >= {1} and {0} < {2})", instant, start, end);
            case NE -> Sql.test("({0} < {1} or {0} >= {2})", instant, start, end);
            case LT -> Sql.test("{0} < {1}", instant, start);
            case LE -> Sql.test("{0} < {1}", instant, end);
            case GT -> Sql.test("{0} >= {1}", instant, end);
            case GE -> Sql.test("{0} >= {1}", instant, start);
        };
    }

    private Field<?> start(LocalDate date) {
        ZoneId zone = compilation.environment().zone();
        Instant start = date.getYear() > 9999
                ? Instant.parse("9999-12-31T23:59:59Z")
                : date.atStartOfDay(zone).toInstant();
        return Sql.bind(start, Type.DATETIME);
    }

    private Field<?> zone() {
        return Sql.zone(compilation.environment().zone());
    }

    // ---- membership

    Condition in(Expression.In in) {
        Field<?> value = compilation.value(in.value());
        if (compilation.isConstant(in.list()) && compilation.constant(in.list()) instanceof List<?> items) {
            return Sql.test("{0} = any({1})", value, Sql.bind(items, in.list().type()));
        }
        Field<?> list = compilation.value(in.list());
        return has(list, value, ((Type.ListOf) in.list().type()).element());
    }

    /** Whether an array holds a value; served by a GIN index on the array. */
    static Condition has(Field<?> list, Field<?> value, Type element) {
        return Sql.test("{0} @> cast(array[{1}] as " + Sql.typeName(element) + "[])", list, value);
    }
}

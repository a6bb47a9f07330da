package io.zhike.expression.sql;

import io.zhike.expression.Expression;
import io.zhike.expression.Type;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A call and its arguments as SQL. */
record SqlCall(Compilation compilation, Expression.Call call) {

    int count() {
        return call.arguments().size();
    }

    boolean has(int index) {
        return index < count();
    }

    Expression argument(int index) {
        return call.arguments().get(index);
    }

    Type type(int index) {
        return argument(index).type();
    }

    /** The argument's value; numbers as {@code numeric}. */
    Field<?> value(int index) {
        Type type = type(index);
        boolean number = type instanceof Type.Number || type instanceof Type.Duration;
        return number ? compilation.number(argument(index)) : compilation.value(argument(index));
    }

    /** The argument's value, or null of {@code type} when it was left out. */
    Field<?> valueOrNull(int index, Type type) {
        return has(index) ? value(index) : Sql.bind(null, type);
    }

    /** All values from {@code first} on, separated by commas. */
    QueryPart values(int first) {
        return DSL.list(java.util.stream.IntStream.range(first, count())
                .<Field<?>>mapToObj(this::value)
                .toList());
    }

    Condition holds(int index) {
        return compilation.holds(argument(index));
    }

    Field<Integer> whole(int index, int least, int most) {
        return compilation.whole(argument(index), least, most);
    }

    Field<Integer> wholeOr(int otherwise, int index, int least, int most) {
        return has(index) ? whole(index, least, most) : DSL.val(otherwise);
    }

    /** The text of a constant argument; null when it is not one. */
    @Nullable
    String constantText(int index) {
        boolean constant = has(index) && compilation.isConstant(argument(index));
        return constant && compilation.constant(argument(index)) instanceof String text ? text : null;
    }

    /** The workspace's zone. */
    Field<?> zone() {
        return Sql.zone(compilation.environment().zone());
    }

    /** The day of a date or datetime. */
    Field<?> day(int index) {
        return type(index) instanceof Type.DateTime
                ? Sql.date("({0} at time zone {1})", value(index), zone())
                : value(index);
    }

    /** The instant of a datetime, or of the beginning of a date. */
    Field<?> instant(int index) {
        return type(index) instanceof Type.DateTime
                ? value(index)
                : Sql.guardedTimestamp("(cast({0} as timestamp) at time zone {1})", value(index), zone());
    }

    Field<UUID> id(int index) {
        return value(index).coerce(UUID.class);
    }

    /** One list argument, or all arguments as a list. */
    Field<?> collected(Type element) {
        if (count() == 1 && type(0) instanceof Type.ListOf) {
            return value(0);
        }
        String array = "cast(array[{0}] as " + Sql.typeName(element) + "[])";
        return DSL.field(array, Sql.dataType(new Type.ListOf(element)), values(0));
    }

    List<Expression> arguments() {
        return call.arguments();
    }
}

package io.zhike.entity;

import io.zhike.expression.Expression;
import io.zhike.expression.Type;
import io.zhike.message.Label;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How what an expression gives becomes the value of a field: a default, or what a button sets. A day will do for a moment
 * (its beginning), one value for a list of such, an option's label for its code.
 */
public final class FieldFit {
    private FieldFit() {}

    /** What {@code tree} gives, where the field cannot hold it; empty where it can. */
    public static Optional<Label> misfit(Field field, Expression tree) {
        if (!takes(field.type().valueType(), tree.type())) {
            return Optional.of(tree.type().label());
        }
        if (tree instanceof Expression.Literal(String text, Type ignored)
                && !field.type().options().isEmpty()
                && field.type().options().stream().noneMatch(option -> named(option, text))) {
            return Optional.of(new Label("「" + text + "」", "'" + text + "'"));
        }
        return Optional.empty();
    }

    /**
     * The value of the field where an expression that fits it gave {@code given}.
     *
     * @param zone in which days begin
     */
    public static @Nullable Object value(Field field, @Nullable Object given, ZoneId zone) {
        return given == null ? null : value(field, field.type().valueType(), given, zone);
    }

    private static Object value(Field field, Type wanted, Object given, ZoneId zone) {
        return switch (given) {
            case LocalDate day
            when wanted instanceof Type.DateTime -> day.atStartOfDay(zone).toInstant();
            case List<?> list
            when wanted instanceof Type.ListOf(Type element) -> {
                List<Object> fitted = new ArrayList<>();
                list.forEach(item -> fitted.add(value(field, element, Objects.requireNonNull(item), zone)));
                yield fitted;
            }
            case Object one
            when wanted instanceof Type.ListOf(Type element) -> List.of(value(field, element, one, zone));
            case String text -> option(field, text);
            default -> given;
        };
    }

    private static String option(Field field, String text) {
        return field.type().options().stream()
                .filter(option -> named(option, text))
                .findFirst()
                .map(Option::code)
                .orElse(text);
    }

    private static boolean takes(Type wanted, Type given) {
        return given instanceof Type.Blank
                || given.equals(wanted)
                || wanted instanceof Type.DateTime && given instanceof Type.Date
                || wanted instanceof Type.ListOf(Type element)
                        && (takes(element, given) || given instanceof Type.ListOf(Type other) && takes(element, other));
    }

    private static boolean named(Option option, String text) {
        return option.code().equals(text) || option.label().matches(text);
    }
}

package io.zhike.expression;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Constants written as text, read as what stands beside them needs. */
final class Literals {
    private static final Pattern LOCAL_TIME =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]((?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?)");

    private Literals() {}

    /** What stands between hash signs. */
    static Syntax.Constant moment(String text, Syntax.Place place) {
        for (Type type : new Type[] {Type.DATE, Type.DATETIME, Type.DURATION}) {
            Object value = read(text, type);
            if (value != null) {
                return new Syntax.Constant(place, value, type);
            }
        }
        throw new RefusedText(place.from(), place.to(), ExpressionError.BAD_MOMENT.with(text));
    }

    /** The value of type {@code type} that {@code text} spells; null when it spells none. */
    static @Nullable Object read(String text, Type type) {
        try {
            return switch (type) {
                case Type.Text _ -> text;
                case Type.Number _ -> number(text);
                case Type.Bool _ -> bool(text);
                case Type.Date _ -> date(text);
                case Type.DateTime _ -> instant(text);
                case Type.Duration _ -> duration(text);
                case Type.Member _, Type.Department _, Type.RecordOf _ -> id(text);
                case Type.ListOf _, Type.Blank _ -> null;
            };
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    /** A wall-clock time such as {@code 2026-01-31 09:30}, whose instant depends on the zone; null for other texts. */
    static @Nullable Expression localTime(String text) {
        Matcher matcher = LOCAL_TIME.matcher(text);
        if (!matcher.matches() || date(matcher.group(1)) == null) {
            return null;
        }
        List<Expression> parts = new ArrayList<>();
        for (String part : (matcher.group(1) + "-" + matcher.group(2)).split("[-:]")) {
            parts.add(new Expression.Literal(new BigDecimal(part), Type.NUMBER));
        }
        if (parts.size() < 6) {
            parts.add(new Expression.Literal(BigDecimal.ZERO, Type.NUMBER));
        }
        return new Expression.Call("DATETIME", parts, Type.DATETIME);
    }

    private static @Nullable BigDecimal number(String text) {
        boolean plain = text.matches("-?[0-9]{1,40}(\\.[0-9]{1,40})?");
        if (!plain) {
            return null;
        }
        BigDecimal number = new BigDecimal(text);
        return Numbers.isShort(number) ? number : null;
    }

    private static @Nullable Boolean bool(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        };
    }

    private static @Nullable LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            return Moments.isInRange(date) ? date : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable Instant instant(String text) {
        Instant instant;
        try {
            instant = Instant.parse(text);
        } catch (DateTimeParseException e) {
            instant = OffsetDateTime.parse(text).toInstant();
        }
        return Moments.inRange(instant.truncatedTo(ChronoUnit.MICROS));
    }

    private static @Nullable Duration duration(String text) {
        return Durations.inRange(Duration.parse(text));
    }

    private static @Nullable UUID id(String text) {
        boolean spelled = text.matches("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");
        return spelled ? UUID.fromString(text) : null;
    }

    /** How a constant is spelled so that {@link #read} gives it back. */
    static String spell(Object value) {
        return value instanceof BigDecimal number ? Numbers.text(number) : value.toString();
    }
}

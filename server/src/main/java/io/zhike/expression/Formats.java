package io.zhike.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How TEXT writes values: {@code #,##0.00} and {@code 0%} for numbers, {@code yyyy-MM-dd HH:mm:ss} for dates. */
public final class Formats {
    private static final Pattern NUMBER = Pattern.compile("(#,##)?0(?:\\.(0{1,20}))?(%)?");
    private static final Pattern DATE_PART = Pattern.compile("yyyy|yy|MM|M|dd|d|HH|H|mm|m|ss|s");
    private static final int LONGEST = 60;

    private Formats() {}

    /**
     * A number format.
     *
     * @param places decimals
     * @param grouped with a comma at every thousand
     * @param percent a hundred times the number, with a percent sign
     */
    public record NumberFormat(int places, boolean grouped, boolean percent) {}

    /** A piece of a date format: a field such as {@code yyyy}, or text that stands as it is. */
    public record DatePiece(String text, boolean field) {}

    /** The number format that {@code format} spells; null for none. */
    public static @Nullable NumberFormat number(String format) {
        Matcher matcher = NUMBER.matcher(format);
        if (!matcher.matches()) {
            return null;
        }
        String zeros = matcher.group(2);
        return new NumberFormat(zeros == null ? 0 : zeros.length(), matcher.group(1) != null, matcher.group(3) != null);
    }

    /** The pieces of a date format; empty when it has no field or letters that are none. */
    public static List<DatePiece> date(String format) {
        List<DatePiece> pieces = new ArrayList<>();
        Matcher matcher = DATE_PART.matcher(format);
        int at = 0;
        while (matcher.find()) {
            if (matcher.start() > at) {
                pieces.add(new DatePiece(format.substring(at, matcher.start()), false));
            }
            pieces.add(new DatePiece(matcher.group(), true));
            at = matcher.end();
        }
        if (at < format.length()) {
            pieces.add(new DatePiece(format.substring(at), false));
        }
        boolean fields = pieces.stream().anyMatch(DatePiece::field);
        boolean strange = pieces.stream()
                .filter(p -> !p.field())
                .anyMatch(p -> p.text().chars().anyMatch(c -> c < 128 && Character.isLetter(c)));
        return fields && !strange && format.length() <= LONGEST ? List.copyOf(pieces) : List.of();
    }

    static boolean isFormat(String format, Type type) {
        return switch (type) {
            case Type.Number _ -> number(format) != null;
            case Type.Date _, Type.DateTime _ -> !date(format).isEmpty();
            default -> false;
        };
    }

    static @Nullable Object text(Arguments a) {
        Object value = a.get(0);
        String format = a.has(1) ? a.text(1) : null;
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Boolean bool -> bool ? "TRUE" : "FALSE";
            case BigDecimal number -> format == null ? Numbers.text(number) : text(number, format);
            case LocalDate date -> text(date.atStartOfDay(), format == null ? "yyyy-MM-dd" : format);
            case Instant instant ->
                text(LocalDateTime.ofInstant(instant, a.zone()), format == null ? "yyyy-MM-dd HH:mm" : format);
            default -> throw new IllegalStateException("no text of " + value.getClass());
        };
    }

    private static @Nullable String text(BigDecimal number, String spelled) {
        NumberFormat format = number(spelled);
        if (format == null) {
            return null;
        }
        BigDecimal shown = format.percent() ? number.movePointRight(2) : number;
        String digits = shown.setScale(format.places(), RoundingMode.HALF_UP).toPlainString();
        if (format.grouped()) {
            digits = digits.replaceAll("(?<!\\.\\d{0,20})(?<=\\d)(?=(\\d{3})+(\\.|$))", ",");
        }
        return format.percent() ? digits + "%" : digits;
    }

    private static String text(LocalDateTime time, String format) {
        StringBuilder text = new StringBuilder();
        for (DatePiece piece : date(format)) {
            text.append(piece.field() ? field(time, piece.text()) : piece.text());
        }
        return text.toString();
    }

    private static String field(LocalDateTime time, String field) {
        int value = switch (field.charAt(0)) {
            case 'y' -> time.getYear();
            case 'M' -> time.getMonthValue();
            case 'd' -> time.getDayOfMonth();
            case 'H' -> time.getHour();
            case 'm' -> time.getMinute();
            default -> time.getSecond();
        };
        int shown = field.equals("yy") ? value % 100 : value;
        String digits = Integer.toString(shown);
        return "0".repeat(Math.max(0, field.length() - digits.length())) + digits;
    }
}

package io.zhike.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** Values as PostgreSQL reads them in text, whatever the column is: by COPY, and by parameters without a type. */
final class ValueText {
    private static final HexFormat HEX = HexFormat.of();

    private ValueText() {}

    /** Appends {@code value} as one column of a row of COPY. */
    static void append(StringBuilder out, @Nullable Object value) {
        if (value == null) {
            out.append("\\N");
        } else if (isPlain(value)) {
            out.append(text(value));
        } else {
            escape(out, of(value));
        }
    }

    /** The text of a value or of an array of them. */
    static String of(Object value) {
        return switch (value) {
            case Object[] array -> literal(Arrays.asList(array));
            case Collection<?> collection -> literal(collection);
            default -> text(value);
        };
    }

    /** Whether the text of {@code value} can hold nothing that has to be escaped. */
    private static boolean isPlain(Object value) {
        return value instanceof Number || value instanceof UUID || value instanceof Boolean;
    }

    private static void escape(StringBuilder out, String text) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char escaped = escaped(text.charAt(i));
            if (escaped != 0) {
                out.append(text, from, i).append('\\').append(escaped);
                from = i + 1;
            }
        }
        out.append(text, from, text.length());
    }

    private static char escaped(char c) {
        return switch (c) {
            case '\\' -> '\\';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            default -> 0;
        };
    }

    /** {@code ["a", null, "b\"c"] -> {"a",NULL,"b\"c"}}. Every element is quoted, so that none is taken for NULL. */
    private static String literal(Collection<?> elements) {
        StringBuilder out = new StringBuilder("{");
        for (Object element : elements) {
            if (out.length() > 1) {
                out.append(',');
            }
            if (element == null) {
                out.append("NULL");
            } else {
                String text = text(element).replace("\\", "\\\\").replace("\"", "\\\"");
                out.append('"').append(text).append('"');
            }
        }
        return out.append('}').toString();
    }

    private static String text(Object value) {
        return switch (value) {
            case String text -> text;
            case BigDecimal number -> number.toPlainString();
            case Boolean truth -> truth ? "t" : "f";
            case LocalDate date -> date(date);
            case LocalTime time -> time.truncatedTo(ChronoUnit.MICROS).toString();
            case LocalDateTime local -> dateTime(local, "");
            case Instant instant -> dateTime(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), "+00");
            case OffsetDateTime offset -> text(offset.toInstant());
            case JSONB json -> json.data();
            case JSON json -> json.data();
            case byte[] bytes -> "\\x" + HEX.formatHex(bytes);
            case UUID _, Integer _, Long _, Short _, BigInteger _ -> value.toString();
            default ->
                throw new IllegalArgumentException(
                        "cannot be written: a " + value.getClass().getName());
        };
    }

    private static String dateTime(LocalDateTime at, String zone) {
        String text = at.toLocalTime().truncatedTo(ChronoUnit.MICROS) + zone;
        return at.getYear() > 0 ? date(at.toLocalDate()) + " " + text : beforeChrist(at.toLocalDate(), " " + text);
    }

    private static String date(LocalDate date) {
        if (date.getYear() <= 0) {
            return beforeChrist(date, "");
        }
        String text = date.toString();
        return text.startsWith("+") ? text.substring(1) : text;
    }

    /** The year 0 of ISO is the year 1 BC of PostgreSQL. */
    private static String beforeChrist(LocalDate date, String time) {
        return "%04d-%02d-%02d%s BC".formatted(1 - date.getYear(), date.getMonthValue(), date.getDayOfMonth(), time);
    }
}

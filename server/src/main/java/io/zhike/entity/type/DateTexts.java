package io.zhike.entity.type;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways people and programs write dates and times, year first. */
final class DateTexts {
    private static final String DAY =
            "(\\d{4})(?:\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?|(\\d{2})(\\d{2}))";
    private static final String TIME =
            "(\\d{1,2})\\s*[:时点]\\s*(\\d{1,2})?\\s*分?(?::?\\s*(\\d{1,2})(?:[.,](\\d{1,9}))?\\s*秒?)?";
    private static final Pattern DATE = Pattern.compile(DAY);
    private static final Pattern LOCAL = Pattern.compile(DAY + "(?:[T\\s]\\s*|(?<=日))" + TIME);
    private static final Pattern OFFSET = Pattern.compile("(.*\\d)\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})");

    private DateTexts() {}

    /** A date alone, such as {@code 2026-11-22}, {@code 2026/1/2}, {@code 2026年1月2日} or {@code 20261122}. */
    static Optional<LocalDate> date(String text) {
        Matcher matcher = DATE.matcher(CleanText.plain(text));
        return matcher.matches() ? day(matcher) : Optional.empty();
    }

    /** A date with a time; where it has an offset, the time that clocks in {@code zone} show then. */
    static Optional<LocalDateTime> dateTime(String text, ZoneId zone) {
        Optional<Instant> instant = instant(text);
        return instant.isPresent()
                ? instant.map(moment -> LocalDateTime.ofInstant(moment, zone))
                : local(CleanText.plain(text).toUpperCase(Locale.ROOT));
    }

    /** A date with a time and an offset, such as {@code 2026-11-22T13:45:00+08:00}. */
    static Optional<Instant> instant(String text) {
        String plain = CleanText.plain(text).toUpperCase(Locale.ROOT);
        Matcher offset = OFFSET.matcher(plain);
        return plain.indexOf(':') > 0 && offset.matches()
                ? local(offset.group(1)).flatMap(time -> whenReal(() -> time.toInstant(zone(offset.group(2)))))
                : Optional.empty();
    }

    private static ZoneOffset zone(String written) {
        return written.equals("UTC") || written.equals("GMT") ? ZoneOffset.UTC : ZoneOffset.of(written);
    }

    private static Optional<LocalDateTime> local(String text) {
        Matcher matcher = LOCAL.matcher(text.strip());
        return matcher.matches() ? day(matcher).flatMap(day -> time(matcher).map(day::atTime)) : Optional.empty();
    }

    private static Optional<LocalDate> day(Matcher matcher) {
        boolean parted = matcher.group(2) != null;
        return whenReal(() -> LocalDate.of(
                number(matcher.group(1)),
                number(parted ? matcher.group(2) : matcher.group(4)),
                number(parted ? matcher.group(3) : matcher.group(5))));
    }

    private static Optional<LocalTime> time(Matcher matcher) {
        String fraction = matcher.group(9) == null ? "0" : (matcher.group(9) + "00000000").substring(0, 9);
        return whenReal(() -> LocalTime.of(
                number(matcher.group(6)), number(matcher.group(7)), number(matcher.group(8)), number(fraction)));
    }

    private static int number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static <T> Optional<T> whenReal(java.util.function.Supplier<T> made) {
        try {
            return Optional.of(made.get());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

package io.zhike.entity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an automatic number looks: {@code HT-{yyyy}{MM}-{0000}} gives {@code HT-202611-0042}. Parts in braces are the year
 * ({@code yyyy}, {@code yy}), month ({@code MM}), day ({@code dd}) and, exactly once, the counter, whose zeros say its least
 * width; it grows beyond that rather than starting over.
 *
 * @param reset when the counter starts again at 1
 */
public record AutonumberPattern(String text, Reset reset) {
    private static final Pattern PART = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern COUNTER = Pattern.compile("0{1,12}");
    private static final List<String> DATES = List.of("yyyy", "yy", "MM", "dd");
    /** The longest text of a pattern. */
    public static final int MAX_LENGTH = 60;

    /** How long a counter runs. */
    public enum Reset {
        NEVER,
        YEAR,
        MONTH,
        DAY;

        /** The code that definitions carry. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public AutonumberPattern {
        if (fault(text).isPresent()) {
            throw new IllegalArgumentException("not a pattern: '" + text + "'");
        }
    }

    /** A pattern whose counter starts again with the smallest period that the text shows. */
    public static AutonumberPattern of(String text) {
        Reset reset = text.contains("{dd}")
                ? Reset.DAY
                : text.contains("{MM}") ? Reset.MONTH : text.contains("{yy") ? Reset.YEAR : Reset.NEVER;
        return new AutonumberPattern(text, reset);
    }

    /** The part that makes {@code text} no pattern, empty where it is one. */
    static Optional<String> fault(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.of("> " + MAX_LENGTH);
        }
        Matcher parts = PART.matcher(text);
        List<String> counters = new ArrayList<>();
        while (parts.find()) {
            String part = parts.group(1);
            if (COUNTER.matcher(part).matches()) {
                counters.add(part);
            } else if (!DATES.contains(part)) {
                return Optional.of("{" + part + "}");
            }
        }
        String rest = PART.matcher(text).replaceAll("");
        if (rest.contains("{") || rest.contains("}")) {
            return Optional.of("{ }");
        }
        return counters.size() == 1 ? Optional.empty() : Optional.of("{0000} × " + counters.size());
    }

    /** What the counter of {@code day} is kept under, such as {@code 2026-11}; {@code ""} where it never starts again. */
    public String counterKey(LocalDate day) {
        return switch (reset) {
            case NEVER -> "";
            case YEAR -> day.toString().substring(0, 4);
            case MONTH -> day.toString().substring(0, 7);
            case DAY -> day.toString();
        };
    }

    /** The number for the {@code count}th record of its period; {@code count} begins at 1. */
    public String render(LocalDate day, long count) {
        return PART.matcher(text).replaceAll(part -> Matcher.quoteReplacement(rendered(part.group(1), day, count)));
    }

    private static String rendered(String part, LocalDate day, long count) {
        return switch (part) {
            case "yyyy" -> "%04d".formatted(day.getYear());
            case "yy" -> "%02d".formatted(day.getYear() % 100);
            case "MM" -> "%02d".formatted(day.getMonthValue());
            case "dd" -> "%02d".formatted(day.getDayOfMonth());
            default -> ("%0" + part.length() + "d").formatted(count);
        };
    }
}

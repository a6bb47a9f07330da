package io.zhike.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one scenario measured.
 *
 * @param value our side, or the ratio of both
 * @param against what was measured beside it, and how
 * @param bound what the value must reach: at most where it is a cost, at least where it is a rate
 */
record Outcome(String name, double value, String unit, String against, double bound, boolean ok) {

    static Outcome atMost(String name, double value, String unit, String against, double bound) {
        return new Outcome(name, value, unit, against, bound, value <= bound);
    }

    static Outcome atLeast(String name, double value, String unit, String against, double bound) {
        return new Outcome(name, value, unit, against, bound, value >= bound);
    }

    /** One line of JSON. */
    String json() {
        return "{\"name\": %s, \"value\": %s, \"unit\": %s, \"against\": %s, \"bound\": %s, \"ok\": %s}"
                .formatted(quoted(name), number(value), quoted(unit), quoted(against), number(bound), ok);
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    private static String quoted(@Nullable String text) {
        return "\"" + String.valueOf(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}

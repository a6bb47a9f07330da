package io.zhike.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A length of time as rules say it: {@code {"days": 5}}.
 *
 * @param amount may be negative where that makes sense, such as before a date
 */
public record Span(Unit unit, int amount) {

    /** In what it is counted. Days are those of the calendar; working time is that of the workspace's calendar. */
    public enum Unit {
        MINUTES,
        HOURS,
        DAYS,
        WORKING_HOURS,
        WORKING_DAYS;

        /** As definitions carry it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static List<String> codes() {
            return Arrays.stream(values()).map(Unit::code).toList();
        }
    }

    /** The first unit that {@code node} names; empty where it names none. */
    static Optional<Span> read(JsonNode node) {
        return Arrays.stream(Unit.values())
                .filter(unit -> node.path(unit.code()).isIntegralNumber())
                .findFirst()
                .map(unit -> new Span(unit, node.path(unit.code()).intValue()));
    }
}

package io.zhike.entity;

import io.zhike.message.Label;
import java.util.List;
import java.util.Optional;

/**
 * One value that a select, multi-select or stage field can have.
 *
 * @param color one of the twelve hues of the theme, by name; empty for none
 * @param end where the option ends a pipeline; always empty outside stage fields
 * @param when the condition over its record under which it can be chosen; always where it is empty
 * @param retired no longer offered, still shown where records have it
 */
public record Option(
        String code, Label label, Optional<String> color, Optional<End> end, Optional<String> when, boolean retired) {

    /** How a pipeline ends. */
    public enum End {
        WON,
        LOST
    }

    /** The hues that an option can have. */
    public static final List<String> COLORS = List.of(
            "red",
            "volcano",
            "orange",
            "gold",
            "yellow",
            "lime",
            "green",
            "cyan",
            "blue",
            "geekblue",
            "purple",
            "magenta");

    public Option {
        Codes.require(code);
    }
}

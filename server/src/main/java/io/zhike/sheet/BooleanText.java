package io.zhike.sheet;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads yes and no. */
final class BooleanText {
    private static final int LONGEST = 5;

    private static final Map<String, Boolean> WORDS = Map.ofEntries(
            Map.entry("是", true),
            Map.entry("否", false),
            Map.entry("对", true),
            Map.entry("错", false),
            Map.entry("√", true),
            Map.entry("×", false),
            Map.entry("true", true),
            Map.entry("false", false),
            Map.entry("yes", true),
            Map.entry("no", false),
            Map.entry("y", true),
            Map.entry("n", false),
            Map.entry("1", true),
            Map.entry("0", false));

    private BooleanText() {}

    static @Nullable Boolean parse(String text) {
        return text.length() > LONGEST ? null : WORDS.get(text.toLowerCase(Locale.ROOT));
    }

    /** 1 and 0 are numbers unless something else says otherwise. */
    static boolean isDigit(String text) {
        return text.equals("1") || text.equals("0");
    }
}

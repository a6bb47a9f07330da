package io.zhike.sheet;

import java.util.Locale;
import java.util.Set;

/** What people and programs write where they have no number or date. As text it is kept, as anything else it is blank. */
final class Placeholder {
    private static final int LONGEST = 5;
    private static final Set<String> WORDS =
            Set.of("n/a", "na", "#n/a", "null", "none", "nan", "nil", "-", "--", "—", "——", "/", "\\n", "无", "空", "未知");

    private Placeholder() {}

    static boolean is(String text) {
        return text.length() <= LONGEST && WORDS.contains(text.toLowerCase(Locale.ROOT));
    }
}

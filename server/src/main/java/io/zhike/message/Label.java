package io.zhike.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A name that people see, in Chinese, in English or in both. At least one of the two is there; the missing one falls
 * back to the other.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Label(@Nullable String zh, @Nullable String en) {

    public Label {
        zh = blankToNull(zh);
        en = blankToNull(en);
        if (zh == null && en == null) {
            throw new IllegalArgumentException("a label needs a text in zh or in en");
        }
    }

    /** The same text for both languages. */
    public static Label of(String text) {
        return new Label(text, null);
    }

    /** The text in {@code language}, or in the other one where it has none. Never empty. */
    public String in(Language language) {
        String wanted = language == Language.ZH ? zh : en;
        String other = language == Language.ZH ? en : zh;
        if (wanted != null) {
            return wanted;
        }
        if (other == null) {
            throw new IllegalStateException("unreachable: a label has a text");
        }
        return other;
    }

    /** Whether {@code text} is this label in either language, ignoring case. */
    public boolean matches(String text) {
        return text.equalsIgnoreCase(zh) || text.equalsIgnoreCase(en);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

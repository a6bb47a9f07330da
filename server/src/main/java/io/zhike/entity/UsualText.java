package io.zhike.entity;

/**
 * Text of Chinese characters and printable ASCII alone, as most values are: no form of Unicode changes it, and it holds no
 * control characters, so that whoever cleans texts can pass it over.
 */
public final class UsualText {
    private static final char FIRST_HAN = 0x4E00;
    private static final char LAST_HAN = 0x9FFF;

    private UsualText() {}

    /** Whether all of {@code text} is usual; blanks are. Cost: one look at each character. */
    public static boolean is(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' || c > '~') && (c < FIRST_HAN || c > LAST_HAN)) {
                return false;
            }
        }
        return true;
    }
}

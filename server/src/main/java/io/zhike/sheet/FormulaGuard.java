package io.zhike.sheet;

/**
 * Keeps text that Excel would run as a formula from being one. In a CSV file such text gets an apostrophe in front, and so
 * does text that already looks guarded; reading takes one off. So every text comes back as it was: {@code =1+1} is
 * written {@code '=1+1}, {@code '=x} is written {@code ''=x}.
 */
final class FormulaGuard {
    private FormulaGuard() {}

    static String on(String text) {
        return isRisky(text) ? "'" + text : text;
    }

    static String off(String text) {
        return text.charAt(0) == '\'' && isRisky(text) ? text.substring(1) : text;
    }

    /** Any number of apostrophes, none included, and then what begins a formula. */
    private static boolean isRisky(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == '\'') {
            i++;
        }
        if (i == text.length()) {
            return false;
        }
        return switch (text.charAt(i)) {
            case '=', '+', '-', '@', '\t', '\r' -> true;
            default -> false;
        };
    }
}

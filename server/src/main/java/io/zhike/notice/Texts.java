package io.zhike.notice;

/** Texts that programs made, made to fit. */
final class Texts {
    private static final int LONGEST_REASON = 500;

    private Texts() {}

    /** {@code text} with at most {@code most} characters, the last of which tells that there were more; never half a sign. */
    static String cut(String text, int most) {
        String clean = text.replace("\0", "");
        if (clean.length() <= most) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(most - 2)) ? most - 2 : most - 1;
        return clean.substring(0, end) + "…";
    }

    /** What a server said, as it is kept with what it was said of. */
    static String reason(String said) {
        return cut(line(said), LONGEST_REASON);
    }

    /** On one line: what is a heading, and what stands in the head of a mail. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}

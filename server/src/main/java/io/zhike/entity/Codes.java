package io.zhike.entity;

import java.util.regex.Pattern;

/** The shape of codes: what tables, columns and options are named by, and never changes. */
public final class Codes {
    /** Room is left for suffixes below PostgreSQL's 63 bytes. */
    public static final int MAX_LENGTH = 40;

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_]{0," + (MAX_LENGTH - 1) + "}");

    private Codes() {}

    /** Whether {@code code} is lower-case letters, digits and single underscores, begins with a letter, and is not too long. */
    public static boolean valid(String code) {
        return SHAPE.matcher(code).matches() && !code.contains("__") && !code.endsWith("_");
    }

    static void require(String code) {
        if (!valid(code)) {
            throw new IllegalArgumentException("not a code: '" + code + "'");
        }
    }
}

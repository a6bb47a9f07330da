package io.zhike.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The arithmetic of the language: exact decimals, of which only division rounds. */
final class Numbers {
    /** How many digits a literal, or a text read as a number, may have in all. */
    static final int MAX_DIGITS = 40;

    /** How many places division keeps. */
    static final int PLACES = 10;

    private Numbers() {}

    /** The same number without trailing zeros and without an exponent. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The number as people write it: no exponent, no trailing zeros. */
    static String text(BigDecimal number) {
        return plain(number).toPlainString();
    }

    /** {@code a / b} to 10 places, half up; null for a division by zero. */
    static @Nullable BigDecimal divide(BigDecimal a, BigDecimal b) {
        return b.signum() == 0 ? null : a.divide(b, PLACES, RoundingMode.HALF_UP);
    }

    /** Whether {@code number} is short enough to be typed. */
    static boolean isShort(BigDecimal number) {
        return number.precision() <= MAX_DIGITS && Math.abs(number.scale()) <= MAX_DIGITS;
    }
}

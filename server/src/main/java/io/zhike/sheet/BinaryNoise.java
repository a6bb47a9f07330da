package io.zhike.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What binary arithmetic leaves behind a decimal number: 129.696 computed by a program is stored as 129.69599999999997, and
 * Excel, which shows 15 digits, still shows 60.0599999999999 for 60.06.
 */
final class BinaryNoise {
    /** Fractions of so many decimals are taken as they are. */
    static final int DECIMALS = 6;

    /** No field keeps more. */
    private static final int MOST_DECIMALS = 10;

    private static final int NOISY_DIGITS = 12;
    private static final int EXACT_DIGITS = 14;
    private static final BigDecimal RESIDUE = new BigDecimal("0.000000001");

    private BinaryNoise() {}

    /** The number that was meant: the same object where there is no noise. */
    static BigDecimal without(BigDecimal value) {
        if (value.scale() <= DECIMALS || value.precision() < NOISY_DIGITS) {
            return value;
        }
        BigDecimal rounded = value.setScale(DECIMALS, RoundingMode.HALF_UP);
        if (rounded.subtract(value).abs().compareTo(RESIDUE) <= 0) {
            BigDecimal plain = rounded.stripTrailingZeros();
            return plain.scale() < 0 ? plain.setScale(0) : plain;
        }
        boolean beyond = value.scale() > MOST_DECIMALS && value.precision() >= EXACT_DIGITS;
        return beyond ? value.setScale(MOST_DECIMALS, RoundingMode.HALF_UP) : value;
    }
}

package io.zhike.record.file;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers of bytes as people read them. */
final class Sizes {
    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};

    private Sizes() {}

    /** Such as {@code 1.5 MB}: one decimal place at most. */
    static String text(long bytes) {
        int unit = 0;
        BigDecimal size = BigDecimal.valueOf(bytes);
        while (unit < UNITS.length - 1 && size.compareTo(BigDecimal.valueOf(1024)) >= 0) {
            size = size.divide(BigDecimal.valueOf(1024));
            unit++;
        }
        return size.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() + " " + UNITS[unit];
    }
}

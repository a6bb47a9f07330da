package io.zhike.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads a number as people write it: {@code 1,234.50}, {@code ¥ 1,234}, {@code (5)}, {@code 12%}, {@code 3.5万},
 * {@code １２}, {@code 1.5E+3}, and tells what it met. Groups must have three digits: {@code 1,5} is no number where the
 * comma sets groups apart.
 */
final class NumberText {
    private static final int MOST_DIGITS = 300;
    private static final int MOST_EXPONENT = 300;
    private static final MathContext SHOWN = new MathContext(15);
    private static final String[] WORDS = {"RMB", "CNY", "USD", "EUR", "HKD"};

    private final String text;
    private final char decimalMark;
    private int start;
    private int end;
    private boolean negative;
    private int power;
    private int exponent;

    private long unscaled;
    private @Nullable StringBuilder digits;
    private int digitCount;

    boolean grouped;
    boolean currency;
    boolean percent;
    boolean leadingZero;
    /** Decimals as written. */
    int decimals;
    /** Digits from the first that is not 0 to the last, written ones. */
    int significant;

    private NumberText(String text, char decimalMark) {
        this.text = text;
        this.decimalMark = decimalMark;
        this.end = text.length();
    }

    /** What {@code text} says; null if it is no number. */
    static @Nullable NumberText scan(String text, char decimalMark) {
        NumberText scan = new NumberText(text, decimalMark);
        return scan.before() && scan.behind() && scan.core() ? scan : null;
    }

    /** The value; {@code 12%} is 0.12. */
    BigDecimal value(boolean binaryNoise) {
        BigDecimal plain = digits == null ? BigDecimal.valueOf(unscaled) : new BigDecimal(digits.toString());
        BigDecimal value = plain.scaleByPowerOfTen(power + exponent - decimals - (percent ? 2 : 0));
        if (binaryNoise && decimals > 0 && value.precision() > SHOWN.getPrecision()) {
            value = value.round(SHOWN).stripTrailingZeros();
        }
        value = value.scale() < 0 ? value.setScale(0) : value;
        return negative ? value.negate() : value;
    }

    boolean isWhole() {
        return decimals == 0 && exponent == 0;
    }

    /** Whether it is written with nothing but zeros behind the point. */
    boolean hasOnlyZeroDecimals() {
        return decimals > 0 && text.endsWith("0") && text.indexOf('.') == text.length() - 2;
    }

    private boolean before() {
        for (; start < end; start++) {
            char c = text.charAt(start);
            if (c == '-' || c == '\u2212' || c == '\uFF0D' || c == '(' && closes()) {
                if (negative) {
                    return false;
                }
                negative = true;
            } else if (isCurrency(c)) {
                currency = true;
            } else if (c != '+' && !TextCells.isBlank(c)) {
                return digit(c) >= 0 || isMark(c) || skipWord();
            }
        }
        return false;
    }

    private boolean closes() {
        if (end > start + 2 && text.charAt(end - 1) == ')') {
            end--;
            return true;
        }
        return false;
    }

    private boolean skipWord() {
        for (String word : WORDS) {
            if (!currency && text.regionMatches(true, start, word, 0, word.length())) {
                start += word.length();
                currency = true;
                return before();
            }
        }
        return false;
    }

    private boolean behind() {
        for (; end > start; end--) {
            char c = text.charAt(end - 1);
            if (digit(c) >= 0 || c == '.' || c == '\uFF0E') {
                return true;
            }
            if (c == '%' || c == '\uFF05') {
                if (percent) {
                    return false;
                }
                percent = true;
            } else if (c == '万' || c == '亿') {
                power += c == '万' ? 4 : 8;
            } else if (c == '元' || isCurrency(c)) {
                currency = true;
            } else if (c == '-' && !negative) {
                negative = true;
            } else if (!TextCells.isBlank(c) && !dropWord()) {
                return false;
            }
        }
        return false;
    }

    private boolean dropWord() {
        for (String word : WORDS) {
            int at = end - word.length();
            if (!currency && at > start && text.regionMatches(true, at, word, 0, word.length())) {
                // The loop takes the last character itself.
                end = at + 1;
                currency = true;
                return true;
            }
        }
        return false;
    }

    private boolean core() {
        int group = -1;
        boolean fraction = false;
        boolean any = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            int digit = digit(c);
            if (digit >= 0) {
                any = true;
                if (fraction) {
                    decimals++;
                } else if (group >= 0) {
                    group++;
                }
                if (!add(digit)) {
                    return false;
                }
            } else if (isMark(c) && !fraction && group != 1 && group != 2 && group <= 3) {
                if (group == 0) {
                    return false;
                }
                fraction = true;
                group = group > 0 ? 3 : -1;
            } else if (isGroup(c) && !fraction && any && (group == 3 || group < 0 && i - start <= 3)) {
                group = 0;
                grouped = true;
            } else {
                return (c == 'e' || c == 'E') && any && (group < 0 || group == 3) && exponent(i + 1);
            }
        }
        return any && (group < 0 || group == 3);
    }

    private boolean add(int digit) {
        if (significant > 0 || digit > 0) {
            significant++;
        }
        leadingZero = leadingZero || digitCount == 1 && decimals == 0 && unscaled == 0;
        digitCount++;
        if (digits != null) {
            digits.append((char) ('0' + digit));
        } else if (significant > 18) {
            digits = new StringBuilder().append(unscaled).append((char) ('0' + digit));
        } else {
            unscaled = unscaled * 10 + digit;
        }
        return digitCount <= MOST_DIGITS;
    }

    private boolean exponent(int from) {
        boolean minus = from < end && text.charAt(from) == '-';
        int at = minus || from < end && text.charAt(from) == '+' ? from + 1 : from;
        if (at == end || end - at > 3) {
            return false;
        }
        int value = 0;
        for (; at < end; at++) {
            char c = text.charAt(at);
            if (c < '0' || c > '9') {
                return false;
            }
            value = value * 10 + c - '0';
        }
        exponent = minus ? -value : value;
        return value <= MOST_EXPONENT;
    }

    private boolean isMark(char c) {
        return decimalMark == '.' ? c == '.' || c == '\uFF0E' : c == ',';
    }

    private boolean isGroup(char c) {
        return decimalMark == '.'
                ? c == ',' || c == '\uFF0C' || c == '\u00A0' || c == ' ' || c == '\u2009'
                : c == '.' || c == '\u00A0' || c == ' ' || c == '\u2009' || c == '\u202F';
    }

    private static boolean isCurrency(char c) {
        return c == '¥' || c == '￥' || c == '$' || c == '€' || c == '£';
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= '\uFF10' && c <= '\uFF19' ? c - '\uFF10' : -1;
    }
}

package io.zhike.sheet;

import java.math.BigDecimal;

/** Whether all values of a column are numbers, and how these are written. */
final class NumberProfile {
    private boolean point = true;
    private boolean comma = true;
    private int decimalsPoint;
    private int decimalsComma;
    private boolean noise;

    long currencies;
    long percents;
    boolean leadingZeros;
    boolean whole = true;
    /** Whether decimals, where there are any, are one zero. */
    boolean wholeInValue = true;

    int digits;

    void add(String text) {
        if (point) {
            NumberText number = NumberText.scan(text, '.');
            point = number != null;
            if (number != null) {
                take(number);
            }
        }
        if (comma) {
            NumberText number = NumberText.scan(text, ',');
            comma = number != null;
            if (number != null) {
                decimalsComma = Math.max(decimalsComma, number.decimals);
                if (!point) {
                    take(number);
                }
            }
        }
    }

    private void take(NumberText number) {
        currencies += number.currency ? 1 : 0;
        percents += number.percent ? 1 : 0;
        leadingZeros = leadingZeros || number.leadingZero;
        whole = whole && number.isWhole();
        wholeInValue = wholeInValue && (number.isWhole() || number.hasOnlyZeroDecimals());
        decimals(number.decimals, number);
        digits = Math.max(digits, number.significant);
    }

    void add(Cell.Number number) {
        currencies += number.unit() == Cell.Unit.MONEY ? 1 : 0;
        percents += number.unit() == Cell.Unit.PERCENT ? 1 : 0;
        boolean integer = number.value().scale() <= 0;
        whole = whole && integer;
        wholeInValue = wholeInValue && integer;
        decimals(number.value());
        digits = Math.max(digits, number.value().precision());
    }

    private void decimals(int written, NumberText number) {
        if (written <= BinaryNoise.DECIMALS) {
            decimalsPoint = Math.max(decimalsPoint, written);
        } else {
            decimals(number.value(false));
        }
    }

    private void decimals(BigDecimal value) {
        BigDecimal meant = BinaryNoise.without(value);
        noise = noise || meant.scale() != value.scale();
        decimalsPoint = Math.max(decimalsPoint, meant.scale());
    }

    void reject() {
        point = false;
        comma = false;
    }

    boolean fits() {
        return point || comma;
    }

    ValueFormat.Number format() {
        return point
                ? new ValueFormat.Number('.', noise, decimalsPoint)
                : new ValueFormat.Number(',', noise, decimalsComma);
    }
}

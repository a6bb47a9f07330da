package io.zhike.entity.type;

import io.zhike.entity.EntityText;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.Reading;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NumericNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The limits of a decimal value, shared by number, money and percent.
 *
 * @param decimals how many places behind the point
 */
record Decimals(int decimals, Optional<BigDecimal> least, Optional<BigDecimal> most) {
    static final int MOST_DECIMALS = 10;

    /** Digits before the point; with ten behind it well within what every back end computes exactly. */
    static final int WHOLE_DIGITS = 28;

    private static final Pattern SHAPE = Pattern.compile(
            "([+-]?)((?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?");
    private static final int LONGEST = 200;

    /** Reads {@code min} and {@code max}; the decimals have been read. */
    static Decimals parse(FieldProperties from, int decimals) {
        Optional<BigDecimal> least = from.decimal("min");
        Optional<BigDecimal> most = from.decimal("max");
        if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
            from.leastOverMost(grouped(bare(least.get())), grouped(bare(most.get())));
            most = Optional.empty();
        }
        return new Decimals(decimals, least, most);
    }

    /** The number that a text is, thousands parted by commas or not; empty where it is none. */
    static Optional<BigDecimal> number(String text) {
        String plain = CleanText.plain(text).replace('−', '-').replace(" ", "");
        if (plain.length() > LONGEST || !SHAPE.matcher(plain).matches()) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(plain.replace(",", "")));
    }

    /** The number that a JSON number is; empty for all else, what is not finite included. */
    static Optional<BigDecimal> of(JsonNode node) {
        return node instanceof NumericNode number && !number.isNaN()
                ? Optional.of(number.decimalValue())
                : Optional.empty();
    }

    /**
     * The value in its one form ({@code decimals} places), or why it is refused.
     *
     * @param said how sentences word values of the field
     */
    Reading check(BigDecimal number, String shown, Function<BigDecimal, String> said) {
        BigDecimal value = number.signum() == 0 ? BigDecimal.ZERO : number;
        if ((long) value.precision() - value.scale() > WHOLE_DIGITS) {
            return Reading.refused(EntityText.NUMBER_TOO_LARGE, CleanText.shown(shown), WHOLE_DIGITS);
        }
        // Tiny exponents are told from real decimals before anything is expanded.
        if (value.scale() > decimals
                && (value.scale() > 1000 || value.stripTrailingZeros().scale() > decimals)) {
            return Reading.refused(EntityText.TOO_MANY_DECIMALS, CleanText.shown(shown), decimals);
        }
        if (least.isPresent() && value.compareTo(least.get()) < 0) {
            return Reading.refused(EntityText.TOO_SMALL, said.apply(value), said.apply(least.get()));
        }
        if (most.isPresent() && value.compareTo(most.get()) > 0) {
            return Reading.refused(EntityText.TOO_BIG, said.apply(value), said.apply(most.get()));
        }
        return Reading.of(value.setScale(decimals));
    }

    /** The value as answers carry it: all places of the field, and more where the value has them. */
    String written(BigDecimal value) {
        BigDecimal exact = value.scale() > decimals ? value.stripTrailingZeros() : value;
        return exact.setScale(Math.max(decimals, exact.scale())).toPlainString();
    }

    /** The value as sentences word it: behind the point all places of the field, or none where they are zeros. */
    String said(BigDecimal value) {
        BigDecimal bare = bare(value);
        return grouped(bare.scale() > 0 && bare.scale() < decimals ? bare.setScale(decimals) : bare);
    }

    /** The same number with its thousands parted, and all of its decimals. */
    static String grouped(BigDecimal value) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(value.scale());
        format.setMaximumFractionDigits(value.scale());
        return format.format(value);
    }

    /** The same number without zeros at the end of its decimals. */
    static BigDecimal bare(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    void write(ObjectNode field, int otherwise) {
        if (decimals != otherwise) {
            field.put("decimals", decimals);
        }
        least.ifPresent(value -> field.put("min", value.toPlainString()));
        most.ifPresent(value -> field.put("max", value.toPlainString()));
    }
}

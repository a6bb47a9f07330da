package io.zhike.sheet;

/** How the values of a column are written; guessed, or chosen by a person. */
public sealed interface ValueFormat {

    /**
     * @param wholeIds whether ids have passed through a program that made fractions of them: {@code 17850.0} is 17850
     */
    record Text(boolean wholeIds) implements ValueFormat {
        public static final Text PLAIN = new Text(false);
    }

    /**
     * @param decimalMark {@code '.'} or {@code ','}; the other one sets groups of three digits apart
     * @param binaryNoise whether fractions of more than 15 digits are what binary arithmetic has left, to be rounded as
     *     Excel does: {@code 129.69599999999997} is 129.696
     * @param decimals the most decimals that people wrote, such noise left out
     */
    record Number(char decimalMark, boolean binaryNoise, int decimals) implements ValueFormat {
        public static final Number PLAIN = new Number('.', false, 0);

        public Number {
            if (decimalMark != '.' && decimalMark != ',') {
                throw new IllegalArgumentException("a decimal mark is a point or a comma");
            }
        }
    }

    /**
     * @param order how dates with the year last are read
     * @param ambiguous whether no value of the column told month and day apart, so that a person should be asked
     */
    record Date(DateOrder order, boolean ambiguous) implements ValueFormat {
        public static final Date PLAIN = new Date(DateOrder.YEAR_MONTH_DAY, false);
    }

    /** @param separator what stands between two choices in a cell */
    record Choices(char separator) implements ValueFormat {}
}

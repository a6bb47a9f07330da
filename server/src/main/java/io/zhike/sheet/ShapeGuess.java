package io.zhike.sheet;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides what a column is, from what its values and its name allow; the most particular shape first. */
final class ShapeGuess {
    private static final int LONG_TEXT = 200;
    /** Whole numbers with more digits than any count or amount are codes. */
    private static final int CODE_DIGITS = 13;

    private static final int FEWEST_FOR_SELECT = 12;
    private static final int TIMES_EACH = 3;
    private static final int MOST_OPTIONS = 50;

    private final ColumnProfile column;
    private final ColumnName name;

    ShapeGuess(ColumnProfile column) {
        this.column = column;
        this.name = new ColumnName(column.name);
    }

    private record Guess(Shape shape, ValueFormat format, List<String> options) {
        Guess(Shape shape, ValueFormat format) {
            this(shape, format, List.of());
        }
    }

    ColumnGuess of(int index) {
        Guess guess = column.meaningful() == 0 ? new Guess(Shape.TEXT, ValueFormat.Text.PLAIN) : guess();
        boolean required = column.filled > 0 && column.blank == 0 && column.broken == 0;
        boolean gaps = column.placeholders > 0 && !(guess.format() instanceof ValueFormat.Text);
        return new ColumnGuess(
                index,
                column.name,
                guess.shape(),
                guess.format(),
                required && !gaps,
                column.isUnique(),
                column.maxLength,
                column.filled,
                column.blank,
                column.broken,
                column.samples(),
                guess.options());
    }

    private Guess guess() {
        if (column.booleans && (!column.digitBooleans || name.saysFlag())) {
            return new Guess(Shape.BOOLEAN, ValueFormat.Text.PLAIN);
        }
        if (isPhone()) {
            return new Guess(Shape.PHONE, ValueFormat.Text.PLAIN);
        }
        ValueFormat.Date dates = column.dates.format();
        if (dates != null && !name.saysId()) {
            return new Guess(column.dates.times ? Shape.DATETIME : Shape.DATE, dates);
        }
        if (column.numbers.fits()) {
            return number();
        }
        return text();
    }

    private boolean isPhone() {
        if (name.saysId() && !name.saysPhone()) {
            return false;
        }
        return column.contacts.mobiles() || column.contacts.phones() && name.saysPhone() || isMarkedPhone();
    }

    private boolean isMarkedPhone() {
        return column.contacts.marked() && column.dates.format() == null && !column.numbers.fits();
    }

    private Guess number() {
        NumberProfile numbers = column.numbers;
        boolean written = numbers.currencies > 0 || numbers.percents > 0;
        boolean fractionIds = column.fractionIds == column.meaningful() && numbers.wholeInValue;
        if (numbers.leadingZeros || !written && isCode(numbers, fractionIds)) {
            return new Guess(Shape.TEXT, new ValueFormat.Text(fractionIds));
        }
        if (numbers.percents * 2 >= column.meaningful()) {
            return new Guess(Shape.PERCENT, numbers.format());
        }
        boolean money = numbers.currencies > 0 || name.saysMoney();
        return new Guess(money ? Shape.MONEY : Shape.NUMBER, numbers.format());
    }

    private boolean isCode(NumberProfile numbers, boolean fractionIds) {
        boolean whole = numbers.whole || fractionIds;
        return whole && (name.saysId() || numbers.digits >= CODE_DIGITS);
    }

    private Guess text() {
        if (column.contacts.emails()) {
            return new Guess(Shape.EMAIL, ValueFormat.Text.PLAIN);
        }
        if (column.contacts.urls()) {
            return new Guess(Shape.URL, ValueFormat.Text.PLAIN);
        }
        if (column.lines || column.maxLength > LONG_TEXT) {
            return new Guess(Shape.LONG_TEXT, ValueFormat.Text.PLAIN);
        }
        boolean choosable = !name.saysId() && !name.saysName();
        Character separator = choosable ? column.choices.separator() : null;
        if (separator != null) {
            ValueFormat.Choices format = new ValueFormat.Choices(separator);
            return new Guess(Shape.MULTI_SELECT, format, ordered(column.choices.counts(separator)));
        }
        if (choosable && isSelect(column.options())) {
            return new Guess(Shape.SELECT, ValueFormat.Text.PLAIN, ordered(column.options()));
        }
        boolean fractionIds = column.fractionIds > 0 && name.saysId();
        return new Guess(Shape.TEXT, new ValueFormat.Text(fractionIds));
    }

    private boolean isSelect(@Nullable Map<String, Integer> options) {
        return options != null
                && column.filled >= FEWEST_FOR_SELECT
                && options.size() <= MOST_OPTIONS
                && (long) options.size() * TIMES_EACH <= column.filled;
    }

    private static List<String> ordered(@Nullable Map<String, Integer> counts) {
        return counts == null
                ? List.of()
                : counts.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .toList();
    }
}

package io.zhike.sheet;

import io.zhike.message.Message;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** One cell as its file holds it. Text files have only {@link Text}, {@link Blank} and {@link Broken}. */
public sealed interface Cell {

    /** The one blank cell. */
    Cell BLANK = new Blank();

    /** Text exactly as in the file, outer blanks included. Never empty and never blanks alone. */
    record Text(String value) implements Cell {
        public Text {
            if (value.isEmpty()) {
                throw new IllegalArgumentException("an empty text is a blank cell");
            }
        }
    }

    /**
     * A number, to the 15 digits that Excel itself shows: without what binary fractions add.
     *
     * @param unit how the workbook shows it
     */
    record Number(BigDecimal value, Unit unit) implements Cell {
        public Number(BigDecimal value) {
            this(value, Unit.PLAIN);
        }
    }

    record Date(LocalDate value) implements Cell {}

    record DateTime(LocalDateTime value) implements Cell {}

    record Bool(boolean value) implements Cell {}

    record Blank() implements Cell {}

    /**
     * A cell that cannot be read: wrong bytes, an unclosed quote, Excel's own errors.
     *
     * @param why what is wrong with it
     * @param raw what could be read, for people who mend it; unreadable bytes are shown as U+FFFD
     */
    record Broken(Message why, String raw) implements Cell {}

    /** How a workbook shows a number; the value itself is never scaled: 15 % is 0.15. */
    enum Unit {
        PLAIN,
        PERCENT,
        MONEY
    }
}

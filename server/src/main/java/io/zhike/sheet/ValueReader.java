package io.zhike.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Reads the cells of one column as values of one type. Never throws: what does not fit is {@link Parsed.Refused}. Where a
 * number, a date or a truth value is wanted, placeholders such as {@code N/A}, {@code -} and {@code 无} are blank. Reads
 * millions of cells a second; safe for several threads.
 */
@FunctionalInterface
public interface ValueReader<T> {

    Parsed<T> read(Cell cell);

    /** Text without outer blanks; numbers without exponent, dates as in ISO 8601. */
    static ValueReader<String> text(ValueFormat.Text format) {
        return new TextReader(format);
    }

    /** Numbers with thousands separators, currency, {@code %} (12 % is 0.12), 万 and 亿, full-width digits. */
    static ValueReader<BigDecimal> number(ValueFormat.Number format) {
        return new NumberReader(format);
    }

    /** Days; a time of day is dropped. Bare numbers in workbooks are Excel's days from 1900 or {@code yyyymmdd}. */
    static ValueReader<LocalDate> date(ValueFormat.Date format) {
        return new DateReader<>(format, LocalDateTime::toLocalDate);
    }

    /** Days with a time, midnight where none is written. */
    static ValueReader<LocalDateTime> dateTime(ValueFormat.Date format) {
        return new DateReader<>(format, moment -> moment);
    }

    /** 是/否, true/false, yes/no, Y/N, 对/错, √/×, 1/0. */
    static ValueReader<Boolean> bool() {
        return new BooleanReader();
    }

    /** The choices of a cell in their order, without blank and repeated ones. */
    static ValueReader<List<String>> choices(ValueFormat.Choices format) {
        return new ChoicesReader(format);
    }
}

package io.zhike.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads dates with or without a time. */
record DateReader<T>(ValueFormat.Date format, Function<LocalDateTime, T> as) implements ValueReader<T> {
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

    @Override
    public Parsed<T> read(Cell cell) {
        return switch (cell) {
            case Cell.Blank() -> new Parsed.Blank<>();
            case Cell.Broken broken -> new Parsed.Refused<>(broken.why());
            case Cell.Date(LocalDate value) -> value(value.atStartOfDay());
            case Cell.DateTime(LocalDateTime value) -> value(value);
            case Cell.Text(String value) -> read(TextReader.strip(value));
            case Cell.Number number -> read(number.value());
            case Cell.Bool bool -> refused(CellText.of(bool));
        };
    }

    private Parsed<T> read(String text) {
        DateText date = DateText.scan(text, format.order());
        if (date != null) {
            return value(date.dateTime());
        }
        return Placeholder.is(text) ? new Parsed.Blank<>() : refused(text);
    }

    private Parsed<T> read(BigDecimal number) {
        String text = number.toPlainString();
        LocalDateTime moment = null;
        if (number.signum() > 0 && number.compareTo(LAST_DAY) <= 0) {
            moment = serial(number);
        } else if (text.length() == 8) {
            DateText date = DateText.scan(text, format.order());
            moment = date == null ? null : date.dateTime();
        }
        return moment == null ? refused(text) : value(moment);
    }

    private static @Nullable LocalDateTime serial(BigDecimal number) {
        long seconds = Math.round(number.remainder(BigDecimal.ONE).doubleValue() * 86_400);
        return DAY_ZERO.plusDays(number.longValue()).atStartOfDay().plusSeconds(seconds);
    }

    private Parsed<T> value(LocalDateTime moment) {
        return new Parsed.Value<>(as.apply(moment));
    }

    private static <T> Parsed<T> refused(String text) {
        return new Parsed.Refused<>(SheetError.NOT_A_DATE.with(text));
    }
}

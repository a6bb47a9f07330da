package io.zhike.sheet;

import java.math.BigDecimal;

/** Reads yes and no. */
record BooleanReader() implements ValueReader<Boolean> {

    @Override
    public Parsed<Boolean> read(Cell cell) {
        return switch (cell) {
            case Cell.Blank() -> new Parsed.Blank<>();
            case Cell.Broken broken -> new Parsed.Refused<>(broken.why());
            case Cell.Bool(boolean value) -> new Parsed.Value<>(value);
            case Cell.Text(String value) -> read(TextReader.strip(value));
            case Cell.Number number when number.value().compareTo(BigDecimal.ONE) == 0 -> new Parsed.Value<>(true);
            case Cell.Number number when number.value().signum() == 0 -> new Parsed.Value<>(false);
            case Cell.Number number -> refused(CellText.of(number));
            case Cell.Date date -> refused(CellText.of(date));
            case Cell.DateTime moment -> refused(CellText.of(moment));
        };
    }

    private static Parsed<Boolean> read(String text) {
        Boolean value = BooleanText.parse(text);
        if (value != null) {
            return new Parsed.Value<>(value);
        }
        return Placeholder.is(text) ? new Parsed.Blank<>() : refused(text);
    }

    private static Parsed<Boolean> refused(String text) {
        return new Parsed.Refused<>(SheetError.NOT_A_BOOLEAN.with(text));
    }
}

package io.zhike.sheet;

import java.math.BigDecimal;

/** Reads numbers. */
record NumberReader(ValueFormat.Number format) implements ValueReader<BigDecimal> {

    @Override
    public Parsed<BigDecimal> read(Cell cell) {
        return switch (cell) {
            case Cell.Blank() -> new Parsed.Blank<>();
            case Cell.Broken broken -> new Parsed.Refused<>(broken.why());
            case Cell.Number number -> new Parsed.Value<>(meant(number.value()));
            case Cell.Text(String value) -> read(TextReader.strip(value));
            case Cell.Date date -> refused(CellText.of(date));
            case Cell.DateTime moment -> refused(CellText.of(moment));
            case Cell.Bool(boolean value) -> new Parsed.Value<>(value ? BigDecimal.ONE : BigDecimal.ZERO);
        };
    }

    private Parsed<BigDecimal> read(String text) {
        NumberText number = NumberText.scan(text, format.decimalMark());
        if (number != null) {
            return new Parsed.Value<>(meant(number.value(format.binaryNoise())));
        }
        return Placeholder.is(text) ? new Parsed.Blank<>() : refused(text);
    }

    private static Parsed<BigDecimal> refused(String text) {
        return new Parsed.Refused<>(SheetError.NOT_A_NUMBER.with(text));
    }

    private BigDecimal meant(BigDecimal value) {
        return format.binaryNoise() ? BinaryNoise.without(value) : value;
    }
}

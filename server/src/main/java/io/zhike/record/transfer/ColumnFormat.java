package io.zhike.record.transfer;

import io.zhike.entity.Field;
import io.zhike.expression.Type;
import io.zhike.sheet.Cell;
import io.zhike.sheet.ColumnGuess;
import io.zhike.sheet.Parsed;
import io.zhike.sheet.ValueFormat;
import io.zhike.sheet.ValueReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the cells of a column are written, where that helps to read them for their field: {@code 1.234,50}, {@code 3/12/2014},
 * {@code 17850.0} for an id. A cell that is written otherwise is left to the field.
 */
final class ColumnFormat {
    private static final Pattern SEPARATORS = Pattern.compile("[,，;；、|\\n]");

    private final ValueReader<?> reader;

    private ColumnFormat(ValueReader<?> reader) {
        this.reader = reader;
    }

    /** Empty where the field reads the cells best itself. */
    static Optional<ColumnFormat> of(ColumnGuess guess, Field field) {
        return fits(guess, field.type().valueType()) ? Optional.of(new ColumnFormat(guess.reader())) : Optional.empty();
    }

    private static boolean fits(ColumnGuess guess, Type type) {
        return switch (guess.shape()) {
            case NUMBER, MONEY, PERCENT -> type instanceof Type.Number;
            case DATE, DATETIME -> type instanceof Type.Date || type instanceof Type.DateTime;
            case BOOLEAN -> type instanceof Type.Bool;
            case MULTI_SELECT -> type instanceof Type.ListOf;
            case TEXT, LONG_TEXT, SELECT, PHONE, EMAIL, URL ->
                type instanceof Type.Text && guess.format() instanceof ValueFormat.Text(boolean wholeIds) && wholeIds;
        };
    }

    /** The cell in the one form that fields read, or as it is. */
    Cell apply(Cell cell) {
        return switch (reader.read(cell)) {
            case Parsed.Value(Object value) -> cell(value, cell);
            case Parsed.Blank<?> _ -> Cell.BLANK;
            case Parsed.Refused<?> _ -> cell;
        };
    }

    private static Cell cell(Object value, Cell original) {
        return switch (value) {
            case BigDecimal number -> new Cell.Number(number);
            case LocalDate date -> new Cell.Date(date);
            case LocalDateTime time -> new Cell.DateTime(time);
            case Boolean yes -> new Cell.Bool(yes);
            case String text when !text.isEmpty() -> new Cell.Text(text);
            case List<?> choices -> joined(choices, original);
            default -> original;
        };
    }

    /** Choices parted by a sign that the field knows, unless one of them has such a sign in it. */
    private static Cell joined(List<?> choices, Cell original) {
        boolean plain = choices.stream()
                .noneMatch(choice -> SEPARATORS.matcher(choice.toString()).find());
        return plain && !choices.isEmpty()
                ? new Cell.Text(
                        String.join(";", choices.stream().map(Object::toString).toList()))
                : original;
    }
}

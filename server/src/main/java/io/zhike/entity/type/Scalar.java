package io.zhike.entity.type;

import io.zhike.entity.EntityText;
import io.zhike.entity.FieldType;
import io.zhike.entity.Reading;
import io.zhike.entity.ValueContext;
import io.zhike.sheet.Cell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A type whose value is one text, number or boolean in JSON and one cell in a file. */
interface Scalar extends FieldType {

    /** Reads what somebody wrote; {@code text} is clean and not empty. */
    Reading text(String text, ValueContext context);

    /** Refuses something of another kind, shown as {@code shown}. */
    Reading misfit(String shown);

    default Reading number(BigDecimal number, ValueContext context) {
        return misfit(CleanText.shown(number.toString()));
    }

    default Reading truth(boolean value, ValueContext context) {
        return misfit(String.valueOf(value));
    }

    default Reading date(LocalDate date, ValueContext context) {
        return misfit(date.toString());
    }

    default Reading dateTime(LocalDateTime time, ValueContext context) {
        return misfit(time.toString());
    }

    /** Whether line breaks are part of the value. */
    default boolean multiline() {
        return false;
    }

    @Override
    default Reading read(JsonNode value, ValueContext context) {
        if (value.isNull() || value.isMissingNode()) {
            return Reading.BLANK;
        }
        if (value.isString()) {
            return clean(value.stringValue(), context);
        }
        if (value.isBoolean()) {
            return truth(value.booleanValue(), context);
        }
        Optional<BigDecimal> number = Decimals.of(value);
        return number.isPresent() ? number(number.get(), context) : misfit(CleanText.shown(value.toString()));
    }

    @Override
    default Reading read(Cell cell, ValueContext context) {
        return switch (cell) {
            case Cell.Blank() -> Reading.BLANK;
            case Cell.Text(String text) -> clean(text, context);
            case Cell.Number(BigDecimal number, Cell.Unit unit) -> number(number, context);
            case Cell.Date(LocalDate date) -> date(date, context);
            case Cell.DateTime(LocalDateTime time) -> dateTime(time, context);
            case Cell.Bool(boolean value) -> truth(value, context);
            case Cell.Broken broken -> refuse(EntityText.CELL_ERROR, broken.why());
        };
    }

    private Reading clean(String text, ValueContext context) {
        String clean = multiline() ? CleanText.lines(text) : CleanText.line(text);
        return clean.isEmpty() ? Reading.BLANK : text(clean, context);
    }
}

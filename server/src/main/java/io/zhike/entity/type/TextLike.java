package io.zhike.entity.type;

import io.zhike.entity.EntityText;
import io.zhike.entity.Reading;
import io.zhike.entity.Storage;
import io.zhike.entity.ValueContext;
import io.zhike.expression.Type;
import io.zhike.sheet.Cell;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A type whose value is a text. In JSON only a text will do; in a file a cell that the program has taken for a number or a
 * date (a phone number, an article code) is taken as the text it shows.
 */
interface TextLike extends Scalar {
    DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    @Override
    default Type valueType() {
        return Type.TEXT;
    }

    @Override
    default Storage storage() {
        return new Storage.Column(Columns.TEXT);
    }

    @Override
    default Reading misfit(String shown) {
        return refuse(EntityText.NOT_A_TEXT, shown);
    }

    @Override
    default Reading read(Cell cell, ValueContext context) {
        return switch (cell) {
            case Cell.Number(BigDecimal number, Cell.Unit unit) -> text(number.toPlainString(), context);
            case Cell.Date date -> text(date.value().toString(), context);
            case Cell.DateTime time -> text(SHOWN.format(time.value()), context);
            case Cell.Bool bool -> text(bool.value() ? "TRUE" : "FALSE", context);
            case Cell.Blank ignored -> Scalar.super.read(cell, context);
            case Cell.Text ignored -> Scalar.super.read(cell, context);
            case Cell.Broken ignored -> Scalar.super.read(cell, context);
        };
    }

    @Override
    default JsonNode write(Object value) {
        return JsonNodeFactory.instance.stringNode((String) value);
    }

    @Override
    default String display(Object value, ValueContext context) {
        return (String) value;
    }

    @Override
    default Optional<String> searchText(Object value) {
        return Optional.of((String) value);
    }

    /** The text, unless it is longer than {@code most} characters. */
    default Reading within(String text, int most) {
        int length = text.codePointCount(0, text.length());
        return length > most ? refuse(EntityText.TOO_LONG, most, length) : Reading.of(text);
    }
}

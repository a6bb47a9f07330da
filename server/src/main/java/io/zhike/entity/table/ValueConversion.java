package io.zhike.entity.table;

import io.zhike.entity.Computation;
import io.zhike.entity.Field;
import io.zhike.entity.FieldType;
import io.zhike.entity.Reading;
import io.zhike.entity.Storage;
import io.zhike.entity.ValueContext;
import io.zhike.expression.Type;
import io.zhike.sheet.Cell;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * How a value of one type is read by another: as what it is, as what people see of it, as what is stored. What an import
 * of the same values would take, a change of type takes, and what it would refuse is refused here.
 */
record ValueConversion(FieldType from, FieldType to, ValueContext context) {

    /** Whether values of one field can mean something to the other. What is sealed means nothing to anything. */
    static boolean possible(Field before, Field after) {
        return convertible(before) && convertible(after) && after.type().writable();
    }

    private static boolean convertible(Field field) {
        boolean column = field.type().storage() instanceof Storage.Column;
        Optional<Computation> computed = field.type().computation();
        return column
                && !field.type().encrypted()
                && (computed.isEmpty() || computed.get() instanceof Computation.Numbered)
                && plain(field.type().valueType());
    }

    private static boolean plain(Type type) {
        return switch (type) {
            case Type.Text ignored -> true;
            case Type.Number ignored -> true;
            case Type.Bool ignored -> true;
            case Type.Date ignored -> true;
            case Type.DateTime ignored -> true;
            case Type.Duration ignored -> true;
            case Type.ListOf(Type element) -> element instanceof Type.Text;
            case Type.Member ignored -> false;
            case Type.Department ignored -> false;
            case Type.RecordOf ignored -> false;
            case Type.Blank ignored -> false;
        };
    }

    /** The value as the new type has it; empty where it takes none of the value's forms. */
    Optional<Object> convert(Object value) {
        if (value instanceof Instant instant && to.valueType() instanceof Type.Date) {
            return Optional.of(LocalDate.ofInstant(instant, context.zone()));
        }
        for (Reading reading : readings(value)) {
            if (reading instanceof Reading.Value(Object converted) && converted != null) {
                return Optional.of(converted);
            }
        }
        return Optional.empty();
    }

    /** What a message shows of a value that is lost. */
    String shown(Object value) {
        String text = from.display(value, context);
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }

    private List<Reading> readings(Object value) {
        List<Reading> readings = new ArrayList<>();
        switch (value) {
            case BigDecimal number
            when !(to.valueType() instanceof Type.Text) -> readings.add(to.read(new Cell.Number(number), context));
            case LocalDate date
            when !(to.valueType() instanceof Type.Text) -> readings.add(to.read(new Cell.Date(date), context));
            case Instant instant
            when !(to.valueType() instanceof Type.Text) ->
                readings.add(to.read(new Cell.DateTime(LocalDateTime.ofInstant(instant, context.zone())), context));
            case Boolean bool
            when !(to.valueType() instanceof Type.Text) -> readings.add(to.read(new Cell.Bool(bool), context));
            case String code
            when !from.options().isEmpty() && !to.options().isEmpty() ->
                readings.add(to.read(JsonNodeFactory.instance.stringNode(code), context));
            case List<?> ignored when !to.options().isEmpty() -> readings.add(to.read(from.write(value), context));
            default -> {}
        }
        String text = from.display(value, context);
        if (!text.isEmpty()) {
            readings.add(to.read(new Cell.Text(text), context));
        }
        return readings;
    }
}

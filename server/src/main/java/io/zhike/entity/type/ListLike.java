package io.zhike.entity.type;

import io.zhike.entity.EntityText;
import io.zhike.entity.FieldType;
import io.zhike.entity.Reading;
import io.zhike.entity.ValueContext;
import io.zhike.sheet.Cell;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A type whose value is a list. In JSON an array, or one item alone; in a cell items parted by commas and the like. */
interface ListLike extends FieldType {
    Pattern PARTED = Pattern.compile("\\s*[,，;；、|\\n]\\s*");

    /** How many items fit. */
    int most();

    /** One item of JSON. */
    Reading item(JsonNode item, ValueContext context);

    /** One item of a cell; clean and not empty. */
    Reading item(String item, ValueContext context);

    /** The order in which items are kept. */
    default List<Object> ordered(List<Object> items) {
        return items;
    }

    @Override
    default Reading read(JsonNode value, ValueContext context) {
        if (value.isNull() || value.isMissingNode()) {
            return Reading.BLANK;
        }
        if (value.isString()) {
            String text = CleanText.line(value.stringValue());
            return text.isEmpty() ? Reading.BLANK : gather(List.of(item(value, context)));
        }
        if (!value.isArray()) {
            return refuse(EntityText.NOT_A_LIST, CleanText.shown(value.toString()));
        }
        List<Reading> items = new ArrayList<>();
        for (JsonNode item : value) {
            boolean blank = item.isNull()
                    || item.isString() && CleanText.line(item.stringValue()).isEmpty();
            if (!blank) {
                items.add(item(item, context));
            }
        }
        return gather(items);
    }

    @Override
    default Reading read(Cell cell, ValueContext context) {
        return switch (cell) {
            case Cell.Blank() -> Reading.BLANK;
            case Cell.Text(String text) -> {
                String clean = CleanText.lines(text);
                yield clean.isEmpty() ? Reading.BLANK : cell(clean, context);
            }
            case Cell.Number number -> cell(number.value().toPlainString(), context);
            case Cell.Date date -> cell(date.value().toString(), context);
            case Cell.DateTime time -> cell(time.value().toString(), context);
            case Cell.Bool bool -> cell(String.valueOf(bool.value()), context);
            case Cell.Broken broken -> refuse(EntityText.CELL_ERROR, broken.why());
        };
    }

    /** A whole cell; clean and not empty. */
    default Reading cell(String text, ValueContext context) {
        List<Reading> items = new ArrayList<>();
        for (String part : PARTED.split(text)) {
            String item = CleanText.line(part);
            if (!item.isEmpty()) {
                items.add(item(item, context));
            }
        }
        return gather(items);
    }

    private Reading gather(List<Reading> items) {
        Set<Object> values = new LinkedHashSet<>();
        for (Reading item : items) {
            if (!(item instanceof Reading.Value(@Nullable Object value))) {
                return item;
            }
            if (value != null) {
                values.add(value);
            }
        }
        if (values.size() > most()) {
            return refuse(EntityText.TOO_MANY_VALUES, most(), values.size());
        }
        return values.isEmpty() ? Reading.BLANK : Reading.of(List.copyOf(ordered(List.copyOf(values))));
    }
}

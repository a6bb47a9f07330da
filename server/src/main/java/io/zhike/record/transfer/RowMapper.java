package io.zhike.record.transfer;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.Reading;
import io.zhike.entity.ValueContext;
import io.zhike.expression.Type;
import io.zhike.message.Issue;
import io.zhike.sheet.Cell;
import io.zhike.sheet.ColumnGuess;
import io.zhike.sheet.Header;
import io.zhike.sheet.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns rows of a file into values of fields, as the mapping says. */
final class RowMapper {
    private static final Pattern SEPARATOR = Pattern.compile("[,，;；、|]");

    private final Header header;
    private final boolean ragged;
    private final ValueContext context;
    private final List<Column> columns = new ArrayList<>();

    private record Column(int index, Field field, boolean lookedUp, Optional<ColumnFormat> format) {}

    /**
     * @param guesses what the columns hold, in their order; empty where values are written as fields read them
     * @param ragged whether a short row is usual, as in workbooks, which leave out blank cells at the end
     */
    RowMapper(
            Map<String, ColumnTarget> mapping,
            EntityDefinition entity,
            Header header,
            List<ColumnGuess> guesses,
            boolean ragged,
            ValueContext context) {
        this.header = header;
        this.ragged = ragged;
        this.context = context;
        mapping.forEach((column, target) -> {
            Field field = entity.fields().get(target.field());
            int index = header.columns().indexOf(column);
            Optional<ColumnFormat> format =
                    guesses.isEmpty() ? Optional.empty() : ColumnFormat.of(guesses.get(index), field);
            columns.add(new Column(index, field, isLookedUp(field), format));
        });
    }

    /** Whether the value of such a field is found by what people call it. */
    static boolean isLookedUp(Field field) {
        Type type = field.type().valueType() instanceof Type.ListOf(Type element)
                ? element
                : field.type().valueType();
        return type instanceof Type.RecordOf || type instanceof Type.Member || type instanceof Type.Department;
    }

    ImportRow map(long position, Row row) {
        ImportRow mapped = new ImportRow(position, row);
        int width = header.columns().size();
        if (row.width() > width) {
            mapped.refuse("", ImportError.TOO_MANY_CELLS, row.width(), width);
            return mapped;
        }
        if (!ragged && row.cells().size() < width) {
            mapped.refuse("", ImportError.TOO_FEW_CELLS, row.cells().size(), width);
            return mapped;
        }
        columns.forEach(column -> read(mapped, column));
        return mapped;
    }

    private void read(ImportRow row, Column column) {
        Cell cell = row.row().cell(column.index());
        String code = column.field().code();
        if (cell instanceof Cell.Broken broken) {
            row.refuse(new Issue(code, broken.why()));
        } else if (column.lookedUp()) {
            row.lookUp(code, texts(column.field(), cell));
        } else {
            Cell plain = column.format().map(format -> format.apply(cell)).orElse(cell);
            switch (column.field().type().read(plain, context)) {
                case Reading.Value(var value) -> row.set(code, value);
                case Reading.Refused(var why) -> row.refuse(new Issue(code, why));
            }
        }
    }

    private List<String> texts(Field field, Cell cell) {
        String text = CellWords.of(cell);
        if (text.isEmpty()) {
            return List.of();
        }
        if (field.type().valueType() instanceof Type.ListOf) {
            return Arrays.stream(SEPARATOR.split(text))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }
        return List.of(text);
    }

    /** The fields that are found by what people call them, in the order of the mapping. */
    List<Field> lookedUp() {
        return columns.stream().filter(Column::lookedUp).map(Column::field).toList();
    }
}

package io.zhike.record.transfer;

import io.zhike.entity.ValueContext;
import io.zhike.record.ReadColumn;
import io.zhike.record.ReadRecord;
import io.zhike.sheet.Cell;
import io.zhike.sheet.SheetWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Records as rows of a file, such that an import of the file reads the same values. */
final class ExportCells {
    private static final String SEPARATOR = "、";

    private final List<ReadColumn> columns;
    private final ValueContext context;

    ExportCells(List<ReadColumn> columns, ValueContext context) {
        this.columns = columns;
        this.context = context;
    }

    List<String> header() {
        return columns.stream()
                .map(column -> column.label().in(context.language()))
                .toList();
    }

    List<Cell> of(ReadRecord record) {
        List<Cell> cells = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            cells.add(cell(record, i));
        }
        return cells;
    }

    private Cell cell(ReadRecord record, int i) {
        ReadColumn column = columns.get(i);
        Object value = record.value(i);
        if (value == null) {
            return Cell.BLANK;
        }
        if (column.labelled()) {
            return SheetWriter.text(label(record, i));
        }
        return switch (value) {
            case BigDecimal number -> new Cell.Number(number, unit(column));
            case LocalDate date -> new Cell.Date(date);
            case Instant moment -> new Cell.DateTime(LocalDateTime.ofInstant(moment, context.zone()));
            default ->
                SheetWriter.text(column.fieldType()
                        .map(type -> type.display(value, context))
                        .orElseGet(value::toString));
        };
    }

    /** What people call the value; nothing where they may not see what it is called. */
    private static String label(ReadRecord record, int i) {
        String label = record.labelText(i);
        return label != null
                ? label
                : record.labelTexts(i).stream()
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.joining(SEPARATOR));
    }

    private static Cell.Unit unit(ReadColumn column) {
        return switch (column.fieldType().map(type -> type.code()).orElse("")) {
            case "percent" -> Cell.Unit.PERCENT;
            case "money" -> Cell.Unit.MONEY;
            default -> Cell.Unit.PLAIN;
        };
    }
}

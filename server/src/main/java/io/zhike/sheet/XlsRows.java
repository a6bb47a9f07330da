package io.zhike.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/** The rows of one XLS sheet, put together from its records of single cells, which come row by row. */
final class XlsRows implements RowReader {
    private final XlsRecords records;
    private final Place place;
    private final Map<Integer, String> formatCodes = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private final List<CellFormat> formats = new ArrayList<>();
    private WorkbookCells values = new WorkbookCells(false);
    private @Nullable SSTRecord texts;
    private boolean inSheet;
    private boolean ended;
    private @Nullable CellValueRecordInterface ahead;

    XlsRows(XlsRecords records, Place place) {
        this.records = records;
        this.place = place;
    }

    @Override
    public @Nullable Row next() {
        CellValueRecordInterface first = takeCell();
        while (first != null) {
            int number = first.getRow();
            List<Cell> cells = new ArrayList<>();
            CellValueRecordInterface at = first;
            for (; at != null && at.getRow() == number; at = takeCell()) {
                put(cells, at.getColumn(), cell(at));
            }
            if (!cells.isEmpty()) {
                ahead = at;
                return new Row(number + 1L, cells);
            }
            first = at;
        }
        return null;
    }

    /** Cells must be made anyway to know whether a row has a value. */
    @Override
    public boolean skip() {
        return next() != null;
    }

    private static void put(List<Cell> cells, int column, Cell cell) {
        if (cell instanceof Cell.Blank) {
            return;
        }
        while (cells.size() <= column) {
            cells.add(Cell.BLANK);
        }
        cells.set(column, cell);
    }

    /** The next record of a cell; null at the sheet's end. */
    private @Nullable CellValueRecordInterface takeCell() {
        if (!inSheet) {
            goToSheet();
        }
        CellValueRecordInterface taken = ahead;
        ahead = null;
        while (taken == null && !ended) {
            Record record = records.next();
            if (record == null || records.depth() == 0) {
                ended = true;
            } else if (records.depth() == 1 && record instanceof CellValueRecordInterface cell) {
                taken = cell;
            }
        }
        return taken;
    }

    private void goToSheet() {
        inSheet = true;
        List<BoundSheetRecord> bound = new ArrayList<>();
        Record record = records.next();
        for (; record != null && records.depth() > 0; record = records.next()) {
            takeGlobal(record, bound);
        }
        for (int style : styles) {
            formats.add(CellFormat.of(style, formatCodes.get(style)));
        }
        int parts = 0;
        for (BoundSheetRecord sheet : BoundSheetRecord.orderByBofPosition(bound)) {
            parts++;
            if (sheet.getSheetname().equals(place.sheet())) {
                break;
            }
        }
        for (record = records.next(); record != null; record = records.next()) {
            if (record instanceof BOFRecord && records.depth() == 1 && --parts == 0) {
                return;
            }
        }
        ended = true;
    }

    private void takeGlobal(Record record, List<BoundSheetRecord> bound) {
        switch (record) {
            case BoundSheetRecord sheet -> bound.add(sheet);
            case DateWindow1904Record window -> values = new WorkbookCells(window.getWindowing() == 1);
            case FormatRecord format -> formatCodes.put(format.getIndexCode(), format.getFormatString());
            case ExtendedFormatRecord style -> styles.add((int) style.getFormatIndex());
            case SSTRecord shared -> texts = shared;
            default -> {}
        }
    }

    private Cell cell(CellValueRecordInterface record) {
        return switch (record) {
            case NumberRecord number -> values.number(number.getValue(), format(record));
            case LabelSSTRecord shared -> shared(shared.getSSTIndex());
            case LabelRecord label -> WorkbookCells.text(label.getValue());
            case BoolErrRecord value ->
                value.isBoolean() ? new Cell.Bool(value.getBooleanValue()) : error(value.getErrorValue());
            case FormulaRecord formula -> formula(formula);
            default -> Cell.BLANK;
        };
    }

    private Cell shared(int index) {
        if (texts == null || index < 0 || index >= texts.getNumUniqueStrings()) {
            throw SheetError.DAMAGED.problem(place.file());
        }
        return WorkbookCells.text(texts.getString(index).getString());
    }

    private Cell formula(FormulaRecord formula) {
        if (formula.hasCachedResultString()) {
            return followingText();
        }
        return switch (formula.getCachedResultTypeEnum()) {
            case BOOLEAN -> new Cell.Bool(formula.getCachedBooleanValue());
            case ERROR -> error(formula.getCachedErrorValue());
            case NUMERIC -> values.number(formula.getValue(), format(formula));
            case STRING, BLANK, FORMULA, _NONE -> Cell.BLANK;
        };
    }

    /** A formula's text stands in a record of its own, perhaps behind one that the formula shares with others. */
    private Cell followingText() {
        for (Record record = records.next(); record != null; record = records.next()) {
            if (record instanceof StringRecord text) {
                return WorkbookCells.text(text.getString());
            }
            if (records.depth() == 0) {
                ended = true;
                break;
            }
            if (record instanceof CellValueRecordInterface next) {
                ahead = next;
                break;
            }
        }
        return Cell.BLANK;
    }

    private static Cell error(int code) {
        return WorkbookCells.error(
                FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#?");
    }

    private CellFormat format(CellValueRecordInterface cell) {
        int style = cell.getXFIndex() & 0xFFFF;
        return style < formats.size() ? formats.get(style) : CellFormat.GENERAL;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}

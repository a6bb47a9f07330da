package io.zhike.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes a workbook by POI's streaming model: the last rows are in memory, the others in a packed temporary file. */
final class XlsxSheetWriter implements SheetWriter {
    /** Excel's own limit. */
    static final int ROWS = 1_048_576;

    private static final int WINDOW = 100;
    private static final int LONGEST_TEXT = 32_767;
    private static final int LONGEST_NAME = 31;
    private static final int EXACT_DIGITS = 15;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final OutputStream out;
    private final String name;
    private final List<String> header;
    private final int rowsPerSheet;
    private final SXSSFWorkbook workbook = new SXSSFWorkbook(WINDOW);
    private final Map<Look, CellStyle> styles = new EnumMap<>(Look.class);
    private SXSSFSheet sheet;
    private int sheets;
    private int rows;

    private enum Look {
        HEADER("General"),
        DATE("yyyy-mm-dd"),
        DATETIME("yyyy-mm-dd hh:mm:ss"),
        PERCENT("0.##%"),
        MONEY("#,##0.00");

        private final String format;

        Look(String format) {
            this.format = format;
        }
    }

    XlsxSheetWriter(OutputStream out, String name, List<String> header, int rowsPerSheet) {
        this.out = out;
        this.name = WorkbookUtil.createSafeSheetName(name);
        this.header = List.copyOf(header);
        this.rowsPerSheet = rowsPerSheet;
        workbook.setCompressTempFiles(true);
        for (Look look : Look.values()) {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(look.format));
            styles.put(look, style);
        }
        Font bold = workbook.createFont();
        bold.setBold(true);
        style(Look.HEADER).setFont(bold);
        sheet = nextSheet();
    }

    private SXSSFSheet nextSheet() {
        sheets++;
        String suffix = sheets == 1 ? "" : " (" + sheets + ")";
        String base = name.substring(0, Math.min(name.length(), LONGEST_NAME - suffix.length()));
        SXSSFSheet next = workbook.createSheet(base + suffix);
        rows = 0;
        if (!header.isEmpty()) {
            SXSSFRow row = next.createRow(rows++);
            for (int i = 0; i < header.size(); i++) {
                SXSSFCell cell = row.createCell(i);
                text(cell, header.get(i));
                cell.setCellStyle(style(Look.HEADER));
            }
            next.createFreezePane(0, 1);
        }
        return next;
    }

    private CellStyle style(Look look) {
        CellStyle style = styles.get(look);
        if (style == null) {
            throw new IllegalStateException("every look has a style");
        }
        return style;
    }

    @Override
    public void write(List<? extends Cell> cells) throws IOException {
        if (rows == rowsPerSheet) {
            sheet.flushRows();
            sheet = nextSheet();
        }
        SXSSFRow row = sheet.createRow(rows++);
        for (int i = 0; i < cells.size(); i++) {
            if (!(cells.get(i) instanceof Cell.Blank)) {
                write(row.createCell(i), cells.get(i));
            }
        }
    }

    private void write(SXSSFCell target, Cell cell) {
        switch (cell) {
            case Cell.Number number
            when isExact(number.value()) -> {
                target.setCellValue(number.value().doubleValue());
                look(target, number.unit());
            }
            case Cell.Date(LocalDate value)
            when isInRange(value) -> {
                target.setCellValue(DateUtil.getExcelDate(value));
                target.setCellStyle(style(Look.DATE));
            }
            case Cell.DateTime(LocalDateTime value)
            when isInRange(value.toLocalDate()) && value.getNano() == 0 -> {
                target.setCellValue(DateUtil.getExcelDate(value));
                target.setCellStyle(style(Look.DATETIME));
            }
            case Cell.Bool(boolean value) -> target.setCellValue(value);
            case Cell.Text text -> text(target, text.value());
            case Cell.Number number -> text(target, CellText.of(number));
            case Cell.Date date -> text(target, CellText.of(date));
            case Cell.DateTime moment -> text(target, CellText.of(moment));
            case Cell.Broken broken -> text(target, broken.raw());
            case Cell.Blank blank -> text(target, CellText.of(blank));
        }
    }

    private void look(SXSSFCell target, Cell.Unit unit) {
        switch (unit) {
            case PERCENT -> target.setCellStyle(style(Look.PERCENT));
            case MONEY -> target.setCellStyle(style(Look.MONEY));
            case PLAIN -> {}
        }
    }

    private static boolean isExact(BigDecimal value) {
        return value.precision() <= EXACT_DIGITS && Math.abs(value.scale()) <= EXACT_DIGITS * 2;
    }

    private static boolean isInRange(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    private static void text(SXSSFCell target, String text) {
        String cut = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
        target.setCellValue(XlsxText.escape(cut));
    }

    @Override
    public void close() throws IOException {
        try (workbook) {
            workbook.write(out);
            out.flush();
        }
    }
}

package io.zhike.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/** Makes cells of what workbooks hold. A workbook counts days from 1900 or from 1904. */
final class WorkbookCells {
    /** Excel computes with binary fractions of 17 digits and shows 15. */
    private static final MathContext SHOWN = new MathContext(15);

    private static final int LARGEST_EXPONENT = 310;
    private static final double LAST_DAY = 2_958_466;
    private static final double EXACT = 1L << 53;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final boolean from1904;

    WorkbookCells(boolean from1904) {
        this.from1904 = from1904;
    }

    static Cell text(String text) {
        return TextCells.isFilled(text) ? new Cell.Text(text) : Cell.BLANK;
    }

    static Cell error(String code) {
        return new Cell.Broken(SheetError.EXCEL_ERROR.with(code), code);
    }

    /** A number as XLSX writes it; one that is written whole stays whole, however many digits it has. */
    Cell number(String text, CellFormat format) {
        String digits = text.strip();
        BigDecimal value;
        try {
            value = new BigDecimal(digits);
        } catch (NumberFormatException e) {
            return unreadable(text);
        }
        if (Math.abs((long) value.precision() - value.scale()) > LARGEST_EXPONENT
                || Math.abs(value.scale()) > LARGEST_EXPONENT) {
            return unreadable(text);
        }
        return number(value.scale() == 0 ? value : shown(value), format);
    }

    /** A number as XLS holds it. */
    Cell number(double value, CellFormat format) {
        if (!Double.isFinite(value)) {
            return unreadable(Double.toString(value));
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < EXACT;
        return number(whole ? BigDecimal.valueOf((long) value) : shown(new BigDecimal(Double.toString(value))), format);
    }

    private Cell number(BigDecimal value, CellFormat format) {
        return switch (format.kind()) {
            case PLAIN -> new Cell.Number(value);
            case PERCENT -> new Cell.Number(value, Cell.Unit.PERCENT);
            case MONEY -> new Cell.Number(value, Cell.Unit.MONEY);
            case PADDED -> padded(value, format.digits());
            case DATE, DATETIME, TIME -> moment(value.doubleValue(), format.kind());
        };
    }

    private static Cell padded(BigDecimal value, int digits) {
        if (value.scale() > 0 || value.signum() < 0) {
            return new Cell.Number(value);
        }
        String text = value.toPlainString();
        return new Cell.Text("0".repeat(Math.max(0, digits - text.length())) + text);
    }

    private Cell moment(double days, CellFormat.Kind kind) {
        if (days < 0 || days >= LAST_DAY) {
            return unreadable(BigDecimal.valueOf(days).toPlainString());
        }
        if (kind == CellFormat.Kind.TIME) {
            return time(days);
        }
        LocalDateTime moment = DateUtil.getLocalDateTime(days, from1904, true);
        if (moment == null) {
            return unreadable(BigDecimal.valueOf(days).toPlainString());
        }
        boolean day = kind == CellFormat.Kind.DATE && moment.toLocalTime().equals(LocalTime.MIDNIGHT);
        return day ? new Cell.Date(moment.toLocalDate()) : new Cell.DateTime(moment);
    }

    /** There is no cell for a time of day or a length of time: it arrives as text, hours beyond 24 included. */
    private static Cell time(double days) {
        long seconds = Math.round(days * 86_400);
        if (seconds < 86_400) {
            return new Cell.Text(TIME.format(LocalTime.ofSecondOfDay(seconds)));
        }
        return new Cell.Text("%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60));
    }

    private static BigDecimal shown(BigDecimal value) {
        BigDecimal rounded = value.round(SHOWN).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private static Cell unreadable(String text) {
        return new Cell.Broken(SheetError.NUMBER_UNREADABLE.with(text), text);
    }
}

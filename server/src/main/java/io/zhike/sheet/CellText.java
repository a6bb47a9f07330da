package io.zhike.sheet;

import java.time.format.DateTimeFormatter;

/** A cell as text that people read and that reads back as the same value. */
final class CellText {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter NANOS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSSSS");

    private CellText() {}

    /** Empty for a blank cell, what could be read for a broken one. */
    static String of(Cell cell) {
        return switch (cell) {
            case Cell.Text(String value) -> value;
            case Cell.Number number -> number.value().toPlainString();
            case Cell.Date(var value) -> value.toString();
            case Cell.DateTime(var value) -> (value.getNano() == 0 ? MINUTES : NANOS).format(value);
            case Cell.Bool(boolean value) -> value ? "true" : "false";
            case Cell.Blank() -> "";
            case Cell.Broken broken -> broken.raw();
        };
    }
}

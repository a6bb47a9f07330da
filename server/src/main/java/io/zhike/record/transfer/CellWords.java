package io.zhike.record.transfer;

import io.zhike.sheet.Cell;

/** A cell as text, as a person would type it again. */
final class CellWords {

    private CellWords() {}

    static String of(Cell cell) {
        return switch (cell) {
            case Cell.Text text -> text.value().strip();
            case Cell.Number number -> number.value().toPlainString();
            case Cell.Date date -> date.value().toString();
            case Cell.DateTime time -> time.value().toString().replace('T', ' ');
            case Cell.Bool bool -> Boolean.toString(bool.value());
            case Cell.Blank _ -> "";
            case Cell.Broken broken -> broken.raw();
        };
    }
}

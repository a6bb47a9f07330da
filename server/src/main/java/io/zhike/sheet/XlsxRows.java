package io.zhike.sheet;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** The rows of one XLSX sheet, pulled from its XML. */
final class XlsxRows implements RowReader {
    private final XmlParts xml;
    private final XlsxSource workbook;
    private final WorkbookCells values;
    private final Place place;
    private long number;
    private @Nullable List<Cell> cells;
    private boolean filled;
    private int column;

    XlsxRows(XmlParts xml, XlsxSource workbook, WorkbookCells values, Place place) {
        this.xml = xml;
        this.workbook = workbook;
        this.values = values;
        this.place = place;
    }

    @Override
    public @Nullable Row next() {
        List<Cell> read = new ArrayList<>();
        cells = read;
        return advance() ? new Row(number, read) : null;
    }

    @Override
    public boolean skip() {
        cells = null;
        return advance();
    }

    private boolean advance() {
        while (xml.toElement("row")) {
            number = xml.number("r", (int) number + 1);
            column = -1;
            filled = false;
            readCells();
            if (filled) {
                return true;
            }
        }
        return false;
    }

    private void readCells() {
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (xml.name().equals("c")) {
                        readCell();
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (xml.name().equals("row")) {
                        return;
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return;
                }
                default -> {}
            }
        }
    }

    private void readCell() {
        String reference = xml.attribute("r");
        int given = reference == null ? -1 : CellReference.column(reference);
        column = given < 0 ? column + 1 : given;
        String type = xml.attribute("t");
        int style = xml.number("s", 0);
        String content = content();
        if (content == null) {
            throw place.problem(SheetError.CELL_TOO_LONG, number, Limits.CELL_CHARS);
        }
        if (!content.isEmpty()) {
            place(cell(type == null ? "n" : type, content, style));
        }
    }

    /** What stands in {@code v} or {@code is} up to the end of the cell; null if it is too long. */
    private @Nullable String content() {
        String content = "";
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (xml.name().equals("v")) {
                        content = value();
                    } else if (xml.name().equals("is")) {
                        content = XlsxText.read(xml, "is");
                    }
                    if (content == null) {
                        return null;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (xml.name().equals("c")) {
                        return content;
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return content;
                }
                default -> {}
            }
        }
    }

    private @Nullable String value() {
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    xml.appendText(text);
                    if (text.length() > Limits.CELL_CHARS) {
                        return null;
                    }
                }
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    return text.toString();
                }
                default -> {}
            }
        }
    }

    private Cell cell(String type, String content, int style) {
        return switch (type) {
            case "s" -> shared(content);
            case "str" -> WorkbookCells.text(XlsxText.unescape(content));
            case "inlineStr" -> WorkbookCells.text(content);
            case "b" -> new Cell.Bool(content.equals("1") || content.equals("true"));
            case "e" -> WorkbookCells.error(content);
            case "d" -> isoDate(content);
            default -> values.number(content, workbook.format(style));
        };
    }

    private Cell shared(String content) {
        String text;
        try {
            text = workbook.string(Integer.parseInt(content.strip()));
        } catch (NumberFormatException e) {
            throw Place.caused(SheetError.DAMAGED, place.file(), e);
        }
        if (text == null) {
            throw place.problem(SheetError.CELL_TOO_LONG, number, Limits.CELL_CHARS);
        }
        return WorkbookCells.text(text);
    }

    private static Cell isoDate(String content) {
        try {
            return content.length() <= 10
                    ? new Cell.Date(LocalDate.parse(content))
                    : new Cell.DateTime(LocalDateTime.parse(
                            content.endsWith("Z") ? content.substring(0, content.length() - 1) : content));
        } catch (DateTimeParseException e) {
            return new Cell.Broken(SheetError.NUMBER_UNREADABLE.with(content), content);
        }
    }

    private void place(Cell cell) {
        if (cell instanceof Cell.Blank) {
            return;
        }
        if (column >= Limits.COLUMNS) {
            throw place.problem(SheetError.TOO_MANY_COLUMNS, number, Limits.COLUMNS);
        }
        filled = true;
        List<Cell> row = cells;
        if (row == null) {
            return;
        }
        while (row.size() <= column) {
            row.add(Cell.BLANK);
        }
        row.set(column, cell);
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}

package io.zhike.sheet;

import io.zhike.message.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** A workbook of Excel 2007 or later. Its texts are read when the first cell asks for one. */
final class XlsxSource implements SheetSource {
    private final XlsxPackage parts;
    private final String name;
    private final Map<String, String> relationBySheet = new LinkedHashMap<>();
    private final List<SheetInfo> sheets = new ArrayList<>();
    private final XlsxStyles styles;
    private boolean from1904;
    private @Nullable XlsxStrings strings;

    private XlsxSource(XlsxPackage parts, String name) throws IOException {
        this.parts = parts;
        this.name = name;
        readWorkbook();
        this.styles = new XlsxStyles(parts.only("styles"), name);
        if (sheets.isEmpty()) {
            throw SheetError.FILE_EMPTY.problem(name);
        }
    }

    static XlsxSource open(Path file, String name) throws IOException {
        XlsxPackage parts = XlsxPackage.open(file, name);
        try {
            return new XlsxSource(parts, name);
        } catch (IOException | ProblemException e) {
            parts.close();
            throw XmlParts.problem(e, name);
        }
    }

    private void readWorkbook() throws IOException {
        try (XmlParts xml = new XmlParts(parts.workbook(), name)) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.name().equals("workbookPr")) {
                    from1904 = xml.flag("date1904");
                } else if (xml.name().equals("sheet")) {
                    addSheet(xml.attribute("name"), xml.attribute("id"), xml.attribute("state"));
                }
            }
        }
    }

    private void addSheet(@Nullable String sheet, @Nullable String id, @Nullable String state) throws IOException {
        if (sheet != null && id != null && parts.isWorksheet(id)) {
            relationBySheet.put(sheet, id);
            sheets.add(new SheetInfo(sheet, estimate(id), state != null && !state.equals("visible")));
        }
    }

    /** The last row of the area that the sheet says to cover; some programs write nothing or only A1. */
    private OptionalLong estimate(String id) throws IOException {
        try (XmlParts xml = new XmlParts(parts.worksheet(id), name)) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("dimension")) {
                    String area = String.valueOf(xml.attribute("ref"));
                    int row = CellReference.row(area.substring(area.indexOf(':') + 1));
                    return row > 1 ? OptionalLong.of(row) : OptionalLong.empty();
                }
                if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("sheetData")) {
                    return OptionalLong.empty();
                }
            }
        }
        return OptionalLong.empty();
    }

    @Override
    public Format format() {
        return Format.XLSX;
    }

    @Override
    public Optional<Dialect> dialect() {
        return Optional.empty();
    }

    @Override
    public List<SheetInfo> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public RowReader read(String sheet) {
        String id = relationBySheet.get(sheet);
        Place place = new Place(name, sheet);
        if (id == null) {
            throw place.problem(SheetError.NO_SUCH_SHEET);
        }
        try {
            return new XlsxRows(new XmlParts(parts.worksheet(id), name), this, new WorkbookCells(from1904), place);
        } catch (IOException e) {
            throw XmlParts.problem(e, name);
        }
    }

    CellFormat format(int style) {
        return styles.format(style);
    }

    /** The shared text {@code index}; null if it is too long. */
    synchronized @Nullable String string(int index) {
        try {
            if (strings == null) {
                strings = new XlsxStrings(parts.only("sharedStrings"), name);
            }
            return strings.get(index);
        } catch (IndexOutOfBoundsException | IOException e) {
            throw XmlParts.problem(e, name);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        parts.close();
        if (strings != null) {
            strings.close();
        }
    }
}

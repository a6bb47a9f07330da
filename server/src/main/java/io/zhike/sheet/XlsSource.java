package io.zhike.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DimensionsRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.RecordFormatException;

/** A workbook of Excel 97 to 2003: at most 65,536 rows in a sheet. Its texts are in memory while a sheet is read. */
final class XlsSource implements SheetSource {
    private static final List<String> WORKBOOK = List.of("Workbook", "WORKBOOK", "BOOK");

    private final POIFSFileSystem files;
    private final String stream;
    private final String name;
    private final List<SheetInfo> sheets;

    private XlsSource(POIFSFileSystem files, String stream, String name) throws IOException {
        this.files = files;
        this.stream = stream;
        this.name = name;
        this.sheets = List.copyOf(list());
        if (sheets.isEmpty()) {
            throw SheetError.FILE_EMPTY.problem(name);
        }
    }

    static XlsSource open(Path file, String name) throws IOException {
        POIFSFileSystem files;
        try {
            files = new POIFSFileSystem(file.toFile(), true);
        } catch (IOException | RecordFormatException | IndexOutOfBoundsException | IllegalStateException e) {
            throw Place.caused(SheetError.DAMAGED, name, e);
        }
        boolean opened = false;
        try {
            XlsSource source = new XlsSource(files, workbook(files.getRoot(), name), name);
            opened = true;
            return source;
        } finally {
            if (!opened) {
                files.close();
            }
        }
    }

    private static String workbook(DirectoryNode root, String name) {
        for (String entry : WORKBOOK) {
            if (root.hasEntryCaseInsensitive(entry)) {
                return entry;
            }
        }
        if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
            throw SheetError.ENCRYPTED.problem(name);
        }
        if (root.hasEntryCaseInsensitive("Book")) {
            throw SheetError.SAVE_AS_XLSX.problem(name, "Excel 5.0/95");
        }
        throw SheetError.NOT_A_SPREADSHEET.problem(name, kind(root));
    }

    private static String kind(DirectoryNode root) {
        if (root.hasEntryCaseInsensitive("WordDocument")) {
            return "Word";
        }
        return root.hasEntryCaseInsensitive("PowerPoint Document") ? "PowerPoint" : "OLE2";
    }

    private List<SheetInfo> list() throws IOException {
        List<BoundSheetRecord> bound = new ArrayList<>();
        List<OptionalLong> rows = new ArrayList<>();
        try (XlsRecords records = records()) {
            for (Record record = records.next(); record != null; record = records.next()) {
                switch (record) {
                    case BoundSheetRecord sheet -> bound.add(sheet);
                    case BOFRecord bof when records.depth() == 1 -> rows.add(OptionalLong.empty());
                    case DimensionsRecord area
                    when records.depth() == 1 && !rows.isEmpty() ->
                        rows.set(rows.size() - 1, OptionalLong.of(area.getLastRow()));
                    default -> {}
                }
            }
        }
        List<SheetInfo> infos = new ArrayList<>();
        BoundSheetRecord[] ordered = BoundSheetRecord.orderByBofPosition(bound);
        for (BoundSheetRecord sheet : bound) {
            // The first part of the stream is the workbook itself.
            int part = List.of(ordered).indexOf(sheet) + 1;
            OptionalLong estimate = part < rows.size() ? rows.get(part) : OptionalLong.empty();
            infos.add(new SheetInfo(sheet.getSheetname(), estimate, sheet.isHidden() || sheet.isVeryHidden()));
        }
        return infos;
    }

    @Override
    public Format format() {
        return Format.XLS;
    }

    @Override
    public Optional<Dialect> dialect() {
        return Optional.empty();
    }

    @Override
    public List<SheetInfo> sheets() {
        return sheets;
    }

    @Override
    public RowReader read(String sheet) {
        return new XlsRows(records(), new Place(name, sheet));
    }

    private XlsRecords records() {
        return new XlsRecords(files, stream, name);
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}

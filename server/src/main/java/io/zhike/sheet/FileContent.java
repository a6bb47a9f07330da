package io.zhike.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells by the first bytes what a file is, and opens it with the reader for that. */
final class FileContent {
    private static final int HEAD = 1024;

    /** Beginnings of what people send instead of a table. */
    private static final List<Signature> OTHERS = List.of(
            new Signature("%PDF", "PDF"),
            new Signature("\u0089PNG", "PNG"),
            new Signature("GIF8", "GIF"),
            new Signature("\u00ff\u00d8\u00ff", "JPEG"),
            new Signature("\u001f\u008b", "GZIP"),
            new Signature("7z\u00bc\u00af", "7-Zip"),
            new Signature("Rar!", "RAR"),
            new Signature("PK\u0005\u0006", "ZIP"),
            new Signature("SQLite format 3", "SQLite"),
            new Signature("{\\rtf", "RTF"));

    private static final Signature ZIP = new Signature("PK\u0003\u0004", "ZIP");
    private static final Signature OLE2 = new Signature("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "OLE2");
    private static final List<String> MARKUP =
            List.of("<html", "<!doctype", "<table", "<?xml", "<meta", "<head", "<body", "<style", "<div");

    private record Signature(String bytes, String kind) {
        boolean begins(String head) {
            return head.startsWith(bytes);
        }
    }

    private FileContent() {}

    static SheetSource open(Path file, String name) throws IOException {
        String head = head(file);
        if (ZIP.begins(head)) {
            return XlsxSource.open(file, name);
        }
        if (OLE2.begins(head)) {
            return XlsSource.open(file, name);
        }
        refuseOthers(head, name);
        return CsvSource.open(file, name);
    }

    private static void refuseOthers(String head, String name) {
        for (Signature other : OTHERS) {
            if (other.begins(head)) {
                throw SheetError.NOT_A_SPREADSHEET.problem(name, other.kind());
            }
        }
        if (head.startsWith("\u0009") && head.length() > 3 && head.charAt(2) <= 8 && head.charAt(3) == 0) {
            throw SheetError.SAVE_AS_XLSX.problem(name, "Excel 2.0–4.0");
        }
        String markup = markup(head);
        if (markup != null) {
            throw SheetError.SAVE_AS_XLSX.problem(name, markup);
        }
    }

    /** Many systems call a web page or an XML export .xls; Excel opens it, so people take it for a workbook. */
    private static @Nullable String markup(String head) {
        String text = head.replace("\u0000", "").toLowerCase(Locale.ROOT);
        int start = text.indexOf('<');
        if (start < 0 || text.substring(0, start).chars().anyMatch(c -> c > ' ' && c < 0x80)) {
            return null;
        }
        String from = text.substring(start);
        return MARKUP.stream()
                .filter(from::startsWith)
                .findFirst()
                .map(tag -> tag.equals("<?xml") ? "XML" : "HTML")
                .orElse(null);
    }

    private static String head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        }
    }
}

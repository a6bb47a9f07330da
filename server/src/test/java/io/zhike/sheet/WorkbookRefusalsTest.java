package io.zhike.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.message.MessageCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookRefusalsTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @TempDir
    Path folder;

    private Path good() {
        return Workbooks.save(folder.resolve("good.xlsx"), new XSSFWorkbook(), book -> {
            for (int i = 0; i < 2_000; i++) {
                Workbooks.at(book.createSheet("s" + i % 50 + "-" + i), 0, 0).setCellValue("客户 " + i);
                if (i == 3) {
                    return;
                }
            }
        });
    }

    private MessageCode refusalOf(Path file) {
        return Sheets.refusal(() -> {
            try (SheetFile sheet = SharedData.open(file)) {
                Sheets.rows(sheet);
            }
        });
    }

    private MessageCode refusalOf(String entry, String content) {
        return refusalOf(Workbooks.replace(good(), folder.resolve("bad.xlsx"), Map.of(entry, content)));
    }

    @Test
    void takesTheWorkbookThatTheOthersAreMadeOf() {
        assertThat(refusalOf(good())).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "[Content_Types].xml"})
    void refusesDocumentTypesAndExternalEntitiesInEveryPart(String entry) {
        String content = Workbooks.entry(good(), entry);
        int end = content.startsWith("<?xml") ? content.indexOf("?>") + 2 : 0;
        String evil = content.substring(0, end)
                + "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                + content.substring(end);

        assertThat(refusalOf(entry, evil)).isEqualTo(SheetError.FORBIDDEN_XML);
    }

    @Test
    void refusesAZipBombInASheetBeforeItIsUnpacked() throws IOException {
        Path bomb = folder.resolve("bomb.xlsx");
        String sheet = Workbooks.entry(good(), SHEET);
        Workbooks.replace(
                good(), bomb, Map.of(SHEET, sheet.replace("<sheetData>", "<sheetData>" + " ".repeat(50_000_000))));

        assertThat(Files.size(bomb)).isLessThan(200_000);
        assertThat(refusalOf(bomb)).isEqualTo(SheetError.ZIP_BOMB);
    }

    @Test
    void refusesAZipBombInTheSharedTexts() {
        String strings = Workbooks.entry(good(), "xl/sharedStrings.xml");
        assertThat(refusalOf(
                        "xl/sharedStrings.xml",
                        strings.replace("<si>", "<si><t>" + "a".repeat(30_000_000) + "</t></si><si>")))
                .isEqualTo(SheetError.ZIP_BOMB);
    }

    @Test
    void refusesACutWorkbook() throws IOException {
        byte[] whole = Files.readAllBytes(good());
        for (int length : new int[] {100, whole.length / 2, whole.length - 30}) {
            Path cut = Sheets.write(folder, "cut.xlsx", Arrays.copyOf(whole, length));
            assertThat(refusalOf(cut)).as("length " + length).isEqualTo(SheetError.DAMAGED);
        }
    }

    @Test
    void refusesDamagedXml() {
        assertThat(refusalOf(SHEET, "<worksheet><sheetData><row>")).isEqualTo(SheetError.DAMAGED);
        assertThat(refusalOf(SHEET, "no xml")).isEqualTo(SheetError.DAMAGED);
        assertThat(refusalOf(SHEET, Workbooks.entry(good(), SHEET).replace("<v>0</v>", "<v>99999</v>")))
                .isEqualTo(SheetError.DAMAGED);
    }

    @Test
    void refusesACutXlsWorkbook() throws IOException {
        Path file = Workbooks.save(folder.resolve("a.xls"), new HSSFWorkbook(), book -> {
            var sheet = book.createSheet();
            for (int i = 0; i < 3_000; i++) {
                Workbooks.at(sheet, i, 0).setCellValue("客户 " + i);
            }
        });
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {20, 600, whole.length / 2}) {
            Path cut = Sheets.write(folder, "cut.xls", Arrays.copyOf(whole, length));
            assertThat(refusalOf(cut)).as("length " + length).isEqualTo(SheetError.DAMAGED);
        }
    }

    @Test
    void refusesEncryptedWorkbooksOfBothFormats() throws Exception {
        Path xlsx = folder.resolve("locked.xlsx");
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(files)) {
                Files.copy(good(), out);
            }
            try (OutputStream out = Files.newOutputStream(xlsx)) {
                files.writeFilesystem(out);
            }
        }
        assertThat(refusalOf(xlsx)).isEqualTo(SheetError.ENCRYPTED);

        Biff8EncryptionKey.setCurrentUserPassword("secret");
        Path xls;
        try {
            xls = Workbooks.save(folder.resolve("locked.xls"), new HSSFWorkbook(), Workbook::createSheet);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertThat(refusalOf(xls)).isEqualTo(SheetError.ENCRYPTED);
    }

    @Test
    void refusesOtherOfficeFilesUnderTheNameOfAWorkbook() throws IOException {
        Path word = folder.resolve("word.xlsx");
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(word)) {
            document.createParagraph().createRun().setText("x");
            document.write(out);
        }
        assertThat(refusalOf(word)).isEqualTo(SheetError.NOT_A_SPREADSHEET);
        assertThat(refusalOf(zip("open.xlsx", "mimetype", "application/vnd.oasis.opendocument.spreadsheet")))
                .isEqualTo(SheetError.SAVE_AS_XLSX);
        assertThat(refusalOf(zip("plain.xlsx", "a.txt", "x"))).isEqualTo(SheetError.NOT_A_SPREADSHEET);
    }

    private Path zip(String name, String entry, String content) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    @Test
    void refusesPicturesDocumentsAndNoiseUnderTheNameOfATable() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};
        byte[] noise = new byte[5_000];
        new java.util.Random(7).nextBytes(noise);

        assertThat(refusalOf(Sheets.write(folder, "a.csv", png))).isEqualTo(SheetError.NOT_A_SPREADSHEET);
        assertThat(refusalOf(Sheets.write(folder, "a.xlsx", "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(SheetError.NOT_A_SPREADSHEET);
        assertThat(refusalOf(Sheets.write(folder, "b.csv", noise))).isEqualTo(SheetError.NOT_A_SPREADSHEET);
    }

    @Test
    void tellsPeopleToSaveWebPagesThatPassForWorkbooks() {
        for (String page :
                new String[] {"\uFEFF<html><table>", "  <TABLE border=1>", "<?xml version=\"1.0\"?><Workbook>"}) {
            assertThat(refusalOf(Sheets.write(folder, "export.xls", page, StandardCharsets.UTF_8)))
                    .isEqualTo(SheetError.SAVE_AS_XLSX);
        }
        assertThat(refusalOf(Sheets.write(folder, "a.csv", "<1 year,a\n>2,b\n", StandardCharsets.UTF_8)))
                .isNull();
    }

    @Test
    void refusesColumnsBeyondTheLimitOnlyWhereTheyHoldValues() {
        assertThat(refusalOf(Workbooks.save(
                        folder.resolve("a.xlsx"),
                        new XSSFWorkbook(),
                        book -> Workbooks.at(book.createSheet(), 0, 1000).setCellValue(1))))
                .isEqualTo(SheetError.TOO_MANY_COLUMNS);
        assertThat(refusalOf(Workbooks.save(folder.resolve("a.xlsx"), new XSSFWorkbook(), book -> {
                    var sheet = book.createSheet();
                    Workbooks.at(sheet, 0, 999).setCellValue(1);
                    Workbooks.at(sheet, 0, 16_000).setBlank();
                })))
                .isNull();
    }

    @Test
    void refusesACellBeyondTheLimit() {
        StringBuilder text = new StringBuilder();
        java.util.Random random = new java.util.Random(3);
        while (text.length() <= Limits.CELL_CHARS) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        String sheet = "<worksheet><sheetData><row r=\"5\"><c t=\"inlineStr\"><is><t>" + text
                + "</t></is></c></row></sheetData></worksheet>";

        assertThat(refusalOf(SHEET, sheet)).isEqualTo(SheetError.CELL_TOO_LONG);
        String strings = Workbooks.entry(good(), "xl/sharedStrings.xml").replaceFirst("<si><t>[^<]*", "<si><t>" + text);
        assertThat(refusalOf("xl/sharedStrings.xml", strings)).isEqualTo(SheetError.CELL_TOO_LONG);
    }
}

package io.zhike.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.poi.hssf.model.InternalWorkbook;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkbookRowsTest {

    @TempDir
    Path folder;

    enum Kind {
        XLSX,
        XLS
    }

    private SheetFile make(Kind kind, Consumer<Workbook> content) {
        return kind == Kind.XLSX ? Workbooks.xlsx(folder, content) : Workbooks.xls(folder, content);
    }

    @ParameterizedTest
    @EnumSource
    void givesEachCellWithItsType(Kind kind) {
        SheetFile file = make(kind, book -> {
            Sheet sheet = book.createSheet("数据");
            Workbooks.at(sheet, 0, 0).setCellValue("张三");
            Workbooks.at(sheet, 0, 1).setCellValue(12);
            Workbooks.at(sheet, 0, 2).setCellValue(true);
            Workbooks.number(sheet, 0, 3, 45000, "yyyy-mm-dd");
            Workbooks.number(sheet, 0, 4, 45000.75, "yyyy/m/d h:mm");
            Workbooks.number(sheet, 0, 5, 0.125, "0.0%");
            Workbooks.number(sheet, 0, 6, 9.5, "¥#,##0.00");
            Workbooks.number(sheet, 0, 7, 0.25, "h:mm");
            Workbooks.number(sheet, 0, 8, 10010, "000000");
            Workbooks.at(sheet, 0, 9).setCellErrorValue(FormulaError.NA.getCode());
            Workbooks.at(sheet, 0, 10).setCellValue("  ");
            Workbooks.at(sheet, 0, 11).setCellValue("end");
        });

        List<Cell> cells = Sheets.rows(file, "数据").getFirst().cells();
        assertThat(cells)
                .startsWith(
                        new Cell.Text("张三"),
                        new Cell.Number(new BigDecimal("12")),
                        new Cell.Bool(true),
                        new Cell.Date(LocalDate.of(2023, 3, 15)),
                        new Cell.DateTime(LocalDateTime.of(2023, 3, 15, 18, 0)),
                        new Cell.Number(new BigDecimal("0.125"), Cell.Unit.PERCENT),
                        new Cell.Number(new BigDecimal("9.5"), Cell.Unit.MONEY),
                        new Cell.Text("06:00:00"),
                        new Cell.Text("010010"))
                .endsWith(Cell.BLANK, new Cell.Text("end"));
        assertThat(Sheets.why(cells.get(9))).isEqualTo(SheetError.EXCEL_ERROR);
        assertThat(((Cell.Broken) cells.get(9)).raw()).isEqualTo("#N/A");
    }

    @ParameterizedTest
    @EnumSource
    void takesWhatFormulasHaveYielded(Kind kind) {
        SheetFile file = make(kind, book -> {
            Sheet sheet = book.createSheet();
            Workbooks.at(sheet, 0, 0).setCellFormula("1+1");
            Workbooks.at(sheet, 0, 1).setCellFormula("\"甲\"&\"乙\"");
            Workbooks.at(sheet, 0, 2).setCellFormula("1=1");
            Workbooks.at(sheet, 0, 3).setCellFormula("1/0");
            Workbooks.at(sheet, 0, 4).setCellFormula("DATE(2024,2,29)");
            Workbooks.at(sheet, 1, 0).setCellValue("after");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });

        List<Row> rows = Sheets.rows(file);
        assertThat(rows.getFirst().cells().subList(0, 3))
                .containsExactly(new Cell.Number(BigDecimal.TWO), new Cell.Text("甲乙"), new Cell.Bool(true));
        assertThat(Sheets.why(rows.getFirst().cell(3))).isEqualTo(SheetError.EXCEL_ERROR);
        assertThat(rows.get(1).cell(0)).isEqualTo(new Cell.Text("after"));
    }

    @ParameterizedTest
    @EnumSource
    void showsNumbersWithoutWhatBinaryFractionsAdd(Kind kind) {
        double[] values = {
            0.1 + 0.2, 129.69599999999997, 1e15 / 3, 123456789012345d, 1e21, -0.07, 2.5e-7, 9007199254740991d
        };
        SheetFile file = make(kind, book -> {
            Sheet sheet = book.createSheet();
            for (int i = 0; i < values.length; i++) {
                Workbooks.at(sheet, 0, i).setCellValue(values[i]);
            }
        });

        assertThat(Sheets.texts(file).getFirst())
                .containsExactly(
                        "0.3",
                        "129.696",
                        "333333333333333",
                        "123456789012345",
                        "1000000000000000000000",
                        "-0.07",
                        "0.00000025",
                        "9007199254740991");
    }

    @Test
    void keepsAllDigitsOfANumberThatIsWrittenWhole() {
        Path file = Workbooks.save(
                folder.resolve("a.xlsx"),
                new XSSFWorkbook(),
                book -> Workbooks.at(book.createSheet(), 0, 0).setCellValue(7));
        String sheet =
                Workbooks.entry(file, "xl/worksheets/sheet1.xml").replace("<v>7.0</v>", "<v>110101199003071234</v>");
        Path other = Workbooks.replace(file, folder.resolve("b.xlsx"), Map.of("xl/worksheets/sheet1.xml", sheet));

        assertThat(Sheets.texts(SharedData.open(other)).getFirst()).containsExactly("110101199003071234");
    }

    @ParameterizedTest
    @EnumSource
    void countsDaysFrom1904WhereTheWorkbookDoes(Kind kind) {
        Path file = folder.resolve(kind == Kind.XLSX ? "mac.xlsx" : "mac.xls");
        Workbook book = kind == Kind.XLSX ? new XSSFWorkbook() : new HSSFWorkbook();
        Workbooks.save(file, book, b -> {
            if (b instanceof XSSFWorkbook xssf) {
                xssf.getCTWorkbook().getWorkbookPr().setDate1904(true);
            } else if (b instanceof HSSFWorkbook hssf) {
                from1904(hssf);
            }
            Workbooks.number(b.createSheet(), 0, 0, 43538, "yyyy-mm-dd");
        });

        assertThat(Sheets.rows(SharedData.open(file)).getFirst().cell(0))
                .isEqualTo(new Cell.Date(LocalDate.of(2023, 3, 15)));
    }

    private static void from1904(HSSFWorkbook book) {
        InternalWorkbook records = book.getInternalWorkbook();
        ((DateWindow1904Record) records.findFirstRecordBySid(DateWindow1904Record.sid)).setWindowing((short) 1);
    }

    @ParameterizedTest
    @EnumSource
    void leavesOutRowsWithoutValuesAndKeepsExcelsRowNumbers(Kind kind) {
        SheetFile file = make(kind, book -> {
            Sheet sheet = book.createSheet();
            Workbooks.at(sheet, 2, 1).setCellValue("a");
            Workbooks.at(sheet, 3, 0).setBlank();
            Workbooks.at(sheet, 9, 0).setCellValue("b");
        });

        assertThat(Sheets.rows(file)).extracting(Row::number).containsExactly(3L, 10L);
        assertThat(Sheets.texts(file).getFirst()).containsExactly("", "a");
    }

    @ParameterizedTest
    @EnumSource
    void listsSheetsInTheirOrderAndReadsTheOneAskedFor(Kind kind) {
        SheetFile file = make(kind, book -> {
            for (String name : List.of("二", "一", "隐藏")) {
                Sheet sheet = book.createSheet(name);
                Workbooks.at(sheet, 0, 0).setCellValue(name);
                Workbooks.at(sheet, 4, 2).setCellValue("last");
            }
            book.setSheetHidden(2, true);
        });

        assertThat(file.sheets()).extracting(SheetInfo::name).containsExactly("二", "一", "隐藏");
        assertThat(file.sheets()).extracting(SheetInfo::hidden).containsExactly(false, false, true);
        assertThat(file.sheets().getFirst().estimatedRows()).isEqualTo(OptionalLong.of(5));
        assertThat(Sheets.rows(file, "一").getFirst().cell(0)).isEqualTo(new Cell.Text("一"));
        assertThat(Sheets.refusal(() -> file.rows("三"))).isEqualTo(SheetError.NO_SUCH_SHEET);
    }

    @ParameterizedTest
    @EnumSource
    void goesOnAtAPosition(Kind kind) {
        SheetFile file = make(kind, book -> {
            Sheet sheet = book.createSheet();
            for (int i = 0; i < 300; i++) {
                Workbooks.at(sheet, i * 2, i % 3).setCellValue("r" + i);
            }
        });
        List<Row> all = Sheets.rows(file);
        try (RowCursor cursor = file.rows(Sheets.firstSheet(file))) {
            cursor.skipTo(217);
            assertThat(cursor.next()).isEqualTo(all.get(217));
        }
    }

    @Test
    void joinsTheRunsOfARichTextAndLeavesOutPhonetics() {
        Path file = Workbooks.save(folder.resolve("a.xlsx"), new XSSFWorkbook(), book -> {
            XSSFRichTextString text = new XSSFRichTextString("红字");
            text.append("黑字");
            Workbooks.at(book.createSheet(), 0, 0).setCellValue(text);
        });
        String strings = Workbooks.entry(file, "xl/sharedStrings.xml")
                .replaceAll(
                        "<si>.*</si>",
                        "<si><r><t>红</t></r><r><t xml:space=\"preserve\"> 黑_x000D_</t></r>"
                                + "<rPh sb=\"0\" eb=\"1\"><t>hong</t></rPh></si>");
        Path other = Workbooks.replace(file, folder.resolve("b.xlsx"), Map.of("xl/sharedStrings.xml", strings));

        assertThat(Sheets.texts(SharedData.open(other)).getFirst()).containsExactly("红 黑\r");
    }

    @Test
    void readsCellsWithoutReferencesInlineTextsAndIsoDates() {
        Path file = Workbooks.save(folder.resolve("a.xlsx"), new XSSFWorkbook(), Workbook::createSheet);
        String sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + "<row><c t=\"inlineStr\"><is><t>甲</t></is></c><c/><c><v>1.50</v></c></row>"
                + "<row r=\"7\"><c t=\"d\"><v>2024-02-29T08:30:00Z</v></c><c t=\"d\"><v>2024-02-29</v></c></row>"
                + "</sheetData></worksheet>";
        Path other = Workbooks.replace(file, folder.resolve("b.xlsx"), Map.of("xl/worksheets/sheet1.xml", sheet));

        List<Row> rows = Sheets.rows(SharedData.open(other));
        assertThat(rows.get(0))
                .isEqualTo(new Row(1, List.of(new Cell.Text("甲"), Cell.BLANK, new Cell.Number(new BigDecimal("1.5")))));
        assertThat(rows.get(1))
                .isEqualTo(new Row(
                        7,
                        List.of(
                                new Cell.DateTime(LocalDateTime.of(2024, 2, 29, 8, 30)),
                                new Cell.Date(LocalDate.of(2024, 2, 29)))));
    }

    @ParameterizedTest
    @EnumSource
    void findsTheHeaderBelowATitleAndMergedGroups(Kind kind) {
        SheetFile file = make(kind, book -> {
            Sheet sheet = book.createSheet();
            Workbooks.at(sheet, 0, 0).setCellValue("2024 年客户清单");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
            Workbooks.at(sheet, 1, 0).setCellValue("基本信息");
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, 2));
            List<String> names = List.of("姓名", "电话", "", "电话");
            for (int i = 0; i < 4; i++) {
                Workbooks.at(sheet, 2, i).setCellValue(names.get(i));
            }
            for (int r = 3; r < 30; r++) {
                Workbooks.at(sheet, r, 0).setCellValue("客户" + r);
                Workbooks.at(sheet, r, 1).setCellValue("1380000" + r);
                Workbooks.at(sheet, r, 2).setCellValue(r);
                Workbooks.at(sheet, r, 3).setCellValue("x");
            }
        });

        Header header = file.guessHeader(Sheets.firstSheet(file));
        assertThat(header).isEqualTo(new Header(true, 3, 3, List.of("姓名", "电话", "列 C", "电话 2")));
        try (RowCursor cursor = file.data(Sheets.firstSheet(file), header)) {
            assertThat(cursor.position()).isZero();
            assertThat(cursor.next().cell(0)).isEqualTo(new Cell.Text("客户3"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnEmptySheetOnlyWhenItIsUsed(Kind kind) {
        SheetFile file = make(kind, Workbook::createSheet);

        assertThat(Sheets.rows(file)).isEmpty();
        assertThat(Sheets.refusal(() -> file.guessHeader(Sheets.firstSheet(file))))
                .isEqualTo(SheetError.SHEET_EMPTY);
    }
}

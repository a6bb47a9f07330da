package io.zhike.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes workbooks by POI's object model, and breaks them. */
final class Workbooks {
    private Workbooks() {}

    static SheetFile xlsx(Path folder, Consumer<Workbook> content) {
        return SharedData.open(save(folder.resolve("book.xlsx"), new XSSFWorkbook(), content));
    }

    static SheetFile xls(Path folder, Consumer<Workbook> content) {
        return SharedData.open(save(folder.resolve("book.xls"), new HSSFWorkbook(), content));
    }

    static Path save(Path file, Workbook workbook, Consumer<Workbook> content) {
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            content.accept(workbook);
            workbook.write(out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cell at {@code row}, {@code column}, both from 0. */
    static Cell at(Sheet sheet, int row, int column) {
        org.apache.poi.ss.usermodel.Row line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        return line.createCell(column);
    }

    static void number(Sheet sheet, int row, int column, double value, String format) {
        Workbook workbook = sheet.getWorkbook();
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        Cell cell = at(sheet, row, column);
        cell.setCellValue(value);
        cell.setCellStyle(style);
    }

    /** A copy of {@code file} in which the named entries have other contents. */
    static Path replace(Path file, Path copy, Map<String, String> contents) {
        try (ZipFile zip = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (ZipEntry entry : zip.stream().toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                String other = contents.get(entry.getName());
                if (other != null) {
                    out.write(other.getBytes(StandardCharsets.UTF_8));
                } else {
                    try (InputStream in = zip.getInputStream(entry)) {
                        in.transferTo(out);
                    }
                }
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String entry(Path file, String name) {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

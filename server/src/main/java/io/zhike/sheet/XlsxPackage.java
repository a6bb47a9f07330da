package io.zhike.sheet;

import io.zhike.message.ProblemException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.jspecify.annotations.Nullable;

/** The parts of an XLSX file by their relations. POI refuses entries that unpack to more than a hundred times their size. */
final class XlsxPackage implements Closeable {
    private static final String BINARY = "application/vnd.ms-excel.sheet.binary";

    private final OPCPackage parts;
    private final PackagePart workbook;
    private final String name;

    private XlsxPackage(OPCPackage parts, PackagePart workbook, String name) {
        this.parts = parts;
        this.workbook = workbook;
        this.name = name;
    }

    static XlsxPackage open(Path file, String name) throws IOException {
        refuseOtherArchives(file, name);
        try {
            OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ);
            try {
                return new XlsxPackage(parts, workbook(parts, name), name);
            } catch (ProblemException | InvalidFormatException e) {
                parts.revert();
                throw e;
            }
        } catch (InvalidFormatException | OpenXML4JRuntimeException e) {
            throw XmlParts.problem(e, name);
        }
    }

    /** Looks at the archive's own directory first: POI would read a cut archive into memory as far as it goes. */
    private static void refuseOtherArchives(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            if (zip.getEntry("[Content_Types].xml") != null) {
                return;
            }
            ZipEntry type = zip.getEntry("mimetype");
            if (type != null && isOpenDocument(zip, type)) {
                throw SheetError.SAVE_AS_XLSX.problem(name, "OpenDocument");
            }
            throw SheetError.NOT_A_SPREADSHEET.problem(name, "ZIP");
        } catch (ZipException e) {
            throw Place.caused(SheetError.DAMAGED, name, e);
        }
    }

    private static boolean isOpenDocument(ZipFile zip, ZipEntry type) throws IOException {
        try (InputStream in = zip.getInputStream(type)) {
            return new String(in.readNBytes(100), StandardCharsets.US_ASCII).contains("opendocument.spreadsheet");
        }
    }

    private static PackagePart workbook(OPCPackage parts, String name) throws InvalidFormatException {
        PackageRelationshipCollection found = parts.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT);
        if (found.isEmpty()) {
            found = parts.getRelationshipsByType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT);
        }
        PackagePart part = found.isEmpty() ? null : parts.getPart(found.getRelationship(0));
        if (part == null) {
            throw SheetError.DAMAGED.problem(name);
        }
        String type = part.getContentType();
        if (type.startsWith(BINARY)) {
            throw SheetError.SAVE_AS_XLSX.problem(name, "XLSB");
        }
        if (!type.contains("spreadsheetml")
                && !type.contains("ms-excel.sheet")
                && !type.contains("ms-excel.template")) {
            throw SheetError.NOT_A_SPREADSHEET.problem(name, kind(type));
        }
        return part;
    }

    private static String kind(String type) {
        return type.contains("word")
                ? "Word"
                : type.contains("powerpoint") || type.contains("presentation") ? "PowerPoint" : type;
    }

    InputStream workbook() throws IOException {
        return workbook.getInputStream();
    }

    /** The part that the workbook relates to as {@code kind}, such as {@code sharedStrings}; null if there is none. */
    @Nullable
    InputStream only(String kind) throws IOException {
        try {
            for (PackageRelationship relation : workbook.getRelationships()) {
                if (relation.getRelationshipType().endsWith("/" + kind)) {
                    return workbook.getRelatedPart(relation).getInputStream();
                }
            }
            return null;
        } catch (InvalidFormatException | OpenXML4JRuntimeException | IllegalArgumentException e) {
            throw XmlParts.problem(e, name);
        }
    }

    /** Whether relation {@code id} is a sheet of cells; charts and dialogs are sheets, too. */
    boolean isWorksheet(String id) {
        PackageRelationship relation = workbook.getRelationship(id);
        return relation != null && relation.getRelationshipType().endsWith("/worksheet");
    }

    InputStream worksheet(String id) throws IOException {
        try {
            return workbook.getRelatedPart(workbook.getRelationship(id)).getInputStream();
        } catch (InvalidFormatException | OpenXML4JRuntimeException | IllegalArgumentException e) {
            throw XmlParts.problem(e, name);
        }
    }

    @Override
    public void close() {
        parts.revert();
    }
}

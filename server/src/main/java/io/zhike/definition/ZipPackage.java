package io.zhike.definition;

import io.zhike.message.MessageCode;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Packages as ZIP files. Nothing of an uploaded one is written to disk, and its sizes are what is read, not what it claims. */
final class ZipPackage {
    static final int MOST_FILES = 2_000;
    static final int LARGEST_FILE = 8 * 1024 * 1024;
    static final int LARGEST_SUM = 32 * 1024 * 1024;

    private static final Pattern NAME = Pattern.compile("[^/\\\\:\\p{Cntrl}]+(/[^/\\\\:\\p{Cntrl}]+)*");
    private static final FileTime SOME_TIME = FileTime.from(Instant.parse("2000-01-01T00:00:00Z"));

    private ZipPackage() {}

    /** @throws io.zhike.message.ProblemException for what is no package, or too large */
    static AppPackage read(InputStream in) {
        return PackageFiles.read(unzip(in));
    }

    private static SortedMap<String, byte[]> unzip(InputStream in) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        long left = LARGEST_SUM;
        boolean any = false;
        try (ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                any = true;
                if (entry.isDirectory()) {
                    continue;
                }
                byte[] content = content(zip, checked(entry.getName()));
                left -= content.length;
                refuseIf(left < 0, LARGEST_SUM / 1024 / 1024 + " MB", PackageIssue.ALL_TOO_LARGE);
                files.put(entry.getName(), content);
                refuseIf(files.size() > MOST_FILES, String.valueOf(MOST_FILES), PackageIssue.TOO_MANY_FILES);
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw DefinitionError.BAD_PACKAGE.problem(PackageIssue.NOT_A_ZIP.with());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!any) {
            throw DefinitionError.BAD_PACKAGE.problem(PackageIssue.NOT_A_ZIP.with());
        }
        return files;
    }

    private static String checked(String name) {
        boolean climbs = java.util.Arrays.asList(name.split("/")).contains("..");
        if (climbs || name.length() > 500 || !NAME.matcher(name).matches()) {
            throw DefinitionError.BAD_PACKAGE.problem(PackageIssue.BAD_NAME.with(name));
        }
        return name;
    }

    private static byte[] content(ZipInputStream zip, String name) throws IOException {
        byte[] content = zip.readNBytes(LARGEST_FILE + 1);
        refuseIf(content.length > LARGEST_FILE, LARGEST_FILE / 1024 / 1024 + " MB", PackageIssue.FILE_TOO_LARGE, name);
        return content;
    }

    private static void refuseIf(boolean tooLarge, String limit, MessageCode what, Object... arguments) {
        if (tooLarge) {
            throw DefinitionError.PACKAGE_TOO_LARGE.problem(what.with(arguments), limit);
        }
    }

    /** The package as a ZIP file; the same bytes for the same content. */
    static byte[] write(AppPackage content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : PackageFiles.write(content).entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setLastModifiedTime(SOME_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

package io.zhike.record.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What kind of content a file has, told by its first bytes; what the sender says is not believed. */
final class MediaType {
    static final String UNKNOWN = "application/octet-stream";

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final String OLE = "application/x-ole-storage";
    private static final String ZIP = "application/zip";
    private static final String MP4 = "video/mp4";

    /** @param at where in the file the bytes stand */
    private record Magic(int at, String bytes, String type) {
        boolean begins(String head) {
            return head.startsWith(bytes, at);
        }
    }

    private static final List<Magic> BY_MAGIC = List.of(
            new Magic(0, "\u00ff\u00d8\u00ff", "image/jpeg"),
            new Magic(0, "\u0089PNG\r\n\u001a\n", "image/png"),
            new Magic(0, "GIF87a", "image/gif"),
            new Magic(0, "GIF89a", "image/gif"),
            new Magic(8, "WEBPVP8", "image/webp"),
            new Magic(0, "%PDF-", "application/pdf"),
            new Magic(4, "ftypheic", "image/heic"),
            new Magic(4, "ftypheix", "image/heic"),
            new Magic(4, "ftypmif1", "image/heic"),
            new Magic(4, "ftyp", MP4),
            new Magic(0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", OLE),
            new Magic(0, "Rar!\u001a\u0007", "application/vnd.rar"),
            new Magic(0, "7z\u00bc\u00af\u0027\u001c", "application/x-7z-compressed"),
            new Magic(0, "\u001f\u008b", "application/gzip"),
            new Magic(0, "ID3", "audio/mpeg"));

    private static final Map<String, String> ZIP_BY_ENDING = Map.of(
            "xlsx", OFFICE + "spreadsheetml.sheet",
            "docx", OFFICE + "wordprocessingml.document",
            "pptx", OFFICE + "presentationml.presentation");

    private static final Map<String, String> TEXT_BY_ENDING =
            Map.of("csv", "text/csv", "tsv", "text/csv", "txt", "text/plain", "md", "text/plain", "log", "text/plain");

    /** What files with these endings are; those with others may be anything. */
    private static final Map<String, Set<String>> BY_ENDING = Map.ofEntries(
            Map.entry("jpg", Set.of("image/jpeg")),
            Map.entry("jpeg", Set.of("image/jpeg")),
            Map.entry("png", Set.of("image/png")),
            Map.entry("gif", Set.of("image/gif")),
            Map.entry("webp", Set.of("image/webp")),
            Map.entry("bmp", Set.of("image/bmp")),
            Map.entry("heic", Set.of("image/heic")),
            Map.entry("pdf", Set.of("application/pdf")),
            Map.entry("xlsx", Set.of(OFFICE + "spreadsheetml.sheet", OLE)),
            Map.entry("docx", Set.of(OFFICE + "wordprocessingml.document", OLE)),
            Map.entry("pptx", Set.of(OFFICE + "presentationml.presentation", OLE)),
            Map.entry("xls", Set.of(OLE)),
            Map.entry("doc", Set.of(OLE)),
            Map.entry("ppt", Set.of(OLE)),
            Map.entry("zip", Set.of(ZIP)),
            Map.entry("rar", Set.of("application/vnd.rar")),
            Map.entry("7z", Set.of("application/x-7z-compressed")),
            Map.entry("mp4", Set.of(MP4)),
            Map.entry("csv", Set.of("text/csv")),
            Map.entry("txt", Set.of("text/plain")));

    /** Pictures that every browser draws and that hold no scripts. */
    private static final Set<String> SAFE = Set.of("image/jpeg", "image/png", "image/gif", "image/webp", "image/bmp");

    private static final int BMP_HEADER = 26;

    private MediaType() {}

    static String of(byte[] start, String name) {
        String head = new String(start, 0, Math.min(start.length, 32), StandardCharsets.ISO_8859_1);
        for (Magic magic : BY_MAGIC) {
            if (magic.begins(head)) {
                return magic.type();
            }
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return ZIP_BY_ENDING.getOrDefault(ending(name), ZIP);
        }
        if (head.startsWith("BM") && start.length > BMP_HEADER && start[6] == 0 && start[7] == 0) {
            return "image/bmp";
        }
        return isText(start) ? TEXT_BY_ENDING.getOrDefault(ending(name), UNKNOWN) : UNKNOWN;
    }

    /** Whether a browser may show it in place; everything else is handed out as a download. */
    static boolean safeToShow(String mediaType) {
        return SAFE.contains(mediaType);
    }

    /** Whether content of that type is what the ending of {@code name} promises. */
    static boolean matches(String mediaType, String name) {
        Set<String> promised = BY_ENDING.get(ending(name));
        return promised == null || promised.contains(mediaType);
    }

    /** No text holds a zero byte, unless it is UTF-16, which begins with a mark. */
    private static boolean isText(byte[] start) {
        if (start.length > 1
                && (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE
                        || start[0] == (byte) 0xFE && start[1] == (byte) 0xFF)) {
            return true;
        }
        for (byte one : start) {
            if (one == 0) {
                return false;
            }
        }
        return true;
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}

package io.zhike.record.file;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** What kind of content a file has, told by its first bytes; what the sender says is not believed. */
final class MediaType {
    static final String UNKNOWN = "application/octet-stream";

    private static final Map<String, String> BY_MAGIC = Map.of(
            "\u00ff\u00d8\u00ff", "image/jpeg",
            "\u0089PNG\r\n\u001a\n", "image/png",
            "GIF87a", "image/gif",
            "GIF89a", "image/gif",
            "%PDF-", "application/pdf");

    private static final Map<String, String> ZIP_BY_ENDING = Map.of(
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation");

    private static final Map<String, String> TEXT_BY_ENDING =
            Map.of("csv", "text/csv", "tsv", "text/csv", "txt", "text/plain");

    private MediaType() {}

    static String of(byte[] start, String name) {
        String head = new String(start, 0, Math.min(start.length, 16), StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> magic : BY_MAGIC.entrySet()) {
            if (head.startsWith(magic.getKey())) {
                return magic.getValue();
            }
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return "image/webp";
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return ZIP_BY_ENDING.getOrDefault(ending(name), "application/zip");
        }
        return TEXT_BY_ENDING.getOrDefault(ending(name), UNKNOWN);
    }

    /** Whether a browser may show it in place; everything else is handed out as a download. */
    static boolean safeToShow(String mediaType) {
        return mediaType.startsWith("image/") || mediaType.equals("application/pdf");
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}

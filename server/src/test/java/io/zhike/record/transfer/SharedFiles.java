package io.zhike.record.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** The real files that tests read where they are there. */
final class SharedFiles {
    private SharedFiles() {}

    /** The content of the file at {@code path}, unpacked if it is packed; the test is skipped where there is none. */
    static byte[] read(String path) {
        Path file = find(path);
        Assumptions.assumeTrue(file != null, "no shared data here: " + path);
        try (InputStream in = Files.newInputStream(file);
                InputStream plain = path.endsWith(".gz") ? new GZIPInputStream(in) : in) {
            return plain.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path find(String path) {
        String given = System.getProperty("zhike.shared");
        if (given != null) {
            return Path.of(given, "data", path);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("shared").resolve("data").resolve(path);
            if (Files.exists(file)) {
                return file;
            }
        }
        return null;
    }
}

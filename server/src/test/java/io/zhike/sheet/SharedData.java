package io.zhike.sheet;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** The real files that tests read where they are there; they may not be copied into the project. */
public final class SharedData {
    private SharedData() {}

    /** The file at {@code path} below the shared data; the test is skipped where there is none. */
    public static Path file(String path) {
        Path root = root();
        Assumptions.assumeTrue(root != null, "no shared data here: set -Dzhike.shared to the folder that holds data/");
        Path file = root.resolve(path);
        Assumptions.assumeTrue(Files.exists(file), "the shared data has no " + path);
        return file;
    }

    /** The unpacked content of the gzip file at {@code path}, in {@code folder}. */
    static Path unpacked(String path, Path folder) {
        Path packed = file(path);
        String name = packed.getFileName().toString();
        Path target = folder.resolve(name.substring(0, name.length() - ".gz".length()));
        try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SheetFile open(Path file) {
        return SheetFile.open(file, file.getFileName().toString());
    }

    private static Path root() {
        String given = System.getProperty("zhike.shared");
        if (given != null) {
            Path root = Path.of(given, "data");
            return Files.isDirectory(root) ? root : fail("-Dzhike.shared names a folder without data/: " + given);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path root = at.resolve("shared").resolve("data");
            if (Files.isDirectory(root)) {
                return root;
            }
        }
        return null;
    }
}

package io.zhike.store.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once from the class path into a directory of their own. */
record Binaries(Path directory) {
    static final String VERSION = "18.6";
    static final String MAJOR = "18";

    private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);

    /** The binaries below {@code parent}; unpacks them when they are not there yet. Safe against a kill half-way. */
    static Binaries unpackedIn(Path parent) throws IOException {
        String platform = platform();
        Binaries binaries = new Binaries(parent.resolve("postgres-" + VERSION + "-" + platform));
        if (!Files.isExecutable(binaries.program("postgres"))) {
            binaries.unpack("/postgres-linux-" + platform + ".txz", parent);
        }
        return binaries;
    }

    /** The path of {@code initdb} or {@code postgres}. */
    Path program(String name) {
        return directory.resolve("bin").resolve(name);
    }

    private static String platform() {
        String system = System.getProperty("os.name") + "/" + System.getProperty("os.arch");
        return switch (system.toLowerCase(Locale.ROOT)) {
            case "linux/amd64", "linux/x86_64" -> "x86_64";
            case "linux/aarch64", "linux/arm64" -> "arm_64";
            default -> throw EmbeddedError.PLATFORM_WITHOUT_BINARIES.problem(system);
        };
    }

    private void unpack(String resource, Path parent) throws IOException {
        LOG.info("Unpacking PostgreSQL {} into {}", VERSION, directory);
        Path unfinished = Files.createTempDirectory(parent, "unpacking-");
        try (InputStream in = Binaries.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw EmbeddedError.PLATFORM_WITHOUT_BINARIES.problem(resource);
            }
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in, 1 << 16)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(entry, tar, unfinished);
                }
            }
            // A power cut after the rename must not leave a finished name with empty files.
            Command.of("sync", "-f", unfinished.toString()).run();
            rename(unfinished);
        } finally {
            Directories.deleteIfExists(unfinished);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("archive entry outside its root: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        boolean program = entry.getName().contains("bin/");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private void rename(Path unfinished) throws IOException {
        try {
            Directories.deleteIfExists(directory);
            Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            LOG.debug("Another process unpacked {} first", directory, e);
        }
    }
}

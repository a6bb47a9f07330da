package io.zhike.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder with backups, named by the time (UTC) at which each was begun. Other files in it are left alone. */
record BackupFolder(Path path) {
    static final Duration BROKEN_OFF = Duration.ofDays(1);
    private static final Pattern NAME = Pattern.compile("zhike-\\d{8}-\\d{6}\\.(zip|sealed)");
    private static final Pattern PART = Pattern.compile(NAME.pattern() + "\\.part");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** The file that a backup begun now gets; makes the folder. */
    Path next(Clock clock, boolean encrypted) {
        Path file = path.resolve("zhike-" + TIME.format(clock.instant()) + (encrypted ? ".sealed" : ".zip"));
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw BackupError.FILE_UNWRITABLE.because(e, file, String.valueOf(e.getMessage()));
        }
        return file;
    }

    /** Removes all backups but the newest {@code keep}, and what was broken off a day ago or earlier; returns what went. */
    List<Path> keep(int keep, Clock clock) throws IOException {
        List<Path> old = files(NAME).stream().skip(keep).toList();
        for (Path file : old) {
            Files.delete(file);
        }
        for (Path part : files(PART)) {
            if (Files.getLastModifiedTime(part)
                    .toInstant()
                    .isBefore(clock.instant().minus(BROKEN_OFF))) {
                Files.delete(part);
            }
        }
        return old;
    }

    private List<Path> files(Pattern names) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(
                            file -> names.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString())
                            .reversed())
                    .toList();
        }
    }
}

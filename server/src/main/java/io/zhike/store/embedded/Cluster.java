package io.zhike.store.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one database cluster and the password of its superuser. A cluster is made beside its final place and then
 * renamed, so that a half-made one is never taken for a whole one.
 *
 * @param unfinished where it is made, another place each time: what a killed start has left may still be written to, or be
 *     taken away, by an {@code initdb} that has not ended yet
 */
record Cluster(Path directory, Path passwordFile, Path unfinished) {
    static final String SUPERUSER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final String UNFINISHED = "database.new";
    private static final SecureRandom RANDOM = new SecureRandom();

    static Cluster below(Path home) {
        return new Cluster(
                home.resolve("database"),
                home.resolve("database.password"),
                home.resolve(UNFINISHED + "." + random(6)));
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    boolean exists() {
        return Files.exists(directory.resolve("PG_VERSION"));
    }

    /** The directory that the user PostgreSQL runs as must own: the cluster, or the empty one it will be made in. */
    Path prepare() throws IOException {
        if (exists()) {
            checkMajor();
            return directory;
        }
        clearUnfinished();
        Directories.createPrivate(unfinished);
        return unfinished;
    }

    /** What is still written to is left for the next start that makes a cluster: nobody takes it for one. */
    private void clearUnfinished() throws IOException {
        List<Path> left = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(home(), UNFINISHED + "*")) {
            all.forEach(left::add);
        }
        for (Path each : left) {
            try {
                Directories.deleteIfExists(each);
            } catch (IOException stillThere) {
                LOG.warn("{} is left of a start that did not end: {}", each, stillThere.toString());
            }
        }
    }

    private Path home() {
        return directory.resolveSibling("");
    }

    /** The password; makes the cluster with a new one when there is none. */
    String open(Binaries binaries, RunAs runAs) throws IOException {
        if (!exists()) {
            make(binaries, runAs);
        }
        if (!Files.exists(passwordFile)) {
            throw EmbeddedError.PASSWORD_LOST.problem(directory, passwordFile);
        }
        return Files.readString(passwordFile).strip();
    }

    private void checkMajor() throws IOException {
        String major = Files.readString(directory.resolve("PG_VERSION")).strip();
        if (!major.equals(Binaries.MAJOR)) {
            throw EmbeddedError.DATA_OF_OTHER_VERSION.problem(directory, major, Binaries.VERSION);
        }
    }

    private void make(Binaries binaries, RunAs runAs) throws IOException {
        String password = random(24);
        writeSecret(passwordFile, password);
        Path passwordForInitdb = directory.resolveSibling("database.initial-password");
        try {
            writeSecret(passwordForInitdb, password);
            if (runAs.user() != null) {
                runAs.hand(passwordForInitdb);
            }
            Command.Outcome made = runAs.command(binaries.program("initdb"), initdbArguments(passwordForInitdb))
                    .run();
            if (!made.ok()) {
                throw EmbeddedError.CLUSTER_NOT_MADE.problem(directory, made.output());
            }
        } finally {
            Files.deleteIfExists(passwordForInitdb);
        }
        Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The character type must know Chinese letters, or pg_trgm finds none; order is by bytes, so that no index depends on ICU. */
    private List<String> initdbArguments(Path passwordForInitdb) {
        return List.of(
                "--pgdata=" + unfinished,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordForInitdb,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--lc-ctype=C.UTF-8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
    }

    private static void writeSecret(Path file, String secret) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, secret);
    }
}

package io.zhike.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** A file with keys, one in each line, the newest first, which nobody but its owner may read. */
record KeyFile(Path path) {
    static final String USUAL_NAME = "secret.key";

    private static final String HEAD = """
            # Zhike opens sealed secrets with these keys; the first one seals. Keep a copy of this file apart from the backups
            # of the database: without it sealed values cannot be read, and with both anybody can read them.
            # 知客用这些密钥解开加密的内容，第一把用于加密。请另行保存一份，不要与数据库备份放在一起。
            """;

    /** The keys in it; empty where there is no such file. */
    Optional<KeyRing> read() {
        try {
            return Files.exists(path) ? Optional.of(KeyRing.parse(Files.readString(path), path)) : Optional.empty();
        } catch (IOException e) {
            throw SecretError.KEY_FILE_UNREADABLE.problem(path, e.toString());
        }
    }

    /** Makes the file with one new key; where another process was faster, its keys are given. */
    KeyRing make() {
        try {
            Path parent = path.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            write(path, HEAD + KeyRing.newLine() + "\n");
        } catch (FileAlreadyExistsException faster) {
            // Read below.
        } catch (IOException e) {
            throw SecretError.KEY_FILE_UNREADABLE.problem(path, e.toString());
        }
        return read().orElseThrow(() -> SecretError.KEY_FILE_UNREADABLE.problem(path, ""));
    }

    /** Puts a new key before the others, which stay; gives the new keys. The file is replaced whole or not at all. */
    KeyRing rotate() {
        if (read().isEmpty()) {
            return make();
        }
        Path unfinished = path.resolveSibling(path.getFileName() + ".new");
        try {
            String keys = Files.readString(path)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .reduce("", (all, line) -> all + line + "\n");
            Files.deleteIfExists(unfinished);
            write(unfinished, HEAD + KeyRing.newLine() + "\n" + keys);
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw SecretError.KEY_FILE_UNREADABLE.problem(path, e.toString());
        }
        return read().orElseThrow(() -> SecretError.KEY_FILE_UNREADABLE.problem(path, ""));
    }

    private static void write(Path to, String text) throws IOException {
        boolean posix = to.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] rights = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel file = FileChannel.open(to, fresh, rights)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
    }
}

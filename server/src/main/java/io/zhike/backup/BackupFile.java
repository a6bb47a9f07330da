package io.zhike.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A backup on disk.
 *
 * @param passphrase null where none was given
 */
record BackupFile(Path path, @Nullable Passphrase passphrase) {
    private static final int BUFFER = 1 << 16;

    /** Writes a whole backup. */
    interface Content {
        /** Ends with the manifest. */
        void writeTo(PartsOut out) throws IOException;
    }

    /**
     * Writes the file, reads it again and only then gives it its name, so that what bears the name of a backup is one. It is for its
     * owner's eyes alone. Encrypted where there is a passphrase.
     */
    Verified write(Content content) {
        if (Files.exists(path)) {
            throw BackupError.FILE_EXISTS.problem(path);
        }
        Path part = path.resolveSibling(path.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            fill(part, content);
            Verified verified = new BackupFile(part, passphrase).verify();
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
            return verified;
        } catch (IOException e) {
            throw BackupError.FILE_UNWRITABLE.because(e, path, reason(e));
        } catch (UncheckedIOException e) {
            throw BackupError.FILE_UNWRITABLE.because(e, path, reason(Objects.requireNonNull(e.getCause())));
        } finally {
            discard(part);
        }
    }

    private void fill(Path part, Content content) throws IOException {
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(part, Set.of(StandardOpenOption.WRITE))) {
            OutputStream file = new BufferedOutputStream(java.nio.channels.Channels.newOutputStream(channel), BUFFER);
            PartsOut out = new PartsOut(passphrase == null ? file : SealedOutput.begin(file, passphrase));
            content.writeTo(out);
            out.close();
        }
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the whole file and throws where any of it is not as it was written. */
    Verified verify() {
        return read(PartsIn.Taker.NOTHING);
    }

    /**
     * What was found in a file that is whole.
     *
     * @param encrypted whether it needs a passphrase
     */
    record Verified(BackupHead head, Manifest manifest, boolean encrypted) {}

    /**
     * Reads the whole file and hands its parts to {@code taker} as they come. Whether all of them are as they were written is known
     * when it returns.
     *
     * @throws io.zhike.message.ProblemException where it is no whole backup
     */
    Verified read(PartsIn.Taker taker) {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER)) {
            if (!isEncrypted(file)) {
                return new PartsIn(whole(file)).read(taker, false);
            }
            Passphrase known = passphrase;
            if (known == null) {
                throw BackupError.PASSPHRASE_NEEDED.problem(path);
            }
            return new PartsIn(SealedInput.begin(file, known)).read(taker, true);
        } catch (SealedInput.WrongPassphrase e) {
            throw BackupError.PASSPHRASE_WRONG.because(e, path);
        } catch (PartsIn.NoBackup e) {
            throw BackupError.NOT_A_BACKUP.because(e, path);
        } catch (java.nio.file.FileSystemException e) {
            throw BackupError.FILE_UNREADABLE.because(e, path, reason(e));
        } catch (IOException e) {
            throw BackupError.DAMAGED.because(e, path, reason(e));
        }
    }

    /** A ZIP names its parts once more at its end; where that is missing, it was cut off. */
    private InputStream whole(InputStream file) throws IOException {
        file.mark(4);
        byte[] begin = file.readNBytes(4);
        file.reset();
        if (!Arrays.equals(begin, new byte[] {'P', 'K', 3, 4})) {
            throw new PartsIn.NoBackup();
        }
        new java.util.zip.ZipFile(path.toFile()).close();
        return file;
    }

    private static boolean isEncrypted(InputStream file) throws IOException {
        file.mark(Chunks.MAGIC.length);
        byte[] begin = file.readNBytes(Chunks.MAGIC.length);
        file.reset();
        return Arrays.equals(begin, Chunks.MAGIC);
    }

    private static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.NoSuchFileException _ -> "no such file / 没有这个文件";
            case java.nio.file.AccessDeniedException _ -> "no right / 没有权限";
            default -> String.valueOf(e.getMessage());
        };
    }
}

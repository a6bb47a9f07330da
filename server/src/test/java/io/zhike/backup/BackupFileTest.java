package io.zhike.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.message.MessageCode;
import io.zhike.message.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a backup's file refuses: damage, a cut, the wrong passphrase, a newer release; no server needed. */
class BackupFileTest {
    private static final Passphrase RIGHT = new Passphrase("ein langes 口令 für alles");
    private static final byte[] ROWS = rows();

    @TempDir
    Path here;

    private static byte[] rows() {
        byte[] rows = new byte[300_000];
        new Random(5).nextBytes(rows);
        return rows;
    }

    private static BackupHead head(String... migrations) {
        return new BackupHead(
                BackupHead.FORMAT,
                "2026-11-22T10:00:00Z",
                "18.1",
                List.of(migrations),
                List.of(),
                List.of("zhike", "w_abcd"));
    }

    private BackupFile written(Passphrase passphrase, BackupHead head) {
        BackupFile file = new BackupFile(here.resolve(passphrase == null ? "b.zip" : "b.sealed"), passphrase);
        file.write(out -> {
            out.json("head.json", head);
            out.json("schema/w_abcd.json", new SchemaPart("w_abcd", List.of(), List.of(), List.of()));
            out.rows("rows/w_abcd/customer", to -> {
                to.write(ROWS);
                return 3;
            });
            out.manifest(1);
        });
        return file;
    }

    private BackupFile written(boolean sealed) {
        return written(sealed ? RIGHT : null, head("1"));
    }

    private static void assertRefused(ThrowingCallable call, MessageCode... codes) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.message().code()).isIn((Object[]) codes));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasWrittenIsReadAgain(boolean sealed) {
        BackupFile file = written(sealed);
        List<byte[]> found = new ArrayList<>();
        BackupFile.Verified verified = file.read(new PartsIn.Taker() {
            @Override
            public long rows(String schema, String table, InputStream rows) throws IOException {
                assertThat(schema + "." + table).isEqualTo("w_abcd.customer");
                found.add(rows.readAllBytes());
                return 3;
            }
        });
        assertThat(found).containsExactly(ROWS);
        assertThat(verified.encrypted()).isEqualTo(sealed);
        assertThat(verified.manifest().rows()).isEqualTo(3);
        assertThat(verified.manifest().files()).isEqualTo(1);
    }

    @Test
    void itIsForItsOwnersEyes() throws IOException {
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(written(false).path())))
                .isEqualTo("rw-------");
    }

    @Test
    void nothingOfAnEncryptedBackupCanBeReadInIt() throws IOException {
        byte[] content = Files.readAllBytes(written(true).path());
        assertThat(new String(content, StandardCharsets.ISO_8859_1))
                .doesNotContain("customer", "head.json", "PK\u0003\u0004");
        assertThat(indexOf(content, Arrays.copyOfRange(ROWS, 1000, 1016))).isNegative();
        Path again = here.resolve("b.sealed");
        byte[] first = Files.readAllBytes(again);
        assertThat(again.toFile().delete()).isTrue();
        written(true);
        assertThat(Files.readAllBytes(again)).as("never the same twice").isNotEqualTo(first);
    }

    private static int indexOf(byte[] content, byte[] part) {
        for (int i = 0; i <= content.length - part.length; i++) {
            if (Arrays.equals(content, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        return -1;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFileThatWasCutOffAnywhereIsRefused(boolean sealed) throws IOException {
        BackupFile file = written(sealed);
        byte[] whole = Files.readAllBytes(file.path());
        int chunk = 9 + 24 + Chunks.PLAIN + Chunks.TAG;
        List<Integer> lengths =
                new ArrayList<>(List.of(0, 1, 3, 8, 9, 40, chunk - 1, chunk, chunk + 1, whole.length - 1));
        new Random(11).ints(25, 0, whole.length).forEach(lengths::add);
        for (int length : lengths) {
            Files.write(file.path(), Arrays.copyOf(whole, length));
            assertRefused(file::verify, BackupError.DAMAGED, BackupError.NOT_A_BACKUP, BackupError.PASSPHRASE_WRONG);
        }
    }

    @Test
    void aChangedBitOfAnEncryptedBackupIsFoundWhereverItIs() throws IOException {
        BackupFile file = written(true);
        byte[] whole = Files.readAllBytes(file.path());
        new Random(3)
                .ints(12, 8, whole.length)
                .forEach(at -> assertRefused(
                        () -> new BackupFile(changed(whole, at), RIGHT).verify(),
                        BackupError.DAMAGED,
                        BackupError.PASSPHRASE_WRONG));
    }

    @Test
    void aChangedBitOfAPlainBackupIsFoundWhereItMeansSomething() throws IOException {
        BackupFile file = written(false);
        byte[] whole = Files.readAllBytes(file.path());
        new Random(3)
                .ints(40, 400, whole.length - 2_000)
                .forEach(at ->
                        assertRefused(() -> new BackupFile(changed(whole, at), null).verify(), BackupError.DAMAGED));
    }

    private Path changed(byte[] whole, int at) {
        try {
            byte[] content = whole.clone();
            content[at] ^= 4;
            return Files.write(here.resolve("changed"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aWrongPassphraseIsNotCalledDamage() {
        BackupFile file = written(true);
        assertRefused(
                new BackupFile(file.path(), new Passphrase("another passphrase"))::verify,
                BackupError.PASSPHRASE_WRONG);
        assertRefused(new BackupFile(file.path(), null)::verify, BackupError.PASSPHRASE_NEEDED);
        assertRefused(() -> new Passphrase("short"), BackupError.PASSPHRASE_SHORT);
        assertThat(RIGHT.toString()).doesNotContain("口令");
    }

    @Test
    void thePartsAreComparedWithTheManifest() throws IOException {
        Path path = here.resolve("forged.zip");
        try (PartsOut out = new PartsOut(Files.newOutputStream(path))) {
            out.json("head.json", head());
            out.json(Manifest.NAME, new Manifest(List.of(), 0, 0));
        }
        assertRefused(new BackupFile(path, null)::verify, BackupError.DAMAGED);
    }

    @Test
    void whatIsNoBackupIsCalledSo() throws IOException {
        Path text = Files.writeString(here.resolve("letter.txt"), "Dear all, this is no backup");
        assertRefused(new BackupFile(text, null)::verify, BackupError.NOT_A_BACKUP);
        assertRefused(new BackupFile(here.resolve("none"), null)::verify, BackupError.FILE_UNREADABLE);
    }

    @Test
    void aBackupThatFailedLeavesNoFile() {
        BackupFile file = new BackupFile(here.resolve("b.zip"), null);
        assertRefused(
                () -> file.write(out -> {
                    out.json("head.json", head());
                    throw new IOException("disk full");
                }),
                BackupError.FILE_UNWRITABLE);
        assertThat(here.toFile().list()).isEmpty();
        written(false);
        assertRefused(() -> written(false), BackupError.FILE_EXISTS);
    }

    @Test
    void aBackupOfANewerReleaseIsRefusedBeforeAnythingIsTouched() {
        BackupFile file = written(null, head("1", "10", "9999"));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int status = RestoreCommand.run(
                List.of(file.path().toString(), "--data", here.resolve("data").toString()), Map.of(), out, out);
        assertThat(status).isEqualTo(BackupCommand.FAILED);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("newer Zhike (V9999)")
                .doesNotContain("V10");
        assertThat(here.resolve("data")).doesNotExist();
        BackupHead later = new BackupHead(2, "x", "18", List.of(), List.of(), List.of("zhike"));
        assertRefused(() -> Restoring.check(file, later), BackupError.MADE_BY_NEWER);
        Restoring.check(file, head("1", "10"));
    }

    @Test
    void theNewestBackupsAreKeptAndOtherFilesToo() throws IOException {
        BackupFolder folder = new BackupFolder(here);
        Instant now = Instant.parse("2026-11-22T03:04:05Z");
        for (int day = 0; day < 5; day++) {
            Clock clock = Clock.fixed(now.minus(Duration.ofDays(day)), ZoneOffset.UTC);
            Files.createFile(folder.next(clock, day % 2 == 0));
        }
        Files.createFile(here.resolve("zhike-notes.zip"));
        Path broken = Files.createFile(here.resolve("zhike-20261120-000000.zip.part"));
        Files.setLastModifiedTime(broken, FileTime.from(now.minus(Duration.ofDays(2))));
        Path running = Files.createFile(here.resolve("zhike-20261122-030000.zip.part"));
        Files.setLastModifiedTime(running, FileTime.from(now));
        assertThat(folder.keep(2, Clock.fixed(now, ZoneOffset.UTC))).hasSize(3);
        assertThat(here.toFile().list())
                .containsExactlyInAnyOrder(
                        "zhike-20261122-030405.sealed",
                        "zhike-20261121-030405.zip",
                        "zhike-notes.zip",
                        "zhike-20261122-030000.zip.part");
    }

    @Test
    void argumentsThatMeanNothingAreToldHow() {
        for (List<String> words : List.of(
                List.of("--keep", "0"),
                List.of("--keep"),
                List.of("a", "b"),
                List.of("a.zip", "--keep", "3"),
                List.of("--verify", "a", "b"),
                List.of("--what"))) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
            assertThat(BackupCommand.run(words, Map.of(), Clock.systemUTC(), out, out))
                    .as(words.toString())
                    .isEqualTo(BackupCommand.MISUSED);
            assertThat(said.toString(StandardCharsets.UTF_8)).contains("bin/backup");
        }
        PrintStream none = new PrintStream(new ByteArrayOutputStream());
        assertThat(RestoreCommand.run(List.of(), Map.of(), none, none)).isEqualTo(BackupCommand.MISUSED);
    }

    @Test
    void thePassphraseComesFromAFileOrTheEnvironment() throws IOException {
        Path file = Files.writeString(here.resolve("p"), "from the file 12345\n");
        Arguments named = Arguments.parse(
                        List.of("--passphrase-file", file.toString()),
                        java.util.Set.of("--passphrase-file"),
                        java.util.Set.of())
                .orElseThrow();
        assertThat(named.passphrase(Map.of("ZHIKE_BACKUP_PASSPHRASE", "from the environment")))
                .isEqualTo(new Passphrase("from the file 12345"));
        Arguments bare = Arguments.parse(List.of(), java.util.Set.of(), java.util.Set.of())
                .orElseThrow();
        assertThat(bare.passphrase(Map.of("ZHIKE_BACKUP_PASSPHRASE", "from the environment")))
                .isEqualTo(new Passphrase("from the environment"));
        assertThat(bare.passphrase(Map.of())).isNull();
    }

    @Test
    void aForgedHeadCannotAskForAllMemory() {
        byte[] head = new byte[24];
        Arrays.fill(head, (byte) 0x7f);
        assertThatThrownBy(
                        () -> Passphrase.Derivation.read(new java.io.DataInputStream(new ByteArrayInputStream(head))))
                .isInstanceOf(IOException.class);
    }
}

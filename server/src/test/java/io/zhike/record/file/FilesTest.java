package io.zhike.record.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zhike.message.Language;
import io.zhike.message.ProblemException;
import io.zhike.store.Database;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** Files go in and out in parts, whole or not at all. */
class FilesTest {
    private static final TestWorkspace COMPANY = TestServer.newWorkspace();
    private final Database database = TestServer.bean(Database.class);

    @TempDir
    Path scratch;

    private Files files() {
        FileSettings settings = new FileSettings(DataSize.ofMegabytes(512), DataSize.ofBytes(0));
        return new Files(database, Clock.systemUTC(), settings, TestServer.bean(Quarantine.class), scratch);
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(size).nextBytes(noise);
        return noise;
    }

    private StoredFile store(String name, byte[] content) {
        return files().store(COMPANY.caller(), name, new ByteArrayInputStream(content));
    }

    private int stored() {
        return database.read(ctx ->
                ctx.fetchCount(DSL.selectFrom(COMPANY.workspace().schema().table("file"))));
    }

    private static void assertProblem(FileError error, String named, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.message().code()).isEqualTo(error);
            assertThat(problem.message().in(Language.ZH)).contains(named);
            assertThat(problem.message().in(Language.EN)).contains(named);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20})
    void givesBackWhatWentInWhateverTheNumberOfParts(int size) throws IOException {
        byte[] content = noise(size);
        StoredFile file = store("a.bin", content);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        files().copy(COMPANY.workspace(), file.id(), out);

        assertThat(out.toByteArray()).isEqualTo(content);
        assertThat(file.size()).isEqualTo(size);
        Path copy = files().copyToDisk(COMPANY.workspace(), file.id(), "a.bin");
        assertThat(copy).hasBinaryContent(content);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "a.csv, a.csv",
                "C:\\users\\me\\a.csv, a.csv",
                "../../etc/passwd, passwd",
                "`a\u0000\nb.csv`, ab.csv",
                "dir/, file"
            })
    void keepsTheNameWithoutFoldersAndControlCharacters(String sent, String kept) {
        assertThat(store(sent, noise(3)).name()).isEqualTo(kept);
    }

    @Test
    void keepsTheEndOfALongName() {
        assertThat(store("长".repeat(500) + ".xlsx", noise(3)).name())
                .hasSize(200)
                .endsWith(".xlsx");
    }

    @Test
    void refusesAnEmptyFileByItsName() {
        assertProblem(FileError.FILE_EMPTY, "空.csv", () -> store("空.csv", new byte[0]));
    }

    @Test
    void keepsNothingOfAFileThatBreaksOff() {
        int before = stored();
        InputStream broken = new InputStream() {
            private int given;

            @Override
            public int read() throws IOException {
                if (given++ > 3 << 20) {
                    throw new IOException("gone");
                }
                return 7;
            }
        };

        assertProblem(FileError.FILE_UNREADABLE, "断.csv", () -> files().store(COMPANY.caller(), "断.csv", broken));
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void findsNoFileOfAnotherWorkspace() {
        StoredFile file = store("a.bin", noise(3));

        assertThat(files().find(COMPANY.workspace(), file.id())).isPresent();
        assertThat(files().find(TestServer.newWorkspace().workspace(), file.id()))
                .isEmpty();
        assertThat(files().find(COMPANY.workspace(), new UUID(0, 1))).isEmpty();
    }

    @Test
    void saysThatTheDiskIsFullAndLeavesNothingOnIt() throws Exception {
        StoredFile file = store("大.csv", noise(3 << 20));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", scratch.toString()) == 0;
        assumeTrue(mounted, "mounting a small disk needs root");
        try {
            assertProblem(
                    FileError.NO_ROOM_FOR_FILE,
                    "大.csv",
                    () -> files().copyToDisk(COMPANY.workspace(), file.id(), "大.csv"));
            assertThat(scratch).isEmptyDirectory();
            StoredFile small = store("小.csv", noise(1000));
            assertThat(files().copyToDisk(COMPANY.workspace(), small.id(), "小.csv"))
                    .hasSize(1000);
        } finally {
            assertThat(run("umount", scratch.toString())).isZero();
        }
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}

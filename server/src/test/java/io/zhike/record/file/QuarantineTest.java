package io.zhike.record.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.message.Language;
import io.zhike.message.ProblemException;
import io.zhike.record.file.ScanSettings.Unreachable;
import io.zhike.store.Database;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Files are held until they have been examined; what holds malware is not kept. */
class QuarantineTest {
    private static final String NOWHERE = "127.0.0.1:1";
    private static final byte[] HARMLESS = {1, 2, 3};

    private final TestWorkspace company = TestServer.newWorkspace();
    private final Database database = TestServer.bean(Database.class);

    @TempDir
    Path scratch;

    private Quarantine quarantine(String clamd, Unreachable unreachable) {
        ScanSettings settings = new ScanSettings(clamd, unreachable, Duration.ofSeconds(20));
        return new Quarantine(database, new ClamdScanner(ClamdAddress.of(clamd), settings.timeout()), settings);
    }

    private Files files(Quarantine quarantine) {
        FileSettings settings = new FileSettings(DataSize.ofMegabytes(512), DataSize.ofBytes(0));
        return new Files(database, Clock.systemUTC(), settings, quarantine, scratch);
    }

    private StoredFile store(Quarantine quarantine, byte[] content) {
        return files(quarantine).store(company.caller(), "a.bin", new ByteArrayInputStream(content));
    }

    private int rows(String table) {
        return database.read(ctx -> ctx.fetchCount(company.workspace().schema().table(table), DSL.noCondition()));
    }

    private FileState state(StoredFile file) {
        return TestServer.bean(Files.class)
                .find(company.workspace(), file.id())
                .orElseThrow()
                .state();
    }

    private static void assertProblem(FileError error, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.message().code()).isEqualTo(error);
            assertThat(problem.message().in(Language.ZH)).contains("a.bin");
            assertThat(problem.message().in(Language.EN)).contains("a.bin");
        });
    }

    @Test
    void aCleanFileIsThereAtOnce() {
        try (Clamd clamd = new Clamd()) {
            StoredFile file = store(quarantine(clamd.address(), Unreachable.REFUSE), HARMLESS);
            assertThat(file.state()).isEqualTo(FileState.READY);
            assertThat(state(file)).isEqualTo(FileState.READY);
            company.admin().get("/api/v1/files/" + file.id()).expect(200);
        }
    }

    @Test
    void anInfectedFileIsRefusedAndNothingOfItIsKept() {
        try (Clamd clamd = new Clamd()) {
            Quarantine quarantine = quarantine(clamd.address(), Unreachable.ACCEPT);
            assertProblem(FileError.FILE_INFECTED, () -> store(quarantine, Clamd.EICAR));
        }
        assertThat(rows("file")).isZero();
        assertThat(rows("file_part")).isZero();
    }

    @Test
    void withoutAScannerFilesAreRefusedWhereThatIsSet() {
        assertProblem(FileError.FILE_NOT_EXAMINED, () -> store(quarantine(NOWHERE, Unreachable.REFUSE), HARMLESS));
        assertThat(rows("file")).isZero();
        assertThat(rows("file_part")).isZero();
    }

    @Test
    void withoutAScannerFilesAreTakenUnexaminedWhereThatIsSet() {
        assertThat(store(quarantine(NOWHERE, Unreachable.ACCEPT), HARMLESS).state())
                .isEqualTo(FileState.READY);
    }

    @Test
    void aHeldFileIsToldOfAndNotHandedOutUntilItIsExamined() {
        StoredFile file = store(quarantine(NOWHERE, Unreachable.HOLD), HARMLESS);
        String path = "/api/v1/files/" + file.id();
        assertThat(file.state()).isEqualTo(FileState.HELD);
        company.admin().get(path).expect(409, "file-held");
        company.admin().get(path + "/thumbnail").expect(409, "file-held");
        company.admin()
                .post("/api/v1/uploads/" + file.id() + "/entity", "{\"label\": {\"zh\": \"x\"}}")
                .expect(409, "file-held");
        assertThat(company.admin()
                        .get("/api/v1/files?ids=" + file.id())
                        .expect(200)
                        .json()
                        .path("items")
                        .get(0)
                        .path("state")
                        .asString())
                .isEqualTo("held");
        assertThat(quarantine(NOWHERE, Unreachable.HOLD).examineHeld(company.workspace(), 10))
                .isZero();
        try (Clamd clamd = new Clamd()) {
            Quarantine again = quarantine(clamd.address(), Unreachable.HOLD);
            assertThat(again.examineHeld(company.workspace(), 10)).isEqualTo(1);
            assertThat(again.examineHeld(company.workspace(), 10)).isZero();
        }
        company.admin().get(path).expect(200);
    }

    @Test
    void aHeldFileThatIsInfectedLosesItsContentAndKeepsItsName() {
        StoredFile file = store(quarantine(NOWHERE, Unreachable.HOLD), Clamd.EICAR);
        try (Clamd clamd = new Clamd()) {
            assertThat(quarantine(clamd.address(), Unreachable.HOLD).examineHeld(company.workspace(), 10))
                    .isEqualTo(1);
        }
        assertThat(state(file)).isEqualTo(FileState.INFECTED);
        assertThat(rows("file_part")).isZero();
        company.admin().get("/api/v1/files/" + file.id()).expect(409, "file-gone");
    }

    @Test
    void aWorkspaceTakesNoMoreThanItsRoomAndAFileNoMoreThanItsSize() {
        Quarantine off = TestServer.bean(Quarantine.class);
        FileSettings settings = new FileSettings(DataSize.ofKilobytes(2), DataSize.ofKilobytes(3));
        Files files = new Files(database, Clock.systemUTC(), settings, off, scratch);
        files.store(company.caller(), "a.bin", new ByteArrayInputStream(new byte[2048]));
        assertProblem(
                FileError.WORKSPACE_FULL,
                () -> files.store(company.caller(), "a.bin", new ByteArrayInputStream(new byte[1025])));
        assertProblem(
                FileError.FILE_TOO_LARGE,
                () -> files.store(company.caller(), "a.bin", new ByteArrayInputStream(new byte[2049])));
        files.store(company.caller(), "a.bin", new ByteArrayInputStream(new byte[1024]));
        assertProblem(
                FileError.WORKSPACE_FULL,
                () -> files.store(company.caller(), "a.bin", new ByteArrayInputStream(new byte[1])));
        assertThat(rows("file")).isEqualTo(2);
    }
}
